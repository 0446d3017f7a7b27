// The team's own screen: its people, and the ways into it.
export const teamVi = {
  'team.year': 'Tổ mình {year}',
  'team.members': 'Thành viên ({n})',
  'member.leader': 'Tổ trưởng',
  'member.deputy': 'Tổ phó',
  'member.member': 'Thành viên',
  'team.invite': 'Mời thành viên',
  'team.needs_signal': 'Mời và duyệt người vào Tổ cần có mạng.',
  'team.asking': '{n} người xin vào Tổ',
  'team.waiting_here': 'Đang chờ duyệt vào {team}',
} as const;
