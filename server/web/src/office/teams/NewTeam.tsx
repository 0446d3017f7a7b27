import { useState } from 'preact/hooks';
import { api, fieldProblem, isProblem, ok, problemText } from '../../api/client';
import type { Team, TeamKind, UnitDetail } from '../../api/types';
import { Button, Choice, Dialog, ErrorText, Notice, TextInput } from '../../ui';
import { inside } from '../../i18n/text';
import { t } from '../i18n';
import { fullName } from '../shell/areas';
import { UnitSearch } from '../shell/AreaControl';
import { today } from '../shell/current';
import { isHomeFor } from './names';
import { TEAM_KINDS } from './Teams';

type Props = { onClose: () => void; onAdded: (team: Team) => void };
type HomeProps = { kind: TeamKind; home: UnitDetail | null; choose: (home: UnitDetail | null) => void; error: string | undefined };

const Home = ({ kind, home, choose, error }: HomeProps) => (
  <div class={error ? 'field field-wrong' : 'field'}>
    <span class="label">{t('teams.which_home')}</span>
    {home ? (
      <p class="row">
        <strong>{fullName(home)}</strong>
        <Button kind="quiet" onClick={() => choose(null)}>
          {t('teams.change_home')}
        </Button>
      </p>
    ) : (
      <UnitSearch id="home" on={today.value} choose={choose} isFit={(unit) => isHomeFor(kind, unit.level)} />
    )}
    {error && <ErrorText>{error}</ErrorText>}
  </div>
);

export const NewTeam = ({ onClose, onAdded }: Props) => {
  const [kind, setKind] = useState<TeamKind>('hamlet');
  const [home, setHome] = useState<UnitDetail | null>(null);
  const [name, setName] = useState('');
  const [founded, setFounded] = useState(today.value);
  const [decision, setDecision] = useState('');
  const [tried, setTried] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);

  const prefill = (unit: UnitDetail | null, of: TeamKind) => {
    setHome(unit);
    if (unit) setName(t(`teams.prefix_${of}`, { place: inside(fullName(unit)) }));
  };
  const change = (to: TeamKind) => {
    setKind(to);
    prefill(home && isHomeFor(to, home.level) ? home : null, to);
  };
  const wrong = {
    home: home ? fieldProblem(failure, '/home_id') : t('teams.need_home'),
    name: name.trim().length >= 3 ? fieldProblem(failure, '/name') : t('teams.need_name'),
    founded: !founded ? t('teams.need_date') : founded > today.value ? t('teams.future') : fieldProblem(failure, '/founded_on'),
    decision: fieldProblem(failure, '/decision_number'),
  };
  const isReady = home !== null && name.trim().length >= 3 && founded !== '' && founded <= today.value;
  const save = async () => {
    setTried(true);
    if (!isReady || busy) return;
    setBusy(true);
    setFailure(null);
    try {
      const body = { kind, name: name.trim(), home_id: home.id, founded_on: founded, ...(decision.trim() && { decision_number: decision.trim() }) };
      onAdded(await ok(api.POST('/api/v1/teams', { body })));
    } catch (thrown) {
      setFailure(thrown);
    } finally {
      setBusy(false);
    }
  };
  const shown = (text: string | undefined) => (tried ? text : undefined);
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('teams.add_title')}
      actions={
        <>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button kind="primary" busy={busy} onClick={() => void save()}>
            {t('teams.add')}
          </Button>
        </>
      }
    >
      <div class="stack">
        {isProblem(failure) && failure.errors.length === 0 && <Notice tone="returned" icon="warning" title={problemText(failure)} live />}
        <Choice id="team-kind" legend={t('teams.kind')} value={kind} onValue={change} options={TEAM_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))} />
        <Home kind={kind} home={home} choose={(unit) => prefill(unit, kind)} error={shown(wrong.home)} />
        <TextInput id="team-name" label={t('teams.name')} value={name} onValue={setName} maxLength={160} error={shown(wrong.name)} />
        <div class="pair">
          <TextInput id="founded" type="date" label={t('teams.founded')} value={founded} onValue={setFounded} max={today.value} error={shown(wrong.founded)} />
          <TextInput id="decision" label={t('teams.decision')} optional value={decision} onValue={setDecision} maxLength={60} error={shown(wrong.decision)} />
        </div>
      </div>
    </Dialog>
  );
};
