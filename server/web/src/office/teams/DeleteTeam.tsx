// A team that was added by mistake, and that nothing hangs on, goes again.
import type { Team } from '../../api/types';
import { go } from '../../router';
import { FormDialog } from '../FormDialog';
import { t } from './i18n';
import { hrefOf } from '../shell/pages';
import { deleteTeam } from './asks';

export const DeleteTeam = ({ team: { id, name }, onClose }: { team: Team; onClose: () => void }) => {
  const save = async () => {
    await deleteTeam(id);
    go(hrefOf('teams'));
  };
  return (
    <FormDialog title={t('teams.delete_title', { name })} action={t('teams.delete_action')} isReady save={save} onClose={onClose}>
      {() => <p>{t('teams.delete_text')}</p>}
    </FormDialog>
  );
};
