// Texts of this app alone; the common ones are in src/i18n/vi.ts. Volunteers read "bạn", "bà con",
// "Tổ mình"; no word here needs a manual.
import { formVi } from './vi.form';
import { outboxVi } from './vi.outbox';
import { photosVi } from './vi.photos';
import { shareVi } from './vi.share';
import { shellVi } from './vi.shell';
import { tallyVi } from './vi.tally';
import { teamVi } from './vi.team';

export const vi = {
  ...outboxVi,
  ...formVi,
  ...photosVi,
  ...shareVi,
  ...shellVi,
  ...tallyVi,
  ...teamVi,

  'not_here': 'Không tìm thấy trang này',
  'not_here.hint': 'Địa chỉ có thể đã gõ nhầm.',
  'tab.label': 'Các màn hình',
  'tab.home': 'Trang chủ',
  'tab.sessions': 'Buổi',
  'tab.team': 'Tổ',

  'home.recording_as': 'Đang ghi với tên',
  'home.not_you': 'Không phải bạn?',
  'home.team': 'Tổ đang làm việc',
  'home.no_team': 'Bạn chưa ở trong Tổ nào. Nhờ Tổ trưởng hoặc cán bộ Đoàn thêm bạn vào Tổ.',
  'home.for_teams': 'Phần này dành cho thành viên Tổ.',
  'home.office': 'Mở phần làm việc của cán bộ',
  'home.record': 'Ghi buổi mới',
  'home.recent': 'Buổi gần đây',
  'home.none': 'Bạn chưa ghi buổi nào. Bấm “Ghi buổi mới” để bắt đầu.',
  'home.returned': '{n} buổi cần bổ sung',
  'home.refused': '{n} buổi cần sửa',
  'home.unsent': '{n} buổi chưa gửi',
  'home.all_sent': 'Đã gửi hết',
  'home.unread': 'Chưa đọc được máy này',
  'home.unread_now': 'Lúc này chưa đọc được những gì máy này đang giữ.',
  'home.unread_help': 'Buổi đã lưu không mất vì vậy. Nếu mở lại vẫn thế, hãy tắt hẳn trình duyệt rồi mở lại.',
  'home.reopen': 'Mở lại',
  'home.draft': 'Ghi tiếp bản nháp',
  'home.draft_saved': 'lưu lúc {time}',

  'month.title': 'Tổ mình {month}',
  'month.approved': 'đã duyệt',
  'month.sessions': 'buổi',
  'month.turns': 'lượt bà con',
  'month.edongthap': 'cài e‑Dongthap',
  'month.pending': 'Còn {n} buổi chờ duyệt, chưa tính ở trên.',
  'month.only_here': 'Trên máy này: {n} buổi chưa gửi',
  'month.as_of': 'Số liệu lúc {when}',
  'when.yesterday': '{time} hôm qua',
  'when.day': '{time} ngày {day}',
  'month.send_now': 'Gửi ngay',

  'session.turns': '{n} lượt',
  'session.nil': 'Không phát sinh {month}',

  'unsent.title': 'Chỉ có trên máy này',
  'unsent.kept': 'Chưa gửi được. Buổi này đã lưu trên máy.',
  'unsent.kept_help': 'Ứng dụng sẽ gửi lại khi có mạng và bạn đang mở ứng dụng. Đừng xóa dữ liệu trình duyệt.',
  'unsent.saved_at': 'Lưu trên máy lúc {when}',
  'unsent.refused': 'Buổi này cần sửa rồi gửi lại.',
  'unsent.not_taken': 'Hệ thống chưa nhận bản này.',
  'unsent.unreadable': 'Trong buổi này có chữ hoặc ký hiệu mà hệ thống không đọc được. Mở ra xem lại ghi chú rồi gửi lại.',
  'unsent.mend': 'Nội dung bạn ghi vẫn còn trên máy. Sửa chỗ được nêu rồi gửi lại.',
  'unsent.stale': 'Có người vừa đổi buổi này, thường là cán bộ vừa xem. Nội dung bạn ghi vẫn còn: mở ra xem lại rồi gửi lại.',
  'unsent.conflict': 'Hệ thống đã nhận buổi này với số khác. Nội dung bạn ghi vẫn còn: mở ra xem lại rồi gửi để thay số cũ.',
  'unsent.withdrawn': 'Buổi này đã bị hủy trên hệ thống. Nội dung bạn ghi vẫn còn: mở ra để gửi thành buổi mới.',
  'unsent.closed': 'Cán bộ đã xét buổi này nên không sửa được nữa. Nếu số vẫn sai, nhờ cán bộ mở lại.',
  'unsent.discard': 'Bỏ bản trên máy này',
  'unsent.discard_help': 'Nội dung chưa gửi của buổi này sẽ mất hẳn, không lấy lại được.',
  'unsent.discard_yes': 'Bỏ hẳn',

  'detail.loading': 'Buổi',
  'detail.title': 'Buổi ngày {day}',
  'detail.receipt': 'Mã buổi {code}',
  'detail.look_at': 'Cần xem lại: {fields}',
  'detail.officer': '{name}, {when}',
  'detail.mend': 'Sửa và gửi lại',
  'detail.amend': 'Sửa buổi này',
  'detail.history': 'Lịch sử',

  'sent.home': 'Về trang chủ',

  'nil.link': 'Báo không phát sinh',
  'nil.only': 'Chỉ báo khi cả tháng Tổ không có buổi nào.',
  'nil.but': 'Tổ đã có {n} buổi trong {month}. Có buổi thì không cần báo.',
  'nil.title': 'Không phát sinh',
  'nil.month': 'Tháng nào?',
  'nil.sentence': '{team} không phát sinh buổi nào trong {month}.',
  'nil.later': 'Nếu sau này có buổi trong tháng, cứ ghi như thường: buổi thật thay cho báo này.',
  'nil.send': 'Gửi báo không phát sinh',

  'account.change_secret': 'Đổi mã PIN',
  'account.change_password': 'Đổi mật khẩu',
  'account.secret_changed': 'Đã lưu mã mới.',
  'account.language': 'Ngôn ngữ',

  'leave.who': 'Bạn đang ghi với tên {name}. Người khác dùng máy này thì đăng xuất rồi đăng nhập bằng số của mình.',
  'leave.unsent': 'Trên máy này còn {n} buổi chưa gửi',
  'leave.unsent_help': 'Các buổi này được giữ lại trên máy và chỉ gửi khi {name} đăng nhập lại ở đây.',
  'leave.stay': 'Ở lại',
} as const;
