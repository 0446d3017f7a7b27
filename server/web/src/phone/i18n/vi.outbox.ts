// Texts of what waits on the phone, and of why.
export const outboxVi = {
  'pause.no_answer': 'Chưa có mạng, hoặc mạng này chưa vào được hệ thống.',
  'pause.busy': 'Hệ thống đang bận.',
  'pause.too_many': 'Máy gửi nhiều lần quá, hệ thống bảo chờ một lát.',
  'pause.signed_out': 'Cần nhập lại mã PIN để gửi.',
  'pause.next': 'Máy tự gửi lại lúc {time}.',
  'pause.soon': 'Lát nữa máy tự gửi lại.',

  'unsent.withdrawal': 'Hủy buổi {what}',
  'unsent.withdrawal_title': 'Hủy buổi ngày {day}',
  'unsent.withdrawal_kept': 'Chưa gửi được yêu cầu hủy. Yêu cầu đã lưu trên máy.',
  'unsent.withdrawal_reason': 'Lý do hủy: {reason}',
  'unsent.withdrawal_refused': 'Buổi này chưa bị hủy. Bỏ yêu cầu hủy để xem bản trên hệ thống.',
  'unsent.keep_session': 'Bỏ yêu cầu hủy',
  'unsent.keep_session_help': 'Yêu cầu hủy chưa gửi sẽ được bỏ. Buổi này vẫn còn trên hệ thống.',

  'unsent.save': 'Giữ riêng một bản, hoặc nhờ nộp',
  'account.hand_in': 'Nộp buổi từ máy khác',

  'photos.missing': 'Thiếu ảnh {n}/{all}',
  'photos.missing_help': 'Ảnh được gửi riêng khi có mạng. Số liệu của buổi đã nhận đủ.',
  'photos.refused': 'Ảnh không nhận được',
  'photos.drop': 'Bỏ ảnh',

  'outbox.not_kept': 'Máy không còn chỗ nên chưa lưu được. Hãy xóa bớt ảnh, video trên máy rồi bấm lại. Đừng đóng trang này.',

  'clock.wrong': 'Ngày giờ trên máy có vẻ chưa đúng.',
  'clock.when': 'Buổi này diễn ra ngày nào?',
  'clock.which_day': 'Ngày giờ trên máy có vẻ chưa đúng. Buổi này diễn ra ngày nào?',
  'clock.nil_help': 'Bỏ bản này rồi báo lại cho đúng tháng.',
  'clock.parked_help': 'Nội dung bạn ghi vẫn còn trên máy. Mở ra, chọn đúng ngày rồi gửi lại.',
} as const;
