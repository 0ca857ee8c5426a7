import { isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseAllDocuments } from 'yaml';
import { isMergeKey } from './parse-yaml.js';

/** How the value of a key is written in a YAML text: what tells which line can be added to it. */
export type KeyForm =
  /** A list or a map, one entry a line. */
  | { kind: 'list' | 'map' }
  /** The key is not there, and a line may give it; `isMerged`: another map may give it, too (`<<`). */
  | { kind: 'absent'; isMerged: boolean }
  /** One name, or some in brackets, or nothing in them: the line (from 1) can be written anew. */
  | { kind: 'one-line'; line: number; items: string[] }
  /** Whatever no line can be added to: braces, an alias, a map around it that is written so. */
  | { kind: 'other' };

const OTHER: KeyForm = { kind: 'other' };

/**
 * How the value of a key is written, in the first document of a text.
 *
 * @param path the keys of the map that the key belongs to
 */
export function keyForm(text: string, path: readonly string[], key: string): KeyForm {
  const lines = new LineCounter();
  const options = { lineCounter: lines, merge: true, logLevel: 'silent' } as const;
  const documents = parseAllDocuments(text.replace(/^\ufeff/, ''), options);
  const [document, another] = 'empty' in documents ? [] : documents;
  if (another) return OTHER;
  let map: unknown = document?.contents;
  for (const name of path) map = isMap(map) && !map.flow ? pairOf(map.items, name)?.value : OTHER;
  if (!isMap(map) || map.flow) return OTHER;
  const pair = pairOf(map.items, key);
  if (!pair) return { kind: 'absent', isMerged: map.items.some((one) => isMergeKey(one.key)) };
  const { value } = pair;
  if (isSeq(value) && !value.flow) return { kind: 'list' };
  if (isMap(value) && !value.flow) return { kind: 'map' };
  const items = itemsIn(value);
  const [from, to] = [(pair.key as Node).range?.[0], (value as Node | null)?.range?.[1]];
  if (!items || from === undefined || to === undefined) return OTHER;
  const { line } = lines.linePos(from);
  return lines.linePos(to).line === line ? { kind: 'one-line', line, items } : OTHER;
}

function pairOf(pairs: readonly Pair[], name: string): Pair | undefined {
  return pairs.find(({ key }) => isScalar(key) && key.value === name);
}

/** Plain names, which stay what they are in brackets; an anchor would be lost with them. */
function itemsIn(value: unknown): string[] | undefined {
  const isWhole = (isScalar(value) || isSeq(value) || isMap(value)) && !value.anchor && !value.tag;
  if (!isWhole) return undefined;
  if (isMap(value)) return value.items.length === 0 ? [] : undefined;
  const all: unknown[] = isSeq(value) ? value.items : [value];
  const names = all.flatMap((one) =>
    isScalar(one) && !one.anchor && typeof one.value === 'string' ? [one.value] : [],
  );
  const isPlain = names.length === all.length && names.every((name) => /^[\w./-]+$/.test(name));
  return isPlain ? names : undefined;
}
