// What the screens about a team ask the server.
import { api, ok } from '../../api/client';
import type { Member, MemberChange, NewLeader, Team, TeamChange, TeamKind } from '../../api/types';
import { etagOf } from '../review/facts';

export const changeTeam = (of: Team, body: TeamChange): Promise<Team> =>
  ok(api.PATCH('/api/v1/teams/{team_id}', { params: { path: { team_id: of.id }, header: { 'If-Match': etagOf(of) } }, body }));

/** Teams of a kind that work at a unit. */
export const teamsAt = async (unit: number, kind: TeamKind): Promise<Team[]> =>
  (await ok(api.GET('/api/v1/teams', { params: { query: { unit, kind, limit: 50 } } }))).items.filter(({ home, dissolved_on }) => home.id === unit && dissolved_on === null);

/** `despite_unsent`: although phones of its people still hold sessions. */
export const deleteTeam = (team_id: number, despite_unsent: boolean) =>
  api.DELETE('/api/v1/teams/{team_id}', { params: { path: { team_id }, ...(despite_unsent && { query: { despite_unsent: 'true' } }) } });

export const changeMember = (team: number, of: Member, body: MemberChange): Promise<Member> =>
  ok(
    api.PATCH('/api/v1/teams/{team_id}/members/{user_id}/{joined_on}', {
      params: { path: { team_id: team, user_id: of.user_id, joined_on: of.joined_on }, header: { 'If-Match': etagOf(of) } },
      body,
    }),
  );

export const nameLeader = (team: number, body: NewLeader): Promise<Member> =>
  ok(api.POST('/api/v1/teams/{team_id}/leader', { params: { path: { team_id: team } }, body }));

/** Somebody there is comes into a team: again, as who they were in it, or from none. */
export const takeIn = (team: number, { user_id }: Pick<Member, 'user_id'>): Promise<Member> =>
  ok(api.POST('/api/v1/teams/{team_id}/members', { params: { path: { team_id: team } }, body: { user_id } }));
