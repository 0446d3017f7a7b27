// The sign-in over work that waits. It is a <dialog> itself: whatever box stands open beneath is modal,
// and would leave a page beside it that no finger can reach.
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../i18n';
import { SignIn } from './SignIn';

export const Again = () => {
  const dialog = useRef<HTMLDialogElement>(null);
  const before = useRef({ focused: document.activeElement, y: scrollY });
  const stand = () => void (dialog.current?.open === false && dialog.current.showModal());
  useEffect(() => {
    stand();
    const { focused, y } = before.current;
    // Once the work is to be seen again: on with the word that was being written.
    return () =>
      void requestAnimationFrame(() => {
        scrollTo(0, y);
        if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
      });
  }, []);
  // Escape leads nowhere: there is nothing to go back to before somebody has signed in.
  return (
    <dialog ref={dialog} class="signed-out" aria-label={t('sign_in.submit')} onCancel={(event) => event.preventDefault()} onClose={stand}>
      <SignIn again onSignedIn={() => {}} />
    </dialog>
  );
};
