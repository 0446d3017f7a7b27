// A decision as it was given, under the session and in its history.
import type { LastDecision } from '../../api/types';
import { termName } from '../../data/catalogue';
import { t } from './i18n';
import { quoted } from './quoted';
import { fieldName } from './words';

/** The reasons, what to look at, what was said. */
export const ReviewWords = ({ review }: { review: Pick<LastDecision, 'reasons' | 'fields' | 'comment'> }) => (
  <>
    {review.reasons.length > 0 && <p>{review.reasons.map((code) => termName('reasons', code)).join(' · ')}</p>}
    {review.fields.length > 0 && (
      <p class="quiet">
        {t('decide.fields')}: {review.fields.map(fieldName).join(', ')}
      </p>
    )}
    {review.comment && <p>{quoted(review.comment)}</p>}
  </>
);
