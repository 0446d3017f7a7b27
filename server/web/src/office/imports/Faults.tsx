// What is wrong with a file: where, what was written, and what would be right.
import { useState } from 'preact/hooks';
import { api, ok } from '../../api/client';
import { usePages } from '../../data/usePages';
import { locale } from '../../i18n';
import { t } from './i18n';
import { Paged } from '../Paged';
import { Unbroken } from '../Unbroken';
import type { Fault } from './batches';
import { RowsTable, Said, type Column } from './RowsTable';

const columns = (): Column<Fault>[] => [
  { heading: t('imports.fault_column'), look: 'name', cell: ({ column }) => column },
  // That it is blank is said by what is wrong.
  { heading: t('imports.fault_written'), look: 'labelled', isBlank: ({ written }) => !written, cell: ({ column, written }) => column !== null && <Said of={written} /> },
  { heading: t('imports.fault_what'), cell: ({ what }) => <Unbroken of={what} /> },
  { heading: t('imports.fault_right'), look: 'quiet', cell: ({ right }) => right },
];

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
      {(faults) => <RowsTable caption={t('imports.faults')} columns={columns()} rows={faults} uneven foot={untold > 0 && t('imports.untold', { n: untold })} />}
    </Paged>
  );
};
