// What known rows say other than the system: no file changes it, so it is said where it can be changed.
import { OFFICE } from '../../account/account';
import { Notice, Section } from '../../ui';
import type { Batch } from './batches';
import { t } from './i18n';
import { RowsTable, Said, type Column } from './RowsTable';

type Props = NonNullable<Batch['different']>;
type Told = Props['told'][number];

const columns = (): Column<Told>[] => [
  { heading: t('imports.fault_column'), look: 'name', cell: ({ column }) => column },
  { heading: t('imports.differ_written'), look: 'labelled', cell: ({ written }) => <Said of={written} /> },
  { heading: t('imports.differ_stands'), look: 'labelled', cell: ({ stands }) => <Said of={stands} /> },
  { heading: t('imports.differ_where'), cell: ({ page, id }) => <a href={`${OFFICE}${page === 'team' ? 'to' : 'nguoi-dung'}/${id}`}>{t(`imports.differ_${page}`)}</a> },
];

export const DifferNotice = ({ rows, kind }: Pick<Props, 'rows'> & Pick<Batch, 'kind'>) => (
  <Notice tone="pending" icon="info" title={t('imports.differ', { n: rows })}>
    {t('imports.differ_text')}
    {kind === 'teams' && ` ${t('imports.differ_renamed')}`}
    {kind === 'people' && ` ${t('imports.differ_phone')}`}
  </Notice>
);

export const DifferingRows = ({ rows, told }: Props) => {
  const more = rows - new Set(told.map(({ row }) => row)).size;
  return (
    <Section title={t('imports.differ_rows')}>
      <RowsTable caption={t('imports.differ_rows')} columns={columns()} rows={told} uneven foot={more > 0 && t('imports.more', { n: more })} />
    </Section>
  );
};
