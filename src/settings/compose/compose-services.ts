import { resolve } from 'node:path';
import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Pair,
  parseDocument,
  type YAMLMap,
} from 'yaml';
import type { SettingProblem } from '../../report/setting-problem.js';
import { InterpolationError, interpolate } from '../readers/interpolate.js';
import type { Lookup } from '../readers/reader.js';
import type { ComposeEnvFile, ComposeService, ComposeVariable } from './compose-project.js';

/** The services of one compose file, or the line that makes it unreadable. */
export type ComposeServicesResult =
  | { ok: true; services: ComposeService[] }
  | { ok: false; line: number; problem: SettingProblem };

/** Where a compose file stands, and what its names stand for. */
export interface ComposeFileContext {
  /** What relative paths start from. */
  folder: string;
  /** The compose file's own path. */
  file: string;
  lookup: Lookup;
}

// Anchors may refer to each other in circles.
const DEEPEST = 20;

/**
 * Takes a compose file apart as far as variables depend on it: `env_file`, `environment` (as a map or
 * as a list) and `network_mode` of each service, with anchors and merge keys.
 *
 * @param text the file's text
 */
export function readServices(text: string, context: ComposeFileContext): ComposeServicesResult {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, merge: true, logLevel: 'silent' });
  const [error] = document.errors;
  const lineAt = (offset = 0) => lines.linePos(offset).line;
  if (error) return { ok: false, line: lineAt(error.pos[0]), problem: 'bad-yaml' };
  const reader = new ServicesReader(document, context, lineAt);
  try {
    return { ok: true, services: reader.read() };
  } catch (thrown) {
    if (!(thrown instanceof InterpolationError)) throw thrown;
    return { ok: false, line: reader.line, problem: thrown.problem };
  }
}

class ServicesReader {
  /** The line that was read last. */
  line = 1;
  readonly #document: Document;
  readonly #context: ComposeFileContext;
  readonly #lineAt: (offset?: number) => number;

  constructor(
    document: Document,
    context: ComposeFileContext,
    lineAt: (offset?: number) => number,
  ) {
    this.#document = document;
    this.#context = context;
    this.#lineAt = lineAt;
  }

  read(): ComposeService[] {
    const services = this.#field(this.#document.contents, 'services');
    return this.#pairs(services).map(({ key, value }) => ({
      name: String(isScalar(key) ? key.value : key),
      envFiles: this.#items(this.#field(value, 'env_file')).flatMap((item) => this.#envFile(item)),
      environment: this.#environment(this.#field(value, 'environment')),
      usesHostNetwork: this.#text(this.#field(value, 'network_mode')) === 'host',
    }));
  }

  #envFile(item: unknown): ComposeEnvFile[] {
    const path = this.#text(isMap(item) ? this.#field(item, 'path') : item);
    if (path === undefined) return [];
    const isRaw = isMap(item) && this.#text(this.#field(item, 'format')) === 'raw';
    return [{ path: resolve(this.#context.folder, path), isRaw }];
  }

  #environment(node: unknown): ComposeVariable[] {
    const resolved = this.#resolve(node);
    const variables = isSeq(resolved)
      ? resolved.items.flatMap((item) => this.#listed(item))
      : this.#pairs(resolved).map(({ key, value }) => {
          const text = this.#text(value);
          return this.#variable(String(isScalar(key) ? key.value : key), text, key);
        });
    return [...new Map(variables.map((variable) => [variable.name, variable])).values()];
  }

  /** `NAME=value`, or a name alone. */
  #listed(item: unknown): ComposeVariable[] {
    const entry = this.#text(item);
    if (entry === undefined) return [];
    const equals = entry.indexOf('=');
    const name = equals < 0 ? entry : entry.slice(0, equals);
    return [this.#variable(name, equals < 0 ? undefined : entry.slice(equals + 1), item)];
  }

  #variable(name: string, value: string | undefined, node: unknown): ComposeVariable {
    const { file, lookup } = this.#context;
    return { name, value: value ?? lookup(name), file, line: this.#lineOf(node) };
  }

  /** A scalar as text, with its names replaced; undefined for null and for what is no scalar. */
  #text(node: unknown): string | undefined {
    const scalar = this.#resolve(node);
    if (!isScalar(scalar) || scalar.value === null || scalar.value === undefined) return undefined;
    this.line = this.#lineOf(node);
    // A number stands as it was written.
    const written = typeof scalar.value === 'number' ? scalar.source : undefined;
    return interpolate(written ?? String(scalar.value), this.#context.lookup);
  }

  #items(node: unknown): unknown[] {
    const resolved = this.#resolve(node);
    if (resolved === undefined) return [];
    return isSeq(resolved) ? resolved.items.map((item) => this.#resolve(item)) : [resolved];
  }

  #field(node: unknown, name: string): unknown {
    return this.#pairs(node).find(({ key }) => isScalar(key) && key.value === name)?.value;
  }

  /** The pairs of a map, with those that it merges from others; its own win. */
  #pairs(node: unknown, depth = 0): Pair[] {
    const map = this.#resolve(node);
    if (!isMap(map) || depth > DEEPEST) return [];
    const isMerge = ({ key }: Pair) => isScalar(key) && isMergeKey(key.value);
    const own = map.items.filter((pair) => !isMerge(pair));
    const merged = (map as YAMLMap).items
      .filter(isMerge)
      .flatMap(({ value }) => this.#items(value))
      .flatMap((source) => this.#pairs(source, depth + 1));
    const isNew = ({ key }: Pair) =>
      !own.some((pair) => isScalar(pair.key) && isScalar(key) && pair.key.value === key.value);
    return [...own, ...merged.filter(isNew)];
  }

  #resolve(node: unknown): unknown {
    return isAlias(node) ? node.resolve(this.#document) : (node ?? undefined);
  }

  #lineOf(node: unknown): number {
    const range = (node as { range?: [number, number, number] } | null)?.range;
    return range ? this.#lineAt(range[0]) : this.line;
  }
}

/** The key `<<`, which the parser turns into a symbol of that name. */
function isMergeKey(value: unknown): boolean {
  return value === '<<' || (typeof value === 'symbol' && value.description === '<<');
}
