// What this phone knows of a team's sessions: those that a screen has read, and those unsent.
import { effect, signal } from '@preact/signals';
import { me } from '../../account/account';
import { api, ok } from '../../api/client';
import type { Session } from '../../api/types';
import { receipts, unsent } from '../outbox/outbox';
import { bodyOfUnsent } from './Row';

export type Known = Pick<Session, 'id' | 'team_id' | 'place_id' | 'date' | 'nil'> & { type?: string | null; participants?: number | null; state?: string };

const heard = signal<Record<string, Session>>({});

export const remember = (sessions: readonly Session[]): void => {
  heard.value = { ...heard.value, ...Object.fromEntries(sessions.map((session) => [session.id, session])) };
};

// On a shared phone nobody goes on with what another has read.
let reader: number | null = null;
effect(() => {
  const id = me.value?.user.id ?? null;
  if (id !== reader) heard.value = {};
  reader = id;
});

const ENOUGH = 20;
/** The team's latest, its other members' too. Without a network the form does without. */
export const recall = (teamId: number): void => {
  ok(api.GET('/api/v1/sessions', { params: { query: { team: teamId, limit: ENOUGH } } })).then(
    ({ items }) => remember(items),
    () => {},
  );
};

export const known = (): Known[] => [
  ...Object.values({ ...heard.value, ...receipts.value }).filter(({ id }) => !unsent.value.some((item) => item.id === id)),
  ...unsent.value.map((item) => {
    const { nil = false, ...body } = bodyOfUnsent(item);
    return { ...body, nil, id: item.id };
  }),
];
