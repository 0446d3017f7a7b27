// For leaders and deputies: who asks to join, and the two ways to invite.
import { useEffect, useState } from 'preact/hooks';
import { problemText } from '../../api/client';
import type { Invitation } from '../../api/types';
import { invitationsOf, invite, joinRequests, sheetOf } from '../../data/joining';
import { useLoad } from '../../data/useLoad';
import { place } from '../../router';
import { Button, Loading, Notice, Picker, Section, TextInput } from '../../ui';
import { TEAM } from '../paths';
import { Failed } from '../shell/Failed';
import { Page } from '../shell/Page';
import { noteAsking } from './asking';
import { Handed } from './Handed';
import { OpenOnes } from './OpenOnes';
import { Requests } from './Requests';
import { chosenTeam, leads, team, teams } from './team';
import { t } from './texts';

const read = async (id: number) => {
  const [requests, invitations] = await Promise.all([joinRequests(id), invitationsOf(id)]);
  noteAsking(id, requests.items.length);
  return { requests: requests.items, personal: invitations.items.filter(({ kind }) => kind === 'personal') };
};

type Making = { teamId: number; onMade: (invitation: Invitation) => void };

const useMaking = ({ onMade }: Making) => {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState('');
  const make = async (asked: () => Promise<Invitation | undefined>) => {
    if (busy) return;
    setBusy(true);
    setFailure('');
    try {
      const made = await asked();
      if (made) onMade(made);
    } catch (thrown) {
      setFailure(problemText(thrown));
    } finally {
      setBusy(false);
    }
  };
  return { busy, failure, make };
};

const One = (props: Making) => {
  const [name, setName] = useState('');
  const { busy, failure, make } = useMaking(props);
  const submit = (event: Event) => {
    event.preventDefault();
    void make(async () => {
      const made = await invite({ team_id: props.teamId, kind: 'personal', role: 'member', name: name.trim() || null });
      setName('');
      return made;
    });
  };
  return (
    <Section title={t('invite.one')}>
      <form class="card stack" onSubmit={submit} noValidate>
        {failure && <Notice tone="returned" icon="warning" title={failure} live />}
        <p class="hint">{t('invite.one_help')}</p>
        <TextInput id="invited-name" label={t('invite.name')} optional maxLength={120} value={name} onValue={setName} />
        <Button kind="primary" type="submit" wide busy={busy}>
          {t('invite.make')}
        </Button>
      </form>
    </Section>
  );
};

const Many = (props: Making) => {
  const { busy, failure, make } = useMaking(props);
  return (
    <Section title={t('invite.many')}>
      <div class="card stack">
        {failure && <Notice tone="returned" icon="warning" title={failure} live />}
        <p class="hint">{t('invite.many_help')}</p>
        <Button wide busy={busy} onClick={() => void make(async () => (await sheetOf([props.teamId]))[0])}>
          {t('invite.many_show')}
        </Button>
      </div>
    </Section>
  );
};

const Inviting = ({ teamId }: { teamId: number }) => {
  const { data, failure, reload } = useLoad(() => read(teamId), [teamId]);
  const [shown, setShown] = useState<Invitation | null>(null);
  const show = (made: Invitation) => {
    setShown(made);
    reload();
  };
  if (!data && failure) {
    return (
      <>
        <Notice tone="off" icon="offline" title={t('asks.needs_signal')} />
        <Failed why={failure} onRetry={reload} />
      </>
    );
  }
  if (!data) return <Loading />;
  return (
    <>
      <Requests requests={data.requests} onDecided={reload} />
      <One teamId={teamId} onMade={show} />
      <Many teamId={teamId} onMade={show} />
      <OpenOnes invitations={data.personal} onShow={setShown} onRevoked={reload} />
      <Handed invitation={shown} onClose={() => setShown(null)} />
    </>
  );
};

export const InviteScreen = () => {
  const led = teams().filter(leads);
  const wanted = Number(place.value.query.get('to'));
  useEffect(() => {
    if (led.some(({ id }) => id === wanted)) chosenTeam.value = wanted;
  }, [wanted]);
  const own = led.find(({ id }) => id === team.value?.id) ?? led[0];
  return (
    <Page title={t('invite.title')} back={TEAM}>
      <div class="stack">
        {led.length > 1 && own && (
          <Picker id="team" label={t('invite.team')} value={String(own.id)} options={led.map(({ id, name }) => ({ value: String(id), label: name }))} onValue={(id) => (chosenTeam.value = Number(id))} />
        )}
        {led.length === 1 && <p class="quiet">{own?.name}</p>}
        {own && <Inviting key={own.id} teamId={own.id} />}
      </div>
    </Page>
  );
};
