// Counting on the spot, as home and the form speak of it.
export const tallyVi = {
  'tally.title': 'Đếm tại chỗ',
  'tally.since': 'từ {time}',
  'tally.since_day': 'từ {time} ngày {day}',
  'tally.running': 'Đang đếm tại chỗ {since} · {n} bà con',
} as const;
