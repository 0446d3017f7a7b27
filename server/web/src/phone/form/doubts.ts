// What is worth asking before a session goes: never a fault, so never in the way.
import type { SessionBody } from '../../api/types';
import type { Known } from '../sessions/recent';
import { looksPersonal } from './check';

export type Doubt = { is: 'again'; turns: number } | { is: 'many'; turns: number; usual: number } | { is: 'personal' };

const MANY = 30;
const TIMES = 3;
/** Fewer say nothing about what is usual. */
const ENOUGH = 3;

const median = (numbers: readonly number[]): number => {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : Math.round(((sorted[middle - 1] ?? 0) + upper) / 2);
};

const isGone = ({ state }: Known): boolean => state === 'withdrawn' || state === 'refused';

export const doubts = (id: string, body: SessionBody, known: readonly Known[]): Doubt[] => {
  const turns = body.participants ?? 0;
  const others = known.filter((one) => one.id !== id && one.team_id === body.team_id && !one.nil && !isGone(one));
  const twin = others.find((one) => one.date === body.date && one.place_id === body.place_id && one.type === body.type);
  const usual = others.length < ENOUGH ? 0 : median(others.map(({ participants }) => participants ?? 0));
  return [
    ...(looksPersonal(body.note ?? '') ? [{ is: 'personal' as const }] : []),
    ...(twin ? [{ is: 'again' as const, turns: twin.participants ?? 0 }] : []),
    ...(usual > 0 && turns >= MANY && turns >= TIMES * usual ? [{ is: 'many' as const, turns, usual }] : []),
  ];
};
