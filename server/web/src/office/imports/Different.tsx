// What known rows say other than the system: no file changes it, so it is said where it can be changed.
import { OFFICE } from '../../account/account';
import { Notice, Section } from '../../ui';
import type { Batch } from './batches';
import { t } from './i18n';

type Told = NonNullable<Batch['different']>['told'][number];

const Value = ({ of, label }: { of: string; label: string }) => (
  <td class="fault-said">
    <span class="fault-narrow quiet">{label}: </span>
    {of || <span class="quiet">{t('imports.blank')}</span>}
  </td>
);

const Row = ({ told }: { told: Told }) => (
  <tr>
    <th scope="row" class="fault-row">
      <span class="fault-narrow">{t('imports.fault_row')} </span>
      {told.row}
    </th>
    <td class="fault-column">{told.column}</td>
    <Value of={told.written} label={t('imports.differ_written')} />
    <Value of={told.stands} label={t('imports.differ_stands')} />
    <td>
      <a href={`${OFFICE}${told.page === 'team' ? 'to' : 'nguoi-dung'}/${told.id}`}>{t(`imports.differ_${told.page}`)}</a>
    </td>
  </tr>
);

type Props = NonNullable<Batch['different']>;

export const DifferNotice = ({ rows, kind }: Pick<Props, 'rows'> & Pick<Batch, 'kind'>) => (
  <Notice tone="pending" icon="info" title={t('imports.differ', { n: rows })}>
    {t('imports.differ_text')}
    {kind === 'teams' && ` ${t('imports.differ_renamed')}`}
  </Notice>
);

export const DifferingRows = ({ rows, told }: Props) => {
  const more = rows - new Set(told.map(({ row }) => row)).size;
  return (
    <Section title={t('imports.differ_rows')}>
      <div class="card card-table">
        <table class="table faults">
          <caption class="unseen">{t('imports.differ_rows')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('imports.fault_row')}</th>
              <th scope="col">{t('imports.fault_column')}</th>
              <th scope="col">{t('imports.differ_written')}</th>
              <th scope="col">{t('imports.differ_stands')}</th>
              <th scope="col">{t('imports.differ_where')}</th>
            </tr>
          </thead>
          <tbody>
            {told.map((one) => (
              <Row key={`${one.row} ${one.column}`} told={one} />
            ))}
          </tbody>
        </table>
        {more > 0 && <p class="quiet faults-more">{t('imports.differ_more', { n: more })}</p>}
      </div>
    </Section>
  );
};
