import { Icon, type IconName } from '../../ui';
import { t } from '../i18n';
import { GUIDES, HOME, SESSIONS, TEAM } from '../paths';

const TABS = [
  { href: HOME, icon: 'home', text: 'tab.home' },
  { href: SESSIONS, icon: 'list', text: 'tab.sessions' },
  { href: TEAM, icon: 'people', text: 'tab.team' },
  { href: GUIDES, icon: 'book', text: 'tab.guides' },
] as const satisfies readonly { href: string; icon: IconName; text: string }[];

export const Tabs = ({ path }: { path: string }) => (
  <nav class="tabs" aria-label={t('tab.label')}>
    {TABS.map(({ href, icon, text }) => (
      <a key={href} href={href} aria-current={path === href ? 'page' : undefined}>
        <Icon name={icon} />
        {t(text)}
      </a>
    ))}
  </nav>
);
