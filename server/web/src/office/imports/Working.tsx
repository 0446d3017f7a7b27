// How far the server has come with a file.
import { number } from '../../i18n/formats';
import { t } from './i18n';
import type { Batch } from './batches';

const wordsOf = ({ phase, done, total }: NonNullable<Batch['progress']>): string =>
  phase === 'reading' ? t('imports.reading', { n: done }) : t(`imports.${phase}`, { done: number(done), total: number(total) });

type Props = { file: string; progress: Batch['progress'] | undefined };

export const Working = ({ file, progress }: Props) => {
  const words = progress ? wordsOf(progress) : t('imports.sending', { file });
  const isKnown = !!progress && progress.total > 0;
  return (
    <div class="card import-working">
      <p role="status">{words}</p>
      <progress aria-label={words} {...(isKnown && { max: progress.total, value: progress.done })} />
    </div>
  );
};
