// Keeps what is being written: every keystroke at once, as the page may be gone before any pause.
import type { Store } from '../store/open';
import type { Form } from './form';
import type { Start } from './start';

export type DraftKeeper = { note: (form: Form) => void; flush: () => void; stop: () => void };

/** `onSaved` hears of every try: null when what was typed last is not kept. */
export const keepDraft = (store: Store, { key, id, etag }: Pick<Start, 'key' | 'id' | 'etag'>, onSaved: (at: string | null, form: Form) => void): DraftKeeper => {
  let latest: Form | null = null;
  let isSaving = false;
  const flush = () => {
    const form = latest;
    latest = null;
    if (!form) return;
    const savedAt = new Date().toISOString();
    isSaving = true;
    store.drafts
      .save({ key, id, form, etag, savedAt })
      .then(() => onSaved(savedAt, form), () => onSaved(null, form))
      .then(() => {
        isSaving = false;
        flush();
      });
  };
  return {
    // What comes while one is being written is written next, in its last state only.
    note: (form) => {
      latest = form;
      if (!isSaving) flush();
    },
    // On the way out of the page nothing waits for its turn.
    flush,
    stop: () => {
      latest = null;
    },
  };
};
