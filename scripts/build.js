// Builds dist/: the command and the library as a few bundled files, for a process that reads ten files
// begins sooner than one that reads two hundred; and the types that the library shows. They are CommonJS: Node
// loads it sooner than ES modules, and on every version what V8 compiled of it can be kept (src/start.ts).
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { finishChunk, IMPORTING } from './finish-chunk.js';
import { inPlace } from './in-place.js';
import { manPage } from './man-page.js';
import { SCREENED, screenPatterns } from './screen-patterns.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
const types = join(dist, 'types');
const { version, dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** Dependencies that are bundled all the same: nearly every run needs them. */
const BUNDLED = ['chalk', 'dotenv'];

/** What is always read together becomes one file: the start, and a check. */
const TOGETHER = ['src/cli.ts', 'src/main.ts', 'src/commands/smtp/run-check-command.ts'];

async function bundle() {
  const external = Object.keys(dependencies).filter((name) => !BUNDLED.includes(name));
  /** @type {Map<string, readonly string[]>} */
  const imports = new Map();
  /** @type {Map<string, readonly string[]>} */
  const allImports = new Map();
  /** @type {import('rolldown').Plugin} */
  const graph = {
    name: 'graph',
    moduleParsed: ({ id, importedIds, dynamicallyImportedIds }) => {
      imports.set(id, importedIds);
      allImports.set(id, [...importedIds, ...dynamicallyImportedIds]);
    },
  };
  const build = await rolldown({
    cwd: root,
    input: {
      cli: 'src/cli.ts',
      library: 'src/index.ts',
      start: 'src/start.ts',
      inside: 'src/inside/serve.ts',
    },
    platform: 'node',
    // One of it is enough, the newest.
    resolve: { alias: { 'string-width': join(root, 'node_modules/string-width/index.js') } },
    external: (id) => external.some((name) => id === name || id.startsWith(`${name}/`)),
    plugins: [inPlace, screenPatterns, graph],
  });
  await build.generate();
  const groups = TOGETHER.map((entry, index) => {
    const modules = reachableFrom(join(root, entry), imports);
    const name = basename(entry, '.ts');
    if (entry === 'src/cli.ts') {
      modules.delete(join(root, entry));
      // With what uses it would come what is not wanted yet.
      modules.add(SCREENED);
    }
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
  const chunks = output.flatMap((file) => (file.type === 'chunk' ? [file] : []));
  for (const file of chunks) writeFileSync(join(dist, file.fileName), finishChunk(file, chunks));
  writeModule(output);
  listInside(output, reachableFrom(join(root, 'src/inside/serve.ts'), allImports));
  writeFileSync(join(dist, IMPORTING), '"use strict";module.exports=(name)=>import(name);\n');
  const locale = 'locales/en.json';
  cpSync(join(root, 'node_modules/yargs', locale), join(dist, locale));
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

/**
 * Which files make the program that is run inside containers (src/inside/bundle.ts): those that hold what it uses, and
 * what they cannot do without.
 * @param {readonly import('rolldown').RolldownOutput['output'][number][]} output
 * @param {ReadonlySet<string>} used
 */
function listInside(output, used) {
  const chunks = output.flatMap((file) => (file.type === 'chunk' ? [file] : []));
  const needed = new Set(
    chunks
      .filter(({ isEntry, fileName }) => !isEntry || fileName === 'inside.cjs')
      .filter(({ moduleIds }) => moduleIds.some((id) => used.has(id)))
      .map(({ fileName }) => fileName),
  );
  for (const name of needed) {
    const chunk = chunks.find(({ fileName }) => fileName === name);
    for (const next of chunk?.imports ?? []) if (next.endsWith('.cjs')) needed.add(next);
  }
  writeFileSync(join(dist, 'inside.json'), JSON.stringify([...needed]));
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

/** What CommonJS takes: a small bundle that imports the rest when something is run. */
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
}

/**
 * Keeps the declarations that the library's own leads to, once for both kinds of modules: TypeScript takes them for those of
 * CommonJS, which a module of either kind may import.
 */
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
  keep(join(types, 'index.d.ts'));
  for (const entry of readdirSync(types, { recursive: true, encoding: 'utf8' })) {
    const file = join(types, entry);
    if (entry.endsWith('.d.ts') && !kept.has(file)) rmSync(file);
  }
  writeFileSync(join(types, 'package.json'), '{ "type": "commonjs" }\n');
  writeFileSync(join(dist, 'index.d.ts'), "export * from './types/index.js';\n");
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
