// Texts of adding photos: in the chunk of that, which few need.
import { commonVi, translator } from '../../i18n';

export const vi = {
  'photos.attach': 'Kèm ảnh của buổi',
  'photos.consent': 'Chỉ chụp khi bà con đồng ý',
  'photos.never': 'Không chụp giấy tờ, màn hình điện thoại, mã OTP. Nhiều nhất 2 ảnh.',
  'photos.take': 'Chụp ảnh',
  'photos.choose': 'Chọn ảnh',
  'photos.remove': 'Bỏ ảnh',
  'photos.remove_one': 'Bỏ ảnh {n}',
  'photos.busy': 'Đang thu nhỏ ảnh…',
  'photos.enough': 'Đã đủ 2 ảnh.',
  'photos.unreadable': 'Không đọc được tệp này. Chọn một ảnh khác.',
  'photos.full': 'Máy đã đầy nên không giữ được ảnh. Buổi vẫn gửi được, không kèm ảnh.',
  'photos.not_at_home': 'Buổi đến từng nhà không kèm ảnh, để giữ chuyện riêng của bà con.',
  'photos.not_at_home_kept': 'Buổi đến từng nhà không kèm ảnh: {n} ảnh đã chọn sẽ không được gửi.',
  'photos.one': 'Ảnh {n}',
} as const;

export const t = translator({ ...commonVi, ...vi }, async () => (await import('./english')).english);
