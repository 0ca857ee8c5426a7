// Builds dist/: the command and the library as a few bundled files, for a process that reads ten files
// begins sooner than one that reads two hundred; and the types that the library shows. They are CommonJS: Node
// loads it sooner than ES modules, and on every version what V8 compiled of it can be kept (src/start.ts).
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { EMOJI } from './emoji.js';
import { loadSource } from './load-source.js';
import { manPage } from './man-page.js';

const { KNOWN_HOSTS } = await loadSource('providers/known-hosts.ts');
const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
const { version, dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** Dependencies that are bundled all the same: nearly every run needs them. */
const BUNDLED = ['chalk', 'dotenv'];

/**
 * What a bundle changes: the version stands in no package.json beside it, yargs' translations lie elsewhere,
 * and what is made at once where it is imported is made when it is used.
 * @type {import('rolldown').Plugin}
 */
const inPlace = {
  name: 'in-place',
  transform(code, id) {
    if (id.endsWith('/src/version.ts')) {
      return `export const readVersion = () => ${JSON.stringify(version)};`;
    }
    // From a chunk's folder.
    if (id.endsWith('/src/inside/bundle.ts')) {
      return replaceOnce(code, "'../../dist/inside.js'", "'../inside.js'");
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
    // They cost a third of the time of a whole start: V8 looks up all emoji to compile an expression, and
    // ICU is loaded for the segmenter. English needs neither.
    if (id.endsWith('/string-width/index.js')) return makeLazy(code);
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

/**
 * @param {string} text
 * @param {string} from
 * @param {string} to
 */
function replaceOnce(text, from, to) {
  if (text.split(from).length !== 2) throw new Error(`not once: ${from}`);
  return text.replace(from, () => to);
}

/** What is always read together becomes one file: the start, and a check. */
const TOGETHER = ['src/cli.ts', 'src/main.ts', 'src/commands/smtp/run-check-command.ts'];

async function bundle() {
  const external = Object.keys(dependencies).filter((name) => !BUNDLED.includes(name));
  /** @type {Map<string, readonly string[]>} */
  const imports = new Map();
  /** @type {import('rolldown').Plugin} */
  const graph = {
    name: 'graph',
    moduleParsed: ({ id, importedIds }) => void imports.set(id, importedIds),
  };
  const build = await rolldown({
    cwd: root,
    input: { cli: 'src/cli.ts', library: 'src/index.ts', start: 'src/start.ts' },
    platform: 'node',
    // One of it is enough, the newest.
    resolve: { alias: { 'string-width': join(root, 'node_modules/string-width/index.js') } },
    external: (id) => external.some((name) => id === name || id.startsWith(`${name}/`)),
    plugins: [inPlace, graph],
  });
  await build.generate();
  const groups = TOGETHER.map((entry, index) => {
    const modules = reachableFrom(join(root, entry), imports);
    const name = basename(entry, '.ts');
    if (entry === 'src/cli.ts') modules.delete(join(root, entry));
    const test = (/** @type {string} */ id) => modules.has(id);
    return { name, test, priority: TOGETHER.length - index };
  });
  const { output } = await build.write({
    dir: dist,
    format: 'cjs',
    minify: true,
    entryFileNames: '[name].cjs',
    strict: true,
    chunkFileNames: 'chunks/[name]-[hash].cjs',
    codeSplitting: { groups },
  });
  await build.close();
  for (const file of output) if (file.type === 'chunk') finish(file);
  writeModule(output);
  writeFileSync(join(dist, IMPORTING), '"use strict";module.exports=(name)=>import(name);\n');
  for (const language of ['en', 'zh_CN']) {
    const file = `locales/${language}.json`;
    cpSync(join(root, 'node_modules/yargs', file), join(dist, file));
  }
  return output.flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
}

/**
 * The library as an ES module, for whoever imports it.
 * @param {readonly import('rolldown').RolldownOutput['output'][number][]} output
 */
function writeModule(output) {
  const library = output.find(({ fileName }) => fileName === 'library.cjs');
  const names = library?.type === 'chunk' ? library.exports : [];
  const text = `import library from './library.cjs';\nexport const { ${names.join(', ')} } = library;\n`;
  writeFileSync(join(dist, 'index.js'), text);
}

/** Imports an ES module for our files, which are no modules to Node: src/start.ts. */
const IMPORTING = 'import-module.cjs';

/** @param {{ fileName: string; name: string; code: string; imports: string[] }} file */
function finish({ fileName, name, code, imports }) {
  const modules = imports.filter((id) => !id.endsWith('.cjs') && !isBuiltin(id));
  // Node 18 can require no ES module.
  if (modules.length > 0) throw new Error(`${fileName}: import ${modules} where it is used`);
  const folder = fileName.includes('/') ? '..' : '.';
  let text = code
    .replace(/\bimport\((`node:\w+`)\)/g, 'Promise.resolve(require($1))')
    .replace(/\bimport\(/g, `require("${folder}/${IMPORTING}")(`);
  if (name === 'rolldown-runtime') text = withoutCopies(text);
  writeFileSync(join(dist, fileName), escapeIn(text));
}

/**
 * What is made for `import util from 'node:util'` copies each property, and to ask whether it is enumerable loads
 * what Node would load with its first use.
 * @param {string} code
 */
function withoutCopies(code) {
  const [made = '', name, module, isNode] =
    /(\w+)=\((\w+),(\w+),\w+\)=>\(\w+=\2==null\?\{\}.*?,\2\)\)/.exec(code) ?? [];
  const isOwn = `${isNode}||!${module}||!${module}.__esModule`;
  const short = `${name}=(${module},${isNode})=>${isOwn}?{__proto__:${module},default:${module}}:${module}`;
  return replaceOnce(code, made, short);
}

/**
 * A file with a single letter beyond Latin-1 takes two bytes a letter in V8, and longer to compile. Where
 * there are few, they are escaped.
 * @param {string} code
 */
function escapeIn(code) {
  const others = code.match(/[^\0-\xff]/g) ?? [];
  if (others.length > code.length / 50) return code;
  const toEscape = (/** @type {string} */ letter) =>
    `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return code.replace(/[^\0-\xff]/g, toEscape);
}

/**
 * @param {string} entry
 * @param {ReadonlyMap<string, readonly string[]>} imports
 */
function reachableFrom(entry, imports) {
  const found = new Set([entry]);
  for (const id of found) for (const next of imports.get(id) ?? []) found.add(next);
  return found;
}

/**
 * The licences of what is bundled, which want to be passed on with it.
 * @param {readonly string[]} moduleIds
 */
function writeLicences(moduleIds) {
  const folders = new Set(
    moduleIds.flatMap((id) => /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1] ?? []),
  );
  const texts = [...folders].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
    const file = readdirSync(folder).find((entry) => /^licen[cs]e(\.\w+)?$/i.test(entry));
    const text = file ? readFileSync(`${folder}/${file}`, 'utf8').trim() : '';
    return `${name} ${version} (${license})\n\n${text}\n`;
  });
  writeFileSync(join(dist, 'THIRD-PARTY-LICENSES.txt'), texts.join(`\n${'-'.repeat(80)}\n\n`));
}

/**
 * What CommonJS takes: a small bundle that imports the rest when something is run, and declarations of its
 * own, for TypeScript.
 */
async function writeCommonJs() {
  const build = await rolldown({
    cwd: root,
    input: { index: 'src/commonjs.ts' },
    platform: 'node',
    plugins: [
      inPlace,
      {
        name: 'rest-from-library',
        resolveDynamicImport: () => ({ id: './index.js', external: true }),
      },
    ],
  });
  await build.write({ file: join(dist, 'index.cjs'), format: 'cjs', minify: true });
  await build.close();
  for (const entry of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
    if (!entry.endsWith('.d.ts')) continue;
    const text = readFileSync(join(dist, entry), 'utf8');
    const renamed = text.replace(/(from '\.[^']+)\.js'/g, "$1.cjs'");
    writeFileSync(join(dist, entry.replace(/\.d\.ts$/, '.d.cts')), renamed);
  }
}

/** The program that is run inside containers: one module, for it is run from memory. */
async function writeInside() {
  const build = await rolldown({
    cwd: root,
    input: { inside: 'src/inside/serve.ts' },
    platform: 'node',
    plugins: [inPlace],
  });
  await build.write({
    file: join(dist, 'inside.js'),
    format: 'esm',
    minify: true,
    codeSplitting: false,
  });
  await build.close();
  // It has no file of its own to start from, when it asks for a module of Node's.
  const file = join(dist, 'inside.js');
  writeFileSync(file, readFileSync(file, 'utf8').replaceAll('import.meta.url', '"file:///"'));
}

/** Keeps the declarations that `index.d.ts` leads to. */
function pruneDeclarations() {
  const kept = new Set();
  /** @param {string} file */
  const keep = (file) => {
    if (kept.has(file) || !existsSync(file)) return;
    kept.add(file);
    for (const [, path = ''] of readFileSync(file, 'utf8').matchAll(/from '(\.[^']+)\.js'/g)) {
      keep(join(dirname(file), `${path}.d.ts`));
    }
  };
  keep(join(dist, 'index.d.ts'));
  for (const entry of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
    const file = join(dist, entry);
    if (entry.endsWith('.d.ts') && !kept.has(file)) rmSync(file);
  }
}

rmSync(dist, { recursive: true, force: true });
execFileSync('npx', ['--no-install', 'tsc', '-p', 'tsconfig.build.json'], {
  cwd: root,
  stdio: 'inherit',
  shell: process.platform === 'win32',
});
writeLicences(await bundle());
writeFileSync(join(dist, 'tailchat-smtp.1'), await manPage(version));
pruneDeclarations();
await writeCommonJs();
await writeInside();
