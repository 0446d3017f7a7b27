// What the phone reads and writes: the server's own types, and by hand only what the office's page
// types of the same paths do not have yet (./office.ts).
import type { Named, Opened, Page, Recorded, ReviewState, Rollup, RollupQuery } from './office';
import type { components } from './schema';
import type { Delete, Get, Put } from './types';

type Schemas = components['schemas'];
export type Limits = Schemas['Limits'];
export type Catalogue = Schemas['Catalogue'];

/** What only a form that is sent again needs to know of a session. */
type Kept = {
  team_id: number;
  place_id: number;
  co_team_ids: number[];
  other_place_ids: number[];
  partner_ids: number[];
  venue_id: number | null;
  staff_participants: number | null;
  conducted_by: Named | null;
  source: string;
  content_hash: string;
};
export type Session = Recorded & Kept;
export type SessionDetail = Opened & Kept;

type Recording = Schemas['NewSession'];
type Needed = 'team_id' | 'place_id' | 'date';
// Codes come from the catalogue, which is data.
type Plain<T> = T extends string ? string : T extends (infer Item)[] ? Plain<Item>[] : T;

/** The server's own fields; what is not recorded is left out rather than null. */
export type SessionBody = Pick<Recording, Needed> & {
  [Name in Exclude<keyof Recording, Needed | 'services' | 'client'>]?: Plain<NonNullable<Recording[Name]>> | undefined;
} & {
  services?: { service: string; assisted: number; completed?: number | undefined }[];
  client?: Schemas['Client'] | undefined;
};

type Id = { id: string };

export type PhonePaths = {
  '/api/v1/catalogue': Get<{ answer: Catalogue }>;
  '/api/v1/sessions': Get<{
    query: {
      unit?: number;
      team?: number;
      state?: ReviewState;
      from?: string;
      to?: string;
      receipt?: string;
      mine?: 'true';
      sort?: 'review' | 'recent';
      cursor?: string;
      limit?: number;
    };
    answer: Page<Session>;
  }>;
  '/api/v1/sessions/{id}': Get<{ path: Id; answer: SessionDetail }> &
    Put<{ path: Id; header: { 'If-Match'?: string }; body: SessionBody; answer: Session }> &
    Delete<{ path: Id; header: { 'If-Match': string }; body: { reason: string } }>;
  '/api/v1/rollups': Get<{ query: RollupQuery & { team?: number }; answer: Rollup }>;
};
