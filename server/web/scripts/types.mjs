// Writes src/api/schema.d.ts from the server's committed API document.
import { readFileSync, writeFileSync } from 'node:fs';
import openapiTS, { astToString } from 'openapi-typescript';

const source = new URL('../../openapi.json', import.meta.url);
const target = new URL('../src/api/schema.d.ts', import.meta.url);
const notice = '// Generated from ../../../openapi.json by scripts/types.mjs; do not edit.\n';

const document = JSON.parse(readFileSync(source, 'utf8'));
// A body may leave out what has a default.
const types = await openapiTS(document, { defaultNonNullable: false });
writeFileSync(target, notice + astToString(types));
