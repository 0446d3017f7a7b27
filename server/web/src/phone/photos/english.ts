import type { commonVi, Messages } from '../../i18n';
import { en as commonEn } from '../../i18n/en';
import type { vi } from './texts';

export const english: Messages<typeof commonVi & typeof vi> = {
  ...commonEn,
  'photos.attach': 'Add photos of the session',
  'photos.consent': 'Only with people’s consent',
  'photos.never': 'No papers, no phone screens, no one-time codes. Two photos at most.',
  'photos.take': 'Take a photo',
  'photos.choose': 'Choose photos',
  'photos.remove': 'Remove',
  'photos.remove_one': 'Remove photo {n}',
  'photos.busy': 'Making the photo smaller…',
  'photos.enough': 'Two photos are enough.',
  'photos.unreadable': 'This file cannot be read. Choose another photo.',
  'photos.full': 'The phone is full and cannot keep the photo. The session can be sent without it.',
  'photos.not_at_home': 'Home visits carry no photos, to protect people’s privacy.',
  'photos.not_at_home_kept': 'Home visits carry no photos: the {n} chosen will not be sent.',
  'photos.one': 'Photo {n}',
};
