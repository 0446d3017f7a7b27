// One box that finds anything: a combobox (ARIA APG) whose list opens what is chosen.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Found } from '../../api/types';
import { go } from '../../router';
import { Icon, Spinner } from '../../ui';
import { t } from './i18n';
import { foundWords, grouped, hrefOfFound, isFull, SHORTEST, stepped } from './results';
import { FoundList, optionId } from './FoundList';
import { useFind } from './useFind';

const LIST = 'search-list';

type Props = { id: string; withKey: boolean; onOpened?: () => void };

export const SearchBox = ({ id, withKey, onOpened }: Props) => {
  const [typed, setTyped] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState<number | null>(null);
  // Who types a code and presses Enter at once does not wait for the list.
  const [isWanted, setWanted] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const { items, loading, failed } = useFind(typed);
  const flat = grouped(items ?? []).flatMap((group) => group.items);

  const open = (found: Found) => {
    setTyped('');
    setOpen(false);
    setWanted(false);
    onOpened?.();
    go(hrefOfFound(found));
    // What was found has the keys now: A approves it instead of being typed.
    if (withKey) document.getElementById('main')?.focus({ preventScroll: true });
  };
  useEffect(() => {
    setActive(null);
    if (!isWanted || loading) return;
    setWanted(false);
    if (flat[0]) open(flat[0]);
  }, [items, loading]);

  const press = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setOpen(true);
      setActive(stepped(active, event.key === 'ArrowDown' ? 1 : -1, flat.length));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const chosen = flat[active ?? 0];
      if (loading) setWanted(true);
      else if (chosen) open(chosen);
    } else if (event.key === 'Escape' && (isOpen || typed)) {
      event.preventDefault();
      if (!isOpen) setTyped('');
      setOpen(false);
    }
  };
  const leave = (event: FocusEvent) => {
    if (!box.current?.contains(event.relatedTarget as Node | null)) setOpen(false);
  };
  const hasList = isOpen && flat.length > 0;
  return (
    <div class="search" ref={box} onFocusOut={leave}>
      <label class="picker-search">
        {loading ? <Spinner /> : <Icon name="search" size={20} />}
        <span class="unseen">{t('search.label')}</span>
        <input
          class="input"
          id={id}
          role="combobox"
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          enterKeyHint="search"
          maxLength={80}
          placeholder={t('search.placeholder')}
          aria-expanded={hasList}
          aria-controls={LIST}
          aria-autocomplete="list"
          aria-activedescendant={hasList && active !== null ? optionId(active) : undefined}
          aria-keyshortcuts="/ Control+K"
          value={typed}
          onInput={(event) => {
            setTyped(event.currentTarget.value);
            setOpen(true);
            setWanted(false);
          }}
          onFocus={() => setOpen(true)}
          onKeyDown={press}
        />
        {withKey && typed === '' && (
          <kbd class="search-key" aria-hidden="true">
            /
          </kbd>
        )}
      </label>
      <div class={isOpen ? 'search-found' : 'search-found is-shut'}>
        <p class={flat.length > 0 && !isFull(flat.length) ? 'unseen' : 'search-said'} role="status">
          {isOpen && (failed ? t('search.failed') : items === null || typed.trim().length < SHORTEST ? t('search.hint') : loading ? '' : flat.length > 0 ? foundWords(flat.length) : `${t('search.none')} ${t('search.hint')}`)}
        </p>
        <FoundList id={LIST} groups={isOpen ? grouped(items ?? []) : []} active={active} choose={open} isOld={loading} />
      </div>
    </div>
  );
};
