// Who is in no team is put into one of the area's.
import { useState } from 'preact/hooks';
import type { Person } from '../../api/types';
import { useLoad } from '../../data/useLoad';
import { fullName } from '../../data/units';
import { Picker } from '../../ui';
import { FormDialog } from '../FormDialog';
import { t } from './i18n';
import { allTeams } from '../paper/reads';
import { takeIn } from '../teams/asks';
import { inOrder } from '../teams/order';

type Props = { person: Pick<Person, 'id' | 'name'>; onClose: () => void; onDone: (team: string) => void };

export const JoinTeam = ({ person: { id, name }, onClose, onDone }: Props) => {
  const teams = useLoad(allTeams, []);
  const [chosen, choose] = useState<string | null>(null);
  const team = teams.data?.find((one) => String(one.id) === chosen);
  const save = async () => {
    if (!team) return;
    await takeIn(team.id, { user_id: id });
    onDone(team.name);
  };
  return (
    <FormDialog title={t('people.join_title', { name })} action={t('people.join')} isReady={team !== undefined} save={save} onClose={onClose}>
      {(wrong) => (
        <Picker
          id="join-team"
          label={t('people.which_team')}
          value={chosen}
          onValue={choose}
          options={inOrder(teams.data ?? []).map((one) => ({ value: String(one.id), label: one.name, hint: fullName(one.home) }))}
          error={wrong('/user_id', !team && t('people.need_team'))}
        />
      )}
    </FormDialog>
  );
};
