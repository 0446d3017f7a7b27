import type { Messages } from '../../i18n';
import type { shellVi } from './vi.shell';

export const shellEn = {
  'shell.pin_asked': 'Enter your PIN again to send',
  'shell.password_asked': 'Enter your password again to send',
  'shell.enter_pin': 'Enter it',
  'shell.new_version': 'There is a new version',
  'shell.update': 'Update',
  'shell.updating': 'Updating…',
  'shell.not_updated': 'Not updated yet. Close the app completely and open it again.',
  'shell.not_loaded': 'This part did not open',
  'shell.not_loaded_help': 'It is not on this phone yet, or the app has just got a new version. What you have written is kept.',
  'shell.reopen': 'Open the app again',
  'shell.still_offline': 'Still no network. Press the button again when there is one.',

  'in_app.chrome': 'You are in {app}. Open in Chrome, so that it works without a network.',
  'in_app.open_chrome': 'Open in Chrome',
  'in_app.safari': 'You are in {app}. So that it works without a network: press ⋯ → Open in Safari.',
  'in_app.copy': 'Copy the link',
  'in_app.copied': 'Copied',

  'tab.guides': 'Guides',
  'guides.title': 'Guides',
  'guides.lead': 'To show to people, also without a network. Or print them for the community house.',
  'guides.remember': 'Remember',
  'guides.print': 'Print this page',

  'install.title': 'Put the app on the home screen',
  'install.add': 'Add',
  'phone.others': '{n} session of somebody else waits on this phone|{n} sessions of other people wait on this phone',
  'phone.somebodys': '{n} session on this phone waits for its author to sign in|{n} sessions on this phone wait for their authors to sign in',

  'account.title': 'Account',
} satisfies Messages<typeof shellVi>;
