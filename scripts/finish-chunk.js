import { isBuiltin } from 'node:module';
import { basename } from 'node:path';
import { replaceOnce } from './replace-once.js';

/** Imports an ES module for our files, which are no modules to Node: src/start.ts. */
export const IMPORTING = 'import-module.cjs';

/** Chunks that are read with the first use of what is in them, for most runs use nothing: all that is known of providers. */
const LATE = ['providers'];

/** @typedef {{ fileName: string; name: string; code: string; imports: string[] }} Chunk */

/**
 * What a chunk becomes once it is bundled.
 * @param {Chunk} chunk
 * @param {readonly Chunk[]} all
 * @returns {string}
 */
export function finishChunk({ fileName, name, code, imports }, all) {
  const modules = imports.filter((id) => !id.endsWith('.cjs') && !isBuiltin(id));
  // Node 18 can require no ES module.
  if (modules.length > 0) throw new Error(`${fileName}: import ${modules} where it is used`);
  const folder = fileName.includes('/') ? '..' : '.';
  let text = code
    .replace(/\bimport\((`node:[\w/]+`)\)/g, 'Promise.resolve(require($1))')
    .replace(/\bimport\(/g, `require("${folder}/${IMPORTING}")(`);
  if (name === 'rolldown-runtime') text = withoutCopies(text);
  for (const one of all) if (LATE.includes(one.name)) text = readLate(text, one);
  return escapeIn(text);
}

/**
 * Imports of a chunk as getters: each use of them is a property of what `require` gives.
 * @param {string} code
 * @param {Chunk} chunk
 */
function readLate(code, chunk) {
  const required = `require("./${basename(chunk.fileName)}")`;
  const names = Array.from(chunk.code.matchAll(/\(exports,[`"'](\w+)[`"']/g), ([, name]) => name);
  const getters = names.map((name) => `get ${name}(){return ${required}.${name}}`);
  for (const end of [',', ';']) {
    code = code.replace(`=${required}${end}`, () => `={${getters.join(',')}}${end}`);
  }
  return code;
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
