// The highest and the lowest in words: one place by its name, equals by their number.
import { t } from './i18n';
import { ends } from './scale';

type Kind = 'turns' | 'sessions';
/** What a place with nothing has nothing of. */
export type Nothing = Kind | `approved_${Kind}`;

/** Where only approved sessions count, a place without any may have some that wait. */
export const nothingIn = (what: Kind, state: 'official' | 'provisional'): Nothing => (state === 'official' ? `approved_${what}` : what);

type Told<Item> = {
  value: (item: Item) => number;
  name: (item: Item) => string;
  text: (item: Item) => string;
  nothing?: Nothing | undefined;
};

export const endsText = <Item>(sorted: readonly Item[], { value, name, text, nothing }: Told<Item>): string => {
  const { top, bottom } = ends(sorted, value);
  const [first, last] = [top[0], bottom[0]];
  if (first === undefined || last === undefined || sorted.length === 1) return '';
  const isNothing = value(last) === 0 && nothing !== undefined;
  if (top.length === sorted.length) return isNothing ? t(`ends.no_${nothing}`, { n: top.length }) : t('ends.equal', { n: top.length, value: text(first) });
  return [
    top.length > 1 ? t('ends.tops', { n: top.length, value: text(first) }) : t('ends.top', { name: name(first), value: text(first) }),
    isNothing && bottom.length > 1
      ? t(`ends.no_${nothing}`, { n: bottom.length })
      : bottom.length > 1
        ? t('ends.bottoms', { n: bottom.length, value: text(last) })
        : t('ends.bottom', { name: name(last), value: text(last) }),
  ].join(' ');
};
