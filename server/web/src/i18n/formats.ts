// The formatters in the language on screen; a component that calls one re-renders with it.
import { locale } from './index';
import * as format from './format';

export const number = (n: number): string => format.formatNumber(n, locale.value);
export const percent = (numerator: number, denominator: number): string =>
  format.formatPercent(numerator, denominator, locale.value);
export const period = (code: string): string => format.formatPeriod(code, locale.value);
export const day = format.formatDay;
export const longDay = (iso: string): string => format.formatLongDay(iso, locale.value);
export const shortDay = format.formatShortDay;
export const time = format.formatTime;
export const instant = format.formatInstant;
