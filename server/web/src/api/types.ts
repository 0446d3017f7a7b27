// Paths typed by hand while ../openapi.json lacks them: to be replaced by the generated
// ones (delete a line here and the generated type takes over). Written with `Call`, so a
// screen can be built before its endpoint is.
import type { OfficePaths } from './office';
import type { PhonePaths } from './phone';
import type { paths as Generated } from './schema';

export type Role = 'volunteer' | 'officer' | 'province_staff' | 'system_administrator';
export type Level = 'province' | 'district' | 'commune' | 'hamlet';
export type Unit = { id: number; name: string; level: Level; kind: string; code?: string | null; full_name?: string };
export type Team = {
  id: number;
  name: string;
  kind: 'hamlet' | 'commune' | 'youth' | 'agency';
  role: 'leader' | 'deputy' | 'member';
  home: Unit;
};
export type Me = {
  user: { id: number; name: string; role: Role; must_change_secret: boolean };
  is_demo: boolean;
  server_time: string;
  permissions: string[];
  areas: Unit[];
  teams: Team[];
};

type Call = { query?: object; path?: object; header?: object; body?: object; answer?: object };

type Operation<C extends Call> = {
  parameters: {
    query?: C extends { query: infer Q } ? Q : never;
    header?: C extends { header: infer H } ? H : never;
    cookie?: never;
  } & (C extends { path: infer P } ? { path: P } : { path?: never });
  responses: {
    200: {
      headers: { [name: string]: unknown };
      content: C extends { answer: infer A } ? { 'application/json': A } : never;
    };
  };
} & (C extends { body: infer B } ? { requestBody: { content: { 'application/json': B } } } : { requestBody?: never });

export type Get<C extends Call> = { get: Operation<C> };
export type Post<C extends Call> = { post: Operation<C> };
export type Put<C extends Call> = { put: Operation<C> };
export type Delete<C extends Call> = { delete: Operation<C> };
export type Patch<C extends Call> = { patch: Operation<C> };

type ByHand = {
  '/api/v1/auth/me': Get<{ answer: Me }>;
  '/api/v1/auth/login': Post<{ body: { phone: string; secret: string } }>;
  '/api/v1/auth/logout': Post<Record<never, never>>;
  '/api/v1/auth/secret': Post<{ body: { secret: string } }>;
};

type Missing = ByHand & PhonePaths & Omit<OfficePaths, keyof PhonePaths | keyof ByHand>;
export type Paths = Omit<Generated, keyof Missing> & Missing;
