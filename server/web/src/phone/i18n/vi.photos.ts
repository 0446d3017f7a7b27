// Photos of a session, where they are looked at.
export const photosVi = {
  'photos.title': 'Ảnh của buổi',
  'photos.one': 'Ảnh {n}',
  'photos.needs_signal': 'Xem được ảnh này khi có mạng.',
} as const;
