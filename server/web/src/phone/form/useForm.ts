// The form's life on screen: what it holds, what is wrong with it, and its draft.
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { catalogue, unbroken } from '../../data/catalogue';
import { isDoubtful, latestDay, stamp, today } from '../../data/clock';
import { t } from '../i18n';
import { unfinished, unfinishedOf } from '../outbox/outbox';
import { NEW_DRAFT } from '../store/drafts';
import type { Store } from '../store/open';
import { check, type Errors } from './check';
import { keepDraft } from './drafts';
import { changed, taughtAnew, type Form, type Taught } from './form';
import { formField, stillStanding } from './marks';
import { manyPerPerson } from './services';
import type { Start } from './start';

export type Editing = {
  form: Form;
  errors: Errors;
  attempt: number;
  savedAt: string | null;
  /** What was typed last could not be saved. */
  isUnsaved: boolean;
  set: (change: Partial<Form>) => void;
  teach: (service: string, change: Partial<Taught>) => void;
  /** Whether it may be sent; else the errors show. */
  isReady: () => boolean;
  saveNow: () => void;
  stopSaving: () => void;
};

const officersMarks = ({ review }: Start): Errors =>
  Object.fromEntries(
    (review?.fields ?? []).map((field) => [formField(field), t('form.officer_says', { words: unbroken(review?.comment || t('form.look_again')) })]),
  );

export const useForm = (start: Start, store: Store): Editing => {
  const [form, setForm] = useState(start.form);
  const [attempt, setAttempt] = useState(Object.keys(start.errors).length > 0 ? 1 : 0);
  const [hasTried, setTried] = useState(false);
  const [savedAt, setSavedAt] = useState<string | null>(null);
  const [isUnsaved, setUnsaved] = useState(false);
  const saved = (at: string | null, kept: Form) => {
    setSavedAt(at);
    setUnsaved(at === null);
    if (at !== null && start.key === NEW_DRAFT) unfinished.value = unfinishedOf(kept, at);
  };
  const keeper = useMemo(() => keepDraft(store, start, saved), []);

  // A blank form left open over midnight is about the day on which somebody comes back to it.
  const untouched = useRef(start.key === NEW_DRAFT && !start.restoredAt ? start.form : null);
  const takeDayAnew = () => {
    if (document.visibilityState !== 'visible' || isDoubtful()) return;
    setForm((before) => {
      if (before !== untouched.current || !before.dayTaken || before.date === '' || before.date === today()) return before;
      untouched.current = { ...before, date: today(), dayTaken: stamp() };
      return untouched.current;
    });
  };

  useEffect(() => {
    document.addEventListener('visibilitychange', takeDayAnew);
    addEventListener('pagehide', keeper.flush);
    document.addEventListener('visibilitychange', keeper.flush);
    return () => {
      document.removeEventListener('visibilitychange', takeDayAnew);
      removeEventListener('pagehide', keeper.flush);
      document.removeEventListener('visibilitychange', keeper.flush);
      keeper.flush();
    };
  }, []);

  const limits = catalogue.value?.limits;
  const find = (): Errors => (limits ? check(form, { limits, today: latestDay(), manyPerPerson: manyPerPerson() }) : {});
  const change = (next: (form: Form) => Form) =>
    setForm((before) => {
      const after = next(before);
      keeper.note(after);
      return after;
    });
  const standing = stillStanding({ ...officersMarks(start), ...start.errors }, start.form, form);
  return {
    form,
    errors: { ...standing, ...(hasTried ? find() : {}) },
    attempt,
    savedAt,
    isUnsaved,
    set: (part) => change((before) => changed(before, part)),
    teach: (service, part) => change((before) => taughtAnew(before, service, part)),
    isReady: () => {
      const found = Object.keys(find());
      setTried(true);
      setAttempt(attempt + 1);
      return found.length === 0;
    },
    saveNow: keeper.flush,
    stopSaving: keeper.stop,
  };
};
