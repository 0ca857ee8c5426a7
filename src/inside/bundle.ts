import { readFile } from 'node:fs/promises';

/** The built files. `scripts/build.js` changes the path to their place. */
const DIST = new URL('../../dist/', import.meta.url);

/**
 * The program for containers: one ES module, made from the files of the command itself. It runs from memory, and has no file of
 * its own to start from when it asks for a module of Node's.
 */
export async function readBundle(): Promise<string> {
  const files = JSON.parse(await readFile(new URL('inside.json', DIST), 'utf8')) as string[];
  const modules = await Promise.all(
    files.map(async (file) => {
      const code = await readFile(new URL(file, DIST), 'utf8');
      return `${JSON.stringify(nameOf(file))}(exports,require,module,__filename){${code}\n}`;
    }),
  );
  return `import { createRequire } from 'node:module';
const ofNode = createRequire('file:///');
const modules = {${modules.join(',\n')}};
const loaded = new Map();
const load = (name) => {
  const known = loaded.get(name);
  if (known) return known.exports;
  const module = { exports: {} };
  loaded.set(name, module);
  modules[name](module.exports, (id) => (id[0] === '.' ? load(id.replace(/^.*\\//, '')) : ofNode(id)), module, '/' + name);
  return module.exports;
};
export const { serve } = load('inside.cjs');
`;
}

/** The last part of a path, which is unique among our files. */
function nameOf(path: string): string {
  return path.replace(/^.*\//, '');
}
