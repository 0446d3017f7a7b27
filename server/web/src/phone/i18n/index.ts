import { commonVi, translator } from '../../i18n';
import { vi } from './vi';

export const t = translator({ ...commonVi, ...vi }, async () => (await import('./english')).english);
