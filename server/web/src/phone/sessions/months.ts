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

/** "tháng 11/2026" -> "Tháng 11/2026", where it stands alone. */
export const sentence = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
