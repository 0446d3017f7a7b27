// The way between the screens; under 900 px a bar with a menu.
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useState } from 'preact/hooks';
import { me, signOut } from '../../account/account';
import { number } from '../../i18n/formats';
import { place } from '../../router';
import { Icon, IconButton, LocaleSwitch, Lotus } from '../../ui';
import { t } from '../i18n';
import { allWork } from '../desk/work';
import { hasNoArea, ownNames } from './areas';
import { GROUPS, isAt, menuHref, openPages, type PageName } from './pages';

type Page = ReturnType<typeof openPages>[number];
/** What an entry counts, and how that is said to those who do not see the figure alone. */
const countOf = (name: PageName): { n: number; words: string } => {
  const { pending, join_requests } = allWork.value ?? {};
  if (name === 'review' && pending) {
    const n = pending.n - pending.own;
    return { n, words: t('nav.waiting', { n }) };
  }
  if (name === 'teams' && join_requests) return { n: join_requests.n, words: t('nav.asking', { n: join_requests.n }) };
  return { n: 0, words: '' };
};

const Entry = ({ page: { name, icon } }: { page: Page }) => {
  const { n, words } = countOf(name);
  return (
    <li>
      <a href={menuHref(name)} aria-current={isAt(name) ? 'page' : undefined}>
        <Icon name={icon} size={20} />
        <span>{t(`nav.${name}`)}</span>
        {n > 0 && (
          <span class="rail-count">
            <span aria-hidden="true">{number(n)}</span>
            <span class="unseen">, {words}</span>
          </span>
        )}
      </a>
    </li>
  );
};

const Group = ({ name }: { name: (typeof GROUPS)[number] }) => {
  const id = useId();
  const pages = openPages().filter(({ group }) => group === name);
  if (pages.length === 0) return null;
  return (
    <>
      {/* What comes first needs no word over it. */}
      <p class={name === 'daily' ? 'unseen' : 'rail-group'} id={id}>
        {t(`nav.group_${name}`)}
      </p>
      <ul class="rail-entries" aria-labelledby={id}>
        {pages.map((page) => (
          <Entry key={page.name} page={page} />
        ))}
      </ul>
    </>
  );
};

const Person = () => {
  const user = me.value?.user;
  if (!user) return null;
  const where = hasNoArea.value ? t('no_area') : me.value?.areas.length ? ownNames.value : t('everywhere');
  return (
    <div class="rail-person">
      <strong>{user.name}</strong>
      <span class="quiet">
        {t(`role.${user.role}`)} · {where}
      </span>
      <button type="button" class="rail-out" onClick={() => void signOut()}>
        <Icon name="logout" size={20} />
        {t('action.sign_out')}
      </button>
      <LocaleSwitch />
    </div>
  );
};

/** `search`: the box that finds anything; in the bar of a narrow screen too, where it has room for
 * a button. */
export const Rail = ({ search }: { search?: ComponentChildren }) => {
  const [open, setOpen] = useState(false);
  useEffect(() => setOpen(false), [place.value.path]);
  return (
    <header class={open ? 'rail is-open' : 'rail'}>
      <div class="rail-bar">
        <span class="rail-brand">
          <Lotus size={32} />
          {t('app.name')}
        </span>
        {search && <div class="rail-search">{search}</div>}
        <span class="rail-toggle">
          <IconButton icon={open ? 'close' : 'menu'} label={t(open ? 'nav.close' : 'nav.menu')} onClick={() => setOpen(!open)} />
        </span>
      </div>
      <div class="rail-menu">
        <nav aria-label={t('nav.label')}>
          {GROUPS.map((name) => (
            <Group key={name} name={name} />
          ))}
        </nav>
        <Person />
      </div>
    </header>
  );
};
