import type { commonVi, Messages } from '../../i18n';
import { en as commonEn } from '../../i18n/en';
import type { vi } from './texts';

export const english: Messages<typeof commonVi & typeof vi> = {
  ...commonEn,
  'tally.people': 'People guided',
  'tally.tap': 'Tap to add 1',
  'tally.undo': 'A slip: take 1 back',
  'tally.undone': 'Taken back: {what}',
  'tally.counted': '{what}: {n}',
  'tally.finish': 'Finish',
  'tally.begin': 'One tap for each person guided.',
  'tally.saved': 'Saved on this phone, also when the screen locks.',
  'tally.not_saved': 'This browser saves nothing. Do not close this page before sending.',
  'tally.other_draft': 'Another session is half written',
  'tally.other_draft_help': 'The draft of {time} has not been sent. Your count is kept.',
  'tally.other_draft_open': 'Open the draft and send it first',
  'tally.other_draft_replace': 'Put the count into this draft',
  'tally.do.cashless_account': 'Payment account opened',
  'tally.do.cashless_payment': 'Paid without cash',
  'tally.do.cashless_qr': 'Has a QR code for money',
  'tally.do.edongthap': 'e‑Dongthap installed',
  'tally.do.public_service_account': 'Public service account',
  'tally.do.vneid': 'VNeID activated',
  'tally.keep': 'Keep',
  'tally.drop': 'Discard',
  'tally.drop_help': 'The count and all that is written in this form will be gone for good.',
  'tally.filled': 'The count {since} is in the form',
  'tally.raised': 'You counted {from} people, but one result has {to}: the total was raised to {to}. Please check.',
  'tally.go_on': 'Go on counting',
  'tally.title': 'Count on the spot',
};
