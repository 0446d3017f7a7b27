// The guides themselves: few words, big pictures, nothing that an app's next version would make untrue.
import { locale } from '../../i18n';
import type { PictureName } from './pictures';

export type Step = { picture: PictureName; title: string; text: string };
export type Guide = { slug: string; picture: PictureName; title: string; lead: string; steps: readonly Step[]; never: readonly string[]; note: string };
type InBoth<Text> = { vi: Text; en: Text };

const cashless: InBoth<Guide> = {
  vi: {
    slug: 'thanh-toan',
    picture: 'scan',
    title: 'Thanh toán không dùng tiền mặt',
    lead: 'Mua bán, nhận tiền, trả tiền bằng điện thoại.',
    steps: [
      { picture: 'ready', title: 'Chuẩn bị', text: 'Điện thoại có mạng, số điện thoại của chính mình và căn cước.' },
      { picture: 'open_account', title: 'Mở tài khoản', text: 'Ra quầy ngân hàng, hoặc tải ứng dụng của ngân hàng từ CH Play, App Store rồi làm theo từng bước trên màn hình.' },
      { picture: 'scan', title: 'Quét mã QR', text: 'Mở ứng dụng ngân hàng, chọn quét mã QR, đưa máy ảnh vào mã của người bán.' },
      { picture: 'check_name', title: 'Xem kỹ rồi mới chuyển', text: 'Đúng tên người nhận? Đúng số tiền? Đúng cả hai mới xác nhận.' },
      { picture: 'money_in', title: 'Người bán: thấy tiền mới giao hàng', text: 'Xem tiền đã vào trong ứng dụng của chính mình. Ảnh chụp màn hình không phải là tiền.' },
    ],
    never: ['Không đưa mật khẩu, mã PIN, mã OTP cho bất cứ ai.', 'Không quét mã lạ, không bấm liên kết lạ.', 'Dán mã QR ở quầy: mỗi ngày xem lại có ai dán đè mã khác không.'],
    note: 'Mỗi ngân hàng gọi tên các mục hơi khác nhau. Chưa rõ thì hỏi nhân viên ngân hàng.',
  },
  en: {
    slug: 'thanh-toan',
    picture: 'scan',
    title: 'Paying without cash',
    lead: 'Buying, selling and sending money with a phone.',
    steps: [
      { picture: 'ready', title: 'Get ready', text: 'A phone with a network, your own phone number and your identity card.' },
      { picture: 'open_account', title: 'Open an account', text: 'At a bank counter, or with the bank’s app from CH Play or the App Store, step by step as the screen says.' },
      { picture: 'scan', title: 'Scan the QR code', text: 'Open your bank’s app, choose to scan a QR code, point the camera at the seller’s code.' },
      { picture: 'check_name', title: 'Look twice, then send', text: 'The right name? The right amount? Confirm only when both are right.' },
      { picture: 'money_in', title: 'Sellers: see the money first', text: 'Look in your own app that it has arrived. A screenshot is not money.' },
    ],
    never: ['Give nobody your password, PIN or one-time code.', 'Scan no strange codes, open no strange links.', 'A code on your counter: look every day whether somebody has stuck another over it.'],
    note: 'Each bank names its menus a little differently. When in doubt, ask the bank’s staff.',
  },
};

const edongthap: InBoth<Guide> = {
  vi: {
    slug: 'e-dongthap',
    picture: 'install',
    title: 'Ứng dụng e‑Dongthap',
    lead: 'Gửi phản ánh, tra cứu hồ sơ với chính quyền tỉnh.',
    steps: [
      { picture: 'install', title: 'Cài ứng dụng', text: 'Mở CH Play hoặc App Store, tìm “e‑Dongthap”. Xem đúng là ứng dụng của tỉnh Đồng Tháp rồi mới cài.' },
      { picture: 'sign_in', title: 'Đăng nhập', text: 'Mở ứng dụng, làm theo màn hình. Mật khẩu và mã xác nhận do bà con tự nhập.' },
      { picture: 'report', title: 'Gửi phản ánh, kiến nghị', text: 'Chọn mục phản ánh, chụp ảnh, ghi rõ chuyện gì, ở đâu, rồi gửi. Không dùng ứng dụng: gọi tổng đài 1022.' },
      { picture: 'answer', title: 'Xem trả lời', text: 'Mở lại phản ánh đã gửi để xem cơ quan chức năng trả lời.' },
      { picture: 'look_up', title: 'Tra cứu hồ sơ', text: 'Chọn mục tra cứu hồ sơ, nhập mã số ghi trên giấy hẹn, xem hồ sơ đến đâu.' },
    ],
    never: ['Không cài ứng dụng từ liên kết lạ gửi qua tin nhắn.', 'Không nhờ người lạ đăng nhập hộ.', 'Phản ánh đúng sự thật, không chụp giấy tờ của người khác.'],
    note: 'Tên ứng dụng và các mục có thể thay đổi theo thời gian. Không thấy thì hỏi Tổ công nghệ số cộng đồng.',
  },
  en: {
    slug: 'e-dongthap',
    picture: 'install',
    title: 'The e‑Dongthap app',
    lead: 'Tell the province what is wrong, and see where your papers are.',
    steps: [
      { picture: 'install', title: 'Install the app', text: 'Open CH Play or the App Store and look for “e‑Dongthap”. Make sure that it is Đồng Tháp province’s own before installing.' },
      { picture: 'sign_in', title: 'Sign in', text: 'Open the app and do as the screen says. People type their own password and codes.' },
      { picture: 'report', title: 'Report what is wrong', text: 'Choose feedback, take a photo, say what and where, and send. Without the app: call 1022.' },
      { picture: 'answer', title: 'See the answer', text: 'Open the report again to read what the authority has answered.' },
      { picture: 'look_up', title: 'Look up your papers', text: 'Choose to look up a file, type the number on the appointment slip, see how far it is.' },
    ],
    never: ['Install nothing from a strange link in a message.', 'Let no stranger sign in for you.', 'Report what is true, and photograph nobody else’s papers.'],
    note: 'The app’s name and menus may change. If you cannot find one, ask the digital community team.',
  },
};

const safe: InBoth<Guide> = {
  vi: {
    slug: 'an-toan',
    picture: 'password',
    title: 'Giữ tài khoản an toàn',
    lead: 'Nhận ra kẻ lừa đảo và biết gọi ai.',
    steps: [
      { picture: 'password', title: 'Mật khẩu khó đoán', text: 'Không dùng ngày sinh, số điện thoại, 123456. Mỗi nơi một mật khẩu.' },
      { picture: 'code', title: 'Mã OTP chỉ mình biết', text: 'Không đọc cho ai, kể cả người xưng là công an, ngân hàng hay nhà mạng.' },
      { picture: 'trick', title: 'Nhận ra kẻ lừa đảo', text: 'Dọa bắt, báo trúng thưởng, giả người thân mượn tiền, bảo cài ứng dụng qua liên kết: đều là lừa đảo.' },
      { picture: 'ask', title: 'Dừng lại, hỏi người quen', text: 'Cúp máy. Gọi lại cho người thân bằng số đã lưu. Hỏi con cháu hoặc Tổ công nghệ số.' },
      { picture: 'call', title: 'Lỡ mất tiền: gọi ngay', text: 'Gọi ngân hàng theo số in sau thẻ để khóa tài khoản, rồi báo công an xã hoặc gọi 113. Giữ lại tin nhắn.' },
    ],
    never: ['Công an, tòa án không làm việc qua điện thoại và không bảo ai chuyển tiền.', 'Ngân hàng không hỏi mật khẩu, mã OTP.', 'Người giúp cũng không giữ mật khẩu của bà con.'],
    note: 'Ai cũng có thể bị lừa. Báo sớm, đừng ngại.',
  },
  en: {
    slug: 'an-toan',
    picture: 'password',
    title: 'Keeping accounts safe',
    lead: 'Knowing a trick when you meet one, and whom to call.',
    steps: [
      { picture: 'password', title: 'A password nobody guesses', text: 'No birthday, no phone number, no 123456. Another one for each place.' },
      { picture: 'code', title: 'One-time codes are yours alone', text: 'Read them to nobody, even somebody who says “police”, “bank” or “network”.' },
      { picture: 'trick', title: 'Know the tricks', text: 'Threats of arrest, prizes, a “relative” who needs money, an app to install from a link: all are tricks.' },
      { picture: 'ask', title: 'Stop and ask', text: 'Hang up. Call your relative on the number that you have saved. Ask your family or the digital team.' },
      { picture: 'call', title: 'Money gone: call at once', text: 'Call the bank on the number on the back of the card to lock the account, then the commune police or 113. Keep the messages.' },
    ],
    never: ['Police and courts do not work by phone, and tell nobody to send money.', 'Banks do not ask for passwords or one-time codes.', 'Those who help keep nobody’s password either.'],
    note: 'It can happen to anyone. Tell somebody soon; there is no shame in it.',
  },
};

export const guides = (): Guide[] => [cashless, edongthap, safe].map((guide) => guide[locale.value]);
