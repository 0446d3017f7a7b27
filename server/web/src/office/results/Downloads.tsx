// Plain links: the browser fetches them with the cookies it has, and its own progress bar.
import { may } from '../../account/account';
import { Button } from '../../ui';
import { t } from '../i18n';
import { queryText } from '../shell/filters';
import { filters, rollup, unitId } from '../shell/current';

/** The list of sessions knows no levels and no map: it is the rows behind all of them. */
const sessionsQuery = () => {
  const { days, state } = filters.value;
  return {
    ...(unitId.value !== null && { unit: unitId.value }),
    ...days,
    ...(state === 'official' && { state: 'approved' }),
  };
};

export const Downloads = () =>
  may('report.download') ? (
    <div class="downloads" role="group" aria-label={t('results.downloads')}>
      <Button kind="primary" icon="download" href={`/api/v1/reports/rollup.xlsx?${queryText(rollup.value)}`} download>
        {t('results.excel')}
      </Button>
      <Button href={`/api/v1/reports/rollup.csv?${queryText(rollup.value)}`} download>
        {t('results.csv')}
      </Button>
      <Button href={`/api/v1/reports/sessions.csv?${queryText(sessionsQuery())}`} download>
        {t('results.sessions_csv')}
      </Button>
    </div>
  ) : null;
