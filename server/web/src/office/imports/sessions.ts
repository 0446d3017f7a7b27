// The sessions that a file brought in, in the queue where most of them stand.
import type { QueueName } from '../review/queues';
import { hrefOf } from '../shell/pages';
import { queueOf, type Batch } from './batches';

/** Wherever they lie: the area on screen is left out. */
export const hrefOfSessions = (batch: Batch, queue: QueueName = queueOf(batch)): string => `${hrefOf('review').split('?')[0]}?queue=${queue}&batch=${batch.id}`;
