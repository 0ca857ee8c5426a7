import type { SettingProblem } from '../../report/setting-problem.js';
import type { Lookup } from './reader.js';

/** Compose refuses the text behind a `$`. */
export class InterpolationError extends Error {
  override name = 'InterpolationError';

  constructor(readonly problem: SettingProblem) {
    super(problem);
  }
}

const NAME = /[_a-z][_a-z0-9]*/iy;
const BRACED = /^([_a-z][_a-z0-9]*)(?:(:?)([-+?])(.*))?$/i;
// Words with braces may be nested, and a hostile file nests them without end.
const DEEPEST = 50;

/**
 * Replaces `$NAME`, `${NAME}`, `${NAME:-default}`, `${NAME-default}`, `${NAME:?error}`, `${NAME?error}`,
 * `${NAME:+other}` and `${NAME+other}` as Compose does, in its files and in env files alike; `$$` is one
 * `$`, and a `$` before anything else stays. The Compose specification, section "Interpolation".
 *
 * @throws InterpolationError for `${` that is not one of these, and for a required name without value
 */
export function interpolate(text: string, lookup: Lookup, depth = 0): string {
  if (depth > DEEPEST) throw new InterpolationError('bad-interpolation');
  const parts: string[] = [];
  let start = 0;
  for (let at = text.indexOf('$'); at >= 0; at = text.indexOf('$', start)) {
    parts.push(text.slice(start, at));
    const next = text[at + 1];
    NAME.lastIndex = at + 1;
    const name = NAME.exec(text)?.[0];
    if (next === '$') start = at + 2;
    else if (next === '{') start = closingBrace(text, at) + 1;
    else start = at + 1 + (name?.length ?? 0);
    if (next === '{') parts.push(substitute(text.slice(at + 2, start - 1), lookup, depth));
    else parts.push(name === undefined ? '$' : (lookup(name) ?? ''));
  }
  return parts.join('') + text.slice(start);
}

/** The text between the braces: a name, and maybe an operator with its word. */
function substitute(inner: string, lookup: Lookup, depth: number): string {
  const [, name = '', colon = '', operator, word = ''] = BRACED.exec(inner) ?? [];
  if (name === '') throw new InterpolationError('bad-interpolation');
  const value = lookup(name);
  if (operator === undefined) return value ?? '';
  // The word is always evaluated, since one that cannot be replaced refuses the file.
  const other = interpolate(word, lookup, depth + 1);
  const isThere = value !== undefined && (colon === '' || value !== '');
  if (operator === '+') return isThere ? other : (value ?? '');
  if (isThere) return value;
  if (operator === '?') throw new InterpolationError('required-variable');
  return other;
}

/**
 * The brace that closes the one behind the `$` at this place. Compose counts every brace of the line except one right behind
 * another. Where the count does not come out even, the last brace of the line closes.
 */
function closingBrace(text: string, at: number): number {
  const lineEnd = text.indexOf('\n', at);
  const line = text.slice(at, lineEnd < 0 ? text.length : lineEnd);
  NAME.lastIndex = 2;
  const nameEnd = 2 + (NAME.exec(line)?.[0].length ?? 0);
  if (line[nameEnd] === '}') return at + nameEnd;
  const last = line.lastIndexOf('}');
  if (last < 0) throw new InterpolationError('bad-interpolation');
  let open = 0;
  for (let index = 0; index <= last; index += 1) {
    if (line[index] === '{') {
      open += 1;
      index += 1;
    } else if (line[index] === '}') {
      open -= 1;
      if (open === 0) return at + index;
    }
  }
  return at + last;
}
