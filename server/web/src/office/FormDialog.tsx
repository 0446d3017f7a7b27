// A dialog that adds something: says what is wrong only after a try, and sends once.
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { fieldProblem, isProblem } from '../api/client';
import { Button, Dialog, Notice } from '../ui';
import { failureText } from './failure';
import { t } from './i18n';

/** What is wrong with a field: our own word if there is one, else the server's. */
export type Wrong = (pointer: string, own?: string | false) => string | undefined;

type Props = {
  title: string;
  action: string;
  kind?: 'primary' | 'danger';
  isReady: boolean;
  save: () => Promise<void>;
  /** Whether the form itself now asks about what it failed for, which is then not said as a failure. */
  learn?: (failure: unknown) => boolean;
  onClose: () => void;
  children: (wrong: Wrong) => ComponentChildren;
};

/** To what is wrong with a field, or else what is said above them: in a long form on a phone it is out of sight. */
const goToWrong = (form: HTMLElement | null) => {
  const error = form?.querySelector('.error-text');
  error?.closest('.field')?.querySelector<HTMLElement>('input, select, textarea, button')?.focus();
  (error ?? form?.firstElementChild)?.scrollIntoView({ block: 'nearest' });
};

export const FormDialog = ({ title, action, kind = 'primary', isReady, save, learn, onClose, children }: Props) => {
  const form = useRef<HTMLDivElement>(null);
  const [tried, setTried] = useState(false);
  const [attempts, setAttempts] = useState(0);
  useEffect(() => {
    if (attempts > 0) goToWrong(form.current);
  }, [attempts]);
  const [failure, setFailure] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const send = async () => {
    setTried(true);
    if (!isReady) setAttempts(attempts + 1);
    if (!isReady || busy) return;
    setBusy(true);
    setFailure(null);
    try {
      await save();
    } catch (thrown) {
      if (learn?.(thrown)) setTried(false);
      else {
        setFailure(thrown);
        setAttempts(attempts + 1);
      }
    } finally {
      setBusy(false);
    }
  };
  const wrong: Wrong = (pointer, own) => (tried && own ? own : fieldProblem(failure, pointer));
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      actions={
        <>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button kind={kind} busy={busy} onClick={() => void send()}>
            {action}
          </Button>
        </>
      }
    >
      <div class="stack" ref={form}>
        {isProblem(failure) && failure.errors.length === 0 && <Notice tone="returned" icon="warning" title={failureText(failure)} live />}
        {children(wrong)}
      </div>
    </Dialog>
  );
};
