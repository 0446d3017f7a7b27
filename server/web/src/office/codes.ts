/** Receipts and phone numbers, which are read out and compared: "B-7KQ2M-4TXWA", "0912 345 678". */
const CODE = /(B-[0-9A-Z]{5}-[0-9A-Z]{5}|\b0\d{3} \d{3} \d{3}\b)/;

/** "gọi 0912 345 678." -> ["gọi ", "0912 345 678", "."]: every other part is a code. */
export const codeParts = (text: string): string[] => text.split(CODE);
