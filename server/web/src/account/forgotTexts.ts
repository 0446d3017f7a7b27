// Texts of who helps with a forgotten PIN; only whoever asks loads them.
import { commonVi, translator, type Messages } from '../i18n';
import { en as commonEn } from '../i18n/en';

const vi = {
  'sign_in.forgot_call': 'Gọi {name}, cán bộ phụ trách Tổ của bạn.',
  'sign_in.forgot_ask': 'Gọi Tổ trưởng hoặc cán bộ Đoàn phụ trách xã của bạn.',
  'sign_in.call': 'Gọi {phone}',
  'sign_in.forgot_code': 'Nhờ cấp mã tạm: 8 số, dùng trong 24 giờ.',
  'sign_in.forgot_enter': 'Nhập số điện thoại của bạn và mã tạm ở màn hình đăng nhập, rồi đặt mã PIN mới.',
  'sign_in.forgot_above': 'Gọi quản trị cấp trên của bạn để được cấp mã tạm.',
  'sign_in.forgot_enter_office': 'Nhập số điện thoại của bạn và mã tạm ở màn hình đăng nhập, rồi đặt mật khẩu mới.',
  'sign_in.forgot_kept': 'Buổi đã ghi trên máy này không mất.',
  'sign_in.have_code': 'Tôi có mã tạm rồi',
} as const;

const en: Messages<typeof vi> = {
  'sign_in.forgot_call': 'Call {name}, the officer of your team.',
  'sign_in.forgot_ask': 'Call your team leader or the Youth Union officer of your commune.',
  'sign_in.call': 'Call {phone}',
  'sign_in.forgot_code': 'Ask for a one-time code: 8 digits, good for 24 hours.',
  'sign_in.forgot_enter': 'Enter your phone number and that code on the sign-in screen, then choose a new PIN.',
  'sign_in.forgot_above': 'Call the administrator of the level above you for a one-time code.',
  'sign_in.forgot_enter_office': 'Enter your phone number and that code on the sign-in screen, then choose a new password.',
  'sign_in.forgot_kept': 'Sessions recorded on this phone are not lost.',
  'sign_in.have_code': 'I have a code',
};

export const t = translator({ ...commonVi, ...vi }, () => Promise.resolve({ ...commonEn, ...en }));
