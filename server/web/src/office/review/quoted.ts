// What was said with a decision: pure.
import { t } from './i18n';
import { vi } from './texts';

/** What is kept as the reason when a decision is taken back at once, whatever language one reads. */
export const SLIP = vi['said.slip'];

const OURS = ['said.slip', 'said.import_undone'] as const;

/** Somebody's words; those of the system itself nobody wrote, so nobody is quoted. */
export const quoted = (comment: string): string => {
  const ours = OURS.find((one) => comment === vi[one] || comment === t(one));
  return ours ? t(ours) : `“${comment}”`;
};
