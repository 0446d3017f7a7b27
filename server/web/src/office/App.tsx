// The frame around the screens.
import { useEffect } from 'preact/hooks';
import { me, OFFICE, PHONE } from '../account/account';
import { onScreen } from '../api/client';
import { useLoad } from '../data/useLoad';
import { go, place } from '../router';
import { Button, DemoRibbon, EmptyState, SkipLink } from '../ui';
import { fetchAhead } from './ahead';
import { t } from './i18n';
import { Loaded } from './Loaded';
import { aheadOf, screenAt } from './screens';
import { Search, SearchPanel } from './search/Search';
import { hasNoArea, loadHome } from './shell/areas';
import { NoArea } from './shell/NoArea';
import { FIRST, hrefOf, openPages } from './shell/pages';
import { Rail } from './shell/Rail';
import { useCounts } from './shell/useCounts';
import { useVisible } from './shell/useVisible';

const NotHere = () => (
  <EmptyState icon="search" title={t('not_here')} action={<Button href={hrefOf(FIRST)}>{t('not_here.action')}</Button>} />
);

const Screen = () => {
  const { path } = place.value;
  const isStart = path === OFFICE || `${path}/` === OFFICE;
  useEffect(() => {
    if (isStart) go(hrefOf(FIRST), { replace: true });
  }, [isStart]);
  const found = screenAt(path);
  useEffect(() => {
    document.title = `${t(found ? `nav.${found.name}` : 'not_here')} – ${t('app.name')}`;
  });
  if (isStart) return null;
  if (!found) return <NotHere />;
  if (hasNoArea.value && found.name !== 'audit') return <NoArea />;
  if (!openPages().some(({ name }) => name === found.name)) return <EmptyState icon="cancel" title={t('load.forbidden')} />;
  return found.show();
};

const Frame = () => {
  const start = useLoad(loadHome, [me.value?.areas.map(({ id }) => id).join()]);
  // Areas are handed over while a page stands open.
  useVisible(onScreen.look);
  useCounts();
  useEffect(() => void fetchAhead(aheadOf(openPages().map(({ name }) => name))), []);
  return (
    <>
      <SkipLink />
      {me.value?.is_demo && (
        <aside aria-label={t('app.demo')}>
          <DemoRibbon />
        </aside>
      )}
      <div class={me.value?.is_demo ? 'office is-demo' : 'office'}>
        <Rail search={!hasNoArea.value && <Search />} />
        <main class="page" id="main" tabIndex={-1}>
          {hasNoArea.value ? <Screen /> : <Loaded load={start}>{() => <Screen />}</Loaded>}
        </main>
      </div>
      {!hasNoArea.value && <SearchPanel />}
    </>
  );
};

export const App = () =>
  me.value?.user.role === 'volunteer' ? (
    <main id="main">
      <EmptyState icon="phone" title={t('volunteer.title')} action={<Button kind="primary" href={PHONE}>{t('volunteer.action')}</Button>}>
        {t('volunteer.text')}
      </EmptyState>
    </main>
  ) : (
    <Frame />
  );
