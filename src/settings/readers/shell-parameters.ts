import type { Lookup } from './reader.js';

const NAME = /[A-Za-z_][A-Za-z0-9_]*/y;
const BRACED = /^(?:([A-Za-z_][A-Za-z0-9_]*)|\d+|[@*#?$!-])(?:(:?)([-=+?])(.*)|[%#/^,:@].*)?$/s;
// A sourced file has no arguments, and the shell's process number is not known beforehand.
const SPECIAL: Readonly<Record<string, string>> = { '#': '0', '?': '0' };
// Words with braces may be nested, and a hostile file nests them without end.
const DEEPEST = 20;

/** The replacement of a parameter, and the length of its text behind the `$`. */
export interface ExpandedParameter {
  value: string;
  length: number;
}

/**
 * Replaces what stands behind a `$` as shells do (POSIX, Shell Command Language, 2.6.2). What the shell itself
 * knows, such as `$$`, is taken as empty.
 *
 * @param at the place behind the `$`
 * @returns undefined for what no shell reads, and for a required name without a value
 */
export function expandParameter(
  text: string,
  at: number,
  lookup: Lookup,
  depth = 0,
): ExpandedParameter | undefined {
  const next = text[at] ?? '';
  if (next === '{') return braced(text, at, lookup, depth);
  NAME.lastIndex = at;
  const name = NAME.exec(text)?.[0];
  if (name !== undefined) return { value: lookup(name) ?? '', length: name.length };
  if (next !== '' && '0123456789@*#?$!-'.includes(next)) {
    return { value: SPECIAL[next] ?? '', length: 1 };
  }
  return { value: '$', length: 0 };
}

function braced(text: string, at: number, lookup: Lookup, depth: number) {
  const end = closingBrace(text, at);
  if (end === undefined || depth > DEEPEST) return undefined;
  const inner = text.slice(at + 1, end);
  const [whole, name, colon = '', operator, word = ''] = BRACED.exec(inner) ?? [];
  if (whole === undefined) return undefined;
  const length = end + 1 - at;
  const value = name === undefined ? undefined : lookup(name);
  if (operator === undefined) return { value: value ?? '', length };
  const isThere = value !== undefined && (colon === '' || value !== '');
  const other = () => expandAll(word, lookup, depth + 1);
  if (operator === '+') return { value: isThere ? other() : '', length };
  if (isThere) return { value, length };
  return operator === '?' ? undefined : { value: other(), length };
}

function expandAll(word: string, lookup: Lookup, depth: number): string {
  let text = '';
  for (let at = 0; at < word.length; ) {
    const char = word[at] ?? '';
    const found = char === '$' ? expandParameter(word, at + 1, lookup, depth) : undefined;
    text += char === '$' ? (found?.value ?? '') : '"\'\\'.includes(char) ? '' : char;
    at += 1 + (found?.length ?? 0);
  }
  return text;
}

function closingBrace(text: string, at: number): number | undefined {
  let open = 0;
  for (let index = at; index < text.length; index += 1) {
    if (text[index] === '\\') index += 1;
    else if (text.startsWith('${', index) || index === at) open += 1;
    else if (text[index] === '}') {
      open -= 1;
      if (open === 0) return index;
    }
  }
  return undefined;
}
