// One-time codes of whole teams: asked for once, held only as long as the screen is open.
import { api, ok } from '../../api/client';
import type { components } from '../../api/schema';

type Given = components['schemas']['FirstCodes'];
export type FirstCode = Given['items'][number] & { team: string; expires_at: string };

/** A team of hundreds answers in parts. */
const ofTeam = async (team_id: number, team: string, after: number | null = null): Promise<FirstCode[]> => {
  const body = after === null ? {} : { after };
  const { items, expires_at, next } = await ok(api.POST('/api/v1/teams/{team_id}/recovery-codes', { params: { path: { team_id } }, body }));
  const given = items.map((one) => ({ ...one, team, expires_at }));
  return next === null ? given : [...given, ...(await ofTeam(team_id, team, next))];
};

/** `ids` in the address: "7" or "7,12,13". */
export const idsIn = (text: string | null): number[] => [...new Set((text ?? '').split(',').map(Number))].filter((id) => Number.isInteger(id) && id > 0);

/** Team after team; what was given so far is told with each, so that nothing is lost when a later one fails. */
export const firstCodes = async (ids: readonly number[], tell: (given: readonly FirstCode[], teams: number) => void): Promise<void> => {
  let given: readonly FirstCode[] = [];
  for (const [at, team_id] of ids.entries()) {
    const { name } = await ok(api.GET('/api/v1/teams/{team_id}', { params: { path: { team_id } } }));
    // Who is in two teams has one code: the later ended the earlier.
    const more = await ofTeam(team_id, name);
    given = [...given.filter((one) => !more.some(({ user_id }) => user_id === one.user_id)), ...more];
    tell(given, at + 1);
  }
};
