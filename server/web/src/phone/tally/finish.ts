// From the count into the form, and back while the session has not been sent.
import { loadCatalogue } from '../../data/catalogue';
import { time } from '../../i18n/formats';
import { isTouched, type Form } from '../form/form';
import { hasResult, manyPerPerson } from '../form/services';
import { blankOf } from '../form/start';
import { NEW_DRAFT } from '../store/drafts';
import { newUuid } from '../../data/uuid';
import type { Store } from '../store/open';
import type { Draft } from '../store/schema';
import { chosenTeam, teams } from '../team/team';
import { read } from './running';
import { intoForm, outOfForm, type Tally } from './tally';

const saysNothing = ({ participants, note, services }: Form): boolean =>
  participants === null && note === '' && !Object.values(services).some(isTouched);

/** Another session that is half written: the count must not take its place unasked. */
export const draftInTheWay = async (store: Store): Promise<Draft | null> => {
  const draft = await store.drafts.get(NEW_DRAFT);
  return draft && !saysNothing(draft.form) ? draft : null;
};

/** The count is dropped only as the draft takes it. */
export const finish = async (store: Store, tally: Tally): Promise<void> => {
  await loadCatalogue();
  const lead = teams().find(({ id }) => id === tally.team_id) ?? null;
  const draft = await store.drafts.get(NEW_DRAFT);
  const base = tally.written?.form ?? draft?.form ?? (await blankOf(lead, store));
  const own = base.team_id === tally.team_id || !lead ? base : { ...base, team_id: lead.id, place_id: lead.home.id };
  const form = intoForm(own, tally, time(tally.startedAt), { manyPerPerson: manyPerPerson(), hasResult });
  const id = tally.written?.id ?? draft?.id ?? newUuid();
  await store.tally.intoDraft({ key: NEW_DRAFT, id, form, etag: null, savedAt: new Date().toISOString() }, tally.team_id);
  chosenTeam.value = tally.team_id;
  await read(store);
};

export const countOn = async (store: Store, id: string, form: Form): Promise<void> => {
  const tally = outOfForm(id, form);
  if (!tally) return;
  await store.tally.outOfDraft(tally, NEW_DRAFT);
  await read(store);
};
