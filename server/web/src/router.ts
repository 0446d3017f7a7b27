// The address is the state: a link shows a colleague the same screen.
import { signal } from '@preact/signals';

type Place = { path: string; query: URLSearchParams };
const here = (): Place => ({ path: location.pathname, query: new URLSearchParams(location.search) });

export const place = signal<Place>(here());

export const go = (href: string, { replace = false } = {}): void => {
  history[replace ? 'replaceState' : 'pushState'](null, '', href);
  const before = place.value.path;
  place.value = here();
  if (place.value.path !== before) scrollTo(0, 0);
};

/** Changes some of the query and keeps the rest; null takes a name out. */
export const setQuery = (changes: Record<string, string | null>, options = { replace: true }): void => {
  go(hrefWith(changes), options);
};

export const hrefWith = (changes: Record<string, string | null>): string => {
  const query = new URLSearchParams(place.value.query);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) query.delete(name);
    else query.set(name, value);
  }
  const text = query.toString();
  return place.value.path + (text && `?${text}`);
};

/** match('/buoi/:id', '/buoi/7') -> { id: '7' }, null when it does not fit. */
export const match = (pattern: string, path: string): Record<string, string> | null => {
  const [wanted, given] = [pattern, path].map((side) => side.replace(/\/+$/, '').split('/'));
  if (!wanted || !given || wanted.length !== given.length) return null;
  const params: Record<string, string> = {};
  const fits = wanted.every((part, i) => {
    const value = decodeURIComponent(given[i] ?? '');
    if (part.startsWith(':')) params[part.slice(1)] = value;
    return part.startsWith(':') ? value !== '' : part === value;
  });
  return fits ? params : null;
};

/** Plain links become steps inside the app, for the paths that this app owns. */
export const startRouter = (owns: (path: string) => boolean): void => {
  addEventListener('popstate', () => (place.value = here()));
  addEventListener('click', (event) => {
    const link = (event.target as Element | null)?.closest?.('a');
    const altered = event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
    if (!link?.href || altered || event.defaultPrevented || link.target || link.hasAttribute('download')) return;
    const url = new URL(link.href);
    const inPage = url.hash !== '' && url.pathname === location.pathname;
    if (url.origin !== location.origin || inPage || !owns(url.pathname)) return;
    event.preventDefault();
    go(url.pathname + url.search);
  });
};
