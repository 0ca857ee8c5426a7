// What comes with the command, installed or bundled: its licences must be ones that can be passed on
// with MIT, and nothing of it may run while it is installed. Reads the lockfile, asks nobody.
import { readFileSync } from 'node:fs';

const PERMISSIVE = ['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'MIT-0', '0BSD'];
/** Either of two will do: one of them is on the list. */
const CHOICE = /^\(?(.+?) OR .+\)?$/;

/** @type {{ packages: Record<string, { version: string, license?: string, dev?: boolean, hasInstallScript?: boolean }> }} */
const { packages } = JSON.parse(
  readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'),
);
const bundled = readFileSync(new URL('../dist/THIRD-PARTY-LICENSES.txt', import.meta.url), 'utf8');

const bad = [];
const counts = new Map();
for (const [path, { version, license = '', dev = false, hasInstallScript }] of Object.entries(
  packages,
)) {
  const name = path.split('node_modules/').at(-1) ?? '';
  const isShipped = path !== '' && (!dev || bundled.includes(`${name} ${version} (`));
  if (!isShipped) continue;
  const chosen = CHOICE.exec(license)?.[1] ?? license;
  counts.set(license, (counts.get(license) ?? 0) + 1);
  if (!PERMISSIVE.includes(chosen)) bad.push(`${name} ${version}: ${license || 'no licence'}`);
  if (hasInstallScript) bad.push(`${name} ${version} runs a script when it is installed`);
}
const listed = [...counts].map(([license, count]) => `${count} × ${license}`).join(', ');
console.log(`licences of what is shipped: ${listed}`);
for (const line of bad) console.error(line);
process.exitCode = bad.length > 0 ? 1 : 0;
