import { dirname, join, relative } from 'node:path';
import { readTextFile } from '../env-files/text-file.js';
import { InterpolationError, interpolate } from '../readers/interpolate.js';
import type { Lookup } from '../readers/reader.js';
import type { UnsetName } from '../shown-name.js';
import { parseYaml } from '../yaml/parse-yaml.js';
import {
  entry,
  itemsOf,
  refusalOfFile,
  textOf,
  type YamlMap,
  type YamlNode,
  YamlRefusal,
} from '../yaml/yaml-node.js';
import { clashesIn } from './clashes-in.js';
import { includedEnvironment } from './dot-env.js';
import { applyResets, type ModelPath, mergeModels, takeTags } from './merge-models.js';
import { absolute, normalModel } from './normal-service.js';
import { refuseMisfits } from './refuse-misfits.js';
import { DEFINED } from './refuse-undefined.js';

/** What a compose file is read with. */
export interface ModelContext {
  /** The folder that relative paths start from. */
  folder: string;
  /** The folder that `~` stands for. */
  home: string | undefined;
  /** The values of names behind a `$`. */
  lookup: Lookup;
  signal: AbortSignal;
  /** The beginning of its relative paths, as seen from the folder of the project that extends it. */
  prefix?: string;
  /** The files that lead here by `include`. */
  including?: readonly string[];
  /** Takes what an included file and the including one both define. Compose before 5 refuses it. */
  clashes?: YamlNode[];
}

/**
 * Loads compose files, one laid over the other, with what they include and extend: as Compose does, the
 * environment aside. The Compose specification, sections "Merge", "Include", "Extends".
 *
 * @param files absolute paths
 * @throws YamlRefusal for what Compose refuses, and for a file that is not there;
 *   the signal's reason, unless it is that the time is up
 */
export async function loadModel(files: readonly string[], context: ModelContext): Promise<YamlMap> {
  let model: YamlMap | undefined;
  for (const file of files) {
    for (const document of await readDocuments(file, context)) {
      const included = await withIncluded(document.model, file, context);
      const { resets } = document;
      const whole = await withExtended(included, { file, context, resets });
      const base = model && applyResets(model, resets);
      model = base?.kind === 'map' ? mergeModels(base, whole) : whole;
      refuseMisfits(model);
    }
  }
  if (!model) throw new YamlRefusal({ file: files[0] ?? '', line: 1 }, 'bad-structure');
  return model;
}

interface LoadedDocument {
  model: YamlMap;
  resets: ModelPath[];
}

/** A YAML file may hold several documents: each is laid over those before it. */
async function readDocuments(
  file: string,
  { lookup, signal, folder, home, prefix }: ModelContext,
  namedAt?: YamlNode,
): Promise<LoadedDocument[]> {
  const read = await readTextFile(file, signal);
  if (!read.ok) {
    if (namedAt) throw refusalOfFile(file, read.problem, namedAt);
    throw new YamlRefusal({ file, line: 0 }, read.problem);
  }
  return parseYaml(read.text, file).map((tree) => {
    // Parts that are reset are not looked at, since a name in them may be missing.
    const { model, resets } = takeTags(tree) ?? { model: tree, resets: [] };
    return { model: normalModel(replaceNames(model, lookup), { folder, home, prefix }), resets };
  });
}

/** A single name and nothing else, also behind the `NAME=` of a list's item. */
const TAKEN = /^(?:\w+=)?\$(?:\{(?=\w+\}|\w+:?[-?]))?(\w+)(?:(?::?[-?][^${}]*)?\})?$/;

/** Replaces `$NAME` in every text but in keys. */
function replaceNames(node: YamlNode, lookup: Lookup): YamlNode {
  if (node.kind === 'list') {
    return { ...node, items: node.items.map((item) => replaceNames(item, lookup)) };
  }
  if (node.kind === 'map') {
    const { file, otherKey } = node;
    if (otherKey !== undefined) throw new YamlRefusal({ file, line: otherKey }, 'bad-structure');
    const entries = [...node.entries].map(
      ([name, value]) => [name, replaceNames(value, lookup)] as const,
    );
    return { ...node, entries: new Map(entries) };
  }
  if (node.type !== 'string' || node.text === undefined) return node;
  try {
    const unset: UnsetName[] = [];
    const { text: written } = node;
    const noting: Lookup = (name) => {
      const value = lookup(name);
      if (value === undefined) unset.push({ name, isBraced: written.includes(`\${${name}}`) });
      return value;
    };
    const text = interpolate(written, noting);
    // A default in place of a name that is not set is intended.
    const isEmpty = unset.length > 0 && !/\$\{\w+:?[-+]/.test(node.text);
    const taken = TAKEN.exec(node.text)?.[1];
    const known = { ...(isEmpty ? { unset } : {}), ...(taken ? { taken } : {}) };
    return { ...node, text, ...known, ...(text === written ? {} : { written }) };
  } catch (error) {
    if (error instanceof InterpolationError) throw new YamlRefusal(node, error.problem);
    throw error;
  }
}

/** The models that a file includes. Each is a project with a folder and a `.env` of its own. */
async function withIncluded(model: YamlMap, file: string, context: ModelContext): Promise<YamlMap> {
  const include = entry(model, 'include');
  if (!include || (include.kind === 'scalar' && include.type === 'null')) return model;
  if (include.kind !== 'list') throw new YamlRefusal(include, 'bad-structure');
  const including = [...(context.including ?? []), file];
  let whole = model;
  for (const item of include.items) {
    if (item.kind === 'list') throw new YamlRefusal(item, 'bad-structure');
    const paths = stringsOf(item.kind === 'map' ? entry(item, 'path') : item);
    const [main, ...others] = paths.map((path) => absolute(path, context));
    if (main === undefined) throw new YamlRefusal(item, 'bad-structure');
    if (including.includes(main)) throw new YamlRefusal(item, 'circle', main);
    const given = stringOf(entry(item, 'project_directory'));
    const folder = given === undefined ? dirname(main) : absolute(given, context);
    const envFiles = stringsOf(entry(item, 'env_file')).map((path) => absolute(path, context));
    const lookup = await includedEnvironment({ ...context, folder, envFiles, at: item });
    await readDocuments(main, context, item);
    // Paths of the inner project are absolute where they meet those of the including project.
    const inner = { ...context, folder, prefix: folder, lookup, including };
    const included = onlyShared(await loadModel([main, ...others], inner));
    context.clashes?.push(
      ...SHARED.flatMap((part) => clashesIn(entry(included, part), entry(whole, part))),
    );
    // The including file's own description of a service is merged over the included one.
    whole = { ...whole, entries: mergeModels(included, whole).entries };
  }
  return whole;
}

/** What an included model gives the including one. */
function onlyShared(model: YamlMap): YamlMap {
  const shared = [...model.entries].filter(([name]) => SHARED.includes(name));
  return { ...model, entries: new Map(shared) };
}

const SHARED: readonly string[] = ['services', ...DEFINED];

/**
 * A string, or a list of strings.
 *
 * @throws YamlRefusal for anything else, such as a number
 */
function stringsOf(node: YamlNode | undefined): string[] {
  const nodes = node?.kind === 'list' ? itemsOf(node) : [node];
  return nodes.flatMap((one) => stringOf(one) ?? []);
}

/** A string; undefined for nothing. */
function stringOf(node: YamlNode | undefined): string | undefined {
  const isOther = node && (node.kind !== 'scalar' || !['string', 'null'].includes(node.type));
  if (isOther) throw new YamlRefusal(node, 'bad-structure');
  return textOf(node);
}

interface Extending {
  file: string;
  context: ModelContext;
  resets: readonly ModelPath[];
}

/** The model with what each service takes over from another by `extends`. */
async function withExtended(model: YamlMap, extending: Extending): Promise<YamlMap> {
  const services = entry(model, 'services');
  if (services?.kind !== 'map') return model;
  const entries = new Map<string, YamlNode>();
  for (const [name, service] of services.entries) {
    entries.set(name, await extended(name, service, services, extending, []));
  }
  const whole = { ...services, entries };
  return { ...model, entries: new Map(model.entries).set('services', whole) };
}

async function extended(
  name: string,
  service: YamlNode,
  services: YamlMap,
  extending: Extending,
  seen: readonly string[],
): Promise<YamlNode> {
  const node = entry(service, 'extends');
  if (service.kind !== 'map' || !node) return service;
  const { file, context, resets } = extending;
  const here = `${file}\n${name}`;
  if (seen.includes(here)) throw new YamlRefusal(node, 'circle', name);
  const of = stringOf(node.kind === 'map' ? entry(node, 'service') : node);
  if (of === undefined) throw new YamlRefusal(node, 'bad-structure');
  const other = stringOf(entry(node, 'file'));
  const from =
    other === undefined
      ? { services, extending }
      : await servicesOf(absolute(other, context), node, context);
  const base = from.services.entries.get(of);
  if (!base) throw new YamlRefusal(node, 'unknown-service', of);
  const whole = await extended(of, base, from.services, from.extending, [...seen, here]);
  const own = resets.filter(([top, of]) => top === 'services' && of === name);
  const kept = applyResets(
    whole,
    own.map((path) => path.slice(2)),
  );
  const taken = new Map(service.entries);
  taken.delete('extends');
  const over = { ...service, entries: taken };
  return kept.kind === 'map' ? { ...mergeService(kept, over), line: service.line } : over;
}

function mergeService(base: YamlMap, over: YamlMap): YamlMap {
  const wrap = (service: YamlMap): YamlMap => ({ ...service, entries: new Map([['x', service]]) });
  const merged = mergeModels(wrap(base), wrap(over), ['services']);
  return entry(merged, 'x') as YamlMap;
}

/** The services of a file that is extended. Its paths start in its own folder. */
async function servicesOf(file: string, at: YamlNode, context: ModelContext) {
  const folder = dirname(file);
  const prefix = join(context.prefix ?? '', relative(context.folder, folder)) || '.';
  const inner = { ...context, folder, prefix };
  const [document] = await readDocuments(file, inner, at);
  const services = entry(document?.model, 'services');
  if (services?.kind !== 'map') throw new YamlRefusal(at, 'bad-structure');
  return { services, extending: { file, context: inner, resets: document?.resets ?? [] } };
}
