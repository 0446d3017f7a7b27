// Invitations, and who asks to join.
import { api, ok } from '../api/client';
import type { Invitation, JoinRequest, NewInvitation, Page } from '../api/types';

export type InvitationKind = Invitation['kind'];
export type JoinDecision = 'approve' | 'decline';

export const invite = (wanted: NewInvitation): Promise<Invitation> => ok(api.POST('/api/v1/invitations', { body: wanted }));

export const invitationsOf = (team: number): Promise<Page<Invitation>> => ok(api.GET('/api/v1/invitations', { params: { query: { team } } }));

/** The team invitation of each, in their order; made where there was none. */
export const sheetOf = async (teams: readonly number[]): Promise<Invitation[]> =>
  (await ok(api.POST('/api/v1/invitations/sheet', { body: { team_ids: [...teams] } }))).items;

export const revoke = (token: string): Promise<unknown> => api.DELETE('/api/v1/invitations/{token}', { params: { path: { token } } });

export const joinRequests = (team?: number, cursor?: string): Promise<Page<JoinRequest>> =>
  ok(api.GET('/api/v1/join-requests', { params: { query: { ...(team !== undefined && { team }), ...(cursor && { cursor }), limit: 100 } } }));

export const decideJoin = (id: string, decision: JoinDecision): Promise<JoinRequest> =>
  ok(api.POST('/api/v1/join-requests/{request_id}/decision', { params: { path: { request_id: id } }, body: { decision } }));
