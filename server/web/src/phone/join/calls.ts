// The server's side of an invitation.
import { api, ok } from '../../api/client';
import type { components } from '../../api/schema';

type Schemas = components['schemas'];
export type Invitation = Schemas['Welcome'];
export type Newcomer = { name: string; phone: string; secret: string };

const at = (token: string) => ({ path: { token } });

export const readInvitation = (token: string): Promise<Invitation> => ok(api.GET('/api/v1/invitations/{token}', { params: at(token) }));
/** Whoever is signed in says nothing more of themselves. */
export const accept = (token: string, request_id: string, newcomer: Newcomer | null): Promise<Schemas['Accepted']> =>
  ok(api.POST('/api/v1/invitations/{token}/accept', { params: at(token), body: { request_id, ...newcomer } }));
export const askedStatus = (token: string, request_id: string): Promise<Schemas['RequestStatus']> =>
  ok(api.GET('/api/v1/invitations/{token}/requests/{request_id}', { params: { path: { token, request_id } } }));
