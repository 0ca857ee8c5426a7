import type { SettingProblem } from '../../report/setting-problem.js';
import type { EntryForm } from '../../report/yaml-spot.js';
import type { UnsetName } from '../shown-name.js';

/** The parts that every node of a YAML text has. */
interface YamlPlace {
  /** The file of the node. */
  file: string;
  /** The line where the node begins, from 1. */
  line: number;
  /** A tag of its own, such as `!reset`. */
  tag?: string | undefined;
}

/** Text, a number, a truth value or nothing; `text` is undefined for nothing (`null`, `~`). */
export interface YamlScalar extends YamlPlace {
  kind: 'scalar';
  text: string | undefined;
  type: 'string' | 'number' | 'boolean' | 'time' | 'null';
  /** Names in the text that nothing sets. They are replaced by nothing. */
  unset?: readonly UnsetName[];
  /** The one name that the text consists of. */
  taken?: string;
  /** The text before names in it were replaced. */
  written?: string;
  /** How the entry with the text is written, where it is not one line. */
  form?: EntryForm | undefined;
  /** The entry is an item of a list. */
  isItem?: boolean;
}

/** A list. */
export interface YamlList extends YamlPlace {
  kind: 'list';
  items: YamlNode[];
}

/** A map, its merge keys (`<<`) carried out. The line of an entry is that of its key. */
export interface YamlMap extends YamlPlace {
  kind: 'map';
  entries: Map<string, YamlNode>;
  /** The map was made from a list, such as `- NAME=value`. */
  isOfList?: boolean;
  /** The line of a key that is no text, such as a number. Compose refuses one. */
  otherKey?: number;
}

/** A part of a YAML text, without anchors and aliases. */
export type YamlNode = YamlScalar | YamlList | YamlMap;

/** The program that a YAML file is for refuses it. */
export class YamlRefusal extends Error {
  override name = 'YamlRefusal';

  /** @param about a name that belongs to the problem, such as a misspelt key or a missing file */
  constructor(
    readonly place: { file: string; line: number },
    readonly problem: SettingProblem,
    readonly about?: string,
  ) {
    super(problem);
  }
}

/**
 * The refusal of a file that cannot be read, though another file names it.
 *
 * @param namedAt the place that names it
 */
export function refusalOfFile(
  file: string,
  problem: SettingProblem,
  namedAt: { file: string; line: number },
): YamlRefusal {
  return new YamlRefusal(namedAt, problem === 'not-found' ? 'file-missing' : problem, file);
}

/** An entry of a map; undefined where it is none, or the node is no map. */
export function entry(node: YamlNode | undefined, name: string): YamlNode | undefined {
  return node?.kind === 'map' ? node.entries.get(name) : undefined;
}

/** The text of a scalar; undefined for nothing and for what is no scalar. */
export function textOf(node: YamlNode | undefined): string | undefined {
  return node?.kind === 'scalar' ? node.text : undefined;
}

/** The items of a list; none for what is none. */
export function itemsOf(node: YamlNode | undefined): YamlNode[] {
  return node?.kind === 'list' ? node.items : [];
}

/** The place of a text or a list, which mostly stand below their key. */
export function firstLineOf(node: YamlScalar | YamlList): { file: string; line: number } {
  const { file, line } = node;
  if (node.kind === 'list') return { file, line: node.items[0]?.line ?? line };
  return { file, line: node.form === 'lines' ? line + 1 : line };
}
