import type { Messages } from '../../i18n';
import type { shellVi } from './vi.shell';

export const shellEn = {
  'shell.pin_asked': 'Enter your PIN again to send',
  'shell.password_asked': 'Enter your password again to send',
  'shell.enter_pin': 'Enter it',
  'shell.new_version': 'There is a new version',
  'shell.update': 'Update',
  'shell.not_loaded': 'This part did not open',
  'shell.not_loaded_help': 'It is not on this phone yet, or the app has just got a new version. What you have written is kept.',
  'shell.reopen': 'Open the app again',
  'shell.still_offline': 'Still no network. Press the button again when there is one.',
} satisfies Messages<typeof shellVi>;
