/** Blank sheets to print, under the page where they are entered. */
export const PRINT_PATH = '/in';
