// Of the account screen alone, which is loaded when somebody opens it.
import { translator, type Messages } from '../../i18n';

const vi = {
  'phone.title': 'Máy này',
  'phone.unsent': 'Còn {n} buổi chưa gửi',
  'phone.all_sent': 'Đã gửi hết',
  'phone.kept': 'Trình duyệt giữ lâu dài những gì bạn ghi trên máy.',
  'phone.not_kept': 'Trình duyệt có thể xóa khi máy đầy bộ nhớ. Nên gửi sớm khi có mạng.',
  'phone.keeping_unknown': 'Trình duyệt không cho biết có giữ lâu dài hay không. Nên gửi sớm khi có mạng.',
  'phone.version': 'Bản {version}, báo số này khi nhờ giúp',
  'phone.save_copy': 'Giữ bản riêng của buổi chưa gửi',
  'phone.shared': 'Máy dùng chung',
  'phone.shared_help': 'Nhiều người dùng máy này: tự đăng xuất sau 15 phút không ai bấm. Buổi chưa gửi và bản nháp vẫn còn.',
  'install.by_hand': 'Để có biểu tượng trên màn hình: bấm Chia sẻ → Thêm vào MH chính.',
} as const;

const en: Messages<typeof vi> = {
  'phone.title': 'This phone',
  'phone.unsent': '{n} session not sent yet|{n} sessions not sent yet',
  'phone.all_sent': 'All sent',
  'phone.kept': 'The browser keeps what you write on this phone for good.',
  'phone.not_kept': 'The browser may clear it when the phone is full. Send soon when there is a network.',
  'phone.keeping_unknown': 'The browser does not say whether it keeps things for good. Send soon when there is a network.',
  'phone.version': 'Version {version}: say it when asking for help',
  'phone.save_copy': 'Keep a copy of what is not sent',
  'phone.shared': 'Shared phone',
  'phone.shared_help': 'Several people use this phone: it signs out after 15 minutes without a touch. Unsent sessions and drafts stay.',
  'install.by_hand': 'For an icon on the home screen: press Share → Add to Home Screen.',
};

export const tOwn = translator(vi, () => Promise.resolve(en));
