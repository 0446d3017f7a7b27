// A team that was added by mistake goes again, with its roster; one that has worked stays.
import { useState } from 'preact/hooks';
import type { TeamDetail } from '../../api/types';
import { go } from '../../router';
import { Checkbox, ErrorText, Notice } from '../../ui';
import { FormDialog } from '../FormDialog';
import { t } from './i18n';
import { hrefOf } from '../shell/pages';
import { deleteTeam } from './asks';
import { justDeleted } from './justDone';
import type { Standing } from './roster';

type Props = { team: TeamDetail; members: readonly Standing[]; onClose: () => void; reload: () => void };

export const DeleteTeam = ({ team: { id, name, only_here, unsent }, members, onClose, reload }: Props) => {
  const [isSure, setSure] = useState(false);
  const save = async () => {
    try {
      await deleteTeam(id, unsent > 0 && isSure);
    } catch (thrown) {
      reload(); // what it is refused for may be new
      throw thrown;
    }
    justDeleted.value = name;
    go(hrefOf('teams'));
  };
  const [n, names] = [members.length, members.map((one) => one.name).join(', ')];
  return (
    <FormDialog title={t('teams.delete_title', { name })} action={t('teams.delete_action')} kind="danger" isReady={unsent === 0 || isSure} save={save} onClose={onClose}>
      {(wrong) => (
        <>
          {n > 0 && <p>{t('teams.delete_members', { n, names })}</p>}
          {only_here > 0 && (
            <Notice tone="pending" icon="warning" title={t('teams.delete_only', { n: only_here })}>
              {t('teams.delete_only_text')}
            </Notice>
          )}
          {unsent > 0 && (
            <Notice tone="pending" icon="warning" title={t('teams.delete_unsent', { n: unsent })}>
              {t('teams.delete_unsent_text')}
            </Notice>
          )}
          <p>{t('teams.delete_text')}</p>
          {unsent > 0 && (
            <div class="field">
              <Checkbox id="delete-sure" label={t('teams.delete_sure', { n: unsent })} checked={isSure} onValue={setSure} />
              {wrong('', !isSure && t('teams.delete_need_sure')) && <ErrorText>{t('teams.delete_need_sure')}</ErrorText>}
            </div>
          )}
        </>
      )}
    </FormDialog>
  );
};
