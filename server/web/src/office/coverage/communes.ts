// Communes as the officer reads them: the one with the longest wait first. Pure.
import type { CoverRow, Row } from '../../api/types';
import { countsOf, type Tile } from './tiles';
import { longest } from './order';

export type CommuneLine = {
  tile: Tile;
  /** The commune's row of the rollup, when it is there already. */
  row: Row | null;
  longest: CoverRow | null;
  without: number;
};

// Never before all; a commune without hamlets last.
const key = ({ longest: hamlet }: CommuneLine): string => (hamlet ? `0${hamlet.last_session_on ?? ''}` : '1');

export const communeLines = (tiles: readonly Tile[], rollup: readonly Row[]): CommuneLine[] => {
  const rows = new Map(rollup.map((row) => [row.unit?.id, row]));
  return tiles
    .map((tile) => ({
      tile,
      row: rows.get(tile.unit.id) ?? null,
      longest: longest(tile.rows),
      without: tile.rows.length - countsOf(tile.rows).active,
    }))
    .sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
};
