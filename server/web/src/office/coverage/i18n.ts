import { commonVi, translator } from '../../i18n';
import { english } from '../i18n';
import { vi as charts } from '../charts/texts';
import { vi as desk } from '../desk/texts';
import { vi as results } from '../results/texts';
import { vi as shell } from '../shell/texts';
import { vi } from './texts';

export const t = translator({ ...commonVi, ...shell, ...charts, ...desk, ...results, ...vi }, english);
