// A decision as it was given, under the session and in its history.
import type { LastDecision } from '../../api/types';
import { termName } from '../../data/catalogue';
import { t } from './i18n';
import { vi } from './texts';
import { fieldName } from './words';

/** What is kept as the reason when a decision is taken back at once, whatever language one reads:
 *  nobody wrote it, so nobody is quoted. */
export const SLIP = vi['said.slip'];

/** The reasons, what to look at, what was said. */
export const ReviewWords = ({ review }: { review: Pick<LastDecision, 'reasons' | 'fields' | 'comment'> }) => (
  <>
    {review.reasons.length > 0 && <p>{review.reasons.map((code) => termName('reasons', code)).join(' · ')}</p>}
    {review.fields.length > 0 && (
      <p class="quiet">
        {t('decide.fields')}: {review.fields.map(fieldName).join(', ')}
      </p>
    )}
    {review.comment && <p>{review.comment === SLIP ? t('said.slip') : `“${review.comment}”`}</p>}
  </>
);
