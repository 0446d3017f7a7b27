// Cells in words.
import type { Rollup, Row } from '../../api/types';
import { day, number, percent, period as periodName } from '../../i18n/formats';
import { catalogue, serviceName, shortName, termName } from '../../data/catalogue';
import { t } from './i18n';
import type { Filters } from '../shell/filters';
import { cellValue, isRatio, OPTIONALS } from './cells';

const isSplit = (cell: string): cell is (typeof OPTIONALS)[number] => (OPTIONALS as readonly string[]).includes(cell);

/** The counts that have words of their own. */
const isOwn = (cell: string): cell is 'pending' | 'joined' | 'team_members_trained' => ['pending', 'joined', 'team_members_trained'].includes(cell);

/** What the catalogue has columns of, in its order. */
export const codes = () => ({
  types: catalogue.value?.types.map(({ code }) => code) ?? [],
  services: catalogue.value?.services.map(({ code }) => code) ?? [],
});

/** The heading of a column: short. */
export const columnName = (cell: string): string => {
  if (isRatio(cell) || isSplit(cell)) return t(`cell.${cell}`);
  const [first, name = ''] = cell.split('.');
  if (first === 'sessions') return name === 'all' ? t('cell.sessions') : shortName('types', name);
  if (first === 'services') return serviceName(name);
  return isOwn(cell) ? t(`cell.${cell}`) : t('cell.participants');
};

/** What a number is, in full. */
export const cellName = (cell: string): string => {
  const [first, name = '', part] = cell.split('.');
  if (first === 'services') return t(part === 'assisted' ? 'cell.assisted' : 'cell.completed', { service: termName('services', name) });
  if (first === 'sessions' && name !== 'all') return `${t('cell.sessions')}: ${termName('types', name)}`;
  return cell === 'participants' ? t('cell.participants_long') : columnName(cell);
};

export const cellDefinition = (cell: string): string => {
  const [first] = cell.split('.');
  if (isRatio(cell)) return t(`define.${cell}`);
  if (isSplit(cell)) return t('define.split');
  if (first === 'services') return t('define.service');
  if (first === 'sessions') return t('define.sessions');
  return isOwn(cell) ? t(`define.${cell}`) : t('define.participants');
};

export const valueText = (row: Row, cell: string): string => {
  const value = cellValue(row, cell);
  if (value.kind !== 'ratio') return number(value.n);
  return `${number(value.numerator)}/${number(value.denominator)} ${percent(value.numerator, value.denominator)}`;
};

/** The server words the undivided rest too, but in Vietnamese only. */
export const rowLabel = ({ unit, label }: Row, { by, rows }: Pick<Rollup, 'by' | 'rows'>): string => {
  if (unit !== null) return label;
  return t(by === 'district' && rows.length === 1 ? 'undivided.no_district' : `undivided.${by}`);
};

/** An answer with what was asked: while the next one is on its way, the screen still says the old period. */
export type Shown = Rollup & { asked: Pick<Filters, 'period' | 'days'> };

/** The period in the language on screen; the server's label is Vietnamese. */
export const periodLabel = ({ period, days }: Pick<Filters, 'period' | 'days'>): string =>
  period === null ? t('period.days', { from: day(days.from), to: day(days.to) }) : periodName(period);
