// Hamlets gathered under what stands one step below the area. Pure.
import type { Coverage, CoverRow, CoverState, Unit } from '../../api/types';
import { fullName } from '../../data/units';
import { COVER_STATES, stateOf } from './order';

/** "Ấp 1 (xã Vĩnh Thạnh cũ)": beside its commune. */
export const shortName = (unit: Pick<Unit, 'name' | 'full_name'>): string => fullName(unit).split(', ')[0] ?? unit.name;

export type Tile = { unit: Unit; rows: CoverRow[]; counts: Record<CoverState, number> };

const inOrder = new Intl.Collator('vi', { numeric: true });
export const byName = <Item>(items: readonly Item[], name: (item: Item) => string): Item[] =>
  [...items].sort((a, b) => inOrder.compare(name(a), name(b)));

export const countsOf = (rows: readonly CoverRow[]): Record<CoverState, number> => {
  const counts = { active: 0, nil: 0, silent: 0, no_team: 0 };
  for (const row of rows) {
    const state = stateOf(row);
    if (state) counts[state] += 1;
  }
  return counts;
};

/** The units of one level, or those directly below the area; each with its hamlets by commune and
 * name, so that a square stays where it is from one month to the next. */
export const tilesOf = ({ unit, rows }: Pick<Coverage, 'unit' | 'rows'>, level?: Unit['level']): Tile[] => {
  const tiles = new Map<number, Tile>();
  for (const row of rows) {
    const below = row.path[row.path.findIndex(({ id }) => id === unit.id) + 1];
    const at = level ? row.path.find((step) => step.level === level) : below;
    if (!at) continue;
    const tile = tiles.get(at.id) ?? { unit: at, rows: [], counts: { active: 0, nil: 0, silent: 0, no_team: 0 } };
    tiles.set(at.id, tile);
    tile.rows.push(row);
  }
  const placed = (row: CoverRow): string => `${row.path[row.path.length - 1]?.name ?? ''} ${row.unit.name}`;
  const found = [...tiles.values()].map((tile) => ({ ...tile, rows: byName(tile.rows, placed), counts: countsOf(tile.rows) }));
  return byName(found, (tile) => tile.unit.name);
};

/** How the hamlets of the area stand, in the order of the states. */
export const parts = (counts: Record<CoverState, number>): number[] => COVER_STATES.map((state) => counts[state]);

/** The area with what stands above it, as the map of the answer has it. */
export const pathOf = ({ unit, rows }: Pick<Coverage, 'unit' | 'rows'>): Unit[] => {
  const path = rows[0]?.path ?? [];
  const at = path.findIndex(({ id }) => id === unit.id);
  return at < 0 ? path : path.slice(0, at);
};
