import { problemText } from '../../api/client';
import { Button, EmptyState } from '../../ui';
import { t } from '../i18n';

/** What could not be read, and the way to try again. */
export const Failed = ({ why, onRetry }: { why: unknown; onRetry: () => void }) => (
  <EmptyState icon="offline" title={problemText(why)} action={<Button onClick={onRetry}>{t('action.retry')}</Button>} />
);
