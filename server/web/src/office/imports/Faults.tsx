// What is wrong with a file: where, what was written, and what would be right.
import { useState } from 'preact/hooks';
import { api, ok } from '../../api/client';
import { usePages } from '../../data/usePages';
import { locale } from '../../i18n';
import { t } from './i18n';
import { Paged } from '../Paged';
import { Unbroken } from '../Unbroken';
import type { Fault } from './batches';

const Row = ({ fault }: { fault: Fault }) => (
  <tr>
    <th scope="row" class="fault-row">
      <span class="fault-narrow">{t('imports.fault_row')} </span>
      {fault.row}
    </th>
    <td class="fault-column">{fault.column}</td>
    <td class={fault.written ? 'fault-written' : 'fault-written is-blank'}>{fault.column !== null && (fault.written || <span class="quiet">{t('imports.blank')}</span>)}</td>
    <td class="fault-what">
      <Unbroken of={fault.what} />
    </td>
    <td class="fault-right">{fault.right}</td>
  </tr>
);

export const Faults = ({ id }: { id: string }) => {
  const [untold, setUntold] = useState(0);
  const pages = usePages<Fault>(
    async (cursor) => {
      const page = await ok(api.GET('/api/v1/imports/{import_id}/faults', { params: { path: { import_id: id }, query: { ...(cursor && { cursor }), limit: 100 } } }));
      setUntold(page.next_cursor === null ? page.untold : 0); // after the last of those that are listed
      return page;
    },
    [id, locale.value],
  );
  return (
    <Paged pages={pages} empty={null}>
      {(faults) => (
        <div class="card card-table">
          <table class="table faults">
            <caption class="unseen">{t('imports.faults')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('imports.fault_row')}</th>
                <th scope="col">{t('imports.fault_column')}</th>
                <th scope="col">{t('imports.fault_written')}</th>
                <th scope="col">{t('imports.fault_what')}</th>
                <th scope="col">{t('imports.fault_right')}</th>
              </tr>
            </thead>
            <tbody>
              {faults.map((fault, at) => (
                <Row key={at} fault={fault} />
              ))}
            </tbody>
          </table>
          {untold > 0 && <p class="quiet faults-more">{t('imports.untold', { n: untold })}</p>}
        </div>
      )}
    </Paged>
  );
};
