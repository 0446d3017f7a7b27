// The day from which a team is no more: asked for alone, and not left out.
import { useEffect, useState } from 'preact/hooks';
import type { TeamDetail } from '../../api/types';
import { day } from '../../i18n/formats';
import { Notice } from '../../ui';
import { DayInput } from '../DayInput';
import { FormDialog } from '../FormDialog';
import { t } from './i18n';
import { changeTeam } from './asks';

/** What the team will be from a day on; of one that ends as it was founded, that it never was. Nothing
 *  of a day on which it cannot end. */
export const Ending = ({ founded, worked, ends }: { founded: string; worked: string | null; ends: string }) => {
  if (ends === '' || ends < founded || (worked !== null && ends <= worked)) return null;
  const [title, text] = ends === founded ? (['teams.never_was', 'teams.never_was_text'] as const) : (['teams.dissolving', 'teams.dissolving_text'] as const);
  return (
    <Notice tone="pending" icon="warning" title={t(title, { date: day(ends) })}>
      {t(text)}
    </Notice>
  );
};

type Props = { team: TeamDetail; onClose: () => void; onSaved: (day: string) => void };

export const EndTeam = ({ team, onClose, onSaved }: Props) => {
  useEffect(() => document.getElementById('dissolved')?.focus(), []);
  const [ends, setEnds] = useState('');
  const { founded_on, last_worked_on: worked } = team;
  const founded = day(founded_on);
  const tooEarly = ends < founded_on ? t('teams.end_early', { date: founded }) : worked !== null && ends <= worked && t('teams.end_worked', { date: day(worked) });
  const wrongDay = ends === '' ? t('teams.need_end') : tooEarly;
  const hint = worked !== null ? t('teams.end_hint_worked', { date: day(worked) }) : t(team.has_sessions ? 'teams.end_hint' : 'teams.end_hint_new', { date: founded });
  const save = async () => {
    await changeTeam(team, { dissolved_on: ends });
    onSaved(ends);
  };
  return (
    <FormDialog title={t('teams.stop')} action={t('people.save')} isReady={!wrongDay} save={save} onClose={onClose}>
      {(wrong) => (
        <>
          <p>
            <strong>{team.name}</strong>
          </p>
          <p class="quiet">{hint}</p>
          <DayInput id="dissolved" label={t('teams.dissolve')} value={ends} onValue={setEnds} min={worked ?? founded_on} error={wrong('/dissolved_on', wrongDay)} />
          <Ending founded={founded_on} worked={worked} ends={ends} />
        </>
      )}
    </FormDialog>
  );
};
