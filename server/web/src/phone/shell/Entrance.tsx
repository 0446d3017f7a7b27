// The phone's door: open at once for whoever is known on this device, with or without signal. Expired
// tokens are no wall; signing out is one.
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { asksForPin, enter, loadMe, lookAgain, me } from '../../account/account';
import { SignIn } from '../../account/SignIn';
import { problemText, signedOut } from '../../api/client';
import type { Me } from '../../api/types';
import { go, match, place } from '../../router';
import { Button, EmptyState, Loading, Notice } from '../../ui';
import { t } from '../i18n';
import { waitingHere } from '../join/kept';
import { HOME, INVITED, invitedPath } from '../paths';
import { Others } from '../me/Others';
import { lazily } from './lazily';
import { leaveIfIdle } from './shared';

const NewSecret = lazily(() => import('../../account/NewSecret').then((m) => m.NewSecret));
const JoinScreen = lazily(() => import('../join/JoinScreen').then((m) => m.JoinScreen));

/** The code of the invitation that was opened; '' where it is still to be typed. */
const invitedBy = (path: string): string | null => match(invitedPath(':code'), path)?.['code'] ?? (match(INVITED, path) ? '' : null);

const WaitingHere = () => {
  const request = waitingHere();
  return request && <Notice tone="pending" title={t('team.waiting_here', { team: request.team })} href={invitedPath(request.token)} />;
};

const goOn = (before: Me | null) => (now: Me) => {
  asksForPin.value = false;
  // Somebody else begins at the beginning.
  if (before?.user.id !== now.user.id) go(HOME, { replace: true });
};

/** Over the page: what is being written stays as it is, and where it was. */
const Again = ({ person }: { person: Me }) => {
  const at = useRef(scrollY);
  useEffect(() => () => scrollTo(0, at.current), []);
  return <SignIn again onSignedIn={goOn(person)} onCancel={() => (asksForPin.value = false)} />;
};

const useStillHere = () =>
  useEffect(() => {
    const look = () => void (document.visibilityState === 'visible' && lookAgain());
    document.addEventListener('visibilitychange', look);
    const stop = signedOut.subscribe((is) => void (is && lookAgain()));
    return () => {
      document.removeEventListener('visibilitychange', look);
      stop();
    };
  }, []);

export const Entrance = ({ children }: { children: () => ComponentChildren }) => {
  const [entered, setEntered] = useState(false);
  const [failure, setFailure] = useState('');
  const load = () => {
    setFailure('');
    leaveIfIdle()
      .then(enter)
      .catch((thrown: unknown) => signedOut.value || setFailure(problemText(thrown)))
      .finally(() => setEntered(true));
  };
  useEffect(load, []);
  useStillHere();

  const person = me.value;
  const code = invitedBy(place.value.path);
  // An invitation opens for everybody, signed in or not.
  if (code !== null && !person?.user.must_change_secret) return entered ? <JoinScreen code={code} /> : <Loading />;
  if (!person && failure) {
    return (
      <main id="main">
        <EmptyState icon="offline" title={failure} action={<Button onClick={load}>{t('action.retry')}</Button>} />
      </main>
    );
  }
  if (!person) {
    if (!entered) return <Loading />;
    return (
      <SignIn>
        <WaitingHere />
        <Others />
      </SignIn>
    );
  }
  if (person.user.must_change_secret) return <NewSecret onChosen={() => void loadMe().catch(() => {})} />;
  return (
    <>
      {asksForPin.value && <Again person={person} />}
      {/* Another person on this phone starts afresh: nothing of the first one's stays on screen. */}
      <div key={person.user.id} hidden={asksForPin.value}>
        {children()}
      </div>
    </>
  );
};
