import { describe, expect, test } from 'vitest';
import { crc32, fromBase64Url, toBase64Url } from './encoding';
import { fromText, toText } from './handover';

const NAMES: Record<string, string> = { vneid: 'VNeID', edongthap: 'e-Dongthap' };
const name = (code: string): string => NAMES[code] ?? code;
const LAN = { id: 12, name: 'Nguyễn Thị Lan' };
// Spaces, escapes, letters that can be written in two ways: the body is text, not meaning.
const BODY = '{"date":"2024-04-05", "participants":25,"services":[{"service":"edongthap","assisted":25,"completed":12},{"service":"vneid","assisted":18}],"note":"Bà con \\u1ea5p 1, d\u00f9ng\u0300 \\"loa\\" 📣"}';
const record = { op: 'record' as const, id: 'b1', body: BODY, etag: null, reason: null, place: 'Ấp 1, xã Lấp Vò', frozenAt: '2024-04-05T03:00:00Z' };
const amend = { ...record, op: 'amend' as const, id: 'b2', etag: '"v3"' };
const withdraw = { ...record, op: 'withdraw' as const, id: 'b3', etag: '"v1"', body: null, reason: 'Ghi nhầm ngày' };
const text = toText([record, amend, withdraw], LAN, name);
const items = [
  { op: 'record', id: 'b1', if_match: null, session: BODY, reason: null, frozen_at: record.frozenAt },
  { op: 'amend', id: 'b2', if_match: '"v3"', session: BODY, reason: null, frozen_at: record.frozenAt },
  { op: 'withdraw', id: 'b3', if_match: '"v1"', session: null, reason: 'Ghi nhầm ngày', frozen_at: record.frozenAt },
];
const whole = { handovers: [{ author_id: 12, items }], damaged: [] };

test('people read who, when, where, how many and what to do', () => {
  expect(text).toContain('Nhật ký Tổ số: 3 mục chưa gửi của Nguyễn Thị Lan');
  expect(text).toContain('1. Ghi buổi Thứ sáu, 05/04/2024, Ấp 1, xã Lấp Vò: 25 lượt người; e-Dongthap 12/25; VNeID 0/18');
  expect(text).toContain('2. Sửa buổi Thứ sáu, 05/04/2024');
  expect(text).toContain('3. Rút lại buổi đã gửi, Ấp 1, xã Lấp Vò; lý do: Ghi nhầm ngày');
  expect(text).toContain('Cách nộp: ');
});

test('a nil report and a body that says nothing are put into words too', () => {
  const nil = { ...record, body: '{"date":"2024-04-01","nil":true}' };
  expect(toText([nil], LAN, name)).toContain('Thứ hai, 01/04/2024, Ấp 1, xã Lấp Vò: không phát sinh trong tháng');
  expect(fromText(toText([{ ...record, body: '{}' }], LAN, name)).handovers[0]?.items[0]?.session).toBe('{}');
});

describe('what was frozen comes back to the letter', () => {
  const wrap = (width: number, by: string): string => text.replace(new RegExp(`([^\\n]{${width}})(?=[^\\n])`, 'g'), `$1${by}`);
  const ways: [string, string][] = [
    ['as it was', text],
    ['with the line ends of Windows', text.replace(/\n/g, '\r\n')],
    ['indented and quoted', text.replace(/^/gm, '  > > ')],
    ['forwarded', `Fwd: Fw: chị Lan gửi\n"${text.trim()}"\n\nĐã gửi từ Zalo`],
    ['wrapped', wrap(60, '\n')],
    ['wrapped and quoted', wrap(41, '\r\n> ')],
    ['with invisible spaces', wrap(30, '\u200b')],
    ['in two messages, names and times between', wrap(400, '\n\nNguyễn Thị Lan, 10:32\n')],
    ['twice', text + text],
    ['without a line end behind it', text.trim()],
    ['one after another in one line', text.replace(/\n/g, ' ')],
  ];
  test.each(ways)('%s', (_, pasted) => expect(fromText(pasted)).toEqual(whole));
});

test('a damaged line is named and the others are read', () => {
  const lines = text.trim().split('\n');
  const [first = '', second = '', third = ''] = lines.slice(-3);
  const cut = fromText([first, `${second.slice(0, 50)}x${second.slice(51)}`, third].join('\n'));
  expect(cut.handovers[0]?.items.map(({ id }) => id)).toEqual(['b1', 'b3']);
  expect(cut.damaged).toEqual([second.slice(0, 40)]);
  expect(fromText(first.slice(0, -3))).toEqual({ handovers: [], damaged: [first.slice(0, 40)] });
});

test('another author is another handover', () => {
  const both = fromText(toText([record], LAN, name) + toText([withdraw], { id: 7, name: 'Ba' }, name));
  expect(both.handovers.map(({ author_id, items }) => [author_id, items.length])).toEqual([[12, 1], [7, 1]]);
});

test('a whole line of something else is damaged, not believed', () => {
  const forged = (value: unknown): string => {
    const content = `TCN1|12|${toBase64Url(JSON.stringify(value))}`;
    return `${content}|${crc32(content)}`;
  };
  expect(fromText(forged({ op: 'drop', id: 'b1' })).damaged).toHaveLength(1);
  expect(fromText(forged({ ...items[0], session: 'no json' })).damaged).toHaveLength(1);
  expect(fromText(forged(null)).damaged).toHaveLength(1);
});

test('nothing in nothing', () => expect(fromText('Chào chị')).toEqual({ handovers: [], damaged: [] }));

test('the sum is the one of zip, and base64 carries every letter', () => {
  expect(crc32('123456789')).toBe('cbf43926');
  expect(fromBase64Url(toBase64Url('\ufeffẤp 1 📣\u0000'))).toBe('\ufeffẤp 1 📣\u0000');
  expect(fromBase64Url('!')).toBe('');
});
