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
  const wide = batch.kind === 'sessions'; // the women, and two numbers of every service
  const shown = columns.map((heading, at): Column<Row> => {
    const cell = ({ cells }: Row) => cells[at];
    return wide ? { heading, cell, isNumber: rows.every((row) => /^\d*$/.test(cell(row) ?? '')) } : { heading, cell, look: 'labelled', isBlank: (row) => !cell(row) };
  });
  return (
    <Section title={t('imports.understood')}>
      <RowsTable caption={t('imports.understood')} columns={shown} rows={rows} wide={wide} foot={more > 0 && t('imports.more', { n: more })} />
    </Section>
  );
};
