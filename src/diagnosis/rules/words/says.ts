import { MORE_LANGUAGES } from './more-languages.js';
import { VOCABULARY } from './vocabulary.js';

/** The longest stretch that `..` stands for, in characters. */
const GAP = 50;

/**
 * What finds any of several phrases. A phrase is written as it is said, with
 *
 * - `..` for at most a few words in between, `<>` for the same in either order,
 * - `{name}` for any word of the vocabulary's list of that name,
 * - `(one|or another)`, `*` for any ending of a word, `?` behind what may be missing.
 *
 * Words of Latin letters are found as whole words.
 */
export function says(...phrases: readonly string[]): Saying {
  const saying = new Saying(phrases);
  SAYINGS.push(saying);
  return saying;
}

/**
 * Several phrases, any of which may be found. Node takes a millisecond to compile a pattern of many words at first use, and there
 * are a hundred patterns. So only phrases whose words stand in the text are compiled. A phrase that is asked for the first time
 * is compiled with only those words.
 */
export class Saying {
  readonly phrases: readonly string[];

  constructor(phrases: readonly string[]) {
    this.phrases = phrases;
  }

  /** All phrases as one expression, which finds the same. */
  get pattern(): RegExp {
    return new RegExp(this.phrases.map((phrase) => compilePhrase(phrase)).join('|'), 'i');
  }

  /** Whether one of the phrases stands in a text. */
  test(text: string): boolean {
    return this.phrases.some(
      (phrase) => canStand(phrase, text) && patternFor(phrase, text).test(text),
    );
  }
}

/** Everything that `says` has made. scripts/check-regexps.js checks these expressions. */
export const SAYINGS: Saying[] = [];

/** Whether each part of a phrase has a word in the text. */
export function canStand(phrase: string, text: string): boolean {
  return phrase.split(/ <> | \.\. /).every(partsIn(text));
}

const patterns = new Map<string, RegExp>();

/** Phrases that were asked for once. */
const askedOnce = new Set<string>();

/** An expression that finds in this text what a phrase finds. */
function patternFor(phrase: string, text: string): RegExp {
  const known = patterns.get(phrase);
  if (known) return known;
  if (!askedOnce.has(phrase)) {
    askedOnce.add(phrase);
    const lower = text.toLowerCase();
    const isThere = (words: string) => lower.includes(certainText(words));
    return new RegExp(compilePhrase(phrase, isThere), 'i');
  }
  const pattern = new RegExp(compilePhrase(phrase), 'i');
  patterns.set(phrase, pattern);
  return pattern;
}

/** The last text that was asked about, and the parts that may stand there. */
let asked: { text: string; has: (part: string) => boolean } | undefined;

function partsIn(text: string): (part: string) => boolean {
  if (asked?.text === text) return asked.has;
  const lower = text.toLowerCase();
  const known = new Map<string, boolean>();
  const has = (part: string): boolean => {
    const before = known.get(part);
    if (before !== undefined) return before;
    const may = alternativesOf(part).some((words) => lower.includes(certainText(words)));
    known.set(part, may);
    return may;
  };
  asked = { text, has };
  return has;
}

const certainTexts = new Map<string, string>();

/** The longest text that every match of these words contains, in small letters. It may be empty. */
function certainText(words: string): string {
  const known = certainTexts.get(words);
  if (known !== undefined) return known;
  // Groups, classes, escapes and optional letters end a text. An asterisk stands for any ending.
  const texts = withoutGroups(words)
    .replace(/(?:\\.|\[[^\]]{1,40}\]|.)?\{[\d,]{1,9}\}|\\.|\[[^\]]{1,40}\]/gu, '\n')
    .replace(/[^\n]\?/gu, '\n')
    .toLowerCase()
    .split(/[\n*+?.^$|]/);
  const longest = texts.reduce((best, text) => (text.length > best.length ? text : best), '');
  certainTexts.set(words, longest);
  return longest;
}

/** A line end in place of each group in parentheses. */
function withoutGroups(words: string): string {
  let kept = '';
  let depth = 0;
  for (let at = 0; at < words.length; at += 1) {
    const character = words[at] ?? '';
    const isEscaped = character === '\\';
    if (character === '(') depth += 1;
    if (depth === 0) kept += isEscaped ? character + (words[at + 1] ?? '') : character;
    if (isEscaped) at += 1;
    if (character === ')') {
      depth -= 1;
      if (depth === 0) kept += '\n';
    }
  }
  return kept;
}

/** Says of alternatives whether they are compiled. */
type IsWanted = (words: string) => boolean;

function compilePhrase(phrase: string, isWanted?: IsWanted): string {
  const compile = (sequence: string) => compileSequence(sequence, isWanted);
  const [first = '', second] = phrase.split(' <> ').map(compile);
  if (second === undefined) return first;
  return `${first}.{0,${GAP}}?${second}|${second}.{0,${GAP}}?${first}`;
}

function compileSequence(sequence: string, isWanted: IsWanted | undefined): string {
  const compile = (part: string) => compilePart(part, isWanted);
  return sequence.split(' .. ').map(compile).join(`.{0,${GAP}}?`);
}

/** A part: alternatives in parentheses, or words that follow each other. */
function compilePart(part: string, isWanted: IsWanted = () => true): string {
  return `(?:${alternativesOf(part).filter(isWanted).map(compileWords).join('|')})`;
}

const alternatives = new Map<string, readonly string[]>();

function alternativesOf(part: string): readonly string[] {
  const known = alternatives.get(part);
  if (known) return known;
  const inside = /^\(([^()]*(?:\([^()]*\)[^()]*)*)\)$/.exec(part)?.[1] ?? part;
  const all = splitAlternatives(inside).flatMap(expandList);
  alternatives.set(part, all);
  return all;
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
  const start = /^\(?[a-z\d]/i.test(words) ? '\\b' : '';
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
