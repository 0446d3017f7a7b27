// The list of hamlets to take away, as it is narrowed down on the screen.
import { may } from '../../account/account';
import { Button } from '../../ui';
import { t } from './i18n';
import { rollup } from '../shell/current';
import { queryText } from '../shell/filters';
import type { Only } from './order';

export const ListDownloads = ({ only }: { only: Only | null }) => {
  if (!may('report.download')) return null;
  const query = queryText({ ...rollup.value, ...(only && { only }) });
  return (
    <div class="row" role="group" aria-label={t('coverage.downloads')}>
      <Button icon="download" href={`/api/v1/reports/coverage.xlsx?${query}`} download>
        {t('coverage.excel')}
      </Button>
      <Button href={`/api/v1/reports/coverage.csv?${query}`} download>
        {t('coverage.csv')}
      </Button>
    </div>
  );
};
