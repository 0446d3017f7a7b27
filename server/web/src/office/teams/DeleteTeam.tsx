// A team that was added by mistake goes again, with its roster; one that has worked stays.
import type { TeamDetail } from '../../api/types';
import { go } from '../../router';
import { Notice } from '../../ui';
import { Despite, useDespite } from '../Despite';
import { FormDialog } from '../FormDialog';
import { Holders } from '../people/Unsent';
import { t } from './i18n';
import { hrefOf } from '../shell/pages';
import { deleteTeam } from './asks';
import { justDeleted } from './justDone';
import type { Roster } from './roster';

type Props = { team: TeamDetail; roster: Roster; onClose: () => void; reload: () => void };

export const DeleteTeam = ({ team: { id, name, only_here, unsent }, roster: { present, coming, past }, onClose, reload }: Props) => {
  const despite = useDespite(unsent, 'team_has_unsent');
  const { isSure, isReady, learn } = despite;
  const save = async () => {
    try {
      await deleteTeam(id, isSure);
    } catch (thrown) {
      reload(); // what it is refused for may be new
      throw thrown;
    }
    justDeleted.value = name;
    go(hrefOf('teams'));
  };
  const going = [...present, ...coming];
  const [n, names] = [going.length, going.map((one) => one.name).join(', ')];
  return (
    <FormDialog title={t('teams.delete_title', { name })} action={t('teams.delete_action')} kind="danger" isReady={isReady} save={save} learn={learn} onClose={onClose}>
      {(wrong) => (
        <>
          <p>{t('teams.delete_text')}</p>
          {n > 0 && <p>{t('teams.delete_members', { n, names })}</p>}
          {only_here > 0 && (
            <Notice tone="pending" icon="warning" title={t('teams.delete_only', { n: only_here })}>
              {t('teams.delete_only_text')}
            </Notice>
          )}
          <Despite
            of={despite}
            title={t('teams.delete_unsent', { n: despite.n })}
            text={t('teams.delete_unsent_text')}
            sure={t('teams.delete_sure', { n: despite.n })}
            wrong={wrong('', !isReady && t('teams.delete_need_sure'))}
          >
            <Holders people={[...going, ...past]} n={despite.n} />
          </Despite>
        </>
      )}
    </FormDialog>
  );
};
