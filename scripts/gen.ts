/** Writes the generated registry of procedures from the folder names; `npm run gen`. */
import { readdirSync, writeFileSync } from 'node:fs';
import { procedureFolders, registrySource } from './procedure-registry.ts';

const folder = new URL('../src/shared/procedures/', import.meta.url);
const names = procedureFolders(readdirSync(folder, { withFileTypes: true }));
writeFileSync(new URL('procedures.generated.ts', folder), registrySource(names));
console.log(`procedures.generated.ts: ${names.length} procedures`);
