// Unsent sessions carried out of a phone as text, for the day it can send nothing itself: read by
// people at the top, by the app below. Its author hands it in on another phone, or their officer does.
import { formatLongDay } from '../i18n/format';
import { crc32, fromBase64Url, toBase64Url } from './encoding';

export type Op = 'record' | 'amend' | 'withdraw';

/** One step as it was frozen: `session` is the very text that the phone would have sent. */
export type Carried = {
  op: Op;
  id: string;
  if_match: string | null;
  session: string | null;
  reason: string | null;
  frozen_at: string;
};

/** What somebody wrote, in the order in which it was written. */
export type Handover = { author_id: number; items: Carried[] };

/** How an item lies in the outbox. */
type Kept = { op: Op; id: string; body: string | null; etag: string | null; reason: string | null; place: string; frozenAt: string };

const MARK = 'TCN1';
const OPS = { record: 'Ghi', amend: 'Sửa', withdraw: 'Rút lại' } as const;
const HOW = [
  'Cách nộp: gửi nguyên văn tin này cho cán bộ phụ trách Tổ; hoặc mở ứng dụng trên máy khác, đăng nhập bằng',
  'số điện thoại của chính bạn, chọn “Nộp buổi từ máy khác” rồi dán vào. Nộp nhiều lần cũng không bị tính hai lần.',
  `Xin giữ nguyên các dòng bắt đầu bằng ${MARK}.`,
].join(' ');

// --- Out of a phone ---------------------------------------------------------------------------------

/** `service`: what is taught, by its code. */
export const toText = (items: readonly Kept[], author: { id: number; name: string }, service: Name): string =>
  [
    `Nhật ký Tổ số: ${items.length} mục chưa gửi của ${author.name}`,
    '',
    ...items.map((item, at) => `${at + 1}. ${inWords(item, service)}`),
    '',
    HOW,
    '',
    ...items.map((item) => toLine(carried(item), author.id)),
    '',
  ].join('\n');

const carried = ({ op, id, body, etag, reason, frozenAt }: Kept): Carried => ({
  op,
  id,
  if_match: etag,
  session: op === 'withdraw' ? null : body,
  reason,
  frozen_at: frozenAt,
});

const toLine = (item: Carried, authorId: number): string => {
  const content = `${MARK}|${authorId}|${toBase64Url(JSON.stringify(item))}`;
  return `${content}|${crc32(content)}`;
};

/** "Ghi buổi Thứ ba, 05/04/2024, Ấp 1, xã Lấp Vò: 25 lượt người; e-Dongthap 12/25". */
const inWords = ({ op, body, place, reason }: Kept, service: Name): string => {
  const counted = counts(body, service);
  const what = [`${OPS[op]} buổi ${counted ? formatLongDay(counted.date, 'vi') : 'đã gửi'}`, place].filter(Boolean).join(', ');
  return `${what}${counted ? `: ${counted.words}` : ''}${reason ? `; lý do: ${reason}` : ''}`;
};

type Name = (service: string) => string;
type Taught = { service?: unknown; assisted?: unknown; completed?: unknown };
type Told = { date?: unknown; nil?: unknown; participants?: unknown; services?: unknown };

// The text is never refused for what cannot be put into words: carrying it is what counts.
const counts = (body: string | null, service: Name): { date: string; words: string } | null => {
  const told = body ? parsed<Told>(body) : null;
  if (!told || typeof told.date !== 'string') return null;
  if (told.nil === true) return { date: told.date, words: 'không phát sinh trong tháng' };
  const services = Array.isArray(told.services) ? (told.services as Taught[]) : [];
  return { date: told.date, words: [`${Number(told.participants) || 0} lượt người`, ...services.map((one) => taught(one, service))].join('; ') };
};

/** "e-Dongthap 12/25": who succeeded, of those who were guided. */
const taught = ({ service: code, assisted, completed }: Taught, name: Name): string =>
  `${name(String(code))} ${Number(completed) || 0}/${Number(assisted) || 0}`;

const parsed = <T extends object>(text: string): T | null => {
  try {
    const value: unknown = JSON.parse(text);
    return value && typeof value === 'object' ? (value as T) : null;
  } catch {
    return null;
  }
};

// --- Out of whatever it was pasted into -------------------------------------------------------------

/** Lines that are whole, by author; and how each of those begins that did not come through whole. */
export const fromText = (text: string): { handovers: Handover[]; damaged: string[] } => {
  const handovers = new Map<number, Handover>();
  const seen = new Set<string>();
  const damaged: string[] = [];
  for (const part of text.split(MARK_BEFORE).filter((part) => part.startsWith(`${MARK}|`))) {
    const read = readPart(part);
    if (!read) damaged.push(part.trim().split(/\s/)[0]?.slice(0, 40) ?? '');
    else if (!seen.has(read.line)) {
      seen.add(read.line);
      const one = handovers.get(read.author_id) ?? { author_id: read.author_id, items: [] };
      handovers.set(read.author_id, one);
      one.items.push(read.item);
    }
  }
  return { handovers: [...handovers.values()], damaged };
};

const MARK_BEFORE = new RegExp(`(?=${MARK}\\|)`);
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;
const LINE = new RegExp(`^${MARK}\\|(\\d{1,10})\\|([\\w-]+)\\|([0-9a-f]{8})`);

type Read = { line: string; author_id: number; item: Carried };

/** Messengers wrap, indent and quote: pieces are joined until the checksum fits. */
const readPart = (part: string): Read | null => {
  let joined = '';
  for (const piece of part.replace(INVISIBLE, '').split(/\s*[\r\n]+[\s>]*/)) {
    const [ours = ''] = /^[\w|-]*/.exec(piece) ?? [];
    // A piece with anything else in it is a name or a time that was put between.
    if (joined && ours !== piece.trim()) {
      const read = readLine(joined + ours);
      if (read) return read;
      continue;
    }
    joined += ours;
    const read = readLine(joined);
    if (read) return read;
  }
  return null;
};

const readLine = (text: string): Read | null => {
  const [line, author, payload, sum] = LINE.exec(text) ?? [];
  if (!line || !author || !payload || crc32(`${MARK}|${author}|${payload}`) !== sum) return null;
  const item = parsed<Carried>(fromBase64Url(payload));
  return item && isCarried(item) ? { line, author_id: Number(author), item } : null;
};

const isTextOrNull = (value: unknown): boolean => value === null || typeof value === 'string';

// The checksum says that it is as it was written; not that it was this app that wrote it.
const isCarried = ({ op, id, if_match, session, reason, frozen_at }: Carried): boolean =>
  Object.keys(OPS).includes(op) &&
  typeof id === 'string' &&
  [if_match, session, reason].every(isTextOrNull) &&
  typeof frozen_at === 'string' &&
  (op === 'withdraw' || (session !== null && parsed(session) !== null));
