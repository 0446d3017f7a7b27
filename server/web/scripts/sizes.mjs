// Prints what a phone, and the office, download before they can work and what they fetch later, and fails
// when the first grows too large. What belongs to the phone stands in its service worker's list.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const AIM_KB = 60;
const LIMIT_KB = 80;
const MOST_REQUESTS = 3;
const dist = fileURLToPath(new URL('../dist/', import.meta.url));
const gzipped = (name) => gzipSync(readFileSync(dist + name), { level: 9 }).length / 1000;
const line = (kb, text) => console.log(`  ${kb.toFixed(1).padStart(6)} kB  ${text}`);
const sumOf = (names) => names.reduce((kb, name) => kb + gzipped(name), 0);
const wanted = (page) => [
  page,
  ...[...readFileSync(dist + page, 'utf8').matchAll(/(?:src|href)="\/(assets\/[^"]+\.(?:js|css))"/g)].map((m) => m[1]),
];

const total = (page) => {
  const files = wanted(page);
  for (const name of files) line(gzipped(name), name);
  line(sumOf(files), `together, gzipped, ${files.length} requests: ${page}`);
  return { kb: sumOf(files), files };
};

const phone = total('index.html');
const office = total('office.html');
const worker = readFileSync(dist + 'sw.js', 'utf8');
const later = readdirSync(dist + 'assets')
  .map((name) => `assets/${name}`)
  .filter((name) => worker.includes(name) && !phone.files.includes(name));
const guides = later.filter((name) => /^assets\/[Gg]uide/.test(name));
const screens = later.filter((name) => !guides.includes(name));
line(sumOf(screens), `${screens.length} files when a screen is opened, kept for use without signal`);
line(sumOf(guides), `${guides.length} files of guides, kept apart`);
line(gzipped('sw.js'), 'service worker');
const ofOffice = readdirSync(dist + 'assets')
  .map((name) => `assets/${name}`)
  .filter((name) => /\.(js|css)$/.test(name) && ![...phone.files, ...later, ...office.files].includes(name));
line(sumOf(ofOffice), `${ofOffice.length} files of the office when a screen is opened`);
const fonts = readdirSync(dist + 'assets').filter((name) => name.endsWith('.woff2'));
console.log(`  office fonts: ${fonts.length} files`);

for (const [name, { kb, files }] of Object.entries({ phone, office })) {
  if (kb > AIM_KB) console.warn(`${name} shell is over its aim of ${AIM_KB} kB`);
  if (kb > LIMIT_KB || files.length > MOST_REQUESTS) {
    console.error(`${name} shell: at most ${LIMIT_KB} kB and ${MOST_REQUESTS} requests`);
    process.exitCode = 1;
  }
}
