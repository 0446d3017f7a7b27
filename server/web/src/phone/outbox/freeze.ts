// From here on the text of a session is never made again: every try sends the very same one.
import type { SessionBody } from '../../api/types';
import type { Frozen } from '../store/unsent';

type Given = { id: string; body: SessionBody; etag: string | null; place: string };

export const freeze = ({ id, body, etag, place }: Given): Frozen => ({
  id,
  op: etag ? 'amend' : 'record',
  body: JSON.stringify(body),
  reason: null,
  hash: null,
  etag,
  place,
  frozenAt: new Date().toISOString(),
  dayIsSure: false,
  refusal: null,
});
