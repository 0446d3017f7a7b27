import type { Messages } from '../../i18n';
import { formEn } from './en.form';
import { outboxEn } from './en.outbox';
import { photosEn } from './en.photos';
import { shareEn } from './en.share';
import { shellEn } from './en.shell';
import { tallyEn } from './en.tally';
import { teamEn } from './en.team';
import type { vi } from './vi';

export const en = {
  ...outboxEn,
  ...formEn,
  ...photosEn,
  ...shareEn,
  ...shellEn,
  ...tallyEn,
  ...teamEn,

  'not_here': 'This page was not found',
  'not_here.hint': 'The address may have been mistyped.',
  'tab.label': 'Screens',
  'tab.home': 'Home',
  'tab.sessions': 'Sessions',
  'tab.team': 'Team',

  'home.recording_as': 'Recording as',
  'home.not_you': 'Not you?',
  'home.team': 'Working for',
  'home.no_team': 'You are not in a team yet. Ask your team leader or the Youth Union officer to add you.',
  'home.for_teams': 'This part is for members of a team.',
  'home.office': 'Open the office',
  'home.record': 'Record a session',
  'home.recent': 'Recent sessions',
  'home.none': 'No sessions yet. Press “Record a session” to begin.',
  'home.returned': '{n} session needs a correction|{n} sessions need a correction',
  'home.refused': '{n} session to mend|{n} sessions to mend',
  'home.unsent': '{n} unsent session|{n} unsent sessions',
  'home.all_sent': 'All sent',
  'home.unread': 'This phone can not be read',
  'home.unread_now': 'What this phone keeps can not be read just now.',
  'home.unread_help': 'Saved sessions are not lost by it. If opening it again does not help, close the browser and start it again.',
  'home.reopen': 'Open again',
  'home.draft': 'Go on with the draft',
  'home.draft_saved': 'saved at {time}',

  'month.title': 'Our team, {month}',
  'month.approved': 'approved',
  'month.sessions': 'sessions',
  'month.turns': 'people guided',
  'month.edongthap': 'on e‑Dongthap',
  'month.pending': '{n} session awaits review and is not counted above.|{n} sessions await review and are not counted above.',
  'month.only_here': 'On this phone: {n} unsent session|On this phone: {n} unsent sessions',
  'month.as_of': 'As of {when}',
  'when.yesterday': '{time} yesterday',
  'when.day': '{time} on {day}',
  'month.send_now': 'Send now',

  'session.turns': '{n} person|{n} people',
  'session.nil': 'Nothing in {month}',

  'unsent.title': 'Only on this phone',
  'unsent.kept': 'Not sent yet. The session is saved on this phone.',
  'unsent.kept_help': 'It is sent again when there is a network and the app is open. Do not clear the browser’s data.',
  'unsent.saved_at': 'Saved on this phone at {when}',
  'unsent.refused': 'This session needs a correction before it is sent again.',
  'unsent.not_taken': 'The system has not taken this version.',
  'unsent.unreadable': 'Something in this session cannot be read by the system. Open it, look at the note and send it again.',
  'unsent.mend': 'Your entry is still on this phone. Correct what is named and send it again.',
  'unsent.stale': 'Somebody, usually the officer, has just changed this session. Your entry is kept: look at it again and resend.',
  'unsent.conflict': 'The system has this session with other numbers. Your entry is kept: look at it again and send it to replace them.',
  'unsent.withdrawn': 'This session was withdrawn. Your entry is kept: open it to send it as a new session.',
  'unsent.closed': 'An officer has decided on this session, so it cannot be changed. If it is still wrong, ask the officer to reopen it.',
  'unsent.discard': 'Discard the copy on this phone',
  'unsent.discard_help': 'What is unsent of this session will be gone for good.',
  'unsent.discard_yes': 'Discard',

  'detail.loading': 'Session',
  'detail.title': 'Session of {day}',
  'detail.receipt': 'Code {code}',
  'detail.look_at': 'Please look at: {fields}',
  'detail.officer': '{name}, {when}',
  'detail.mend': 'Correct and resend',
  'detail.amend': 'Change this session',
  'detail.history': 'History',

  'sent.home': 'Home',

  'nil.link': 'Report nothing this month',
  'nil.only': 'Only for a month in which the team held no session.',
  'nil.but': 'The team has {n} session in {month}. There is no need for this report.|The team has {n} sessions in {month}. There is no need for this report.',
  'nil.title': 'Nothing to report',
  'nil.month': 'Which month?',
  'nil.sentence': '{team} had no sessions in {month}.',
  'nil.later': 'Should there be a session after all, record it as usual: it takes the place of this report.',
  'nil.send': 'Send this report',

  'account.change_secret': 'Change PIN',
  'account.change_password': 'Change password',
  'account.secret_changed': 'The new PIN is saved.',
  'account.language': 'Language',

  'leave.who': 'You are recording as {name}. Somebody else signs out first and signs in with their own number.',
  'leave.unsent': '{n} session on this phone is unsent|{n} sessions on this phone are unsent',
  'leave.unsent_help': 'They stay on this phone and are sent only when {name} signs in here again.',
  'leave.stay': 'Stay',
} satisfies Messages<typeof vi>;
