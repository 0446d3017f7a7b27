import { expect, test } from 'vitest';
import { storeOver } from '../store/open';
import { passing } from '../store/shelf';
import { oneEach } from './oneEach';

test('of one person one run at a time; another does not wait for it', async () => {
  const [lan, binh] = [storeOver(passing()), storeOver(passing())];
  const begun: unknown[] = [];
  const run = oneEach(async (from) => {
    begun.push(from);
    if (from === lan) await new Promise(() => {});
  });
  void run(lan);
  void run(lan);
  await run(binh);
  await run(binh);
  expect(begun).toEqual([lan, binh, binh]);
});
