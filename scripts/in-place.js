// What a bundle changes in the modules that it is made of.
import { readFileSync } from 'node:fs';
import { EMOJI } from './emoji.js';
import { loadSource } from './load-source.js';
import { replaceOnce } from './replace-once.js';

const { KNOWN_HOSTS } = await loadSource('providers/known-hosts.ts');
const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

/**
 * What a bundle changes: the version stands in no package.json beside it, yargs' translations lie elsewhere,
 * and what is made at once where it is imported is made when it is used.
 * @type {import('rolldown').Plugin}
 */
export const inPlace = {
  name: 'in-place',
  transform(code, id) {
    if (id.endsWith('/src/version.ts')) {
      return `export const readVersion = () => ${JSON.stringify(version)};`;
    }
    // All that it needs is in its own file.
    if (id.endsWith('/src/start.ts')) {
      const made = `const readVersion = () => ${JSON.stringify(version)};`;
      return replaceOnce(code, "import { readVersion } from './version.js';", made);
    }
    // From a chunk's folder.
    if (id.endsWith('/src/inside/bundle.ts')) {
      return replaceOnce(code, "'../../dist/'", "'../'");
    }
    if (id.endsWith('/src/providers/known-hosts.ts')) return putInHosts(code);
    // What it would take from the web brings node:http, https and zlib. No mail of ours does.
    if (id.endsWith('/nodemailer/dist/esm/shared/index.js')) {
      return replaceOnce(
        code,
        "import nmfetch from '../fetch/index.js'",
        'const nmfetch = undefined',
      );
    }
    // A list of a thousand file types, for attachments: no mail of ours has any.
    if (id.endsWith('/nodemailer/dist/esm/mime-funcs/mime-types.js')) {
      return "export const detectMimeType = () => 'application/octet-stream';\nexport const detectExtension = () => 'bin';";
    }
    // All of node-forge's TLS, PKCS #7 and #12 come with its index: a certificate wants none of it.
    if (id.endsWith('/node-forge/lib/index.js')) {
      const parts = ['pki', 'sha256'].map((name) => `require('./${name}');`);
      return `${parts.join('')}module.exports = require('./forge');`;
    }
    // Nor are its keys encrypted: without these parts go RC2, PBKDF2 and half of PKCS #7, too.
    if (id.endsWith('/node-forge/lib/pki.js')) {
      const parts = ['pbe', 'pbkdf2', 'pkcs12'];
      return parts.reduce((rest, part) => replaceOnce(rest, `require('./${part}');`, ''), code);
    }
    // They cost a third of the time of a whole start: V8 looks up all emoji to compile an expression, and
    // ICU is loaded for the segmenter. English needs neither.
    if (id.endsWith('/string-width/index.js')) return makeLazy(code);
    // What has no colours is copied letter by letter, with two look-ups for each.
    if (id.endsWith('/wrap-ansi/index.js')) {
      const joined = "const preString = rows.join('\\n');";
      const escapes = 'preString.includes("\\u001B") || preString.includes("\\u009B")';
      return replaceOnce(code, joined, `${joined} if (!(${escapes})) return preString;`);
    }
    // It refuses versions of Node that it runs on.
    if (id.endsWith('/yargs-parser/build/lib/index.js')) {
      return withoutRequire(replaceOnce(code, ': 20;', ': 18;'));
    }
    // For each command that runs, yargs lays out its help, in case of a failure: ours shows none then.
    if (id.endsWith('/yargs/build/lib/command.js')) {
      return replaceOnce(code, 'getUsageInstance().cacheHelpMessage()', 'getUsageInstance()');
    }
    // For settings that extend others from a package: CommonJS has no such function, and we no such settings.
    if (id.endsWith('/yargs/build/lib/utils/apply-extends.js')) {
      return replaceOnce(code, 'import.meta.resolve(config.extends)', 'config.extends');
    }
    if (!id.endsWith('/yargs/lib/platform-shims/esm.mjs')) return null;
    const placed = replaceOnce(code, "'../../../locales'", "'../../locales'");
    // A fortieth of a start goes into loading the real ones. They compare what a program says of its options.
    const asserting = replaceOnce(
      withoutRequire(placed),
      "import { notStrictEqual, strictEqual } from 'assert'",
      `const strictEqual = (is, wanted, message) => { if (is !== wanted) throw new Error(message); };
       const notStrictEqual = (is, other, message) => { if (is === other) throw new Error(message); };`,
    );
    // The folder that a person is in may have been removed.
    return replaceOnce(asserting, 'mainFilename || process.cwd()', 'dirname(__dirname)');
  },
};

/**
 * It is for settings in files of other packages: we have none.
 * @param {string} code
 */
function withoutRequire(code) {
  const imported = "import { createRequire } from 'node:module'";
  return replaceOnce(code, imported, 'const createRequire = () => undefined');
}

/**
 * The list of hosts in place of all providers.
 * @param {string} code
 */
function putInHosts(code) {
  const [made = ''] = /PROVIDERS\.map\([^;]*\)/.exec(code) ?? [];
  const withoutImport = replaceOnce(code, "import { PROVIDERS } from './index.js';", '');
  return replaceOnce(withoutImport, made, JSON.stringify(KNOWN_HOSTS));
}

/** @param {string} code */
function makeLazy(code) {
  let lazy = code;
  for (const name of ['segmenter', 'visibleCharacterRegex', 'spacingMarkRegex', 'rgiEmojiRegex']) {
    const [line = '', value = ''] = new RegExp(`^const ${name} = (.*);$`, 'm').exec(lazy) ?? [];
    // Node 18 does not know the flag `v`: of these expressions only the one for emoji needs it.
    const made = name === 'rgiEmojiRegex' ? `/${EMOJI}/u` : value.replace(/\/v$/, '/u');
    lazy = replaceOnce(
      lazy,
      line,
      `let ${name}Once; const ${name} = () => (${name}Once ??= ${made});`,
    );
    lazy = lazy.replaceAll(new RegExp(`(?<!const )\\b${name}\\b(?=[.)])`, 'g'), `${name}()`);
  }
  return lazy;
}
