// A file that is brought in: sent, asked after, and in words.
import { api, isProblem, ok, within } from '../../api/client';
import type { components } from '../../api/schema';
import { locale } from '../../i18n';
import type { QueueName } from '../review/queues';

export type Batch = components['schemas']['BatchOut'];
export type Fault = components['schemas']['FaultOut'];
export type Kind = Batch['kind'];

/** In the order in which a province brings them in: each leans on those before it. */
export const KINDS = ['hamlets', 'teams', 'people', 'sessions'] as const satisfies readonly Kind[];

export const LARGEST = 20 * 1024 * 1024;
/** Fifty thousand rows take a while to read. */
const LONGEST_MS = 300_000;

const LONGEST_NAME = 200;

/** `anyway`: though its headings are those of another list. */
type Sent = { id: string; kind: Kind; file: File; on: string; anyway: boolean };

/** Its end, which tells files apart, in whole letters. */
export const shortened = (name: string): string => [...name.normalize('NFC')].slice(-LONGEST_NAME).join('');

/** Under the same id again, the same file is the same batch. */
export const check = ({ id, kind, file, on, anyway }: Sent): Promise<Batch> =>
  ok(
    api.PUT('/api/v1/imports/{import_id}', {
      params: { path: { import_id: id }, query: { kind, name: shortened(file.name), on, ...(anyway && { anyway: 'yes' as const }) } },
      headers: { 'Content-Type': 'application/octet-stream' },
      body: '',
      bodySerializer: () => file,
      fetch: within(LONGEST_MS),
    }),
  );

const path = (id: string) => ({ params: { path: { import_id: id } } });

export const read = (id: string): Promise<Batch> => ok(api.GET('/api/v1/imports/{import_id}', path(id)));
export const apply = (id: string): Promise<Batch> => ok(api.POST('/api/v1/imports/{import_id}/apply', { ...path(id), fetch: within(LONGEST_MS) }));
/** `despite_unsent`: although phones of its people still hold sessions. */
export const undo = (id: string, despite_unsent = false): Promise<Batch> =>
  ok(
    api.POST('/api/v1/imports/{import_id}/undo', {
      params: { path: { import_id: id }, ...(despite_unsent && { query: { despite_unsent: 'true' as const } }) },
      fetch: within(LONGEST_MS),
    }),
  );

/** The next few hundred of those that wait without a hint; how many are left says the answer. */
export const approveSome = (id: string): Promise<Batch> => ok(api.POST('/api/v1/imports/{import_id}/approve', { ...path(id), fetch: within(LONGEST_MS) }));

/** The list that a file seems to be, where it was sent as another. */
export const seemingKind = (failure: unknown): Kind | undefined =>
  isProblem(failure) ? KINDS.find((kind) => kind === failure.body['other_kind']) : undefined;

/** A link sends what the browser prefers, not the language that its reader chose here. */
export const templateOf = (kind: Kind): string => `/api/v1/imports/templates/${kind}?language=${locale.value}`;
export const faultyRowsOf = (id: string): string => `/api/v1/imports/${id}/faults.xlsx?language=${locale.value}`;

/** Rows that would change something, or did. */
export const changing = ({ added, corrected }: Pick<Batch, 'added' | 'corrected'>): number => added + corrected;

export type Standing = 'working' | 'faulty' | 'nothing_new' | 'ready' | 'applied' | 'undone';

export const standingOf = (batch: Pick<Batch, 'state' | 'faults' | 'added' | 'corrected' | 'progress'>): Standing => {
  if (batch.progress !== null || batch.state === 'checking') return 'working';
  if (batch.state !== 'checked') return batch.state;
  if (batch.faults > 0) return 'faulty';
  return changing(batch) === 0 ? 'nothing_new' : 'ready';
};

/** Those that wait are for the level above whoever brought them in. */
export const queueOf = ({ waiting, may }: Pick<Batch, 'waiting' | 'may'>): QueueName => {
  if (waiting && waiting.approved > 0 && waiting.clean + waiting.flagged === 0) return 'approved';
  return may.includes('approve') ? 'pending' : 'above';
};
