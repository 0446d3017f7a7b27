// The files brought in before.
import { usePages } from '../../data/usePages';
import { api, ok } from '../../api/client';
import { instant } from '../../i18n/formats';
import { Chip, EmptyState, Section, type IconName, type Tone } from '../../ui';
import { t } from './i18n';
import { Paged } from '../Paged';
import { hrefOf } from '../shell/pages';
import { changing, standingOf, type Batch, type Standing } from './batches';

const LOOK: Record<Standing, { tone: Tone; icon: IconName }> = {
  working: { tone: 'pending', icon: 'refresh' },
  faulty: { tone: 'returned', icon: 'warning' },
  nothing_new: { tone: 'off', icon: 'info' },
  ready: { tone: 'pending', icon: 'clock' },
  applied: { tone: 'approved', icon: 'check' },
  undone: { tone: 'off', icon: 'undo' },
};

const words = (batch: Batch, standing: Standing): string => {
  if (standing === 'applied') return t('imports.applied', { n: changing(batch) });
  if (standing === 'undone') return t(batch.applied_at === null ? 'imports.dropped' : 'imports.undone');
  if (standing === 'nothing_new') return t('imports.all_known');
  return standing === 'faulty' ? t('imports.checked_faulty', { n: batch.faulty }) : t('imports.checked');
};

export const StandingChip = ({ batch }: { batch: Batch }) => {
  const standing = standingOf(batch);
  return <Chip {...LOOK[standing]}>{words(batch, standing)}</Chip>;
};

const Row = ({ batch }: { batch: Batch }) => (
  <tr>
    <th scope="row">
      <a href={hrefOf('imports', `/${batch.id}`)}>{batch.file_name}</a>
      <span class="quiet small under-left">
        {t(`imports.kind_${batch.kind}`)} · {t('imports.rows', { n: batch.rows })}
      </span>
    </th>
    <td>{batch.by.name}</td>
    <td class="import-when">{batch.created_at && instant(batch.created_at)}</td>
    <td>
      <StandingChip batch={batch} />
    </td>
  </tr>
);

export const Earlier = () => {
  const pages = usePages<Batch>((cursor) => ok(api.GET('/api/v1/imports', { params: { query: { ...(cursor && { cursor }), limit: 20 } } })), []);
  return (
    <div class="import-earlier">
      <Section title={t('imports.earlier')}>
        <Paged pages={pages} empty={<EmptyState icon="upload" title={t('imports.none')} />}>
          {(batches) => (
            <div class="card card-table">
              <table class="table imports">
                <thead>
                  <tr>
                    <th scope="col">{t('imports.file_name')}</th>
                    <th scope="col">{t('imports.who')}</th>
                    <th scope="col">{t('imports.when')}</th>
                    <th scope="col">{t('imports.outcome')}</th>
                  </tr>
                </thead>
                <tbody>
                  {batches.map((batch) => (
                    <Row key={batch.id} batch={batch} />
                  ))}
                </tbody>
              </table>
            </div>
          )}
        </Paged>
      </Section>
    </div>
  );
};
