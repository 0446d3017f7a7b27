import type { Messages } from '../../i18n';
import type { outboxVi } from './vi.outbox';

export const outboxEn = {
  'pause.no_answer': 'No network, or this network does not reach the system.',
  'pause.busy': 'The system is busy.',
  'pause.too_many': 'Sent too often; the system asks to wait a little.',
  'pause.signed_out': 'Enter the PIN again to send.',
  'pause.next': 'It is sent again by itself at {time}.',
  'pause.soon': 'It is sent again by itself in a moment.',

  'unsent.withdrawal': 'Withdraw {what}',
  'unsent.withdrawal_title': 'Withdraw the session of {day}',
  'unsent.withdrawal_kept': 'Not sent yet. The withdrawal is saved on this phone.',
  'unsent.withdrawal_reason': 'Reason: {reason}',
  'unsent.withdrawal_refused': 'This session is not withdrawn. Discard the withdrawal to see what the system holds.',
  'unsent.keep_session': 'Discard the withdrawal',
  'unsent.keep_session_help': 'The unsent withdrawal is discarded. The session stays in the system.',

  'unsent.save': 'Keep a copy, or have it handed in',
  'account.hand_in': 'Sessions from another phone',

  'photos.missing': '{n} of {all} photos to come',
  'photos.missing_help': 'Photos are sent apart when there is a network. The counts have arrived.',
  'photos.refused': 'Photo not taken',
  'photos.drop': 'Drop the photo',

  'outbox.not_kept': 'This phone is full, so nothing is saved yet. Delete some photos or videos and press again. Do not close this page.',

  'clock.wrong': 'The date on this phone seems wrong.',
  'clock.when': 'On which day was this session?',
  'clock.which_day': 'The date on this phone seems wrong. On which day was this session?',
  'clock.nil_help': 'Discard this one and report the right month again.',
  'clock.parked_help': 'Your entry is still on this phone. Open it, choose the right day and send it again.',
} satisfies Messages<typeof outboxVi>;
