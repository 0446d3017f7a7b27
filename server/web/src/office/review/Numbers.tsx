// The numbers of two records beside each other. A service has two, named as in the form.
import { Fragment } from 'preact';
import { serviceName } from '../../data/catalogue';
import { t } from './i18n';
import type { Figures, Row } from './facts';

export const rowLabel = ({ key, service }: Pick<Row, 'key' | 'service'>): string =>
  service ? serviceName(service) : t(`panel.${key as 'turns' | 'first_time' | 'female' | 'elderly' | 'households' | 'volunteers'}`);

const Cells = ({ figures, look }: { figures: Figures; look: string }) => (
  <>
    {figures.map((figure, i) => (
      <td key={i} class={`numbers ${look}`} colSpan={figures.length === 1 ? 2 : 1}>
        {figure}
      </td>
    ))}
  </>
);

const ServiceHead = () => (
  <tr class="numbers-head">
    <td />
    {[0, 1].map((side) => (
      <Fragment key={side}>
        <th scope="col" class="numbers">
          {t('panel.assisted')}
        </th>
        <th scope="col" class="numbers">
          {t('panel.completed')}
        </th>
      </Fragment>
    ))}
  </tr>
);

type Props = { caption: string; left: string; right: string; rows: readonly Row[]; marked: 'left' | 'right' };

export const Numbers = ({ caption, left, right, rows, marked }: Props) => {
  const first = rows.findIndex(({ service }) => service !== undefined);
  const look = (row: Row, side: 'left' | 'right'): string => (row.isMarked && side === marked ? 'unusual' : marked === 'left' && side === 'right' ? 'quiet' : '');
  return (
    <table class="table table-quiet beside">
      <caption class="unseen">{caption}</caption>
      <thead>
        <tr>
          <td />
          <th scope="colgroup" colSpan={2} class="numbers">
            {left}
          </th>
          <th scope="colgroup" colSpan={2} class="numbers">
            {right}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, i) => (
          <Fragment key={row.key}>
            {i === first && <ServiceHead />}
            {row.service && (
              <tr class="numbers-of">
                <th scope="row" colSpan={5}>
                  {rowLabel(row)}
                </th>
              </tr>
            )}
            <tr>
              {row.service ? <td /> : <th scope="row">{rowLabel(row)}</th>}
              <Cells figures={row.left} look={look(row, 'left')} />
              <Cells figures={row.right} look={look(row, 'right')} />
            </tr>
          </Fragment>
        ))}
      </tbody>
    </table>
  );
};
