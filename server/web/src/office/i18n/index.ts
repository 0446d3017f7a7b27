// What the frame says. Every group of screens has a `t` of its own over the common texts, these and
// its own (its i18n.ts), so that the Vietnamese texts come with their screens. The English ones are
// few people's: all in one file, fetched when somebody chooses them.
import { commonVi, translator } from '../../i18n';
import { vi } from '../shell/texts';

export const english = async () => (await import('./english')).english;
export const t = translator({ ...commonVi, ...vi }, english);
