import { Icon, type IconName } from '../../ui';
import { t } from '../i18n';
import { GUIDES, HOME, SESSIONS, TEAM } from '../paths';
import { askingAll } from '../team/asking';

const TABS = [
  { href: HOME, icon: 'home', text: 'tab.home' },
  { href: SESSIONS, icon: 'list', text: 'tab.sessions' },
  { href: TEAM, icon: 'people', text: 'tab.team' },
  { href: GUIDES, icon: 'book', text: 'tab.guides' },
] as const satisfies readonly { href: string; icon: IconName; text: string }[];

/** How many wait, over the picture: nothing moves when it comes. */
const Waiting = () => {
  const n = askingAll();
  return n === 0 ? null : (
    <span class="tab-count">
      <span aria-hidden="true">{n}</span>
      <span class="unseen">{t('team.asking', { n })}</span>
    </span>
  );
};

export const Tabs = ({ path }: { path: string }) => (
  <nav class="tabs" aria-label={t('tab.label')}>
    {TABS.map(({ href, icon, text }) => (
      <a key={href} href={href} aria-current={path === href ? 'page' : undefined}>
        <Icon name={icon} />
        {t(text)}
        {href === TEAM && <Waiting />}
      </a>
    ))}
  </nav>
);
