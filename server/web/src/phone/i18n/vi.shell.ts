export const shellVi = {
  'shell.pin_asked': 'Cần nhập lại mã PIN để gửi',
  'shell.password_asked': 'Cần nhập lại mật khẩu để gửi',
  'shell.enter_pin': 'Nhập mã',
  'shell.new_version': 'Có bản mới',
  'shell.update': 'Cập nhật',
  'shell.updating': 'Đang cập nhật…',
  'shell.not_updated': 'Chưa cập nhật được. Đóng hẳn ứng dụng rồi mở lại.',
  'shell.not_loaded': 'Chưa mở được phần này',
  'shell.not_loaded_help': 'Phần này chưa có trên máy, hoặc ứng dụng vừa có bản mới. Những gì bạn đã ghi vẫn còn.',
  'shell.reopen': 'Mở lại ứng dụng',
  'shell.still_offline': 'Vẫn chưa có mạng. Khi có mạng, bấm lại nút này.',

  'in_app.chrome': 'Bạn đang mở trong {app}. Nên mở bằng Chrome để dùng được khi mất mạng.',
  'in_app.open_chrome': 'Mở bằng Chrome',
  'in_app.safari': 'Bạn đang mở trong {app}. Để dùng được khi mất mạng: bấm ⋯ → Mở bằng Safari.',
  'in_app.copy': 'Sao chép liên kết',
  'in_app.copied': 'Đã chép',

  'tab.guides': 'Tài liệu',
  'guides.title': 'Tài liệu',
  'guides.lead': 'Mở cho bà con xem, cả khi mất mạng. In ra dán ở nhà văn hóa cũng được.',
  'guides.remember': 'Nhớ kỹ',
  'guides.print': 'In trang này',

  'install.title': 'Đưa ứng dụng ra màn hình chính',
  'install.add': 'Thêm',
  'phone.others': 'Có {n} buổi của người khác chưa gửi trên máy này',
  'phone.somebodys': 'Trên máy này có {n} buổi chưa gửi, chờ người ghi đăng nhập lại',

  'account.title': 'Tài khoản',
} as const;
