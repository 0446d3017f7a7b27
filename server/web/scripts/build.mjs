// Builds the phone app, then the office app beside it, into dist/.
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
for (const mode of ['phone', 'office']) await build({ root, mode });
