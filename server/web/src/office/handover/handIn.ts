// Somebody else's unsent work to the server, in batches that it takes.
import { api, ok } from '../../api/client';
import type { Verdict } from '../../api/types';
import type { Carried, Handover } from '../../data/handover';

const AT_MOST = 50;
/** Well under what a batch may weigh, in letters that take up to three bytes. */
const LETTERS_AT_MOST = 60_000;

const weight = ({ session, reason }: Carried): number => (session?.length ?? 0) + (reason?.length ?? 0) + 200;

/** In order, for an amendment comes after what it amends. */
export const inBatches = (items: readonly Carried[]): Carried[][] => {
  const batches: Carried[][] = [];
  let letters = 0;
  for (const item of items) {
    const last = batches[batches.length - 1];
    letters += weight(item);
    if (last && last.length < AT_MOST && letters <= LETTERS_AT_MOST) last.push(item);
    else {
      batches.push([item]);
      letters = weight(item);
    }
  }
  return batches;
};

type Signed = { id: number; device: string };

/** A verdict for each item, in their order. */
export const handIn = async ({ author_id, items }: Handover, by: Signed, now: () => string): Promise<Verdict[]> => {
  const verdicts: Verdict[] = [];
  for (const batch of inBatches(items)) {
    const body = {
      user_id: by.id,
      device_id: by.device,
      device_time: now(),
      ...(author_id !== by.id && { recorded_by: author_id }),
      items: batch.map(({ op, id, if_match, session, reason }, at) => ({
        client_seq: at + 1,
        op,
        id,
        if_match,
        session: session === null ? null : (JSON.parse(session) as Record<string, unknown>),
        reason,
      })),
    };
    verdicts.push(...(await ok(api.POST('/api/v1/sync', { body }))).results);
  }
  return verdicts;
};

export type Outcome = 'new' | 'replay' | 'amended' | 'withdrawn' | 'gone' | 'refused' | 'later';
type Given = Pick<Verdict, 'status' | 'replay'> & { problem: { retryable: boolean } | null };

const GONE = 410;

export const outcomeOf = ({ op }: Carried, { status, replay, problem }: Given): Outcome => {
  if (status === GONE) return 'gone';
  if (problem) return problem.retryable ? 'later' : 'refused';
  if (replay) return 'replay';
  if (op === 'withdraw') return 'withdrawn';
  return status === 201 ? 'new' : 'amended';
};

/** Handed in again, what is settled would only be settled again. */
export const isSettled = (item: Carried, given: Given | undefined): boolean => given !== undefined && !['refused', 'later'].includes(outcomeOf(item, given));
