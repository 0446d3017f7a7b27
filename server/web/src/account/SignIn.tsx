// P1: one sign-in for everybody; the server knows who has a PIN and who a password.
import type { ComponentChildren, ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { fieldProblem, isProblem, problemText } from '../api/client';
import type { Me } from '../api/types';
import { t } from '../i18n';
import { Button, ErrorSummary, LocaleSwitch, Lotus, Notice, PinInput, TextInput } from '../ui';
import { canonicalPhone, homeOf, INVITED, isPhone, OFFICE, signIn } from './account';

type Props = {
  /** What to do then; without it each goes to their own app. */
  onSignedIn?: (me: Me) => void;
  /** Shown over work that waits: what was being written is kept. */
  again?: boolean;
  /** Back to what waits, to sign in another time. */
  onCancel?: () => void;
  /** What else this device has to say. */
  children?: ComponentChildren;
};

type Wrong = { phone?: string | undefined; secret?: string | undefined };

const check = (phone: string, secret: string): Wrong => ({
  phone: !phone ? t('sign_in.phone_required') : isPhone(phone) ? undefined : t('sign_in.phone_wrong'),
  secret: secret ? undefined : t('sign_in.secret_required'),
});

const refused = (failure: unknown): Wrong | null => {
  const byField = { phone: fieldProblem(failure, '/phone'), secret: fieldProblem(failure, '/secret') };
  if (byField.phone || byField.secret) return byField;
  if (isProblem(failure) && failure.status === 401) return { secret: `${failure.detail || t('sign_in.wrong')} ${t('sign_in.code_too')}` };
  return null;
};

const goHome = (me: Me): void => {
  const home = homeOf(me.user.role);
  const isThere = location.pathname.startsWith(OFFICE) === (home === OFFICE);
  if (!isThere) location.assign(home);
};

export const SignIn = ({ onSignedIn = goHome, again, onCancel, children }: Props) => {
  const [phone, setPhone] = useState('');
  const [secret, setSecret] = useState('');
  const [wrong, setWrong] = useState<Wrong>({});
  const [failure, setFailure] = useState('');
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  // Comes when it is asked for: few forget.
  const [Forgot, setForgot] = useState<ComponentType<{ onClose: () => void }> | null>(null);
  const forgot = () => import('./Forgot').then((m) => setForgot(() => m.Forgot), () => setFailure(t('error.network')));
  const [isLocked, setLocked] = useState(false);

  const submit = async (event: Event) => {
    event.preventDefault();
    if (busy) return;
    const number = canonicalPhone(phone);
    const found = check(number, secret);
    setFailure('');
    setWrong(found);
    setAttempt(attempt + 1);
    if (found.phone || found.secret) return;
    setBusy(true);
    try {
      onSignedIn(await signIn(number, secret));
    } catch (thrown) {
      const byField = refused(thrown);
      setWrong(byField ?? {});
      setFailure(byField ? '' : problemText(thrown));
      setLocked(isProblem(thrown) && thrown.status === 429);
      setAttempt(attempt + 2);
    } finally {
      setBusy(false);
    }
  };

  const errors = [
    ...(wrong.phone ? [{ id: 'phone', text: wrong.phone }] : []),
    ...(wrong.secret ? [{ id: 'secret', text: wrong.secret }] : []),
  ];

  useEffect(() => {
    // Two errors make a summary, which takes the focus itself.
    if (errors.length === 1) document.getElementById(errors[0]?.id ?? '')?.focus();
  }, [attempt]);

  return (
    <main class="sign-in" id="main">
      <header class="sign-in-brand">
        <Lotus size={56} />
        <h1>{t('app.name')}</h1>
        <p class="quiet">{t('app.owner')}</p>
      </header>
      <form class="sign-in-form" onSubmit={submit} noValidate>
        {again && <Notice tone="pending" title={t('sign_in.again')} />}
        {failure &&
          (isLocked ? (
            <Notice tone="pending" icon="clock" title={failure} live>
              {t('sign_in.locked_help')}
            </Notice>
          ) : (
            <Notice tone="returned" icon="warning" title={failure} live />
          ))}
        {errors.length > 1 && <ErrorSummary errors={errors} attempt={attempt} />}
        <TextInput id="phone" type="tel" inputMode="tel" autoComplete="username" label={t('sign_in.phone')} value={phone} onValue={setPhone} error={wrong.phone} />
        <PinInput id="secret" label={t('sign_in.secret')} hint={t('sign_in.secret_hint')} value={secret} onValue={setSecret} error={wrong.secret} />
        <Button kind="primary" type="submit" wide big busy={busy}>
          {t(busy ? 'sign_in.busy' : 'sign_in.submit')}
        </Button>
        <Button kind="quiet" wide onClick={() => void forgot()}>
          {t('sign_in.forgot')}
        </Button>
        {!again && (
          <Button kind="quiet" wide href={INVITED}>
            {t('sign_in.have_invitation')}
          </Button>
        )}
      </form>
      {onCancel && (
        <Button kind="quiet" wide onClick={onCancel}>
          {t('sign_in.later')}
        </Button>
      )}
      {children}
      <LocaleSwitch />
      {Forgot && <Forgot onClose={() => setForgot(null)} />}
    </main>
  );
};
