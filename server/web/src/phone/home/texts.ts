// Of the question whether a draft is dropped, in its chunk.
import { translator, type Messages } from '../../i18n';

const vi = {
  'home.draft_first': 'Bạn đang ghi dở một buổi',
  'home.draft_lost': 'Ghi buổi khác thì phần đang ghi dở sẽ mất hẳn.',
  'home.draft_counted': 'Số trong bản nháp là số đếm tại chỗ. Ghi buổi khác thì số này sẽ mất hẳn.',
  'home.draft_drop': 'Bỏ bản nháp, ghi buổi khác',
} as const;

const en: Messages<typeof vi> = {
  'home.draft_first': 'A session is half written',
  'home.draft_lost': 'If you record another, what is written will be gone for good.',
  'home.draft_counted': 'The draft holds what was counted on the spot. If you record another, that count will be gone for good.',
  'home.draft_drop': 'Drop the draft, record another',
};

export const t = translator(vi, () => Promise.resolve(en));
