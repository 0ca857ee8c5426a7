import type { YamlList, YamlMap, YamlNode } from '../yaml/yaml-node.js';
import { entry, itemsOf, textOf } from '../yaml/yaml-node.js';

/** The place of something in a model: the keys that lead to it. */
export type ModelPath = readonly string[];

/** A model, and the parts that its tags `!reset` and `!override` remove from the model below. */
export interface TaggedModel {
  model: YamlNode;
  resets: ModelPath[];
}

/** Takes the tags `!reset` and `!override` out of a tree, together with the parts that are reset. */
export function takeTags(node: YamlNode, path: ModelPath = []): TaggedModel | undefined {
  if (node.tag === '!reset') return undefined;
  const resets: ModelPath[] = node.tag === '!override' ? [path] : [];
  if (node.kind === 'list') {
    const items = node.items.flatMap((item) => takeTags(item, path)?.model ?? []);
    return { model: { ...node, items }, resets };
  }
  if (node.kind === 'scalar') return { model: node, resets };
  const entries = new Map<string, YamlNode>();
  for (const [name, value] of node.entries) {
    const taken = takeTags(value, [...path, name]);
    if (taken) entries.set(name, taken.model);
    resets.push(...(taken?.resets ?? [[...path, name]]));
  }
  return { model: { ...node, entries }, resets };
}

/** Removes the parts that were reset. Variables that were once a list are no longer reached by their names. */
export function applyResets(node: YamlNode, resets: readonly ModelPath[]): YamlNode {
  if (node.kind !== 'map' || node.isOfList || resets.length === 0) return node;
  const entries = new Map<string, YamlNode>();
  for (const [name, value] of node.entries) {
    const inside = resets.filter(([first]) => first === name).map((path) => path.slice(1));
    const isReset = inside.some((path) => path.length === 0);
    if (!isReset) entries.set(name, applyResets(value, inside));
  }
  return { ...node, entries };
}

/**
 * Lays a model over another as Compose does: variables by their names, env files one behind the other,
 * other lists too, other values in each other's place. Pure.
 */
export function mergeModels(base: YamlMap, over: YamlMap, path: ModelPath = []): YamlMap {
  const entries = new Map(base.entries);
  for (const [name, value] of over.entries) {
    const known = entries.get(name);
    entries.set(name, known ? mergeNodes(known, value, [...path, name]) : value);
  }
  return { ...base, entries };
}

function mergeNodes(base: YamlNode, over: YamlNode, path: ModelPath): YamlNode {
  const field = path[0] === 'services' && path.length === 3 ? path[2] : undefined;
  if (field === 'command' || field === 'entrypoint') return over;
  if (over.kind === 'scalar' && over.type === 'null') return base;
  if (base.kind === 'map' && over.kind === 'map') {
    const merged = mergeEntries(field, base, over, path);
    return field === 'environment' ? { ...merged, isOfList: true } : merged;
  }
  if (base.kind !== 'list' || over.kind !== 'list') return over;
  return field === 'env_file' ? mergeFiles(base, over) : joined(base, over);
}

/** A variable without a value replaces one that has a value. */
function mergeEntries(field: string | undefined, base: YamlMap, over: YamlMap, path: ModelPath) {
  if (field !== 'environment') return mergeModels(base, over, path);
  return { ...base, entries: new Map([...base.entries, ...over.entries]) };
}

/** Merges env files. A file that is named again in the same words takes its first place. */
function mergeFiles(base: YamlList, over: YamlList): YamlList {
  const byPath = new Map<string | undefined, YamlNode>();
  for (const item of [...itemsOf(base), ...itemsOf(over)]) {
    byPath.set(textOf(entry(item, 'written')), item);
  }
  return { ...base, items: [...byPath.values()] };
}

function joined(base: YamlList, over: YamlList): YamlList {
  return { ...base, items: [...base.items, ...over.items] };
}
