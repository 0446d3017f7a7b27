import type { Messages } from '../../i18n';
import type { outboxVi } from './vi.outbox';

export const outboxEn = {
  'pause.no_answer': 'No network, or this network does not reach the system.',
  'pause.busy': 'The system is busy.',
  'pause.too_many': 'Sent too often; the system asks to wait a little.',
  'pause.signed_out': 'Enter the PIN again to send.',
  'pause.next': 'It is sent again by itself at {time}.',
  'pause.soon': 'It is sent again by itself in a few minutes.',

  'unsent.withdrawal': 'Withdraw {what}',
  'unsent.withdrawal_title': 'Withdraw the session of {day}',
  'unsent.withdrawal_kept': 'Not sent yet. The withdrawal is saved on this phone.',
  'unsent.withdrawal_reason': 'Reason: {reason}',
  'unsent.withdrawal_refused': 'This session is not withdrawn. Discard the withdrawal to see what the system holds.',
  'unsent.keep_session': 'Discard the withdrawal',
  'unsent.keep_session_help': 'The unsent withdrawal is discarded. The session stays in the system.',

  'clock.which_day': 'The date on this phone seems wrong. On which day was this session?',
  'clock.parked': 'The date on this phone seems wrong',
  'clock.parked_help': 'Your entry is still on this phone. Open it, choose the right day and send it again.',
} satisfies Messages<typeof outboxVi>;
