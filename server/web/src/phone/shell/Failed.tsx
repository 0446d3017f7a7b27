import { Button, EmptyState } from '../../ui';
import { t } from '../i18n';

/** What could not be read, and the way to try again. */
export const Failed = ({ why, onRetry }: { why: string; onRetry: () => void }) => (
  <EmptyState icon="offline" title={why} action={<Button onClick={onRetry}>{t('action.retry')}</Button>} />
);
