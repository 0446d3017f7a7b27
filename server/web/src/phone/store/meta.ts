// Single facts by name.
import type { Meta } from './schema';
import type { Shelf } from './shelf';

export const metaIn = (shelf: Shelf) => ({
  get: async <Key extends keyof Meta & string>(key: Key): Promise<Meta[Key] | undefined> => (await shelf.get('meta', key))?.value as Meta[Key] | undefined,
  set: <Key extends keyof Meta & string>(key: Key, value: Meta[Key]): Promise<void> => shelf.change(['meta'], (inside) => inside.put('meta', { key, value })),
});
