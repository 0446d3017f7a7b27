// A team's month: its numbers, and whether anything has happened in it.
import { useLoad } from '../../data/useLoad';
import type { Row } from '../../api/types';
import { receipts, unsent } from '../outbox/outbox';
import { bodyOfUnsent } from '../sessions/Row';
import { totalsOf } from './Totals';

export const useMonth = (teamId: number, month: string): Row | null => {
  const asked = `${teamId} ${month}`;
  const { data } = useLoad(async () => ({ asked, total: await totalsOf(teamId, month) }), [asked, receipts.value]);
  return data?.asked === asked ? data.total : null;
};

/** Its sessions, approved, pending or still on this phone; null while the server has not said. */
export const happened = (total: Row | null, teamId: number, month: string): number | null => {
  if (!total) return null;
  const here = unsent.value.map(bodyOfUnsent).filter(({ nil, team_id, date }) => !nil && team_id === teamId && date.startsWith(month));
  return total.sessions.all + total.pending + here.length;
};
