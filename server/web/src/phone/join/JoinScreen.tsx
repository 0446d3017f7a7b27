// P2: an invitation opened, on a phone that may know nobody yet.
import { useState } from 'preact/hooks';
import { comeIn, me, signOut } from '../../account/account';
import { isProblem, problemText } from '../../api/client';
import { tokenIn } from '../../data/invitations';
import { useLoad } from '../../data/useLoad';
import { Button, DemoRibbon, EmptyState, Loading, Name, Notice } from '../../ui';
import { accept, readInvitation, type Invitation, type Newcomer } from './calls';
import { Closed } from './Closed';
import { CodeScreen } from './CodeScreen';
import { Frame } from './Frame';
import { JoinForm } from './JoinForm';
import { dropTyped, dropWaiting, keepWaiting, typedFor, waitingHere, type Waiting as Request } from './kept';
import { t } from './texts';
import { Waiting } from './Waiting';
import { Welcome } from './Welcome';

const GONE = [404, 409, 410];

/** One tap for who is signed in already. */
const AsMyself = ({ token, onJoin }: { token: string; onJoin: (requestId: string) => Promise<void> }) => {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState('');
  const name = me.value?.user.name ?? '';
  const join = async () => {
    setBusy(true);
    setFailure('');
    await onJoin(typedFor(token, '').request_id).catch((thrown: unknown) => setFailure(problemText(thrown)));
    setBusy(false);
  };
  return (
    <div class="sign-in-form">
      {failure && <Notice tone="returned" icon="warning" title={failure} live />}
      <p>{t('join.as', { name })}</p>
      {me.value?.user.role === 'volunteer' ? (
        <Button kind="primary" wide big busy={busy} onClick={() => void join()}>
          {t('join.submit')}
        </Button>
      ) : (
        <Notice tone="off" title={t('join.officer')} />
      )}
      <Button kind="quiet" wide onClick={() => void signOut()}>
        {t('join.not_you', { name })}
      </Button>
    </div>
  );
};

type OpenProps = { token: string; invitation: Invitation; onClosed: () => void };

const waitingAt = (token: string): Request | null => {
  const kept = waitingHere();
  return kept?.token === token ? kept : null;
};

const Open = ({ token, invitation, onClosed }: OpenProps) => {
  const [isIn, setIn] = useState(false);
  const [secret, setSecret] = useState('');
  const [request, setRequest] = useState(() => waitingAt(token));
  const { team } = invitation;
  const arrive = () => {
    dropWaiting();
    dropTyped(token);
    setSecret('');
    setIn(true);
  };
  const join = async (request_id: string, newcomer: Newcomer | null) => {
    try {
      const { status } = await accept(token, request_id, newcomer);
      if (status === 'joined') {
        await comeIn();
        return arrive();
      }
    } catch (thrown) {
      if (isProblem(thrown) && GONE.includes(thrown.status)) return onClosed();
      throw thrown;
    }
    const asked = { token, request_id, phone: newcomer?.phone ?? '', team: team.name };
    keepWaiting(asked);
    setSecret(newcomer?.secret ?? '');
    setRequest(asked);
  };
  if (isIn) return <Welcome team={team.name} />;
  if (request) return <Waiting request={request} secret={secret} onIn={arrive} onAgain={() => setRequest(null)} />;
  return (
    <Frame
      above={t('join.invited')}
      title={team.name}
      below={
        <>
          <p>
            <Name of={team.place} />
          </p>
          <p class="quiet">{t('join.by', { name: invitation.invited_by })}</p>
          <p>{t('join.what', { app: t('app.name') })}</p>
        </>
      }
    >
      {me.value ? <AsMyself token={token} onJoin={(id) => join(id, null)} /> : <JoinForm token={token} invitation={invitation} onJoin={join} />}
    </Frame>
  );
};

const Invited = ({ token }: { token: string }) => {
  const { data, failure, reload } = useLoad(() => readInvitation(token), [token]);
  if (isProblem(failure) && failure.status === 404) return <Closed why="unknown" by="" />;
  // A request that was made while it was open is still decided on.
  if (data && data.state !== 'open' && !waitingAt(token)) return <Closed why={data.state} by={data.invited_by} />;
  if (data) {
    return (
      <>
        {data.is_demo && (
          <aside aria-label={t('app.demo')}>
            <DemoRibbon />
          </aside>
        )}
        <Open token={token} invitation={data} onClosed={reload} />
      </>
    );
  }
  return (
    <Frame title={t('join.title')}>
      {failure ? <EmptyState icon="offline" title={problemText(failure)} action={<Button onClick={reload}>{t('action.retry')}</Button>} /> : <Loading />}
    </Frame>
  );
};

/** `code` as the address has it; without one it is asked for. */
export const JoinScreen = ({ code }: { code: string }) => {
  if (code === '') return <CodeScreen />;
  const token = tokenIn(code);
  return token ? <Invited key={token} token={token} /> : <Closed why="unknown" by="" />;
};
