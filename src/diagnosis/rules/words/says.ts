import { MORE_LANGUAGES } from './more-languages.js';
import { VOCABULARY } from './vocabulary.js';

/** The longest stretch that `..` stands for, in characters. */
const GAP = 50;

/**
 * A pattern that finds any of several phrases. A phrase is written as it is said, with
 *
 * - `..` for at most a few words in between, `<>` for the same in either order,
 * - `{name}` for any word of the vocabulary's list of that name,
 * - `(one|or another)`, `*` for any ending of a word, `?` behind what may be missing.
 *
 * Words of Latin letters are found as whole words.
 */
export function says(...phrases: readonly string[]): RegExp {
  return new RegExp(phrases.map(compilePhrase).join('|'), 'i');
}

function compilePhrase(phrase: string): string {
  const [first = '', second] = phrase.split(' <> ').map(compileSequence);
  if (second === undefined) return first;
  return `${first}.{0,${GAP}}?${second}|${second}.{0,${GAP}}?${first}`;
}

function compileSequence(sequence: string): string {
  return sequence.split(' .. ').map(compilePart).join(`.{0,${GAP}}?`);
}

/** A part: alternatives in parentheses, or words that follow each other. */
function compilePart(part: string): string {
  const inside = /^\(([^()]*(?:\([^()]*\)[^()]*)*)\)$/.exec(part)?.[1] ?? part;
  const alternatives = splitAlternatives(inside).flatMap(expandList);
  return `(?:${alternatives.map(compileWords).join('|')})`;
}

function expandList(alternative: string): readonly string[] {
  const name = /^\{(\w+)\}$/.exec(alternative)?.[1];
  if (name === undefined) return [alternative];
  const list: readonly string[] | undefined = VOCABULARY[name as keyof typeof VOCABULARY];
  if (!list) throw new Error(`No such list in the vocabulary: ${name}`);
  const more = MORE_LANGUAGES[name as keyof typeof VOCABULARY] ?? [];
  return [...list, ...more.flatMap((words) => words.split('|')).map(endless)];
}

/** A word that any ending may follow. */
function endless(word: string): string {
  return `${word}(?:)`;
}

function compileWords(words: string): string {
  const start = /^\(?[a-z]/i.test(words) ? '\\b' : '';
  const end = /[a-z\d]\??\)?\??$/i.test(words) ? '\\b' : '';
  return `${start}${words.replaceAll('*', '\\w*').replaceAll(/(?<!\\)\((?!\?)/g, '(?:')}${end}`;
}

/** Splits at the bars that stand in no parentheses. */
function splitAlternatives(text: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const character of text) {
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (character === '|' && depth === 0) parts.push('');
    else parts[parts.length - 1] += character;
  }
  return parts;
}
