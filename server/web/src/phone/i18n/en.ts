import type { Messages } from '../../i18n';
import type { vi } from './vi';

export const en = {} satisfies Messages<typeof vi>;
