// Where the box stands: in the rail of a desk; behind a button where the screen is narrow.
import { useEffect, useState } from 'preact/hooks';
import { IconButton, SidePanel } from '../../ui';
import { t } from '../i18n';
import { useWide } from '../useWide';
import { SearchBox } from './SearchBox';

const BOX = 'search-all';

const isTyping = (target: EventTarget | null): boolean => target instanceof HTMLElement && (/^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) || target.isContentEditable);

/** "/" where nothing is being typed, Ctrl+K anywhere. */
const isCall = (event: KeyboardEvent): boolean => {
  if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'k') return true;
  return event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target);
};

export const Search = () => {
  const isWide = useWide(900);
  const [isOpen, setOpen] = useState(false);
  const focus = () => document.getElementById(BOX)?.focus();
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!isCall(event) || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      if (isWide) focus();
      else setOpen(true);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [isWide]);
  useEffect(() => {
    if (isOpen) focus();
  }, [isOpen]);
  if (isWide) return <SearchBox id={BOX} withKey />;
  return (
    <>
      <IconButton icon="search" label={t('search.label')} onClick={() => setOpen(true)} />
      <SidePanel open={isOpen} onClose={() => setOpen(false)} title={t('search.label')}>
        <SearchBox id={BOX} withKey={false} onOpened={() => setOpen(false)} />
      </SidePanel>
    </>
  );
};
