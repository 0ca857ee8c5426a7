// What the bundle changes in the expressions of the rules: scripts/screened.js.
import { fileURLToPath } from 'node:url';
import { loadSource } from './load-source.js';

const { neededTexts } = await loadSource('explain/screen/needed-texts.ts');

const HELPER = fileURLToPath(new URL('./screened.js', import.meta.url));
const RULES = /\/src\/(?:providers|diagnosis\/rules)\/.*\.ts$/;
const NAMES = ['mark', 'words'];

/** A shorter text is in everything. */
const SHORTEST = 3;

/** What `toLowerCase` makes otherwise than the flag `i` has it, or of several letters. */
const ODD_IN_SMALL = /[\u0130\u03a3\u03c2\u03c3\u1e9e\u212a\u212b\u017f]/;

/**
 * The longest part of a text in which each place is one character.
 * @param {readonly string[]} text
 * @returns {string}
 */
function surePart(text) {
  const written = text.map((place) => (place.length === 1 ? place : '\n')).join('');
  return written.split('\n').reduce((best, part) => (part.length > best.length ? part : best), '');
}

/**
 * Of which texts an expression needs one, in small letters; undefined where that cannot be told.
 * @param {RegExp} pattern
 * @returns {string[] | undefined}
 */
export function needsOf(pattern) {
  const { flags } = pattern;
  if (/[gy]/.test(flags) || (flags.includes('u') && flags.includes('i'))) return undefined;
  const rate = (/** @type {readonly string[]} */ text) => {
    const { length } = surePart(text);
    return length < SHORTEST ? 0 : length;
  };
  const found = neededTexts(pattern, rate, true);
  const texts = found?.map((/** @type {readonly string[]} */ text) => surePart(text).toLowerCase());
  return texts?.some((/** @type {string} */ text) => ODD_IN_SMALL.test(text))
    ? undefined
    : [...new Set(texts ?? [''])];
}

/**
 * The value of a literal.
 * @param {{ pattern: string; flags: string }} regex
 */
function expressionOf({ pattern, flags }) {
  try {
    return new RegExp(pattern, flags);
  } catch {
    return undefined;
  }
}

/** @type {import('rolldown').Plugin} */
export const screenPatterns = {
  name: 'screen-patterns',
  transform(code, id) {
    if (!RULES.test(id)) return null;
    /** @type {{ start: number; end: number; needed: string }[]} */
    const places = [];
    /** @param {any} node */
    const visit = (node) => {
      if (Array.isArray(node)) node.forEach(visit);
      if (typeof node?.type !== 'string') return;
      if (node.type === 'Property' && NAMES.includes(node.key.name) && node.value.regex) {
        const pattern = expressionOf(node.value.regex);
        const needs = pattern && needsOf(pattern);
        if (needs && !needs.includes('')) {
          places.push({ ...node.value, needed: JSON.stringify(needs.join('\n')) });
        }
      }
      for (const value of Object.values(node)) if (typeof value === 'object') visit(value);
    };
    visit(this.parse(code, { lang: 'ts' }));
    if (places.length === 0) return null;
    let screened = code;
    for (const { start, end, needed } of places.sort((a, b) => b.start - a.start)) {
      screened = `${screened.slice(0, start)}screened(${screened.slice(start, end)}, ${needed})${screened.slice(end)}`;
    }
    return `import { screened } from ${JSON.stringify(HELPER)};\n${screened}`;
  },
};
