// Prints what a phone downloads before it can work, and fails when that grows too large.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const AIM_KB = 60;
const LIMIT_KB = 80;
const dist = fileURLToPath(new URL('../dist/', import.meta.url));
const gzipped = (name) => gzipSync(readFileSync(dist + name), { level: 9 }).length / 1000;
const wanted = (page) => [
  page,
  ...[...readFileSync(dist + page, 'utf8').matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map((m) => m[1]),
];

const total = (page) => {
  const files = wanted(page);
  for (const name of files) console.log(`  ${gzipped(name).toFixed(1).padStart(6)} kB  ${name}`);
  const sum = files.reduce((kb, name) => kb + gzipped(name), 0);
  console.log(`  ${sum.toFixed(1).padStart(6)} kB gzipped, ${files.length} requests: ${page}`);
  return { sum, requests: files.length };
};

const phone = total('index.html');
total('office.html');
const fonts = readdirSync(dist + 'assets').filter((name) => name.endsWith('.woff2'));
console.log(`  office fonts: ${fonts.length} files`);
if (phone.sum > AIM_KB) console.warn(`phone shell is over its aim of ${AIM_KB} kB`);
if (phone.sum > LIMIT_KB || phone.requests > 3) {
  console.error(`phone shell: at most ${LIMIT_KB} kB and 3 requests`);
  process.exit(1);
}
