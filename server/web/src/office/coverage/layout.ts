// Where the twelve districts of Đồng Tháp lie, and since 01/7/2025 the clusters that go on with
// their work: rows from north to south, columns from west to east.
// Source: the province's administrative map of before 01/7/2025, drawn to the nearest of three
// columns. Another province, or places that are not among these, get a plain grid.
import { fold } from '../../i18n/text';

type Spot = { code: string; name: string; row: number; column: number };

const DONG_THAP: readonly Spot[] = [
  { code: '870', name: 'Hồng Ngự', row: 1, column: 1 },
  { code: '868', name: 'Hồng Ngự', row: 1, column: 2 },
  { code: '869', name: 'Tân Hồng', row: 1, column: 3 },
  { code: '874', name: 'Thanh Bình', row: 2, column: 1 },
  { code: '871', name: 'Tam Nông', row: 2, column: 2 },
  { code: '872', name: 'Tháp Mười', row: 2, column: 3 },
  { code: '866', name: 'Cao Lãnh', row: 3, column: 2 },
  { code: '873', name: 'Cao Lãnh', row: 3, column: 3 },
  { code: '875', name: 'Lấp Vò', row: 4, column: 1 },
  { code: '867', name: 'Sa Đéc', row: 4, column: 2 },
  { code: '876', name: 'Lai Vung', row: 5, column: 1 },
  { code: '877', name: 'Châu Thành', row: 5, column: 2 },
];

type Named = { name: string; code: string | null };

// A code alone is no key: another register may use it for another place.
const spotOf = ({ name, code }: Named): Spot | undefined =>
  DONG_THAP.find((spot) => (code === spot.code || code === `CUM-${spot.code}`) && fold(name).endsWith(fold(spot.name)));

/** The spot of each place in its order; null unless every one has its own. */
export const spotsOf = (places: readonly Named[]): Spot[] | null => {
  const spots = places.map(spotOf).filter((spot) => spot !== undefined);
  return spots.length > 0 && new Set(spots).size === places.length ? spots : null;
};
