// A PIN (volunteers) or a password (everybody else), chosen twice: after a one-time code, and
// from the account screen.
import { useEffect, useState } from 'preact/hooks';
import { fieldProblem, problemText } from '../api/client';
import type { Role } from '../api/types';
import { t } from '../i18n';
import { Button, Notice, PinInput } from '../ui';
import { chooseSecret, me } from './account';

const PIN_LENGTH = 6;
const SHORTEST_PASSWORD = 12;

type Wrong = { current?: string | undefined; secret?: string | undefined; again?: string | undefined };

/** The server refuses what is easy to guess; here only what can be said at once. */
export const checkSecret = (role: Role, secret: string, again: string): Wrong => {
  const isPin = role === 'volunteer';
  const fits = isPin ? new RegExp(`^\\d{${PIN_LENGTH}}$`).test(secret) : secret.length >= SHORTEST_PASSWORD;
  if (!fits) return { secret: t(isPin ? 'secret.pin_wrong' : 'secret.password_wrong') };
  return again === secret ? {} : { again: t('secret.differs') };
};

type Props = { onChosen: () => void; onCancel?: () => void };

export const SecretForm = ({ onChosen, onCancel }: Props) => {
  const role = me.value?.user.role ?? 'volunteer';
  // Who came in with a one-time code has no secret to show; everybody else shows the present one.
  const hasSecret = !(me.value?.user.must_change_secret ?? false);
  const [current, setCurrent] = useState('');
  const [secret, setSecret] = useState('');
  const [again, setAgain] = useState('');
  const [wrong, setWrong] = useState<Wrong>({});
  const [failure, setFailure] = useState('');
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);

  const submit = async (event: Event) => {
    event.preventDefault();
    if (busy) return;
    const found: Wrong = hasSecret && !current ? { current: t('secret.current_required') } : checkSecret(role, secret, again);
    setWrong(found);
    setFailure('');
    setAttempt(attempt + 1);
    if (found.current || found.secret || found.again) return;
    setBusy(true);
    try {
      await chooseSecret(secret, hasSecret ? current : undefined);
      onChosen();
    } catch (thrown) {
      const refused: Wrong = { current: fieldProblem(thrown, '/current'), secret: fieldProblem(thrown, '/secret') };
      setWrong(refused);
      setFailure(refused.current || refused.secret ? '' : problemText(thrown));
      setAttempt(attempt + 2);
    } finally {
      setBusy(false);
    }
  };

  useEffect(() => {
    const id = wrong.current ? 'current-secret' : wrong.secret ? 'new-secret' : wrong.again ? 'new-secret-again' : '';
    document.getElementById(id)?.focus();
  }, [attempt]);

  const isPin = role === 'volunteer';
  const typing = { autoComplete: 'new-password', ...(isPin ? { inputMode: 'numeric' as const, maxLength: PIN_LENGTH } : {}) };
  return (
    <form class="sign-in-form" onSubmit={submit} noValidate>
      {failure && <Notice tone="returned" icon="warning" title={failure} live />}
      {hasSecret && (
        <PinInput id="current-secret" label={t(isPin ? 'secret.current_pin' : 'secret.current_password')} value={current} onValue={setCurrent} error={wrong.current} {...typing} autoComplete="current-password" />
      )}
      <PinInput id="new-secret" label={t(isPin ? 'secret.pin' : 'secret.password')} hint={t(isPin ? 'secret.pin_hint' : 'secret.password_hint')} value={secret} onValue={setSecret} error={wrong.secret} {...typing} />
      <PinInput id="new-secret-again" label={t('secret.again')} value={again} onValue={setAgain} error={wrong.again} {...typing} />
      <Button kind="primary" type="submit" wide big busy={busy}>
        {t('secret.choose')}
      </Button>
      {onCancel && (
        <Button kind="quiet" wide onClick={onCancel}>
          {t('action.cancel')}
        </Button>
      )}
    </form>
  );
};

/** Stands before everything else after a sign-in with a one-time code. */
export const NewSecret = ({ onChosen }: { onChosen: () => void }) => (
  <main class="sign-in" id="main">
    <header class="sign-in-brand">
      <h1>{t(me.value?.user.role === 'volunteer' ? 'secret.title_pin' : 'secret.title_password')}</h1>
      <p class="quiet">{t('secret.why')}</p>
    </header>
    <SecretForm onChosen={onChosen} />
  </main>
);
