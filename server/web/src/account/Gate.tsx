// Stands before the office: it shows the sign-in until the server knows who is there. The phone has a
// door of its own (phone/shell/Entrance), which opens without a network.
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { problemText, signedOut } from '../api/client';
import { t } from '../i18n';
import { Button, EmptyState, Loading } from '../ui';
import { finishLeaving, loadMe, me } from './account';
import { Again } from './Again';
import { NewSecret } from './NewSecret';
import { SignIn } from './SignIn';

/** Work in progress stays mounted, hidden, while its author signs in again. */
export const Gate = ({ children }: { children: () => ComponentChildren }) => {
  const [failure, setFailure] = useState('');
  const load = () => {
    setFailure('');
    finishLeaving().then(loadMe).catch((thrown: unknown) => setFailure(problemText(thrown)));
  };
  useEffect(load, []);

  if (signedOut.value && !me.value) return <SignIn />;
  if (me.value?.user.must_change_secret && !signedOut.value) return <NewSecret onChosen={load} />;
  if (me.value) {
    return (
      <>
        {signedOut.value && <Again />}
        {/* Another person on this phone starts afresh: nothing of the first one's stays on screen. */}
        <div key={me.value.user.id} hidden={signedOut.value}>
          {children()}
        </div>
      </>
    );
  }
  if (!failure) return <Loading />;
  return (
    <main id="main">
      <EmptyState icon="offline" title={failure} action={<Button onClick={load}>{t('action.retry')}</Button>} />
    </main>
  );
};
