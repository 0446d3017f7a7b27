// What the phone keeps for one person, store by store. A shared phone has one such database each,
// so that nobody reads or sends what another has written.
import type { DBSchema } from 'idb';
import type { FieldProblem } from '../../api/client';
import type { Catalogue, Changed, Member, Row } from '../../api/types';
import type { Heard, Stamp } from '../../data/clock';
import type { Form } from '../form/form';
import type { Tally } from '../tally/tally';

/** Where a session may be held, by the name that the person chooses. */
export type Place = { id: number; label: string };

/** What is being written. `key` is "new", or the id of the session that is being mended. */
export type Draft = {
  key: string;
  /** Of the session that it will become, under which its photos are kept. Drafts of version 1 have none. */
  id?: string;
  form: Form;
  etag: string | null;
  savedAt: string;
};

/** Why it was not taken; the person mends it and sends it again. */
export type Refusal = { status: number; code: string; detail: string; errors: FieldProblem[] };

export type Op = 'record' | 'amend' | 'withdraw';

/** A session, or the end of one, on its way: `body` is the very text that is sent, however often. */
export type Unsent = {
  id: string;
  op: Op;
  /** Numbered without gaps, so that the server sees what never arrived. */
  seq: number;
  /** Of a withdrawal too, for the person to see what it is about; it is not sent then. */
  body: string;
  /** Why it is withdrawn. */
  reason: string | null;
  /** Of `body`, worked out when it was frozen; null where this browser can not. */
  hash: string | null;
  etag: string | null;
  place: string;
  frozenAt: string;
  /** What the app took for now; version 1 did not write it down. */
  stamp: Stamp | null;
  /** The person has said the day, so no clock is asked about it. */
  dayIsSure: boolean;
  refusal: Refusal | null;
};

/** What the next form begins with. */
export type Habits = { team_id: number; type: string; services: string[] };

/** The server's word on a session, readable without a network. */
export type CachedSession = Omit<Changed, 'client'>;

export type Photo = {
  id: string;
  session_id: string;
  blob: Blob;
  /** A draft's photo waits for its session; a waiting one is sent once the server has the session. */
  state: 'draft' | 'waiting' | 'refused';
  /** Why it was refused. */
  why: string | null;
  addedAt: string;
};


/** A number of the server's and when it said so. */
export type Dated<Value> = { value: Value; at: string };

/** Single facts by name. */
export type Meta = {
  client_seq: number;
  /** Numbers that will never come, until the server has been told. */
  given_up: number[];
  /** How far the changes have been read, and when that was last. */
  cursor: string;
  read_at: string;
  clock: Heard;
  catalogue: Catalogue;
  [total: `total ${number} ${string}`]: Dated<Row>;
  /** How many ask to join, by team. */
  asking: Record<number, number>;
  [members: `members ${number}`]: Dated<Member[]>;
  [places: `places ${number}`]: Place[];
};

export type Tables = DBSchema & {
  unsent: { key: string; value: Unsent };
  drafts: { key: string; value: Draft };
  habits: { key: string; value: Habits };
  sessions: { key: string; value: CachedSession };
  photos: { key: string; value: Photo; indexes: { session_id: string } };
  tally: { key: number; value: Tally };
  meta: { key: string; value: { key: string; value: unknown } };
};

export type Name = 'unsent' | 'drafts' | 'habits' | 'sessions' | 'photos' | 'tally' | 'meta';
export type Kept<Table extends Name> = Tables[Table]['value'];
