// The sessions that a file brought in, in the queue where most of them stand.
import type { QueueName } from '../review/queues';
import { hrefOf } from '../shell/pages';
import type { Batch } from './batches';

/** Those that wait are for the level above whoever brought them in. */
export const queueOf = ({ waiting, may }: Pick<Batch, 'waiting' | 'may'>): QueueName => {
  if (waiting && waiting.approved > 0 && waiting.clean + waiting.flagged === 0) return 'approved';
  return may.includes('approve') ? 'pending' : 'above';
};

/** Wherever they lie: the area on screen is left out. */
export const hrefOfSessions = (batch: Batch, queue: QueueName = queueOf(batch)): string => `${hrefOf('review').split('?')[0]}?queue=${queue}&batch=${batch.id}`;
