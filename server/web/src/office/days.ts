// Days as they are typed: day, month, year, however these are kept apart.
const TYPED = /^(\d{1,2})[/.\-\s](\d{1,2})[/.\-\s](\d{4}|\d{2})$/;
const TOGETHER = /^(\d{2})(\d{2})(\d{4})$/;
const NO_YEAR = /^(\d{1,2})[/.\-\s](\d{1,2})[/.\-\s]?$/;
const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;

/** As the API has it, or nothing while it is no day. */
export const dayTyped = (text: string): string => {
  const typed = text.trim();
  const iso = ISO.exec(typed);
  const [, day = '', month = '', year = ''] = iso ? [iso[0], iso[3], iso[2], iso[1]] : (TYPED.exec(typed) ?? TOGETHER.exec(typed) ?? []);
  const found = `${year.length === 2 ? '20' : ''}${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const at = new Date(`${found}T00:00:00Z`);
  return ISO.test(found) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(found) ? found : '';
};

/** Of a day without its year, the one that was last, where it must not lie after `max`; else this year's. */
export const dayOfYear = (text: string, today: string, max?: string): string => {
  const [, day, month] = NO_YEAR.exec(text.trim()) ?? [];
  if (!day) return '';
  const newest = Number((max || today).slice(0, 4));
  // 29/02 is there every four years, and was not in 1900.
  const years = max ? Array.from({ length: 8 }, (_, ago) => newest - ago) : [newest];
  return years.map((year) => dayTyped(`${day}/${month}/${year}`)).find((found) => found && (!max || found <= max)) ?? '';
};

/** As it is written: 05/10/2026. */
export const dayWritten = (iso: string): string => iso.split('-').reverse().join('/');

/** With the strokes that who types digits alone leaves out, and not twice for who types them too;
 * `before` is what stood there. */
export const withStrokes = (text: string, before: string): string => {
  if (before.endsWith('/') && [`${before}/`, `${before}.`, `${before}-`, `${before} `].includes(text)) return before;
  return text.startsWith(before) && /^(\d{2}|\d{2}\/\d{2})$/.test(text) ? `${text}/` : text;
};
