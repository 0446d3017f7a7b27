// Name, number, a PIN of one's own. What was typed outlives a lost connection.
import { useEffect, useState } from 'preact/hooks';
import { canonicalPhone, canonicalSecret } from '../../account/account';
import { fieldProblem, isProblem, problemText } from '../../api/client';
import { Button, Card, ErrorSummary, Notice, PinInput, TextInput } from '../../ui';
import type { Invitation, Newcomer } from './calls';
import { check, type Wrong } from './check';
import { keepTyped, typedFor } from './kept';
import { t } from './texts';

const FIELDS = ['name', 'phone', 'secret', 'again'] as const;
const idOf = (field: (typeof FIELDS)[number]): string => `join-${field}`;

const isTaken = (failure: unknown): boolean =>
  isProblem(failure) && failure.errors.some(({ pointer, code }) => pointer === '/phone' && code === 'phone_in_use');

const refused = (failure: unknown): Wrong =>
  Object.fromEntries((['name', 'phone', 'secret'] as const).map((field) => [field, fieldProblem(failure, `/${field}`)]));

const Privacy = () => (
  <Card title={t('join.privacy')}>
    <ul class="plain-points">
      <li>{t('join.privacy_you')}</li>
      <li>{t('join.privacy_pin')}</li>
      <li>{t('join.privacy_people')}</li>
    </ul>
  </Card>
);

type Props = { token: string; invitation: Invitation; onJoin: (requestId: string, newcomer: Newcomer) => Promise<void> };

export const JoinForm = ({ token, invitation, onJoin }: Props) => {
  const [typed, setTyped] = useState(() => typedFor(token, invitation.name ?? ''));
  const [secret, setSecret] = useState('');
  const [again, setAgain] = useState('');
  /** The number that turned out to have an account. */
  const [known, setKnown] = useState('');
  const [wrong, setWrong] = useState<Wrong>({});
  const [failure, setFailure] = useState('');
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  const phone = canonicalPhone(typed.phone);
  const isKnown = known !== '' && known === phone;
  const type = (part: { name?: string; phone?: string }) => {
    const next = { ...typed, ...part };
    setTyped(next);
    keepTyped(token, next);
  };

  const show = (found: Wrong) => {
    setWrong(found);
    setAttempt((before) => before + 1);
    return Object.values(found).some(Boolean);
  };
  const submit = async (event: Event) => {
    event.preventDefault();
    if (busy) return;
    setFailure('');
    if (show(check({ ...typed, secret, again }, isKnown))) return;
    setBusy(true);
    try {
      await onJoin(typed.request_id, { name: typed.name.trim().normalize('NFC'), phone, secret: canonicalSecret(secret) });
    } catch (thrown) {
      if (isTaken(thrown)) {
        show(isKnown ? { secret: t('join.present_wrong') } : {});
        setKnown(phone);
        setSecret('');
      } else if (!show(refused(thrown))) setFailure(problemText(thrown));
    } finally {
      setBusy(false);
    }
  };

  const errors = FIELDS.flatMap((field) => (wrong[field] ? [{ id: idOf(field), text: wrong[field] ?? '' }] : []));
  useEffect(() => {
    if (errors.length === 1) document.getElementById(errors[0]?.id ?? '')?.focus();
  }, [attempt]);
  useEffect(() => {
    if (isKnown) document.getElementById(idOf('secret'))?.focus();
  }, [isKnown]);

  const pin = { inputMode: 'numeric', maxLength: 6 } as const;
  return (
    <form class="sign-in-form" onSubmit={submit} noValidate>
      {failure && (
        <Notice tone="returned" icon="warning" title={failure} live>
          {t('join.kept')}
        </Notice>
      )}
      {errors.length > 1 && <ErrorSummary errors={errors} attempt={attempt} />}
      <TextInput id={idOf('name')} label={t('join.name')} autoComplete="name" value={typed.name} onValue={(name) => type({ name })} error={wrong.name} />
      <TextInput id={idOf('phone')} type="tel" inputMode="tel" autoComplete="username" label={t('join.phone')} hint={t('join.phone_hint')} value={typed.phone} onValue={(phone) => type({ phone })} error={wrong.phone} />
      {isKnown ? (
        <>
          <Notice tone="pending" icon="info" title={t('join.known')} live>
            {t('join.known_help')}
          </Notice>
          {/* Another field, not the same one changed: what the first may hold at most must not stay with it. */}
          <PinInput key="present" id={idOf('secret')} label={t('join.present')} value={secret} onValue={setSecret} error={wrong.secret} />
        </>
      ) : (
        <>
          <PinInput key="chosen" id={idOf('secret')} label={t('join.pin')} hint={t('join.pin_hint')} value={secret} onValue={setSecret} error={wrong.secret} {...pin} autoComplete="new-password" />
          <PinInput id={idOf('again')} label={t('join.again')} value={again} onValue={setAgain} error={wrong.again} {...pin} autoComplete="new-password" />
        </>
      )}
      <Privacy />
      <Button kind="primary" type="submit" wide big busy={busy}>
        {t('join.submit')}
      </Button>
    </form>
  );
};
