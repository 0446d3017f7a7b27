import { commonVi, translator } from '../../i18n';
import { english } from '../i18n';
import { vi as shell } from '../shell/texts';
import { vi as teams } from '../teams/texts';
import { vi } from './texts';

export const t = translator({ ...commonVi, ...shell, ...teams, ...vi }, english);
