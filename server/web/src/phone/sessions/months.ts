type Dated = { date: string };

/** In the order given; a month that comes back on a later page goes on where it stood. */
export const byMonth = <Item extends Dated>(items: readonly Item[]): { month: string; items: Item[] }[] => {
  const months = new Map<string, Item[]>();
  for (const item of items) {
    const month = item.date.slice(0, 7);
    months.set(month, [...(months.get(month) ?? []), item]);
  }
  return [...months].map(([month, of]) => ({ month, items: of }));
};
