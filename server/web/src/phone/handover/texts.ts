// Texts of carrying unsent work to another phone; only whoever does it loads them.
import { commonVi, translator, type Messages } from '../../i18n';
import { en as commonEn } from '../../i18n/en';

const vi = {
  'save.title': 'Giữ riêng một bản',
  'save.help': 'Bản này có đủ các buổi chưa gửi. Gửi cho cán bộ, hoặc tự nộp trên máy khác ở mục “Nộp buổi từ máy khác”. Nộp nhiều lần vẫn chỉ tính một lần.',
  'save.file': 'Lưu thành tệp',
  'save.copy': 'Sao chép',
  'save.filed': 'Đã lưu tệp {name}.',
  'save.copied': 'Đã chép. Mở Zalo, dán vào rồi gửi cho cán bộ.',
  'save.copy_failed': 'Máy không cho chép. Hãy lưu thành tệp.',

  'in.title': 'Nộp buổi từ máy khác',
  'in.help': 'Dán tin có các buổi chưa gửi của chính bạn, hoặc mở tệp đã lưu. Các buổi vào mục chưa gửi của máy này rồi được gửi như thường.',
  'in.text': 'Tin có các buổi chưa gửi',
  'in.file': 'Mở tệp đã lưu',
  'in.take': 'Nhận các buổi này',
  'in.nothing': 'Không thấy buổi nào trong tin này. Hãy dán nguyên văn, cả các dòng bắt đầu bằng TCN1.',
  'in.taken': 'Đã nhận {n} buổi vào máy này.',
  'in.there': '{n} buổi đã có sẵn trên máy này, được giữ nguyên.',
  'in.others': 'Tin này có {n} buổi của người khác. Máy này chỉ nhận buổi của {name}: người ghi tự nộp trên máy của mình, hoặc nhờ cán bộ nộp thay.',
  'in.damaged': '{n} dòng bị hỏng khi chép, chưa nhận được. Hãy chép lại nguyên văn.',
  'in.look': 'Xem các buổi chưa gửi',
} as const;

const en: Messages<typeof vi> = {
  'save.title': 'Keep a copy apart',
  'save.help': 'It holds every unsent session. Send it to an officer, or hand it in on another phone under “Sessions from another phone”. Handed in twice, it still counts once.',
  'save.file': 'Save as a file',
  'save.copy': 'Copy',
  'save.filed': 'Saved as {name}.',
  'save.copied': 'Copied. Open Zalo, paste it and send it to an officer.',
  'save.copy_failed': 'This phone does not allow copying. Please save it as a file.',

  'in.title': 'Sessions from another phone',
  'in.help': 'Paste the message with your own unsent sessions, or open the saved file. They join what is unsent on this phone and are sent as usual.',
  'in.text': 'Message with unsent sessions',
  'in.file': 'Open the saved file',
  'in.take': 'Take these sessions',
  'in.nothing': 'There is no session in this message. Paste all of it, with the lines that begin with TCN1.',
  'in.taken': 'Took {n} session.|Took {n} sessions.',
  'in.there': '{n} session was here already and is left as it is.|{n} sessions were here already and are left as they are.',
  'in.others': 'This message holds {n} session of somebody else. This phone takes only those of {name}: the author hands them in on their own phone, or an officer does.|This message holds {n} sessions of somebody else. This phone takes only those of {name}: the author hands them in on their own phone, or an officer does.',
  'in.damaged': '{n} line was damaged in copying. Please copy all of it again.|{n} lines were damaged in copying. Please copy all of it again.',
  'in.look': 'See what is unsent',
};

export const t = translator({ ...commonVi, ...vi }, () => Promise.resolve({ ...commonEn, ...en }));
