// A comparison's numbers as they are read.
import type { ComparedRow, Comparison } from '../../api/types';
import { commonVi } from '../../i18n';
import { day, number, percent } from '../../i18n/formats';
import { t } from './i18n';
import { signed, type Per } from './figures';

/** Where numbers come from, as it was written when they were brought in; what the demonstration made up says so in the
 *  reader's language. */
export const sourceText = (source: string): string => (source === commonVi['app.demo'] ? t('app.demo') : source);

type Said = Pick<Comparison, 'per' | 'scale'>;

/** Always with its decimal, so that figures under each other line up. */
export const rate = (value: number): string => {
  const tenths = Math.round(Math.abs(value) * 10);
  const decimal = number(0.5).charAt(1);
  return `${value < 0 ? '−' : ''}${number(Math.floor(tenths / 10))}${decimal}${tenths % 10}`;
};

export const isShare = ({ per, scale }: Said): boolean => per === null && scale === 100;

type Valued = Pick<ComparedRow, 'value' | 'numerator' | 'denominator'>;

export const valueText = ({ value, numerator, denominator }: Valued, said: Said): string => {
  if (value === null) return '—';
  if (isShare(said)) return `${number(numerator)}/${number(denominator ?? 0)}  ${percent(numerator, denominator ?? 0)}`;
  if (said.per === null) return number(numerator);
  return value < 0.05 && numerator > 0 ? `<${rate(0.1)}` : rate(value);
};

/** A value that no row has, as the median may be. */
export const plainValue = (value: number | null, said: Said): string => {
  if (value === null) return '—';
  if (isShare(said)) return value === 0 || value === 100 ? `${value}%` : `${rate(value)}%`;
  return said.per === null && Number.isInteger(value) ? number(value) : rate(value);
};

/** The figure of then, told as the one of now is. */
export const baseText = (then: ComparedRow['before'], said: Said): string => {
  if (then === null) return '—';
  const { numerator, denominator } = then;
  if (isShare(said)) return denominator === null ? '—' : percent(numerator, denominator);
  if (said.per === null) return number(numerator);
  return denominator === null ? '—' : valueText({ numerator, denominator, value: (numerator * said.scale) / denominator }, said);
};

/** Per cent of what was counted, or points of a share; nothing where too little was counted then. */
export const changeText = (change: ComparedRow['before']): string => {
  if (change === null) return '—';
  if (change.kind === 'points') return t('change.points', { n: signed(change.difference, rate) });
  return change.percent === null ? '—' : `${signed(change.percent, rate)}%`;
};

/** What a figure is out of. */
const baseOf = ({ per, cell }: Pick<Comparison, 'per' | 'cell'>) => per ?? (cell === 'active_teams' ? 'teams' : cell === 'on_time' ? 'sessions' : 'hamlets');

/** "dưới 1.000 dân": what makes the figure shaky. */
export const smallText = (answer: Comparison): string => t(`small.${baseOf(answer)}`, { n: answer.small_under ?? 0 });

export const perText = (per: Per | null): string => t(per === null ? 'per.none' : `per.${per}`);

export const daysText = ({ from, to }: Comparison['before']): string => t('period.days', { from: day(from), to: day(to) });
