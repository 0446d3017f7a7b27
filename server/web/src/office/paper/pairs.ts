/** Two of a kind on each page; the last one may be alone. */
export const inPairs = <Item>(items: readonly Item[]): Item[][] =>
  items.reduce<Item[][]>((pages, item, at) => (at % 2 === 0 ? [...pages, [item]] : [...pages.slice(0, -1), [...(pages[pages.length - 1] ?? []), item]]), []);
