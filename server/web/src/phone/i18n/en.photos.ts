import type { Messages } from '../../i18n';
import type { photosVi } from './vi.photos';

export const photosEn = {
  'photos.title': 'Photos of the session',
  'photos.one': 'Photo {n}',
  'photos.needs_signal': 'This photo can be seen with a network.',
} as const satisfies Messages<typeof photosVi>;
