// Two records of one event beside each other, and what merging them means: pure, but for the calls.
import { api, ok } from '../../api/client';
import type { SessionDetail, Similar } from '../../api/types';
import { DASH, pair, shown, SPLITS, type Figures, type Format, type Row } from './facts';

type Numbers = Pick<SessionDetail, 'participants' | 'services' | (typeof SPLITS)[number]>;
const row = (key: string, left: Figures, right: Figures, service?: string): Row => ({
  key,
  ...(service && { service }),
  left,
  right,
  isMarked: left.join() !== right.join(),
});

/** The numbers of both, in the order of the form: what either of them has. */
export const beside = (mine: Numbers, theirs: Numbers, format: Format): Row[] => {
  const taught = (of: Numbers, service: string) => of.services.find((one) => one.service === service);
  const services = [...new Set([...mine.services, ...theirs.services].map(({ service }) => service))];
  return [
    row('turns', [shown(mine.participants, format)], [shown(theirs.participants, format)]),
    ...services.map((service) => {
      const [ours, others] = [taught(mine, service), taught(theirs, service)];
      return row(`service-${service}`, pair(ours?.assisted, ours?.completed, format), pair(others?.assisted, others?.completed, format), service);
    }),
    ...SPLITS.filter((key) => mine[key] !== null || theirs[key] !== null).map((key) => row(key, [shown(mine[key], format)], [shown(theirs[key], format)])),
  ];
};

/** What only the record that goes has: it is not added to the one that stays. */
export const lost = (stays: Numbers, goes: Numbers): Row[] =>
  beside(stays, goes, String).filter(({ left, right }) => left.every((one) => one === DASH) && right.some((one) => one !== DASH));

/** Which of the two stands for both, unless the officer says otherwise: the one that is approved. */
export const keptFirst = (mine: Pick<SessionDetail, 'state'>, theirs: Pick<Similar, 'state'>): 'mine' | 'theirs' =>
  theirs.state === 'approved' && mine.state !== 'approved' ? 'theirs' : 'mine';

type Versioned = { id: string; etag: string };

/** Gives the one that is kept. */
export const merge = (kept: Versioned, other: Versioned, comment: string): Promise<SessionDetail> =>
  ok(
    api.POST('/api/v1/sessions/{session_id}/merge', {
      params: { path: { session_id: kept.id }, header: { 'If-Match': kept.etag } },
      body: { other: { id: other.id, etag: other.etag }, ...(comment && { comment }) },
    }),
  );

/** Gives the one that waits for review again. */
export const takeApart = async (id: string): Promise<SessionDetail> => {
  const path = { session_id: id };
  const { version } = await ok(api.GET('/api/v1/sessions/{session_id}', { params: { path } }));
  return ok(api.DELETE('/api/v1/sessions/{session_id}/merge', { params: { path, header: { 'If-Match': `"v${version}"` } } }));
};
