// What the phone reads and writes beyond the office, typed by hand until ../openapi.json has it.
import type { Catalogue as Terms, Named, Opened, Page, Recorded, Rollup, RollupQuery, ReviewState, Term } from './office';
import type { Delete, Get, Put } from './types';

export type Limits = {
  participants: number;
  households: number;
  volunteers: number;
  duration_min: number;
  duration_max: number;
  note: number;
  comment: number;
  programme_start: string;
};
export type ServiceTerm = Term & { unit: string | null };
export type Catalogue = Omit<Terms, 'services'> & { services: ServiceTerm[]; limits: Limits };

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

export type SessionBody = {
  team_id: number;
  co_team_ids?: number[];
  place_id: number;
  other_place_ids?: number[];
  date: string;
  start_time?: string;
  duration_min?: number;
  type?: string;
  audience?: string;
  venue_id?: number;
  partner_ids?: number[];
  participants?: number;
  staff_participants?: number;
  first_time?: number;
  female?: number;
  elderly?: number;
  households?: number;
  volunteers?: number;
  services?: { service: string; assisted: number; completed?: number }[];
  difficulties?: string[];
  note?: string;
  conducted_by?: number;
  source?: string;
  nil?: boolean;
  client?: { created_at: string; app_version: string };
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
