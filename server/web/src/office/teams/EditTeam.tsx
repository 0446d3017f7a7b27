import { useState } from 'preact/hooks';
import type { Team, TeamDetail } from '../../api/types';
import { Checkbox, TextInput } from '../../ui';
import { DayInput } from '../DayInput';
import { FormDialog } from '../FormDialog';
import { t } from './i18n';
import { today } from '../shell/current';
import { changeTeam } from './asks';
import { Ending } from './EndTeam';

type Props = { team: TeamDetail; onClose: () => void; onSaved: (team: Team) => void };

export const EditTeam = ({ team, onClose, onSaved }: Props) => {
  const [name, setName] = useState(team.name);
  const [decision, setDecision] = useState(team.decision_number ?? '');
  const [founded, setFounded] = useState(team.founded_on);
  const [isPilot, setPilot] = useState(team.is_pilot);
  const [dissolved, setDissolved] = useState(team.dissolved_on ?? team.dissolves_on ?? '');
  const end = team.dissolved_on ?? team.dissolves_on;
  const isNamed = name.trim().length >= 3;
  const late = !founded ? t('teams.need_date') : founded > today.value ? t('teams.future') : undefined;
  const save = async () => {
    const [called, number] = [name.trim(), decision.trim() || null];
    const body = {
      ...(founded !== team.founded_on && { founded_on: founded }),
      ...(isPilot !== team.is_pilot && { is_pilot: isPilot }),
      ...(called !== team.name && { name: called }),
      ...(number !== team.decision_number && { decision_number: number }),
    };
    onSaved(await changeTeam(team, { ...body, ...((dissolved || null) !== end && { dissolved_on: dissolved || null }) }));
  };
  return (
    <FormDialog title={t('teams.edit_title')} action={t('people.save')} isReady={isNamed && !late} save={save} onClose={onClose}>
      {(wrong) => (
        <>
          <TextInput id="team-name" label={t('teams.name')} value={name} onValue={setName} maxLength={160} error={wrong('/name', !isNamed && t('teams.need_name'))} />
          <div class="pair">
            <DayInput id="founded" label={t('teams.founded')} value={founded} onValue={setFounded} max={today.value} error={wrong('/founded_on', late)} />
            <TextInput id="decision" label={t('teams.decision')} optional value={decision} onValue={setDecision} maxLength={60} error={wrong('/decision_number')} />
          </div>
          <Checkbox id="pilot" label={t('teams.is_pilot')} checked={isPilot} onValue={setPilot} />
          {end && (
            <>
              <DayInput id="dissolved" label={t('teams.dissolve')} optional hint={t('teams.dissolve_hint')} value={dissolved} onValue={setDissolved} min={founded} error={wrong('/dissolved_on')} />
              <Ending founded={founded} worked={team.last_worked_on} ends={dissolved} />
            </>
          )}
        </>
      )}
    </FormDialog>
  );
};
