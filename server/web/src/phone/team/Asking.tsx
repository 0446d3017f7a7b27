// "1 người xin vào Tổ": for whoever leads the team.
import { Notice } from '../../ui';
import { t } from '../i18n';
import { invitePath } from '../paths';
import { asking } from './asking';
import { leads, teams } from './team';

export const Asking = () => (
  <>
    {teams().filter(leads).map(({ id, name }) => {
      const n = asking.value[id] ?? 0;
      return n === 0 ? null : (
        <Notice key={id} tone="pending" icon="people" title={t('team.asking', { n })} href={invitePath(id)}>
          {teams().length > 1 && name}
        </Notice>
      );
    })}
  </>
);
