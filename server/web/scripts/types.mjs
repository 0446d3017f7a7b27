// Writes src/api/schema.d.ts from the server's committed API document.
import { existsSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import openapiTS, { astToString } from 'openapi-typescript';

const source = new URL('../../openapi.json', import.meta.url);
const target = new URL('../src/api/schema.d.ts', import.meta.url);
const nothing = { openapi: '3.0.3', info: { title: '', version: '0' }, paths: {} };

const document = existsSync(source) ? JSON.parse(await readFile(source, 'utf8')) : nothing;
const notice = '// Generated from ../../../openapi.json by scripts/types.mjs; do not edit.\n';
writeFileSync(target, notice + astToString(await openapiTS(document)));
