export const shellVi = {
  'shell.pin_asked': 'Cần nhập lại mã PIN để gửi',
  'shell.password_asked': 'Cần nhập lại mật khẩu để gửi',
  'shell.enter_pin': 'Nhập mã',
  'shell.new_version': 'Có bản mới',
  'shell.update': 'Cập nhật',
  'shell.not_loaded': 'Chưa mở được phần này',
  'shell.not_loaded_help': 'Phần này chưa có trên máy, hoặc ứng dụng vừa có bản mới. Những gì bạn đã ghi vẫn còn.',
  'shell.reopen': 'Mở lại ứng dụng',
  'shell.still_offline': 'Vẫn chưa có mạng. Khi có mạng, bấm lại nút này.',
} as const;
