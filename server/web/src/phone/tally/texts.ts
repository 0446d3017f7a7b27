// Texts of counting, in the chunk of its screen. "e‑Dongthap" is written with U+2011.
import { commonVi, translator } from '../../i18n';

export const vi = {
  'tally.people': 'Bà con được hướng dẫn',
  'tally.tap': 'Chạm để thêm 1',
  'tally.undo': 'Bấm nhầm, bớt 1',
  'tally.undone': 'Đã bớt 1: {what}',
  'tally.counted': '{what}: {n}',
  'tally.finish': 'Kết thúc',
  'tally.begin': 'Mỗi bà con được hướng dẫn, chạm một lần.',
  'tally.saved': 'Đã lưu, khóa màn hình cũng không mất.',
  'tally.not_saved': 'Máy không cho lưu tạm. Đừng đóng trang này trước khi gửi.',
  'tally.other_draft': 'Bạn đang ghi dở một buổi khác',
  'tally.other_draft_help': 'Bản nháp lúc {time} chưa gửi. Số đang đếm vẫn được giữ.',
  'tally.other_draft_open': 'Mở bản nháp để gửi trước',
  'tally.other_draft_replace': 'Đưa số đếm vào bản nháp này',
  'tally.do.cashless_account': 'Mở tài khoản thanh toán',
  'tally.do.cashless_payment': 'Tự trả không tiền mặt',
  'tally.do.cashless_qr': 'Có mã QR nhận tiền',
  'tally.do.edongthap': 'Cài e‑Dongthap',
  'tally.do.public_service_account': 'Vào được Dịch vụ công',
  'tally.do.vneid': 'Kích hoạt VNeID',
  'tally.keep': 'Giữ lại',
  'tally.drop': 'Bỏ hẳn',
  'tally.drop_help': 'Số đếm tại chỗ và những gì đã ghi trong biểu này sẽ mất hẳn.',
  'tally.filled': 'Số đếm tại chỗ {since} đã điền vào đây',
  'tally.raised': 'Bạn đếm {from} bà con nhưng có nội dung {to} lượt thành công, nên tổng được nâng lên {to}. Xem lại giúp.',
  'tally.go_on': 'Đếm tiếp',
  'tally.title': 'Đếm tại chỗ',
} as const;

export const t = translator({ ...commonVi, ...vi }, async () => (await import('./english')).english);
