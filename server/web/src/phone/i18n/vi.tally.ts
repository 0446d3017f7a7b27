// Counting on the spot, as home and the form speak of it.
export const tallyVi = {
  'tally.title': 'Đếm tại chỗ',
  'tally.since': 'từ {time}',
  'tally.since_day': 'từ {time} ngày {day}',
  'tally.running': 'Đang đếm tại chỗ {since} · {n} bà con',
  'tally.keep': 'Giữ lại',
  'tally.drop': 'Bỏ hẳn',
  'tally.drop_help': 'Số đếm tại chỗ và những gì đã ghi trong biểu này sẽ mất hẳn.',
  'tally.filled': 'Số đếm tại chỗ {since} đã điền vào đây',
  'tally.raised': 'Bạn đếm {from} bà con nhưng có nội dung {to} lượt thành công, nên tổng được nâng lên {to}. Xem lại giúp.',
  'tally.go_on': 'Đếm tiếp',
} as const;
