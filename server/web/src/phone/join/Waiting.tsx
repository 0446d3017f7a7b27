// Asked to join by the team's own code: a leader or an officer decides, and this page notices.
import { useEffect, useState } from 'preact/hooks';
import { loadMe, me, signIn } from '../../account/account';
import { fieldProblem, isProblem, problemText } from '../../api/client';
import { time } from '../../i18n/formats';
import { Button, Notice, PinInput } from '../../ui';
import { askedStatus } from './calls';
import { Frame } from './Frame';
import { dropTyped, dropWaiting, type Waiting as Request } from './kept';
import { t } from './texts';

const EVERY_MS = 15_000;

type Props = { request: Request; secret: string; onIn: () => void; onAgain: () => void };

type State = { is: 'waiting'; at: Date | null } | { is: 'approved' } | { is: 'declined' };

const Enter = ({ request, onIn }: Pick<Props, 'request' | 'onIn'>) => {
  const [secret, setSecret] = useState('');
  const [wrong, setWrong] = useState<string | undefined>();
  const [busy, setBusy] = useState(false);
  const submit = async (event: Event) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    try {
      await signIn(request.phone, secret);
      onIn();
    } catch (thrown) {
      setWrong((isProblem(thrown) && (fieldProblem(thrown, '/secret') ?? thrown.detail)) || problemText(thrown));
      document.getElementById('join-enter')?.focus();
    } finally {
      setBusy(false);
    }
  };
  return (
    <form class="sign-in-form" onSubmit={submit} noValidate>
      <PinInput id="join-enter" label={t('waiting.pin')} inputMode="numeric" value={secret} onValue={setSecret} error={wrong} />
      <Button kind="primary" type="submit" wide big busy={busy}>
        {t('waiting.enter')}
      </Button>
    </form>
  );
};

const Declined = ({ request, onAgain }: Pick<Props, 'request' | 'onAgain'>) => {
  const again = () => {
    dropWaiting();
    dropTyped(request.token);
    onAgain();
  };
  return (
    <Frame title={t('waiting.declined')} below={<p>{t('waiting.declined_help')}</p>}>
      <Button wide onClick={again}>
        {t('waiting.once_more')}
      </Button>
    </Frame>
  );
};

export const Waiting = ({ request, secret, onIn, onAgain }: Props) => {
  const [state, setState] = useState<State>({ is: 'waiting', at: null });
  const [failure, setFailure] = useState('');
  const [busy, setBusy] = useState(false);
  const enter = async () => {
    if (me.value) await loadMe();
    else if (secret) await signIn(request.phone, secret);
    else return setState({ is: 'approved' });
    onIn();
  };
  const look = async () => {
    setBusy(true);
    try {
      const { status } = await askedStatus(request.token, request.request_id);
      setFailure('');
      if (status === 'approved') await enter().catch(() => setState({ is: 'approved' }));
      else setState(status === 'declined' ? { is: 'declined' } : { is: 'waiting', at: new Date() });
    } catch (thrown) {
      setFailure(problemText(thrown));
    } finally {
      setBusy(false);
    }
  };
  useEffect(() => {
    if (state.is !== 'waiting') return;
    const lookIfSeen = () => void (document.visibilityState === 'visible' && look());
    const timer = setInterval(lookIfSeen, EVERY_MS);
    document.addEventListener('visibilitychange', lookIfSeen);
    lookIfSeen();
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', lookIfSeen);
    };
  }, [state.is]);

  if (state.is === 'declined') return <Declined request={request} onAgain={onAgain} />;
  if (state.is === 'approved') {
    return (
      <Frame title={t('waiting.approved')} below={<p>{request.team}</p>}>
        <Enter request={request} onIn={onIn} />
      </Frame>
    );
  }
  return (
    <Frame title={t('waiting.title')} below={<p>{t('waiting.team', { team: request.team })}</p>}>
      <div class="sign-in-form">
        <p>{t('waiting.next')}</p>
        {failure && <Notice tone="off" icon="offline" title={failure} live />}
        <Button wide busy={busy} icon="refresh" onClick={() => void look()}>
          {t('waiting.again')}
        </Button>
        <p class="hint" role="status">
          {state.at && t('waiting.not_yet', { time: time(state.at) })}
        </p>
      </div>
    </Frame>
  );
};
