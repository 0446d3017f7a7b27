// What the office reads and writes, typed by hand until ../openapi.json has it.
import type { Delete, Get, Level, Patch, Post, Role } from './types';

export type Page<Item> = { items: Item[]; next_cursor: string | null };
export type UnitBrief = { id: number; level: Level; kind: string; name: string; code: string | null; full_name?: string };
export type UnitDetail = UnitBrief & {
  parent: UnitBrief | null;
  path: UnitBrief[];
  valid_from: string | null;
  valid_to: string | null;
  is_demo: boolean;
};
export type Named = { id: number; name: string };

export type Term = { code: string; vi: string; vi_short: string | null; en: string; definition: string | null; is_open: boolean };
export type Catalogue = Record<'types' | 'audiences' | 'services' | 'reasons' | 'difficulties', Term[]> & {
  partners: Named[];
  venues: { id: number; kind: string; name: string; place_id: number }[];
};

export type ReviewState = 'pending' | 'approved' | 'returned' | 'refused' | 'withdrawn';
export type ServiceCount = { service: string; assisted: number; completed: number | null };
export type Flag = { code: string; detail: string; params: Record<string, unknown> };
export type Review = {
  action: string;
  at: string;
  by: Named | null;
  reasons: string[];
  fields: string[];
  comment: string | null;
};
export type Recorded = {
  id: string;
  state: ReviewState;
  version: number;
  receipt_code: string;
  flags: Flag[];
  received_at: string;
  changed_at: string;
  recorded_by: Named;
  submitted_by: Named;
  reviewed_by: Named | null;
  team: Named & { kind: string };
  place: UnitBrief;
  place_today: UnitBrief;
  date: string;
  start_time: string | null;
  duration_min: number | null;
  type: string | null;
  audience: string | null;
  participants: number | null;
  first_time: number | null;
  female: number | null;
  elderly: number | null;
  households: number | null;
  volunteers: number | null;
  services: ServiceCount[];
  difficulties: string[];
  note: string | null;
  nil?: boolean;
  review: Review | null;
};
export type Ability = 'amend' | 'withdraw' | 'approve' | 'return' | 'refuse' | 'reopen';
export type Usual = {
  sessions: number;
  participants: number | null;
  services: Record<string, { assisted: number | null; completed: number | null }>;
};
export type Opened = Recorded & { usual: Usual; may: Ability[] };
export type Change = { field: string; from: unknown; to: unknown };
export type HistoryEntry = Review & { version: number; changes: Change[] };
export type Decision = 'approve' | 'return' | 'refuse' | 'reopen';
export type BulkResult = {
  id: string;
  status: number;
  etag: string | null;
  state: ReviewState | null;
  problem: { code?: string; detail?: string } | null;
};

export type Ratio = { numerator: number; denominator: number };
export type Optional = { value: number; recorded: number };
export type Row = {
  /** By teams: the team, its level "team". */
  unit: UnitBrief | null;
  label: string;
  sessions: Record<string, number>;
  participants: number;
  team_members_trained: number;
  services: Record<string, { assisted: number; completed: number }>;
  pending: number;
} & Record<OptionalName, Optional> &
  Record<RatioName, Ratio>;
export type OptionalName = 'first_time' | 'female' | 'elderly' | 'households';
export type RatioName =
  | 'hamlets_with_team'
  | 'communes_with_team'
  | 'districts_with_youth_team'
  | 'hamlets_reached'
  | 'active_teams'
  | 'on_time';
export type By = 'district' | 'commune' | 'hamlet' | 'team';
export type PeriodAnswer = { label: string; from: string; to: string; basis: string; name: string | null };
export type Rollup = {
  as_of: string;
  data_version: string | number;
  unit: UnitBrief & { path: UnitBrief[] };
  period: PeriodAnswer;
  map: string;
  state: 'official' | 'provisional';
  by: By;
  rows: Row[];
  total: Row;
};
export type RollupQuery = {
  unit?: number;
  by?: By;
  period?: string;
  from?: string;
  to?: string;
  basis?: string;
  map?: string;
  state?: string;
};
export type Behind = {
  cell: string;
  value: number | Ratio | null;
  sessions: number;
  items: { id: string; date: string; place: UnitBrief; team: Named & { kind: string }; receipt_code: string; state: ReviewState; value: number }[];
  left_out: { reason: string; sessions: number; value: number | null }[];
  members: { unit?: UnitBrief | null; team?: Named | null; counted: boolean }[];
  next_cursor: string | null;
};
export type SeriesPoint = {
  period: string;
  label: string;
  from: string;
  to: string;
  sessions: Record<string, number>;
  participants: number;
  services: Record<string, { assisted: number; completed: number }>;
};
export type Series = { map: string; state: string; points: SeriesPoint[] };

export type CoverState = 'active' | 'nil' | 'silent' | 'no_team';
export type CoverRow = {
  unit: UnitBrief;
  path: UnitBrief[];
  team: (Named & { leader: string | Named | null }) | null;
  states: CoverState[];
  last_session_on: string | null;
  sessions: number;
  participants: number;
};
export type Coverage = {
  unit: UnitBrief;
  map: string;
  as_of: string;
  months: string[];
  summary: Record<CoverState, number>;
  rows: CoverRow[];
};

export type TeamKind = 'hamlet' | 'commune' | 'youth' | 'agency';
export type MemberRole = 'leader' | 'deputy' | 'member';
export type TeamDetail = {
  id: number;
  kind: TeamKind;
  name: string;
  home: UnitBrief;
  founded_on: string;
  dissolved_on: string | null;
  decision_number: string | null;
  is_pilot: boolean;
  version: number;
};
export type Member = {
  user_id: number;
  name: string;
  phone: string | null;
  role: MemberRole;
  organisation: string | null;
  joined_on: string;
  left_on: string | null;
  has_secret: boolean;
};
export type Person = {
  id: number;
  name: string;
  phone: string | null;
  role: Role;
  areas: { unit_id: number; valid_from: string }[];
  has_secret: boolean;
  disabled_at: string | null;
  created_at: string;
  version: number;
};
export type OneTimeCode = { code: string; expires_at: string };
export type AuditEntry = {
  id: number;
  at: string;
  actor: Named | null;
  action: string;
  object_type: string | null;
  object_id: string | number | null;
  details: Record<string, unknown>;
};

type Id<T> = { id: T };
type IfMatch = { 'If-Match': string };

export type OfficePaths = {
  '/api/v1/catalogue': Get<{ answer: Catalogue }>;
  '/api/v1/units': Get<{
    query: { level?: Level; on?: string; within?: number; q?: string; cursor?: string; limit?: number };
    answer: Page<UnitDetail>;
  }>;
  '/api/v1/units/{id}/children': Get<{ path: Id<number>; query: { on?: string }; answer: Page<UnitDetail> }>;
  '/api/v1/units/{id}': Get<{ path: Id<number>; query: { on?: string }; answer: UnitDetail }>;
  '/api/v1/sessions': Get<{
    query: {
      unit?: number;
      state?: ReviewState;
      from?: string;
      to?: string;
      receipt?: string;
      sort?: 'review' | 'recent';
      cursor?: string;
      limit?: number;
    };
    answer: Page<Recorded>;
  }>;
  '/api/v1/sessions/{id}': Get<{ path: Id<string>; answer: Opened }>;
  '/api/v1/sessions/{id}/history': Get<{ path: Id<string>; answer: Page<HistoryEntry> }>;
  '/api/v1/sessions/{id}/review': Post<{
    path: Id<string>;
    header: IfMatch;
    body: { decision: Decision; reasons?: string[]; fields?: string[]; comment?: string };
    answer: Recorded;
  }>;
  '/api/v1/reviews': Post<{
    body: { decision: 'approve'; sessions: { id: string; etag: string }[] };
    answer: { results: BulkResult[] };
  }>;
  '/api/v1/rollups': Get<{ query: RollupQuery; answer: Rollup }>;
  '/api/v1/rollups/sessions': Get<{
    query: RollupQuery & { cell: string; row?: string; cursor?: string; limit?: number };
    answer: Behind;
  }>;
  '/api/v1/rollups/series': Get<{ query: RollupQuery & { grain: 'month' }; answer: Series }>;
  '/api/v1/coverage': Get<{ query: { unit?: number; period?: string }; answer: Coverage }>;
  '/api/v1/teams': Get<{
    query: { unit?: number; kind?: TeamKind; cursor?: string; limit?: number };
    answer: Page<TeamDetail>;
  }> &
    Post<{
      body: { kind: TeamKind; name: string; home_id: number; founded_on: string; decision_number?: string; is_pilot?: boolean };
      answer: TeamDetail;
    }>;
  '/api/v1/teams/{id}': Get<{ path: Id<number>; answer: TeamDetail }>;
  '/api/v1/teams/{id}/members': Get<{ path: Id<number>; answer: Page<Member> }> &
    Post<{
      path: Id<number>;
      body: { name: string; phone: string; role: MemberRole; organisation?: string };
      answer: Member;
    }>;
  '/api/v1/teams/{id}/members/{user_id}': Delete<{ path: { id: number; user_id: number } }>;
  '/api/v1/users': Get<{ query: { role?: Role; phone?: string; cursor?: string; limit?: number }; answer: Page<Person> }> &
    Post<{ body: { name: string; phone: string; role: Role; area_ids: number[] }; answer: Person }>;
  '/api/v1/users/{id}': Patch<{ path: Id<number>; header: IfMatch; body: { disabled?: boolean }; answer: Person }>;
  '/api/v1/users/{id}/recovery-code': Post<{ path: Id<number>; answer: OneTimeCode }>;
  '/api/v1/audit': Get<{ query: { cursor?: string; limit?: number }; answer: Page<AuditEntry> }>;
};
