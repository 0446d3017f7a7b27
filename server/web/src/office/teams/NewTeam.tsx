import { useEffect, useState } from 'preact/hooks';
import { OFFICE } from '../../account/account';
import { api, ok } from '../../api/client';
import type { Team, TeamKind, UnitDetail } from '../../api/types';
import { fullName } from '../../data/units';
import { Button, Choice, ErrorText, Notice, TextInput } from '../../ui';
import { inside } from '../../i18n/text';
import { DayInput } from '../DayInput';
import { FormDialog } from '../FormDialog';
import { t } from './i18n';
import { UnitSearch } from '../shell/AreaControl';
import { today } from '../shell/current';
import { teamsAt } from './asks';
import { hamletOfTeam, isHomeFor, numbered } from './names';
import { TEAM_KINDS } from './kinds';

type Props = { onClose: () => void; onAdded: (team: Team) => void };
type HomeProps = { kind: TeamKind; home: UnitDetail | null; choose: (home: UnitDetail | null) => void; error: string | undefined };

const Home = ({ kind, home, choose, error }: HomeProps) => (
  <div class={error ? 'field field-wrong' : 'field'}>
    <span class="label">{t(`teams.home_${kind}`)}</span>
    {home && isHomeFor(kind, home.level) ? (
      <p class="row">
        <strong>{fullName(home)}</strong>
        <Button kind="quiet" onClick={() => choose(null)}>
          {t('teams.change_home')}
        </Button>
      </p>
    ) : (
      <>
        {home && <p class="hint">{t('teams.home_unfit', { place: fullName(home), kind: t(`kind.${kind}`) })}</p>}
        <UnitSearch id="home" on={today.value} choose={choose} isFit={(unit) => isHomeFor(kind, unit.level)} />
      </>
    )}
    {error && <ErrorText>{error}</ErrorText>}
  </div>
);

/** The teams of that kind that are there already. */
const useTwins = (kind: TeamKind, home: UnitDetail | null): readonly Team[] => {
  const [twins, setTwins] = useState<readonly Team[]>([]);
  useEffect(() => {
    let isCurrent = true;
    setTwins([]);
    // Only a help: without an answer one goes on as before.
    if (home) teamsAt(home.id, kind).then((found) => isCurrent && setTwins(found), () => undefined);
    return () => void (isCurrent = false);
  }, [kind, home?.id]);
  return twins;
};

const Twins = ({ teams, home }: { teams: readonly Team[]; home: UnitDetail }) => (
  <Notice tone="pending" icon="warning" title={t('teams.twin', { place: fullName(home) })} live>
    {teams.map(({ id, name }) => (
      <a key={id} class="under-left" href={`${OFFICE}to/${id}`}>
        {name}
      </a>
    ))}
  </Notice>
);

export const NewTeam = ({ onClose, onAdded }: Props) => {
  const [kind, setKind] = useState<TeamKind>('hamlet');
  // It stays while another kind is tried, where it does not fit.
  const [chosen, setChosen] = useState<UnitDetail | null>(null);
  const home = chosen && isHomeFor(kind, chosen.level) ? chosen : null;
  const [typed, setName] = useState<string | null>(null);
  const [founded, setFounded] = useState(today.value);
  const [decision, setDecision] = useState('');

  const prefill = (unit: UnitDetail | null) => {
    setChosen(unit);
    if (unit) setName(null);
  };
  const twins = useTwins(kind, home);
  const place = chosen && (chosen.level === 'hamlet' ? hamletOfTeam(chosen) : inside(fullName(chosen)));
  const name = typed ?? (place ? numbered(t(`teams.prefix_${kind}`, { place }), twins.map((twin) => twin.name)) : '');
  const isNamed = name.trim().length >= 3;
  const late = !founded ? t('teams.need_date') : founded > today.value ? t('teams.future') : undefined;
  const save = async () => {
    if (!home) return;
    const body = { kind, name: name.trim(), home_id: home.id, founded_on: founded, ...(decision.trim() && { decision_number: decision.trim() }) };
    onAdded(await ok(api.POST('/api/v1/teams', { body })));
  };
  return (
    <FormDialog title={t('teams.add_title')} action={t(twins.length > 0 ? 'teams.add_anyway' : 'teams.add')} isReady={home !== null && isNamed && !late} save={save} onClose={onClose}>
      {(wrong) => (
        <>
          <Choice id="team-kind" legend={t('teams.kind')} value={kind} onValue={setKind} options={TEAM_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))} />
          <Home kind={kind} home={chosen} choose={prefill} error={wrong('/home_id', !home && t('teams.need_home'))} />
          {home && twins.length > 0 && <Twins teams={twins} home={home} />}
          <TextInput id="team-name" label={t('teams.name')} value={name} onValue={setName} maxLength={160} error={wrong('/name', !isNamed && t('teams.need_name'))} />
          <div class="pair">
            <DayInput id="founded" label={t('teams.founded')} value={founded} onValue={setFounded} max={today.value} error={wrong('/founded_on', late)} />
            <TextInput id="decision" label={t('teams.decision')} optional value={decision} onValue={setDecision} maxLength={60} error={wrong('/decision_number')} />
          </div>
        </>
      )}
    </FormDialog>
  );
};
