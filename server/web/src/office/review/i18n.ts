import { commonVi, translator } from '../../i18n';
import { english } from '../i18n';
import { vi as desk } from '../desk/texts';
import { vi as shell } from '../shell/texts';
import { vi as fields } from './fieldTexts';
import { vi as merging } from './mergeTexts';
import { vi } from './texts';

export const t = translator({ ...commonVi, ...shell, ...desk, ...fields, ...merging, ...vi }, english);
