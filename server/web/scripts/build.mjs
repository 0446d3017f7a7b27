// Builds the phone app, its service worker over the files of it, and the office app beside them, into dist/.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = fileURLToPath(new URL('../dist/', import.meta.url));
const worker = fileURLToPath(new URL('../src/phone/worker/service-worker.ts', import.meta.url));

const hash = (content, algorithm = 'sha256') => createHash(algorithm).update(content).digest('base64');
const addressOf = (name) => (name === 'index.html' ? '/' : `/${name}`);
const withHashes = (names) =>
  Object.fromEntries(names.map((name) => [addressOf(name), `sha256-${hash(readFileSync(dist + name))}`]));
const versionOf = (value) => hash(JSON.stringify(value)).replace(/\W/g, '').slice(0, 10);

/** The guides come later, and apart: what a volunteer needs first is small. */
const isGuide = (name) => /^assets\/[Gg]uide/.test(name);

await build({ root, mode: 'phone' });
const files = readdirSync(dist, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => `${entry.parentPath.slice(dist.length)}/${entry.name}`.replace(/^\//, ''))
  .sort();
const shell = withHashes(files.filter((name) => !isGuide(name)));
const guides = withHashes(files.filter(isGuide));
const built = {
  version: versionOf([shell, readFileSync(worker, 'utf8')]),
  shell,
  guidesVersion: versionOf(guides),
  guides,
};
await build({ root, mode: 'worker', define: { BUILT: JSON.stringify(built) } });
await build({ root, mode: 'office' });
