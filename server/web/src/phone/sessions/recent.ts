// What this phone knows of sessions: those that the server has told of, and those unsent.
import type { Session } from '../../api/types';
import { unsent } from '../outbox/outbox';
import { cached } from './cached';
import { bodyOfUnsent } from './Row';

export type Known = Pick<Session, 'id' | 'team_id' | 'place_id' | 'date' | 'nil'> & { type?: string | null; participants?: number | null; state?: string };

export const known = (): Known[] => [
  ...cached.value.filter(({ id }) => !unsent.value.some((item) => item.id === id)),
  ...unsent.value
    .filter(({ op }) => op !== 'withdraw')
    .map((item) => {
      const { nil = false, ...body } = bodyOfUnsent(item);
      return { ...body, nil, id: item.id };
    }),
];
