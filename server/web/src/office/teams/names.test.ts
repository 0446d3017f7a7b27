import { expect, test } from 'vitest';
import type { UnitDetail } from '../../api/types';
import { spacedPhone } from '../../data/phone';
import { hamletOfTeam, isHomeFor, shortTeam, spoken, numbered } from './names';

test('only a youth team or an agency is at home on any level', () => {
  expect(isHomeFor('hamlet', 'commune')).toBe(false);
  expect(isHomeFor('commune', 'commune')).toBe(true);
  expect(isHomeFor('youth', 'province')).toBe(true);
});

const hamlet = (full_name: string, commune: string) => hamletOfTeam({ name: 'Ấp 3', full_name, parent: { id: 1, name: commune } as UnitDetail['parent'] });

test('a team is called by its hamlet and the commune that people know', () => {
  expect(hamlet('Ấp 3 (xã Bình Thạnh Trung cũ), xã Lấp Vò', 'Xã Lấp Vò')).toBe('Ấp 3, Bình Thạnh Trung');
  expect(hamlet('Ấp 3, xã Lấp Vò', 'Xã Lấp Vò')).toBe('Ấp 3, Lấp Vò');
  expect(hamlet('Ấp 3 (phường 1 cũ), phường Cao Lãnh', 'Phường Cao Lãnh')).toBe('Ấp 3, phường 1');
});

test('codes and phones are read in groups', () => {
  expect(spoken('12345678')).toBe('1234 5678');
  expect(spacedPhone('0912345678')).toBe('0912 345 678');
  expect(spacedPhone('09xx xxx 123')).toBe('09xx xxx 123');
});

test('a team is called shortly where a line must do', () => {
  expect(shortTeam('Tổ công nghệ số cộng đồng ấp 1, xã Lấp Vò')).toBe('Tổ ấp 1, xã Lấp Vò');
  expect(shortTeam('Tổ thanh niên xã Lấp Vò')).toBe('Tổ thanh niên xã Lấp Vò');
});

test('a second team of a place is proposed a name of its own', () => {
  expect(numbered('Tổ ấp 1', [])).toBe('Tổ ấp 1');
  expect(numbered('Tổ ấp 1', ['Tổ Ấp 1', 'Tổ ấp 1 (2)'])).toBe('Tổ ấp 1 (3)');
});
