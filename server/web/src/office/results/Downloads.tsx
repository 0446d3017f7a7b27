// Plain links: the browser fetches them with the cookies it has, and its own progress bar.
import { may } from '../../account/account';
import { Button } from '../../ui';
import { t } from './i18n';
import { queryText } from '../shell/filters';
import { rollup } from '../shell/current';

/** The list of sessions knows no levels: it is the rows behind all of them. */
const sessionsQuery = () => {
  const { by: _, ...rest } = rollup.value;
  return rest;
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
