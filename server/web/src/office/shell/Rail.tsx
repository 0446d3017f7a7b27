// The way between the screens; under 900 px a bar with a menu.
import { useEffect, useState } from 'preact/hooks';
import { me, signOut } from '../../account/account';
import { place } from '../../router';
import { Icon, IconButton, LocaleSwitch, Lotus } from '../../ui';
import { t } from '../i18n';
import { asking } from '../join/asking';
import { waiting } from '../review/waiting';
import { home } from './areas';
import { hrefOf, openPages } from './pages';

const Entries = () => (
  <ul class="rail-entries">
    {openPages().map(({ name, icon }) => {
      const href = hrefOf(name);
      const isHere = place.value.path.startsWith(href.split('?')[0] ?? href);
      const [count, words] = name === 'review' ? ([waiting.value, 'nav.waiting'] as const) : name === 'teams' ? ([asking.value, 'nav.asking'] as const) : [null, null];
      return (
        <li key={name}>
          <a href={href} aria-current={isHere ? 'page' : undefined}>
            <Icon name={icon} size={20} />
            <span>{t(`nav.${name}`)}</span>
            {count && words && count.n > 0 && (
              <span class="rail-count">
                <span aria-hidden="true">{count.n}{count.isMore && '+'}</span>
                <span class="unseen">, {t(words, { n: count.n })}</span>
              </span>
            )}
          </a>
        </li>
      );
    })}
  </ul>
);

const Person = () => {
  const user = me.value?.user;
  if (!user) return null;
  return (
    <div class="rail-person">
      <strong>{user.name}</strong>
      <span class="quiet">
        {t(`role.${user.role}`)} · {home.value && me.value?.areas.length ? home.value.name : t('everywhere')}
      </span>
      <button type="button" class="rail-out" onClick={() => void signOut()}>
        <Icon name="logout" size={20} />
        {t('action.sign_out')}
      </button>
      <LocaleSwitch />
    </div>
  );
};

export const Rail = () => {
  const [open, setOpen] = useState(false);
  useEffect(() => setOpen(false), [place.value.path]);
  return (
    <header class={open ? 'rail is-open' : 'rail'}>
      <div class="rail-bar">
        <span class="rail-brand">
          <Lotus size={32} />
          {t('app.name')}
        </span>
        <span class="rail-toggle">
          <IconButton icon={open ? 'close' : 'menu'} label={t(open ? 'nav.close' : 'nav.menu')} onClick={() => setOpen(!open)} />
        </span>
      </div>
      <div class="rail-menu">
        <nav aria-label={t('nav.label')}>
          <Entries />
        </nav>
        <Person />
      </div>
    </header>
  );
};
