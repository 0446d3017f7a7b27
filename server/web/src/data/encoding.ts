// Text that survives every messenger, and a sum that notices when it did not. Without crypto.subtle,
// which plain http and old web views do not have.

export const toBase64Url = (text: string): string => {
  const bytes = new TextEncoder().encode(text);
  let binary = '';
  // One by one: thousands of arguments at once overflow the stack of an old phone.
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
};

/** Empty for what was no base64. */
export const fromBase64Url = (encoded: string): string => {
  try {
    const binary = atob(encoded.replace(/-/g, '+').replace(/_/g, '/'));
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(Uint8Array.from(binary, (char) => char.charCodeAt(0)));
  } catch {
    return '';
  }
};

/** CRC-32 as zip counts it, in eight hex digits. */
export const crc32 = (text: string): string => {
  let sum = -1;
  for (const byte of new TextEncoder().encode(text)) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ((sum ^ -1) >>> 0).toString(16).padStart(8, '0');
};
