// How the first rows of a file were understood, to be looked at before they are written.
import { Notice, Section } from '../../ui';
import { changing, type Batch } from './batches';
import { t } from './i18n';
import { RowsTable, type Column } from './RowsTable';

type Props = { batch: Batch; sample: NonNullable<Batch['sample']> };
type Row = Props['sample']['rows'][number];

/** New teams where there are some that the file does not mean: it may be an old list. */
export const Beside = ({ beside }: Pick<Props['sample'], 'beside'>) => (
  <Notice tone="pending" icon="info" title={t('imports.beside')}>
    <ul class="import-reasons">
      {beside.map(({ place, teams }) => (
        <li key={place}>{t('imports.beside_one', { place, teams })}</li>
      ))}
    </ul>
  </Notice>
);

export const Understood = ({ batch, sample: { columns, rows } }: Props) => {
  const more = changing(batch) - rows.length;
  const shown = columns.map((heading, at): Column<Row> => ({ heading, look: 'labelled', isBlank: ({ cells }) => !cells[at], cell: ({ cells }) => cells[at] }));
  return (
    <Section title={t('imports.understood')}>
      <RowsTable caption={t('imports.understood')} columns={shown} rows={rows} foot={more > 0 && t('imports.more', { n: more })} />
    </Section>
  );
};
