import type { Messages } from '../../i18n';

export const vi = {
  'search.label': 'Tìm mọi thứ',
  'search.placeholder': 'Tìm…',
  'search.hint': 'Gõ mã buổi, tên khóm, ấp, xã (cũ hay mới), tên Tổ, số điện thoại hoặc họ tên. Không cần dấu.',
  'search.none': 'Không có gì như vậy trong địa bàn của bạn.',
  'search.found': '{n} kết quả',
  'search.results': 'Kết quả tìm',
  'search.failed': 'Chưa tìm được. Vui lòng thử lại.',
  'found.session': 'Buổi',
  'found.unit': 'Địa bàn',
  'found.team': 'Tổ',
  'found.person': 'Người',
  'found.now_is': '{name} (nay là {now})',
  'found.now_in': '{name} (nay thuộc {now})',
  'found.until': 'ngừng hoạt động {date}',
} as const;

export const en = {
  'search.label': 'Find anything',
  'search.placeholder': 'Find…',
  'search.hint': 'Type a receipt code, a hamlet or commune by its old or new name, a team, a phone number or a name. Accents are not needed.',
  'search.none': 'Nothing like this in your area.',
  'search.found': '{n} result|{n} results',
  'search.results': 'Results',
  'search.failed': 'Could not search. Please try again.',
  'found.session': 'Sessions',
  'found.unit': 'Places',
  'found.team': 'Teams',
  'found.person': 'People',
  'found.now_is': '{name} (now {now})',
  'found.now_in': '{name} (now part of {now})',
  'found.until': 'dissolved on {date}',
} satisfies Messages<typeof vi>;
