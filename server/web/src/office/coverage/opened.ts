// Which number of a hamlet is opened to its sessions, and of which days. Pure.
import { daysOf } from '../shell/periods';

export const OPENED = ['reach', 'participants'] as const;
export type Opened = (typeof OPENED)[number];

/** The days of one of the months shown, or of all of them. */
export const openedDays = (months: readonly string[], month: string | null): { from: string; to: string } => {
  const [first = '', last = ''] = month !== null && months.includes(month) ? [month, month] : [months[0], months[months.length - 1]];
  return { from: daysOf(first, 'calendar').from, to: daysOf(last, 'calendar').to };
};
