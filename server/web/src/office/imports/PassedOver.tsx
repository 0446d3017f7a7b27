// The columns of a file that nobody asked for, each by its name; some may be a slip of the hand.
import { Notice } from '../../ui';
import type { Batch } from './batches';
import { t } from './i18n';

export const PassedOver = ({ columns }: { columns: Batch['passed_over'] }) => (
  <Notice tone="pending" icon="info" title={t('imports.passed_over', { n: columns.length })}>
    <ul class="import-reasons">
      {columns.map(({ heading, meant }) => (
        <li key={heading}>{meant === null ? t('imports.passed_over_plain', { heading }) : t('imports.passed_over_meant', { heading, meant })}</li>
      ))}
    </ul>
  </Notice>
);
