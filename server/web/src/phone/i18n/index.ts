import { commonEn, commonVi, translator } from '../../i18n';
import { en } from './en';
import { vi } from './vi';

export const t = translator({ vi: { ...commonVi, ...vi }, en: { ...commonEn, ...en } });
