import { readFile } from 'node:fs/promises';

/** The program that is run inside containers: one module, made by the build. */
export async function readBundle(): Promise<string> {
  return await readFile(new URL('../../dist/inside.js', import.meta.url), 'utf8');
}
