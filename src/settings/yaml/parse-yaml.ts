import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseAllDocuments,
  type Scalar,
  visit,
} from 'yaml';
import { type YamlNode, YamlRefusal, type YamlScalar } from './yaml-node.js';

// Anchors that contain each other would make a small file endless.
const MOST_NODES = 100_000;

// A date, with or without a time of day, which go-yaml reads as a time.
const TIMESTAMP =
  /^\d{4}-\d{1,2}-\d{1,2}(?:(?:[Tt]|[ \t]+)\d{1,2}:\d{1,2}:\d{1,2}(?:\.\d*)?(?:[ \t]*(?:Z|[-+]\d{1,2}(?::\d{2})?))?)?$/;

/**
 * Takes a YAML text apart, each part with its place.
 *
 * @returns one tree for each document in it; none for one that is empty
 * @throws YamlRefusal for a text that is no YAML, an alias without an anchor, or one within itself
 */
export function parseYaml(source: string, file: string): YamlNode[] {
  const text = source.replace(/^\ufeff/, '');
  const lines = new LineCounter();
  const options = { lineCounter: lines, merge: true, logLevel: 'silent' } as const;
  const documents = parseAllDocuments(text, options);
  // An empty text gives a note in place of a document.
  const all = 'empty' in documents ? [] : documents;
  const isFaulty = all.some(({ errors }) => errors.length > 0);
  const tab = isFaulty ? undefined : strayTab(text, all);
  if (tab !== undefined) throw new YamlRefusal({ file, line: lines.linePos(tab).line }, 'bad-yaml');
  return all.flatMap((document) => {
    const [error] = document.errors;
    const lineAt = (offset = 0) => lines.linePos(offset).line;
    if (error) throw refusalAt(lineAt(error.pos[0]), { text, file, code: error.code });
    const builder = new TreeBuilder(document as Document, { text, file, lineAt });
    return document.contents ? [builder.build(document.contents as Node)] : [];
  });
}

/** A tab where a key could begin, though nothing but a comment may follow it. */
const TAB = /^ *(?:- +)*-?\t/gm;

/** Where a tab stands in the white space of a line, in brackets and texts aside: go-yaml, which Compose and kubectl read with, refuses it. */
function strayTab(text: string, documents: readonly { contents: unknown }[]): number | undefined {
  const tabs = [...text.matchAll(TAB)].map((found) => found.index + found[0].length - 1);
  if (tabs.length === 0) return undefined;
  const allowed: (readonly number[])[] = [];
  for (const { contents } of documents) {
    visit(contents as Node, {
      Node(_, node) {
        const isOpen = isScalar(node) || ((isMap(node) || isSeq(node)) && node.flow === true);
        if (isOpen && node.range) allowed.push(node.range);
      },
    });
  }
  return tabs.find((at) => !allowed.some(([from = 0, to = 0]) => from <= at && at < to));
}

// `NAME: "Tailchat" a@x.org`, as a guide has it for env files.
const BEHIND_QUOTE = /^\s*(?:- )?[\w.-]+\s*:\s+(["'])[^"']*\1[ \t]+[^\s#]/;
/** A variable without the space behind its colon, or with another sign. */
const NO_PAIR = /^\s*-?[A-Z][A-Z\d_]{2,}(?:[=：]|:[^\s])/;

/** The fault in a line. The parser may notice it one line late. */
function refusalAt(
  line: number,
  { text, file, code }: { text: string; file: string; code: string },
): YamlRefusal {
  if (code === 'DUPLICATE_KEY') return new YamlRefusal({ file, line }, 'name-twice');
  const lines = text.split('\n');
  const near = (pattern: RegExp) =>
    [line, line - 1].find((at) => pattern.test(lines[at - 1] ?? ''));
  const unpaired = near(NO_PAIR);
  if (unpaired) return new YamlRefusal({ file, line: unpaired }, 'no-pair');
  const behind = near(BEHIND_QUOTE);
  if (behind) return new YamlRefusal({ file, line: behind }, 'text-behind-quote');
  return new YamlRefusal({ file, line }, 'bad-yaml');
}

class TreeBuilder {
  readonly #document: Document;
  readonly #file: string;
  readonly #text: string;
  readonly #lineAt: (offset?: number) => number;
  readonly #open = new Set<unknown>();
  #count = 0;

  constructor(
    document: Document,
    of: { text: string; file: string; lineAt: (offset?: number) => number },
  ) {
    this.#document = document;
    this.#file = of.file;
    this.#text = of.text;
    this.#lineAt = of.lineAt;
  }

  build(node: Node | null | undefined, line = this.#lineOf(node)): YamlNode {
    const place = { file: this.#file, line };
    this.#count += 1;
    if (this.#count > MOST_NODES) throw new YamlRefusal(place, 'bad-yaml');
    if (isAlias(node)) return this.#follow(node, line);
    const tag = node?.tag?.startsWith('!') ? node.tag : undefined;
    const own = { ...place, ...(tag ? { tag } : {}) };
    if (isMap(node)) {
      const pairs = node.items as Pair[];
      const other = pairs.find(
        ({ key }) =>
          isMap(key) || (!isMergeKey(key) && readScalar(key as Scalar).type !== 'string'),
      );
      return {
        ...{ ...own, kind: 'map', entries: this.#entries(node, pairs) },
        ...(other ? { otherKey: this.#lineOf(other.key as Node) } : {}),
      };
    }
    if (isSeq(node)) {
      const items = node.items.map((item) =>
        this.#inForm(this.build(item as Node), node, [item as Node, item as Node]),
      );
      return { ...own, kind: 'list', items };
    }
    return { ...own, kind: 'scalar', ...readScalar(node as Scalar | null | undefined) };
  }

  #follow(alias: Alias, line: number): YamlNode {
    const target = alias.resolve(this.#document);
    if (!target || this.#open.has(target)) {
      throw new YamlRefusal({ file: this.#file, line }, 'bad-yaml');
    }
    this.#open.add(target);
    const built = this.build(target as Node);
    this.#open.delete(target);
    return built;
  }

  /** The entries of a map, with those that it merges from others; its own win. */
  #entries(map: { flow?: boolean }, pairs: readonly Pair[]): Map<string, YamlNode> {
    const own = new Map<string, YamlNode>();
    const merged = new Map<string, YamlNode>();
    for (const { key, value } of pairs) {
      const line = this.#lineOf(key as Node);
      if (isMergeKey(key)) this.#merge(this.build(value as Node, line), merged);
      else {
        const built = this.#inForm(this.build(value as Node, line), map, [
          key as Node,
          value as Node,
        ]);
        own.set(readScalar(key as Scalar).text ?? 'null', built);
      }
    }
    return new Map([...merged, ...own]);
  }

  /** A value, and how its entry is written: what stands before it on its line, and where it ends. */
  #inForm(
    built: YamlNode,
    around: { flow?: boolean },
    [first, last]: [Node | null, Node | null],
  ): YamlNode {
    if (built.kind !== 'scalar') return built;
    const { form: _ofAnchor, ...node } = built;
    if (around.flow) return { ...node, form: 'flow' };
    const from = first?.range?.[0];
    if (from === undefined) return node;
    const before = this.#text.slice(this.#text.lastIndexOf('\n', from - 1) + 1, from);
    const ends = last?.range?.[1] ?? from;
    const isOneLine = !this.#text.slice(from, ends).trimEnd().includes('\n');
    const isAlone = first === last ? /^\s*-\s*$/.test(before) : before.trim() === '';
    return isAlone && isOneLine ? node : { ...node, form: 'lines' };
  }

  #merge(source: YamlNode, into: Map<string, YamlNode>): void {
    const maps = source.kind === 'list' ? source.items : [source];
    for (const map of maps) {
      if (map.kind !== 'map') throw new YamlRefusal(map, 'bad-yaml');
      for (const [name, node] of map.entries) if (!into.has(name)) into.set(name, node);
    }
  }

  #lineOf(node: Node | null | undefined): number {
    return this.#lineAt(node?.range?.[0]);
  }
}

/** Whether a key is `<<`, which the parser turns into a symbol of that name. */
export function isMergeKey(key: unknown): boolean {
  const value = isScalar(key) ? key.value : key;
  return value === '<<' || (typeof value === 'symbol' && value.description === '<<');
}

function readScalar(scalar: Scalar | null | undefined): Pick<YamlScalar, 'text' | 'type'> {
  const value = isScalar(scalar) ? scalar.value : scalar;
  if (value === null || value === undefined) return { text: undefined, type: 'null' };
  const source = isScalar(scalar) ? scalar.source : undefined;
  const isPlain =
    isScalar(scalar) && scalar.type === 'PLAIN' && !scalar.tag && source !== undefined;
  if (isPlain && TIMESTAMP.test(source)) return { text: source, type: 'time' };
  const number = isPlain ? goNumber(source) : undefined;
  if (number !== undefined) return { text: number, type: 'number' };
  if (typeof value === 'number' || typeof value === 'bigint') {
    const text = String(value).replace(/^(-?)Infinity$/, (_all, sign) => `${sign || '+'}Inf`);
    return { text, type: 'number' };
  }
  if (typeof value === 'boolean') return { text: String(value), type: 'boolean' };
  return { text: String(value), type: 'string' };
}

/** A whole number as go-yaml, which Compose and Kubernetes use, writes it again. */
function goNumber(source: string): string | undefined {
  const plain = source.replaceAll('_', '');
  const [, sign = '', digits = ''] =
    /^([-+]?)(0[xX][\da-fA-F]+|0[bB][01]+|0[oO]?[0-7]+|0|[1-9]\d*)$/.exec(plain) ?? [];
  // A sign alone, or an underscore in front, is no number.
  if (digits === '' || !/^[-+\d]/.test(source)) return undefined;
  const written = /^0[0-7]+$/.test(digits) ? `0o${digits.slice(1)}` : digits.toLowerCase();
  return `${sign === '-' ? '-' : ''}${BigInt(written)}`;
}
