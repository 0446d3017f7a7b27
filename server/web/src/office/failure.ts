// What is said where something could not be sent.
import { isProblem, problemText } from '../api/client';
import { t } from './i18n';

/** Whoever was signed out reads it after signing in: then it is to be sent again, not to sign in again. */
export const failureText = (thrown: unknown): string => (isProblem(thrown) && thrown.status === 401 ? t('signed_out.send_again') : problemText(thrown));
