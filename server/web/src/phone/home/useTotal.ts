// The team's approved numbers: the server's own, kept with the time when it said them. Nothing of
// this phone's is ever added to them.
import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { api, okIf } from '../../api/client';
import type { Row } from '../../api/types';
import { now } from '../../data/clock';
import { useOnline } from '../../data/useOnline';
import { receipts, unsent } from '../outbox/outbox';
import { bodyOfUnsent } from '../sessions/Row';
import { store } from '../store/open';
import type { Dated } from '../store/schema';

export type Total = Dated<Row> & {
  /** Not heard since the app was opened. */
  isOld: boolean;
};

const totals = signal<Record<string, Total>>({});
type Key = `total ${number} ${string}`;

const show = (key: Key, total: Total): void => {
  totals.value = { ...totals.value, [key]: total };
};

const load = async (key: Key, teamId: number, period: string): Promise<void> => {
  const from = store.value;
  if (!totals.value[key]) {
    const kept = await from?.meta.get(key);
    if (kept && !totals.value[key]) show(key, { ...kept, isOld: true });
  }
  try {
    if (store.value !== from) return;
    const { total } = await okIf(api.GET('/api/v1/rollups', { params: { query: { team: teamId, period } } }), (said) => typeof said.total?.pending === 'number');
    if (store.value !== from) return;
    const said = { value: total, at: now().toISOString() };
    show(key, { ...said, isOld: false });
    await from?.meta.set(key, said);
  } catch {
    const before = totals.value[key];
    if (before) show(key, { ...before, isOld: true });
  }
};

export const useTotal = (teamId: number, period: string): Total | null => {
  const key: Key = `total ${teamId} ${period}`;
  const ask = () => void (teamId > 0 && load(key, teamId, period));
  useEffect(ask, [key, receipts.value, store.value]);
  useOnline(ask);
  return totals.value[key] ?? null;
};

/** A month's sessions, approved, pending or still on this phone; null while the server has not said. */
export const happened = (total: Row | undefined, teamId: number, month: string): number | null => {
  if (!total) return null;
  const here = unsent.value.map(bodyOfUnsent).filter(({ nil, team_id, date }) => !nil && team_id === teamId && date.startsWith(month));
  return total.sessions.all + total.pending + here.length;
};
