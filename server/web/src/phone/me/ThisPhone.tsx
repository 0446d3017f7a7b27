// What is on this phone, and how safely.
import { useEffect, useState } from 'preact/hooks';
import { fact, setFact } from '../../account/device';
import { Button, Card, Checkbox, Icon, type IconName } from '../../ui';
import { t } from '../i18n';
import { unsent } from '../outbox/outbox';
import { HAND_IN, SAVE_WORK } from '../paths';
import { install, isByHand, isInstalled, offer } from '../shell/install';
import { store } from '../store/open';
import { askToKeep, keeping, type Keeping } from './keeping';
import { Others } from './Others';
import { tOwn } from './texts';

const KEEPING: Record<Keeping, { icon: IconName; text: 'phone.kept' | 'phone.not_kept' | 'phone.keeping_unknown' }> = {
  kept: { icon: 'check', text: 'phone.kept' },
  not_kept: { icon: 'warning', text: 'phone.not_kept' },
  unknown: { icon: 'info', text: 'phone.keeping_unknown' },
};

const Fact = ({ icon, children }: { icon: IconName; children: string }) => (
  <li>
    <Icon name={icon} size={20} />
    <span>{children}</span>
  </li>
);

/** The part of the script's name that changes with its content. */
const version = (): string =>
  /index-([\w-]+)\.js$/.exec(document.querySelector<HTMLScriptElement>('script[type=module]')?.src ?? '')?.[1] ?? '–';

const Install = () => {
  if (isInstalled()) return null;
  if (offer.value) {
    return (
      <Button icon="plus" wide onClick={() => void install()}>
        {t('install.title')}
      </Button>
    );
  }
  return isByHand() ? <p>{tOwn('install.by_hand')}</p> : null;
};

const Shared = () => {
  const [isShared, setShared] = useState(false);
  useEffect(() => void fact('is_shared').then((is) => setShared(is ?? false)), []);
  const change = (is: boolean) => {
    setShared(is);
    void setFact('is_shared', is);
  };
  return (
    <>
      <Checkbox id="shared" label={tOwn('phone.shared')} checked={isShared} onValue={change} />
      <p class="hint">{tOwn('phone.shared_help')}</p>
    </>
  );
};

export const ThisPhone = () => {
  useEffect(() => void askToKeep(), []);
  const { icon, text } = KEEPING[keeping.value];
  const n = unsent.value.length;
  const isRead = store.value?.isDurable ?? false;
  return (
    <Card title={tOwn('phone.title')}>
      <ul class="facts-list">
        {n > 0 ? <Fact icon="refresh">{tOwn('phone.unsent', { n })}</Fact> : isRead ? <Fact icon="check">{tOwn('phone.all_sent')}</Fact> : <Fact icon="warning">{t('home.unread_now')}</Fact>}
        <Fact icon={icon}>{tOwn(text)}</Fact>
        <Fact icon="info">{tOwn('phone.version', { version: version() })}</Fact>
      </ul>
      <div class="stack">
        <Others />
        <Install />
        {n > 0 && (
          <Button icon="download" wide href={SAVE_WORK}>
            {tOwn('phone.save_copy')}
          </Button>
        )}
        <Button icon="upload" wide href={HAND_IN}>
          {t('account.hand_in')}
        </Button>
        <Shared />
      </div>
    </Card>
  );
};
