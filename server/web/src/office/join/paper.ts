// An A4 page of cards, in millimetres: pure. The same numbers stand in sheet.css.
const [WIDTH, HEIGHT, EDGE] = [210, 297, 10];
const [COLUMNS, ROWS] = [2, 4];
/** From the edge of the paper, where few printers print, to where the cards begin. */
const [FROM, TO] = [4, 8];

export const CARDS_A_PAGE = COLUMNS * ROWS;

export const inPages = <Item>(items: readonly Item[]): Item[][] =>
  Array.from({ length: Math.ceil(items.length / CARDS_A_PAGE) }, (_, page) => items.slice(page * CARDS_A_PAGE, (page + 1) * CARDS_A_PAGE));

const cuts = (whole: number, parts: number): number[] => Array.from({ length: parts + 1 }, (_, i) => EDGE + (i * (whole - 2 * EDGE)) / parts);

/** Short lines in the margin at every cut: a ruler laid from one to its opposite does the rest. */
export const cutMarks = [
  ...cuts(WIDTH, COLUMNS).flatMap((x) => [`M${x} ${FROM}V${TO}`, `M${x} ${HEIGHT - FROM}V${HEIGHT - TO}`]),
  ...cuts(HEIGHT, ROWS).flatMap((y) => [`M${FROM} ${y}H${TO}`, `M${WIDTH - FROM} ${y}H${WIDTH - TO}`]),
].join('');
