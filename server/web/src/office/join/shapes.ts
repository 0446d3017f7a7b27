// Invitations and requests to join, as the server gives them.
import { transport } from '../../api/transport';
import type { MemberRole, Page, TeamKind, Unit } from '../../api/types';

export type InvitationKind = 'personal' | 'team';
export type Invitation = {
  token: string;
  kind: InvitationKind;
  role: MemberRole;
  name: string | null;
  team: { id: number; name: string; kind: TeamKind; home: Unit };
  created_at: string;
  created_by: { id: number; name: string };
  expires_at: string | null;
  waiting: number;
};
export type NewInvitation = { team_id: number; kind: InvitationKind; role?: MemberRole; name?: string };
export type JoinRequest = {
  id: number;
  team: { id: number; name: string; home: Unit };
  name: string;
  phone: string;
  is_known: boolean;
  asked_at: string;
};
export type JoinDecision = 'approve' | 'decline';

const call = async <T>(method: string, path: string, body?: object): Promise<T> => {
  const url = new URL(`/api/v1${path}`, location.origin);
  const response = await transport(new Request(url, { method, ...(body && { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }) }));
  return (response.status === 204 ? null : await response.json()) as T;
};
const asQuery = (query: Record<string, string | number | undefined>): string => {
  const given = Object.entries(query).filter(([, value]) => value !== undefined);
  return given.length ? `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}` : '';
};

export const invite = (wanted: NewInvitation): Promise<Invitation> => call('POST', '/invitations', wanted);
export const invitationsOf = (team: number): Promise<Page<Invitation>> => call('GET', `/invitations${asQuery({ team })}`);
export const sheetOf = (teams: readonly number[]): Promise<{ items: Invitation[] }> => call('POST', '/invitations/sheet', { team_ids: teams });
export const revoke = (token: string): Promise<null> => call('DELETE', `/invitations/${token}`);
export const joinRequests = (team?: number, cursor?: string): Promise<Page<JoinRequest>> => call('GET', `/join-requests${asQuery({ team, cursor })}`);
export const decideJoin = (id: number, decision: JoinDecision): Promise<JoinRequest> => call('POST', `/join-requests/${id}/decision`, { decision });
