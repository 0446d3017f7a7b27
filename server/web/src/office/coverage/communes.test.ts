import { expect, test } from 'vitest';
import type { CoverRow, CoverState, Unit } from '../../api/types';
import { communeLines } from './communes';
import type { Tile } from './tiles';

const unit = (id: number, name: string): Unit => ({ id, name, level: 'commune', kind: 'xã', code: null });
const hamlet = (name: string, last: string | null, state: CoverState): CoverRow => ({
  unit: { ...unit(0, name), level: 'hamlet' }, path: [], team: null, states: [state], last_session_on: last, sessions: 0, participants: 0, unheard: { returned: null, remote: null },
});
const tile = (id: number, name: string, ...rows: CoverRow[]): Tile => ({ unit: unit(id, name), rows, counts: { active: 0, nil: 0, silent: 0, no_team: 0 } });

test('the commune whose hamlet has waited longest comes first, with or without a team', () => {
  const lines = communeLines(
    [
      tile(1, 'Xã A', hamlet('Ấp 1', '2026-11-20', 'active'), hamlet('Ấp 2', '2026-10-01', 'silent')),
      tile(2, 'Xã B', hamlet('Ấp 3', null, 'no_team')),
      tile(3, 'Xã C', hamlet('Ấp 4', null, 'silent')),
      tile(4, 'Xã D', hamlet('Ấp 5', '2026-09-01', 'nil')),
    ],
    [],
  );
  expect(lines.map(({ tile: { unit: { name } }, longest }) => [name, longest?.unit.name])).toEqual([
    ['Xã B', 'Ấp 3'], ['Xã C', 'Ấp 4'], ['Xã D', 'Ấp 5'], ['Xã A', 'Ấp 2'],
  ]);
  expect(lines.map(({ without }) => without)).toEqual([1, 1, 1, 1]);
});
