// What is shared in the hamlet's group.
export const shareVi = {
  'share.title': '🌸 {team}',
  'share.met': 'Ngày {day}, tại {place}, Tổ mình đã hướng dẫn {n} lượt bà con',
  'share.thanks': 'Cảm ơn bà con đã đến, cảm ơn các bạn trong Tổ!',
  'share.code': 'Mã buổi {code}',
} as const;
