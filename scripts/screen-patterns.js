// What the bundle changes in the expressions of the rules: each is asked only where a text stands that it needs
// (scripts/screened.js), and the providers are read only where one of them may show itself (src/providers/signs.ts).
import { fileURLToPath } from 'node:url';
import { loadSource } from './load-source.js';
import { replaceOnce } from './replace-once.js';

const { neededTexts } = await loadSource('explain/screen/needed-texts.ts');
const { PROVIDERS } = await loadSource('providers/index.ts');

/** The module that is put around expressions. */
export const SCREENED = fileURLToPath(new URL('./screened.js', import.meta.url));
const RULES = /\/src\/(?:providers|diagnosis\/rules)\/.*\.ts$/;
const NAMES = ['mark', 'words'];

/** A shorter text is in everything. */
const SHORTEST = 3;

/** So many texts are not too many in the place of one. */
const MOST_TEXTS = 100;

/** What `toLowerCase` makes otherwise than the flag `i` has it, or of several letters. */
const ODD_IN_SMALL = /[\u0130\u03a3\u03c2\u03c3\u1e9e\u212a\u212b\u017f]/;

/** Words that every second reply has tell little. */
const USUAL =
  /authenticat\w*|fail\w*|reject\w*|recipient|sender|address|access|denied|command|message|mail|user|server|error|not|sending/gi;

/** @typedef {readonly string[]} NeededText the characters that may stand at each place */

/**
 * The part of a text that tells most, of those in which each place is one character.
 * @param {NeededText} text
 */
function surePart(text) {
  const written = text.map((place) => (place.length === 1 ? place : '\n')).join('');
  return written.split('\n').reduce((best, part) => (tells(part) > tells(best) ? part : best), '');
}

/** @param {string} part */
function tells(part) {
  return part.length < SHORTEST ? 0 : 1 + part.replace(USUAL, '').length;
}

/**
 * The same for a text that is short of single characters: as many places as are not too many texts.
 * @param {NeededText} text
 */
function partsOf(text) {
  const sure = surePart(text);
  if (sure !== '') return [sure];
  let parts = [''];
  for (const place of text) {
    if (parts.length * place.length > MOST_TEXTS) break;
    parts = parts.flatMap((part) => Array.from(place, (character) => part + character));
  }
  return (parts[0] ?? '').length < SHORTEST ? [''] : parts;
}

/**
 * Of which texts an expression needs one, in small letters; undefined where that cannot be told.
 * @param {RegExp} pattern
 * @returns {string[] | undefined}
 */
export function needsOf(pattern) {
  const { flags } = pattern;
  if (/[gy]/.test(flags) || (flags.includes('u') && flags.includes('i'))) return undefined;
  /** @type {readonly NeededText[]} */
  const found =
    neededTexts(pattern, (/** @type {NeededText} */ text) => tells(partsOf(text)[0] ?? ''), true) ??
    [];
  const texts = found.flatMap(partsOf).map((text) => text.toLowerCase());
  if (texts.some((text) => text === '' || ODD_IN_SMALL.test(text))) return undefined;
  return texts.length === 0 ? undefined : [...new Set(texts)];
}

/**
 * What src/providers/signs.ts becomes in the bundle.
 * @returns {{ texts: string; codes: (number | string)[] }}
 */
export function signsOfAll() {
  const texts = new Set();
  const codes = new Set();
  for (const { id, mark, replies = [] } of PROVIDERS) {
    const telling = replies.filter((/** @type {any} */ { isOnlyHere }) => !isOnlyHere);
    for (const rule of [...(mark ? [{ words: mark }] : []), ...telling]) {
      const needs = needsOf(rule.words);
      if (!needs && !rule.codes) throw new Error(`${id}: ${rule.words} shows itself in no text`);
      for (const text of needs ?? []) texts.add(text);
      for (const code of needs ? [] : rule.codes) codes.add(code);
    }
  }
  // What holds another one is found by that.
  const short = [...texts].filter(
    (text) => ![...texts].some((t) => t !== text && text.includes(t)),
  );
  return { texts: short.join('\n'), codes: [...codes] };
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
    if (id.endsWith('/src/providers/signs.ts')) {
      return replaceOnce(code, 'return undefined;', `return ${JSON.stringify(signsOfAll())};`);
    }
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
        if (needs) places.push({ ...node.value, needed: JSON.stringify(needs.join('\n')) });
      }
      for (const value of Object.values(node)) if (typeof value === 'object') visit(value);
    };
    visit(this.parse(code, { lang: 'ts' }));
    if (places.length === 0) return null;
    let screened = code;
    for (const { start, end, needed } of places.sort((a, b) => b.start - a.start)) {
      screened = `${screened.slice(0, start)}screened(${screened.slice(start, end)}, ${needed})${screened.slice(end)}`;
    }
    return `import { screened } from ${JSON.stringify(SCREENED)};\n${screened}`;
  },
};
