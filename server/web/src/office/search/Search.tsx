// Where the box stands: in the rail of a desk; behind a button where the screen is narrow.
import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { IconButton, SidePanel } from '../../ui';
import { t } from './i18n';
import { useWide } from '../useWide';
import { SearchBox } from './SearchBox';

const BOX = 'search-all';
const RAIL_PX = 900;

const isOpen = signal(false);
const focus = () => document.getElementById(BOX)?.focus();

const isTyping = (target: EventTarget | null): boolean => target instanceof HTMLElement && (/^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) || target.isContentEditable);

/** "/" where nothing is being typed, Ctrl+K anywhere. */
const isCall = (event: KeyboardEvent): boolean => {
  if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'k') return true;
  return event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target);
};

export const Search = () => {
  const isWide = useWide(RAIL_PX);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!isCall(event) || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      if (isWide) focus();
      else isOpen.value = true;
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [isWide]);
  return isWide ? <SearchBox id={BOX} withKey /> : <IconButton icon="search" label={t('search.label')} onClick={() => (isOpen.value = true)} />;
};

/** Stands outside the rail: a dialog's head in the page's would be taken for a second one. */
export const SearchPanel = () => {
  const isWide = useWide(RAIL_PX);
  const close = () => (isOpen.value = false);
  useEffect(() => {
    if (isOpen.value) focus();
  }, [isOpen.value]);
  return (
    <SidePanel open={isOpen.value && !isWide} onClose={close} title={t('search.label')}>
      {!isWide && <SearchBox id={BOX} withKey={false} onOpened={close} />}
    </SidePanel>
  );
};
