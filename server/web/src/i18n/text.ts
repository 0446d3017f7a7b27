// Vietnamese words searched, and put into sentences.

/** Folds accents and đ, so that "lap vo" finds "Lấp Vò". */
export const fold = (text: string): string =>
  text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/[đĐ]/g, 'd').toLowerCase().trim();

/** "Ấp 1, xã Lấp Vò" -> "ấp 1, xã Lấp Vò", for the middle of a sentence. */
export const inside = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);
/** "tháng 11/2026" -> "Tháng 11/2026", where it stands alone. */
export const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
