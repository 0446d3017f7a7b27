import { asksForPin, me } from '../../account/account';
import { signedOut } from '../../api/client';
import { Button, Notice } from '../../ui';
import { t } from '../i18n';

/** After 30 days without signal: everything goes on, and one thing is asked before it can be sent. */
export const PinAsked = () =>
  signedOut.value && me.value ? (
    <div class="strip">
      <Notice
        tone="pending"
        icon="person"
        title={t(me.value.user.role === 'volunteer' ? 'shell.pin_asked' : 'shell.password_asked')}
        action={<Button onClick={() => (asksForPin.value = true)}>{t('shell.enter_pin')}</Button>}
        live
      />
    </div>
  ) : null;
