// Why the server would not take a session, in words, and what to do about it.
import { Notice } from '../../ui';
import { fieldAt } from '../form/check';
import { t } from '../i18n';
import { CLOCK } from '../outbox/verdict';
import type { Op, Refusal, Unsent } from '../store/schema';
import { bodyOfUnsent } from './Row';
import { whyWaiting } from './WhyWaiting';
import { fieldName } from './words';

const EXPLAINED = {
  [CLOCK]: 'clock.parked_help',
  stale: 'unsent.stale',
  session_conflict: 'unsent.conflict',
  session_withdrawn: 'unsent.withdrawn',
  state_conflict: 'unsent.closed',
  bad_json: 'unsent.unreadable',
  bad_request: 'unsent.unreadable',
  too_large: 'unsent.unreadable',
} as const;
const isExplained = (code: string): code is keyof typeof EXPLAINED => code in EXPLAINED;

// What sending it again can never heal: the session on the server is closed, or not ours.
const FINAL = ['state_conflict', 'session_not_found', 'not_found'];
export const isFinal = (refusal: Refusal | null): boolean => FINAL.includes(refusal?.code ?? '');

/** Faults at fields and what is explained below speak for themselves; else the server's own sentence. */
export const refusalTitle = ({ code, errors, detail }: Refusal): string => {
  if (code === CLOCK) return t('clock.which_day');
  if (isExplained(code)) return t('unsent.not_taken');
  return (errors.length > 0 ? '' : detail) || t('unsent.refused');
};
export const refusalHelp = ({ code }: Refusal, op: Op = 'record'): string =>
  t(op === 'withdraw' ? 'unsent.withdrawal_refused' : isExplained(code) ? EXPLAINED[code] : 'unsent.mend');

export const Refused = ({ item, refusal }: { item: Unsent; refusal: Refusal }) => {
  const body = bodyOfUnsent(item);
  return (
    <Notice tone="returned" icon="warning" title={refusalTitle(refusal)} live>
      {refusal.errors.map(({ pointer, detail }) => (
        <span class="line" key={pointer}>
          {fieldName(fieldAt(pointer, body))}: {detail}
        </span>
      ))}
      <span class="line">{body.nil && refusal.code === CLOCK ? t('clock.nil_help') : refusalHelp(refusal, item.op)}</span>
    </Notice>
  );
};

export const Kept = ({ item }: { item: Unsent }) => (
  <Notice tone="pending" icon="offline" title={t(item.op === 'withdraw' ? 'unsent.withdrawal_kept' : 'unsent.kept')} live>
    <span class="line">{whyWaiting()}</span>
    <span class="line">{t('unsent.kept_help')}</span>
  </Notice>
);
