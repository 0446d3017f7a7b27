// A team that was added by mistake goes again, with its roster; one that has worked stays.
import type { TeamDetail } from '../../api/types';
import { go } from '../../router';
import { Notice } from '../../ui';
import { FormDialog } from '../FormDialog';
import { t } from './i18n';
import { hrefOf } from '../shell/pages';
import { deleteTeam } from './asks';
import { justDeleted } from './justDone';
import type { Standing } from './roster';

type Props = { team: TeamDetail; members: readonly Standing[]; onClose: () => void };

export const DeleteTeam = ({ team: { id, name, only_here }, members, onClose }: Props) => {
  const save = async () => {
    await deleteTeam(id);
    justDeleted.value = name;
    go(hrefOf('teams'));
  };
  const [n, names] = [members.length, members.map((one) => one.name).join(', ')];
  return (
    <FormDialog title={t('teams.delete_title', { name })} action={t('teams.delete_action')} kind="danger" isReady save={save} onClose={onClose}>
      {() => (
        <>
          {n > 0 && <p>{t('teams.delete_members', { n, names })}</p>}
          {only_here > 0 && (
            <Notice tone="pending" icon="warning" title={t('teams.delete_only', { n: only_here })}>
              {t('teams.delete_only_text')}
            </Notice>
          )}
          <p>{t('teams.delete_text')}</p>
        </>
      )}
    </FormDialog>
  );
};
