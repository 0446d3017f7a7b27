import { expect, test } from 'vitest';
import type { Row } from '../../api/types';
import { cellValue, columnsOf, groupsOf, isRatio, levelsBelow, openPath, rowName } from './cells';

const ratio = { numerator: 4, denominator: 5 };
const row: Row = {
  unit: { id: 7, level: 'commune', kind: 'xã', name: 'Xã Lấp Vò', code: '1' },
  label: 'Xã Lấp Vò',
  sessions: { all: 31, outing: 12, training_class: 19, home_visit: 0, help_point: 0, market_street: 0, combined_meeting: 0, online: 0, broadcast: 0 },
  joined: 3,
  participants: 642,
  team_members_trained: 9,
  first_time: { value: 10, recorded: 4 },
  female: { value: 300, recorded: 20 },
  elderly: { value: 0, recorded: 0 },
  households: { value: 0, recorded: 0 },
  services: { edongthap: { assisted: 300, completed: 248 }, vneid: { assisted: 0, completed: 0 } },
  hamlets_with_team: ratio,
  communes_with_team: { numerator: 0, denominator: 0 },
  districts_with_youth_team: { numerator: 0, denominator: 0 },
  hamlets_reached: ratio,
  active_teams: ratio,
  on_time: ratio,
  pending: 5,
};

test('a cell name finds its value', () => {
  expect(cellValue(row, 'participants')).toEqual({ kind: 'count', n: 642 });
  expect(cellValue(row, 'sessions.outing')).toEqual({ kind: 'count', n: 12 });
  expect(cellValue(row, 'sessions.online')).toEqual({ kind: 'count', n: 0 });
  expect(cellValue(row, 'services.edongthap.completed')).toEqual({ kind: 'count', n: 248 });
  expect(cellValue(row, 'services.edongthap.assisted')).toEqual({ kind: 'count', n: 300 });
  expect(cellValue(row, 'on_time')).toEqual({ kind: 'ratio', ...ratio });
  expect(cellValue(row, 'first_time')).toEqual({ kind: 'optional', n: 10, recorded: 4 });
  expect(['pending', 'team_members_trained', 'joined'].map((cell) => cellValue(row, cell))).toMatchObject([{ n: 5 }, { n: 9 }, { n: 3 }]);
});

test('ratios are told from counts', () => expect(['on_time', 'participants', 'constructor'].map(isRatio)).toEqual([true, false, false]));

test('the undivided rest has a name of its own', () => {
  expect(rowName(row)).toBe('7');
  expect(rowName({ ...row, unit: null })).toBe('none');
});

test('services and levels without anything leave no column', () => {
  const codes = { types: ['outing', 'online'], services: ['edongthap', 'vneid', 'safety'] };
  expect(columnsOf('services', 'commune', row, codes)).toEqual(['services.edongthap.completed']);
  expect(columnsOf('types', 'commune', row, codes)).toEqual(['sessions.all', 'sessions.outing', 'sessions.online']);
  expect(columnsOf('details', 'commune', row, codes)).toEqual(['active_teams', 'on_time']);
  expect(columnsOf('overview', 'team', row, codes)).not.toContain('hamlets_reached');
  expect(['team', 'commune'].map((by) => columnsOf('overview', by as 'team', row, codes).includes('joined'))).toEqual([true, false]);
});

test('more services than fit side by side make a second group', () => {
  const services = Array.from({ length: 11 }, (_, i) => `service_${i}`);
  const total = { ...row, services: Object.fromEntries(services.map((code) => [code, { assisted: 1, completed: 0 }])) };
  const codes = { types: [], services };
  expect(columnsOf('services', 'commune', total, codes)).toHaveLength(9);
  expect(columnsOf('more_services', 'commune', total, codes)).toEqual(['services.service_9.completed', 'services.service_10.completed']);
  expect(groupsOf('commune', row, { types: [], services: ['edongthap'] })).not.toContain('more_services');
});

test('a unit is divided into what lies below it, and teams', () => {
  expect(levelsBelow('province')).toEqual(['district', 'commune', 'hamlet', 'team']);
  expect(levelsBelow('hamlet')).toEqual(['team']);
});

test('breadcrumbs lead no higher than the own area', () => {
  const path = [{ id: 1 }, { id: 2 }, { id: 3 }];
  expect(openPath(path, [2]).map(({ isOpen }) => isOpen)).toEqual([false, true, true]);
  expect(openPath(path, []).every(({ isOpen }) => isOpen)).toBe(true);
});
