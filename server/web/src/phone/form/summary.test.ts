import { expect, test } from 'vitest';
import type { Session } from '../../api/types';
import { summary } from './summary';

const session = {
  team: { id: 3, name: 'Tổ công nghệ số cộng đồng Ấp 1' },
  place: { id: 7, level: 'hamlet', name: 'Ấp 1', full_name: 'Ấp 1, xã Lấp Vò' },
  date: '2024-04-05',
  participants: 25,
  services: [{ service: 'edongthap', assisted: 25, completed: 12 }],
  nil: false,
  receipt_code: 'B-12345-6789A',
} as unknown as Session;

test('the group reads who, where, how many and thanks, each on a line of its own', () => {
  expect(summary(session).split('\n')).toEqual([
    '🌸 Tổ công nghệ số cộng đồng Ấp 1',
    'Ngày 05/04/2024, tại ấp 1, xã Lấp Vò, Tổ mình đã hướng dẫn 25 lượt bà con:',
    '• 12 lượt cài được e‑Dongthap',
    'Cảm ơn bà con đã đến, cảm ơn các bạn trong Tổ!',
    'Mã buổi B-12345-6789A',
  ]);
});

test('a talk without results, and a month without sessions, are said plainly', () => {
  expect(summary({ ...session, services: [] })).toContain('25 lượt bà con.');
  expect(summary({ ...session, nil: true })).toContain('không phát sinh buổi nào trong tháng 4/2024');
});
