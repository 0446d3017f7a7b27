// All English texts of this app, in a file of their own.
import { en as commonEn } from '../../i18n/en';
import { en } from './en';

export const english = { ...commonEn, ...en };
