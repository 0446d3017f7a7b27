// Keeps what is being written: after each pause in typing, and at once when the app goes away.
import type { Store } from '../outbox/store';
import type { Form } from './form';

const PAUSE_MS = 400;

export type DraftKeeper = { note: (form: Form) => void; flush: () => void; stop: () => void };

export const keepDraft = (store: Store, key: string, etag: string | null, onSaved: (at: string) => void): DraftKeeper => {
  let latest: Form | null = null;
  let timer = 0;
  const flush = () => {
    clearTimeout(timer);
    const form = latest;
    latest = null;
    if (!form) return;
    const savedAt = new Date().toISOString();
    store.saveDraft({ key, form, etag, savedAt }).then(() => onSaved(savedAt), () => {});
  };
  return {
    note: (form) => {
      latest = form;
      clearTimeout(timer);
      timer = setTimeout(flush, PAUSE_MS) as unknown as number;
    },
    flush,
    stop: () => {
      latest = null;
      clearTimeout(timer);
    },
  };
};
