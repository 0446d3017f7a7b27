// What the app has to say on top of a page, in one line with one thing to do.
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { asksForPin, me } from '../../account/account';
import { fact, setFact } from '../../account/device';
import { signedOut } from '../../api/client';
import { Icon, IconButton, type IconName } from '../../ui';
import { t } from '../i18n';
import { receipts } from '../outbox/outbox';
import { install, offer } from './install';
import { applyUpdate, update } from './updates';

type Props = { icon: IconName; text: string; tone?: 'pending' | 'plain'; children?: ComponentChildren };

export const Strip = ({ icon, text, tone = 'plain', children }: Props) => (
  <div class={`strip tone-${tone}`} role="status">
    <Icon name={icon} size={20} />
    <span class="strip-text">{text}</span>
    {children}
  </div>
);

/** After 30 days without signal: everything goes on, and one thing is asked before it can be sent. */
export const PinAsked = () =>
  signedOut.value && me.value ? (
    <Strip tone="pending" icon="person" text={t(me.value.user.role === 'volunteer' ? 'shell.pin_asked' : 'shell.password_asked')}>
      <button class="link" type="button" onClick={() => (asksForPin.value = true)}>
        {t('shell.enter_pin')}
      </button>
    </Strip>
  ) : null;

/** Only where nothing is being written. */
export const NewVersion = () => {
  const state = update.value;
  if (state === 'none') return null;
  if (state === 'taking') return <Strip icon="refresh" text={t('shell.updating')} />;
  if (state === 'stuck') return <Strip icon="info" text={t('shell.not_updated')} />;
  return (
    <Strip icon="refresh" text={t('shell.new_version')}>
      <button class="link" type="button" onClick={applyUpdate}>
        {t('shell.update')}
      </button>
    </Strip>
  );
};

/** Once, after the first session that arrived; from then on it is on the account screen. */
export const InstallOffer = () => {
  const [isDue, setDue] = useState(false);
  const hasSent = Object.keys(receipts.value).length > 0;
  useEffect(() => {
    if (hasSent) void fact('install_offered').then((was) => setDue(!was));
  }, [hasSent]);
  if (!isDue || !offer.value) return null;
  const done = () => {
    setDue(false);
    void setFact('install_offered', true);
  };
  const add = () => {
    done();
    void install();
  };
  return (
    <Strip icon="phone" text={t('install.title')}>
      <button class="link" type="button" onClick={add}>
        {t('install.add')}
      </button>
      <IconButton icon="close" label={t('action.close')} onClick={done} />
    </Strip>
  );
};
