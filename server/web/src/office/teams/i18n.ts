import { commonVi, translator } from '../../i18n';
import { english } from '../i18n';
import { vi as join } from '../join/texts';
import { vi as people } from '../people/texts';
import { vi as shell } from '../shell/texts';
import { vi } from './texts';

export const t = translator({ ...commonVi, ...shell, ...people, ...join, ...vi }, english);
