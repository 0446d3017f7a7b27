// A team that was added by mistake goes again, with its roster; one that has worked stays.
import type { Team } from '../../api/types';
import { go } from '../../router';
import { FormDialog } from '../FormDialog';
import { t } from './i18n';
import { hrefOf } from '../shell/pages';
import { deleteTeam } from './asks';
import type { Standing } from './roster';

type Props = { team: Team; members: readonly Standing[]; onClose: () => void };

export const DeleteTeam = ({ team: { id, name }, members, onClose }: Props) => {
  const save = async () => {
    await deleteTeam(id);
    go(hrefOf('teams'));
  };
  const [n, names] = [members.length, members.map((one) => one.name).join(', ')];
  return (
    <FormDialog title={t('teams.delete_title', { name })} action={t('teams.delete_action')} kind="danger" isReady save={save} onClose={onClose}>
      {() => (
        <>
          {n > 0 && <p>{t('teams.delete_members', { n, names })}</p>}
          <p>{t('teams.delete_text')}</p>
        </>
      )}
    </FormDialog>
  );
};
