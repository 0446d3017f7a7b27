import { expect, test } from 'vitest';
import type { Unit, UnitDetail } from '../../api/types';
import { placer } from './where';

const unit = (level: Unit['level'], name: string, full_name?: string): Unit => ({ id: 1, level, kind: '', name, code: null, ...(full_name && { full_name }) });
const commune = (name: string, cluster: string) => ({ ...unit('commune', name), parent: unit('district', cluster) }) as UnitDetail;

test('a place is called with its commune and cluster', () => {
  const placeOf = placer([commune('Xã Lấp Vò', 'Cụm Lấp Vò'), commune('Xã Tháp Mười', 'Cụm Tháp Mười')]);
  expect(placeOf(unit('hamlet', 'Ấp 4', 'Ấp 4, xã Tháp Mười'))).toBe('Ấp 4, xã Tháp Mười, cụm Tháp Mười');
  expect(placeOf(unit('commune', 'Xã Lấp Vò'))).toBe('Xã Lấp Vò, cụm Lấp Vò');
  expect(placeOf(unit('district', 'Cụm Lấp Vò'))).toBe('Cụm Lấp Vò');
});

test('of two communes of one name no cluster is guessed', () => {
  const placeOf = placer([commune('Xã Tân Bình', 'Cụm Châu Thành'), commune('Xã Tân Bình', 'Cụm Thanh Bình')]);
  expect(placeOf(unit('hamlet', 'Ấp 1', 'Ấp 1, xã Tân Bình'))).toBe('Ấp 1, xã Tân Bình');
});
