// The numbers of the desk in the order of what needs doing: pure.
import type { Worklist } from '../../api/types';

export const DOORS = ['pending', 'late', 'flagged', 'asked', 'joining', 'returned', 'hamlets', 'teams'] as const;
export type DoorName = (typeof DOORS)[number];

export type Door = {
  name: DoorName;
  n: number;
  of?: number;
  /** The day since which the first of them has waited. */
  since?: string | null;
  /** Those that the reader entered, which the level above decides; not counted in `n`. */
  mine?: number;
  /** Whether nothing else waits for the reader than what it counts. */
  isAll?: boolean;
  /** The one area that it counts, where several are shown. */
  area?: { id: number; name: string };
};

/** One area's own work, where several are shown. */
export type Part = { unit: { id: number; name: string }; work: Worklist };

/** What waits for the reader's own decision; the rest waits for others, who can be reminded. */
const OWN: readonly DoorName[] = ['pending', 'late', 'flagged', 'asked', 'joining'];

const doorOf: Record<DoorName, (work: Worklist) => Omit<Door, 'name'>> = {
  pending: ({ pending }) => ({ n: pending.n - pending.own, since: pending.oldest_on, mine: pending.own }),
  late: ({ pending }) => ({ n: pending.overdue }),
  flagged: ({ flagged, pending }) => ({ n: flagged.n, isAll: flagged.n === pending.n - pending.own }),
  asked: ({ asked_back }) => ({ n: asked_back.n }),
  joining: ({ join_requests }) => ({ n: join_requests.n }),
  returned: ({ returned }) => ({ n: returned.n, since: returned.oldest_on }),
  hamlets: ({ hamlets_silent }) => ({ n: hamlets_silent.n, of: hamlets_silent.of }),
  teams: ({ teams_idle }) => ({ n: teams_idle.n, of: teams_idle.of }),
};

export type Desk = { own: Door[]; others: Door[]; done: Door[] };

/** What is left stands by itself; what is done stays a door, a quiet one. */
export const deskOf = (work: Worklist, parts: readonly Part[] = []): Desk => {
  const doors = DOORS.flatMap((name): Door[] =>
    // Coverage shows one area at a time.
    name === 'hamlets' && parts.length > 0
      ? parts.map(({ unit: { id, name: area }, work: part }) => ({ name, ...doorOf[name](part), area: { id, name: area } }))
      : [{ name, ...doorOf[name](work) }],
  );
  const left = doors.filter(({ n }) => n > 0);
  return {
    own: left.filter(({ name }) => OWN.includes(name)),
    others: left.filter(({ name }) => !OWN.includes(name)),
    done: doors.filter(({ n }) => n === 0),
  };
};
