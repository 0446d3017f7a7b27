// The phone's door: open at once for whoever is known on this device, with or without signal. Expired
// tokens are no wall; signing out is one.
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { asksForPin, enter, loadMe, lookAgain, me } from '../../account/account';
import { NewSecret } from '../../account/NewSecret';
import { SignIn } from '../../account/SignIn';
import { problemText, signedOut } from '../../api/client';
import type { Me } from '../../api/types';
import { go } from '../../router';
import { Button, EmptyState, Loading } from '../../ui';
import { t } from '../i18n';
import { HOME } from '../paths';

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

type Props = { children: () => ComponentChildren; note?: ComponentChildren };

export const Entrance = ({ children, note }: Props) => {
  const [entered, setEntered] = useState(false);
  const [failure, setFailure] = useState('');
  const load = () => {
    setFailure('');
    enter()
      .catch((thrown: unknown) => signedOut.value || setFailure(problemText(thrown)))
      .finally(() => setEntered(true));
  };
  useEffect(load, []);
  useStillHere();

  const person = me.value;
  if (!person && failure) {
    return (
      <main id="main">
        <EmptyState icon="offline" title={failure} action={<Button onClick={load}>{t('action.retry')}</Button>} />
      </main>
    );
  }
  if (!person) return entered ? <SignIn>{note}</SignIn> : <Loading />;
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
