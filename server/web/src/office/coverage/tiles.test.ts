import { expect, test } from 'vitest';
import type { CoverRow, CoverState, Unit } from '../../api/types';
import { spotsOf } from './layout';
import { countsOf, pathOf, tilesOf } from './tiles';

const unit = (id: number, name: string, level: Unit['level'], code: string | null = null): Unit => ({ id, name, level, kind: '', code });
const province = unit(1, 'Tỉnh Đồng Tháp', 'province');
const lapVo = unit(2, 'Cụm Lấp Vò', 'district', 'CUM-875');
const saDec = unit(3, 'Cụm TP Sa Đéc', 'district', 'CUM-867');
const commune = unit(4, 'Xã Lấp Vò', 'commune');
const hamlet = (id: number, name: string, state: CoverState, path: Unit[]): CoverRow => ({
  unit: unit(id, name, 'hamlet'), path, team: null, states: ['active', state], last_session_on: null, sessions: 0, participants: 0, unheard: { returned: null, remote: null },
});
const rows = [
  hamlet(10, 'Ấp 10', 'active', [province, lapVo, commune]),
  hamlet(11, 'Ấp 2', 'silent', [province, lapVo, commune]),
  hamlet(12, 'Khóm 1', 'no_team', [province, saDec]),
];

test('hamlets gather under what stands one step below the area', () => {
  const tiles = tilesOf({ unit: province, rows });
  expect(tiles.map((tile) => tile.unit.name)).toEqual(['Cụm Lấp Vò', 'Cụm TP Sa Đéc']);
  expect(tiles[0]?.rows.map((row) => row.unit.name)).toEqual(['Ấp 2', 'Ấp 10']);
  expect(tiles[0]?.counts).toEqual({ active: 1, nil: 0, silent: 1, no_team: 0 });
  expect(tilesOf({ unit: lapVo, rows: rows.slice(0, 2) }).map((tile) => tile.unit.id)).toEqual([4]);
  expect(tilesOf({ unit: commune, rows: rows.slice(0, 2) })).toEqual([]);
});

test('one level is gathered wherever it stands, and what lacks it stays out', () => {
  expect(tilesOf({ unit: province, rows }, 'commune').map((tile) => tile.unit.id)).toEqual([4]);
});

test('what stands above an area comes from its hamlets', () => {
  expect(pathOf({ unit: commune, rows }).map(({ id }) => id)).toEqual([1, 2]);
  expect(pathOf({ unit: unit(10, 'Ấp 10', 'hamlet'), rows }).map(({ id }) => id)).toEqual([1, 2, 4]);
  expect(countsOf([])).toEqual({ active: 0, nil: 0, silent: 0, no_team: 0 });
});

const districts = [
  ['866', 'Thành phố Cao Lãnh'], ['867', 'Thành phố Sa Đéc'], ['868', 'Thành phố Hồng Ngự'], ['869', 'Huyện Tân Hồng'], ['870', 'Huyện Hồng Ngự'],
  ['871', 'Huyện Tam Nông'], ['872', 'Huyện Tháp Mười'], ['873', 'Huyện Cao Lãnh'], ['874', 'Huyện Thanh Bình'], ['875', 'Huyện Lấp Vò'],
  ['876', 'Huyện Lai Vung'], ['877', 'Huyện Châu Thành'],
].map(([code, name]) => ({ code: code ?? '', name: name ?? '' }));

test('the twelve districts, and the clusters after them, lie as on the map', () => {
  const spots = spotsOf(districts);
  expect(new Set(spots?.map(({ row, column }) => `${row} ${column}`)).size).toBe(12);
  expect(spotsOf(districts.map(({ code, name }) => ({ code: `CUM-${code}`, name: `Cụm ${name}` })))).toHaveLength(12);
});

test('places of another register get a plain grid, whatever their codes', () => {
  expect(spotsOf([{ code: '866', name: 'Huyện Cái Bè' }, ...districts.slice(1)])).toBe(null);
  expect(spotsOf([...districts, { code: null, name: 'Cụm mới' }])).toBe(null);
  expect(spotsOf([])).toBe(null);
});
