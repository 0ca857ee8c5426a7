// Looks for regular expressions in the program for which a text can be made that takes them
// longer than its length accounts for (ReDoS, OWASP). Fails where one is proven that is not listed.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'acorn';
import { check } from 'recheck';

const root = fileURLToPath(new URL('..', import.meta.url));
// Inside the project, where the modules find what they import.
const DIST = mkdtempSync(join(root, 'node_modules/.check-regexps-'));
process.on('exit', () => rmSync(DIST, { recursive: true, force: true }));
execFileSync(
  'npx',
  [
    '--no-install',
    'tsc',
    '-p',
    'tsconfig.build.json',
    '--emitDeclarationOnly',
    'false',
    '--declaration',
    'false',
    '--outDir',
    DIST,
  ],
  { cwd: root, stdio: 'inherit' },
);
// Long alternatives of words are not decided in any time. Their repetitions are bounded, and tests
// measure how long they take: test/unit/providers, test/unit/smtp/rules.
const TIMEOUT_MS = 400;

/** Those that are kept, and why: the expression's own words. */
const KEPT = [
  [
    String.raw`\s*\b[^@\s]+@\S+\b\s*`,
    "nodemailer 6.7.8's own, of which the reading must be the same",
  ],
  [String.raw`(?:\s|\\?["'`, 'a URI has at most 64 KiB; a test measures the worst of them'],
];

/** @typedef {{ pattern: string, flags: string }} RegExpToken */
/** @typedef {{ place: string, pattern: string, flags: string }} Expression */

/**
 * Every expression that stands in a file, with its place.
 * @param {string} file
 */
function literalsOf(file) {
  /** @type {Expression[]} */
  const found = [];
  parse(readFileSync(join(DIST, file), 'utf8'), {
    ecmaVersion: 'latest',
    sourceType: 'module',
    locations: true,
    onToken: ({ type, loc, ...token }) => {
      if (type.label !== 'regexp' || !('value' in token)) return;
      const { pattern, flags } = /** @type {RegExpToken} */ (token.value);
      found.push({ place: `${file}:${loc?.start.line}`, pattern, flags });
    },
  });
  return found;
}

/**
 * Every expression that is put together while the modules are loaded.
 * @param {readonly string[]} files
 */
async function builtBy(files) {
  /** @type {Expression[]} */
  const found = [];
  const { RegExp: Original } = globalThis;
  globalThis.RegExp = new Proxy(Original, {
    construct(target, [pattern, flags = '']) {
      found.push({ place: 'put together', pattern: pattern.source ?? String(pattern), flags });
      return Reflect.construct(target, [pattern, flags]);
    },
  });
  // The entry would run the command.
  for (const file of files) if (file !== 'cli.js') await import(join(DIST, file));
  const { SAYINGS } = await import(join(DIST, 'diagnosis/rules/words/says.js'));
  // Each is put together when it is asked for.
  for (const { pattern } of SAYINGS) if (!pattern) throw new Error('no pattern');
  globalThis.RegExp = Original;
  return found;
}

const files = readdirSync(DIST, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.js'),
);
const all = [...files.flatMap(literalsOf), ...(await builtBy(files))];
const distinct = [...new Map(all.map((one) => [`${one.pattern}/${one.flags}`, one])).values()];
const counts = { safe: 0, vulnerable: 0, unknown: 0 };
let bad = 0;
for (const { place, pattern, flags } of distinct) {
  const result = await check(pattern, flags, { timeout: TIMEOUT_MS, checker: 'automaton' });
  counts[result.status] += 1;
  const isKept = KEPT.some(([words]) => pattern.includes(String(words)));
  if (result.status !== 'vulnerable' || isKept) continue;
  bad += 1;
  console.error(`${place}: ${result.complexity.summary}: /${pattern}/${flags}`);
}
console.log(
  `${distinct.length} expressions: ${counts.safe} proven safe, ${counts.vulnerable} kept or bad, ` +
    `${counts.unknown} not decided in ${TIMEOUT_MS} ms`,
);
process.exitCode = bad > 0 ? 1 : 0;
