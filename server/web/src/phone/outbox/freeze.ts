// From here on the text of a session is never made again: every try sends the very same one.
import type { SessionBody } from '../../api/types';
import { stamp, type Stamp } from '../../data/clock';
import { bodyOfSession } from '../form/form';
import { placeName } from '../places';
import type { CachedSession } from '../store/schema';
import type { Frozen } from '../store/unsent';
import { hashOf } from './hash';

const now = () => ({ frozenAt: new Date().toISOString(), stamp: stamp(), refusal: null });

type Given = { id: string; body: SessionBody; etag: string | null; place: string; dayIsSure: boolean; stamp?: Stamp | undefined };

export const freeze = async ({ body, etag, stamp: taken, ...given }: Given): Promise<Frozen> => {
  const text = JSON.stringify(body);
  return { ...given, ...now(), op: etag ? 'amend' : 'record', stamp: taken ?? stamp(), body: text, reason: null, hash: await hashOf(text), etag };
};

/** With what the session holds, for the person to see what it is about. */
export const freezeWithdrawal = (session: CachedSession, reason: string): Frozen => ({
  ...now(),
  id: session.id,
  op: 'withdraw',
  body: JSON.stringify({ ...bodyOfSession(session), nil: session.nil }),
  reason: reason.normalize('NFC'),
  hash: null,
  etag: session.etag,
  place: placeName(session.place),
  dayIsSure: true,
});
