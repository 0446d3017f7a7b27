// A sheet on screen: what is typed, what is wrong with it, and its way to the server. Until the
// server has it, it stays, under the same id: sent twice it counts once.
import { useState } from 'preact/hooks';
import { api, isProblem, ok, type ApiProblem } from '../../api/client';
import type { Session, SessionBody } from '../../api/types';
import { catalogue } from '../../data/catalogue';
import { check, serverErrors, type Errors } from '../../phone/form/check';
import { doubts, type Doubt } from '../../phone/form/doubts';
import { changed, taughtAnew, type Form, type Taught } from '../../phone/form/form';
import { manyPerPerson } from '../../phone/form/services';
import { today } from '../shell/current';
import { bodyOfEntry, type Entry } from './entry';
import { besides } from './reads';

const APP = 'office';

export type Editing = {
  form: Form;
  errors: Errors;
  attempt: number;
  busy: boolean;
  failure: ApiProblem | null;
  asked: readonly Doubt[];
  set: (part: Partial<Form>) => void;
  teach: (service: string, part: Partial<Taught>) => void;
  save: (isSure?: boolean) => Promise<void>;
};

const send = async ({ id, etag }: Entry, body: SessionBody): Promise<Session> =>
  ok(
    api.PUT('/api/v1/sessions/{session_id}', {
      params: { path: { session_id: id }, ...(etag && { header: { 'If-Match': etag } }) },
      // The codes are the catalogue's, which the server has given.
      body: body as never,
    }),
  );

export const useEntry = (entry: Entry, change: (entry: Entry) => void, onSaved: (session: Session) => void, isAfterSaved: boolean): Editing => {
  const { form } = entry;
  const [isTouched, setTouched] = useState(false);
  const [hasTried, setTried] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ApiProblem | null>(null);
  const [said, setSaid] = useState<Errors>({});
  const [asked, setAsked] = useState<readonly Doubt[]>([]);

  const limits = catalogue.value?.limits;
  const find = (): Errors => (limits ? check(form, { limits, today: today.value, manyPerPerson: manyPerPerson() }) : {});
  const edit = (next: Form) => {
    // What was said of it was said of something else.
    setSaid({});
    setAsked([]);
    setTouched(true);
    change({ ...entry, form: next });
  };
  const save = async (isSure = false) => {
    // Once too often after the last one was saved: there is nothing yet to judge.
    if (busy || (isAfterSaved && !isTouched)) return;
    setTried(true);
    setAttempt((n) => n + 1);
    if (Object.keys(find()).length > 0) return;
    setBusy(true);
    setFailure(null);
    const body = bodyOfEntry(entry, { created_at: new Date().toISOString(), app_version: APP });
    try {
      const doubtful = isSure || entry.etag ? [] : doubts(entry.id, body, await besides(form.team_id, form.date));
      setAsked(doubtful);
      if (doubtful.length === 0) onSaved(await send(entry, body));
    } catch (thrown) {
      if (!isProblem(thrown)) throw thrown;
      setSaid(serverErrors(thrown.errors, body));
      setFailure(thrown);
    } finally {
      setBusy(false);
    }
  };
  return {
    form,
    errors: { ...said, ...(hasTried ? find() : {}) },
    attempt,
    busy,
    failure,
    asked,
    set: (part) => edit(changed(form, part)),
    teach: (service, part) => edit(taughtAnew(form, service, part)),
    save,
  };
};
