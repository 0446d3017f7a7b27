// The queues that the desk's numbers open: which sessions stand in each. Pure.
import type { Session, Worklist } from '../../api/types';

export const QUEUES = ['pending', 'late', 'flagged', 'asked', 'above', 'returned', 'approved', 'refused'] as const;
export type QueueName = (typeof QUEUES)[number];

type Which = {
  state?: 'pending' | 'returned' | 'approved' | 'refused';
  flagged?: 'true';
  late?: 'true';
  decidable?: 'true' | 'false';
  asked_back?: 'true';
  sort?: 'review' | 'recent';
};

const WHICH: Record<QueueName, Which> = {
  pending: { state: 'pending', decidable: 'true', sort: 'review' },
  late: { state: 'pending', decidable: 'true', late: 'true', sort: 'review' },
  flagged: { state: 'pending', decidable: 'true', flagged: 'true', sort: 'review' },
  // Those whose authors ask to reopen them are approved ones.
  asked: { asked_back: 'true', decidable: 'true' },
  // What the reader or a colleague of theirs entered.
  above: { state: 'pending', decidable: 'false', sort: 'review' },
  returned: { state: 'returned' },
  approved: { state: 'approved' },
  refused: { state: 'refused' },
};

export const whichOf = (queue: QueueName): Which => WHICH[queue];
/** The state of everything in a queue. */
export const stateIn = (queue: QueueName): Session['state'] => WHICH[queue].state ?? 'approved';
/** The queues to choose from. To what the level above decides the head leads, where there is some. */
export const CHOICES = QUEUES.filter((name) => name !== 'above');
export const queueNamed = (name: string | null): QueueName => QUEUES.find((queue) => queue === name) ?? 'pending';

/** Whether what waits for a decision stands here, so that it can be ticked and approved. */
export const isToDecide = (queue: QueueName): boolean => ['pending', 'late', 'flagged'].includes(queue);

export const ONE_PAGE = 100;

/** Of a list that goes on, more than how many there are: in whole pages, so that it does not move with every decision. */
export const atLeast = (shown: number): number => Math.max(1, Math.floor(shown / ONE_PAGE)) * ONE_PAGE;

/** Whether a session is still in its queue after something was decided about it. */
export const stays = (queue: QueueName, { state }: Pick<Session, 'state'>): boolean =>
  // An ask-back is answered by whatever was decided.
  queue !== 'asked' && WHICH[queue].state === state;

/** What the desk counts of a queue; of the others nobody keeps a count. */
export const countIn = (queue: QueueName, work: Worklist | null): number | null => {
  if (work === null) return null;
  const counts: Partial<Record<QueueName, number>> = {
    pending: work.pending.n - work.pending.own,
    late: work.pending.overdue,
    flagged: work.flagged.n,
    asked: work.asked_back.n,
    above: work.pending.own,
    returned: work.returned.n,
  };
  return counts[queue] ?? null;
};
