// A session's fields and what was said of it, in words.
import { localDay } from '../../i18n/format';
import { shortDay, time } from '../../i18n/formats';
import { today, yesterday } from '../../data/clock';
import { serviceName, termName, unbroken } from '../../data/catalogue';
import { formField } from '../form/marks';
import { t } from '../i18n';
import { vi } from '../i18n/vi';

const isKey = (key: string): key is keyof typeof vi & `field.${string}` => key in vi;

/** "services.edongthap.completed" -> "e‑Dongthap, thành công". */
export const fieldName = (named: string): string => {
  const field = formField(named);
  const [name = '', code, part] = field.split('.');
  if (name === 'services' && code) {
    const service = serviceName(code);
    return part === 'completed' ? t('form.completed_of', { service }) : part ? t('form.assisted_of', { service }) : service;
  }
  const key = `field.${name}`;
  return isKey(key) ? t(key) : name;
};

/** "14:05", "14:05 hôm qua", "14:05 ngày 19/11": how old a number is. */
export const whenSaid = (at: string): string => {
  const said = localDay(at);
  if (said === today()) return time(at);
  return said === yesterday() ? t('when.yesterday', { time: time(at) }) : t('when.day', { time: time(at), day: shortDay(said) });
};
export const quoted = (words: string): string => `“${unbroken(words.trim())}”`;
export const reasonsText = (reasons: readonly string[]): string => reasons.map((reason) => termName('reasons', reason)).join(' · ');
