// The day from which a team is no more: asked for alone, and not left out.
import { useEffect, useState } from 'preact/hooks';
import type { TeamDetail } from '../../api/types';
import { day } from '../../i18n/formats';
import { Notice } from '../../ui';
import { DayInput } from '../DayInput';
import { FormDialog } from '../FormDialog';
import { t } from './i18n';
import { today } from '../shell/current';
import { changeTeam } from './asks';

/** What the team will be from a day on; of one that ends as it was founded, that it never was. */
export const Ending = ({ founded, ends }: { founded: string; ends: string }) => {
  if (ends === '' || ends < founded) return null;
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
  const founded = day(team.founded_on);
  const wrongDay = ends === '' ? t('teams.need_end') : ends < team.founded_on && t('teams.end_early', { date: founded });
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
          <p class="quiet">{t(team.has_sessions ? 'teams.end_hint' : 'teams.end_hint_new', { date: founded })}</p>
          <DayInput id="dissolved" label={t('teams.dissolve')} value={ends} onValue={setEnds} min={team.founded_on} max={today.value} error={wrong('/dissolved_on', wrongDay)} />
          <Ending founded={team.founded_on} ends={ends} />
        </>
      )}
    </FormDialog>
  );
};
