// The same hash of a session's content as the server's (server/sessions/content.py); the vectors
// in tests/golden hold the two together.

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

const composed = (value: unknown): unknown => {
  if (typeof value === 'string') return value.normalize('NFC');
  if (Array.isArray(value)) return value.map(composed);
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key.normalize('NFC'), composed(inner)] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
};

/** Sorted keys, composed strings, no spaces, without `client`. */
export const canonical = (body: unknown): string => {
  const { client: _, ...own } = isObject(body) ? body : {};
  return JSON.stringify(composed(own));
};

/** Of the frozen text; null where the browser has no way (plain http on a local network). */
export const hashOf = async (text: string): Promise<string | null> => {
  if (!globalThis.crypto?.subtle) return null;
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(canonical(JSON.parse(text))));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
};
