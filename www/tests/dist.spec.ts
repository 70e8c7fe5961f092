/** What is served, as files. */
import { readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));
const FOLDERS = [
  fileURLToPath(new URL('../../', import.meta.url)),
  process.env['CARGO_HOME'] ?? join(homedir(), '.cargo'),
  process.env['RUSTUP_HOME'] ?? join(homedir(), '.rustup'),
];

it('names no folder of the machine that built it', () => {
  const files = readdirSync(DIST, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  expect(files.some(({ name }) => name.endsWith('.wasm'))).toBe(true);
  const telling = files
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((file) => FOLDERS.some((folder) => readFileSync(file).includes(folder)));
  expect(telling).toEqual([]);
});
