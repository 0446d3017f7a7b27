// How the first rows of a file were understood, to be looked at before they are written.
import { Notice, Section } from '../../ui';
import { changing, type Batch } from './batches';
import { t } from './i18n';

type Props = { batch: Batch; sample: NonNullable<Batch['sample']> };

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
  return (
    <Section title={t('imports.understood')}>
      <div class="card card-table">
        <table class="table faults understood">
          <caption class="unseen">{t('imports.understood')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('imports.fault_row')}</th>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ row, cells }) => (
              <tr key={row}>
                <th scope="row" class="fault-row">
                  <span class="fault-narrow">{t('imports.fault_row')} </span>
                  {row}
                </th>
                {cells.map((cell, at) => (
                  <td key={at} class={cell ? 'fault-said' : 'fault-said is-blank'}>
                    <span class="fault-narrow quiet">{columns[at]}: </span>
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        {more > 0 && <p class="quiet faults-more">{t('imports.understood_more', { n: more })}</p>}
      </div>
    </Section>
  );
};
