// What a browser calls itself, in words that people know: pure.
import { t } from './i18n';

const BROWSERS: readonly [RegExp, string][] = [
  [/Zalo/i, 'Zalo'],
  [/FBAN|FBAV/, 'Facebook'],
  [/coc_coc_browser/i, 'Cốc Cốc'],
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/SamsungBrowser/, 'Samsung Internet'],
  [/OPR\/|Opera/, 'Opera'],
  [/Firefox|FxiOS/, 'Firefox'],
  [/Chrome|CriOS/, 'Chrome'],
  [/Safari/, 'Safari'],
];
const SYSTEMS: readonly [RegExp, string][] = [
  [/iPhone|iPod/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/CrOS/, 'ChromeOS'],
  [/Linux/, 'Linux'],
];

const first = (of: readonly [RegExp, string][], label: string): string | undefined => of.find(([pattern]) => pattern.test(label))?.[1];

/** "Chrome trên Android". */
export const deviceName = (label: string): string => {
  const browser = first(BROWSERS, label);
  const system = first(SYSTEMS, label);
  if (browser && system) return t('device.on', { browser, system });
  return browser ?? system ?? t('device.other');
};

const LASTS_DAYS = 90;
/** A sign-in that nobody has renewed for so long cannot be renewed any more. */
export const isRunning = ({ revoked_at, last_seen_at }: { revoked_at: string | null; last_seen_at: string }, nowMs: number): boolean =>
  revoked_at === null && nowMs - Date.parse(last_seen_at) < LASTS_DAYS * 86_400_000;
