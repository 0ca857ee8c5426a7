import type { EntryForm } from '../../report/yaml-spot.js';
import {
  entry,
  firstLineOf,
  itemsOf,
  textOf,
  type YamlMap,
  type YamlNode,
  YamlRefusal,
} from '../yaml/yaml-node.js';

/** An object of a manifest. */
export interface ManifestObject {
  kind: string;
  name: string;
  namespace: string | undefined;
  node: YamlMap;
}

/** A value of a ConfigMap or a Secret, as the container would get it, and its place. */
export interface HeldValue {
  value: string;
  file: string;
  line: number;
  /** The manifest holds it in base64. */
  isEncoded?: boolean;
  /** How the entry is written, where it is not one line. */
  form?: EntryForm | undefined;
}

/** A ConfigMap or a Secret. */
export interface Holder extends Omit<ManifestObject, 'node'> {
  values: Map<string, HeldValue>;
}

// A List may contain lists, and a hostile file nests them without end.
const DEEPEST = 10;

/** The objects of the documents of a file, with those in a `List`. */
export function objectsOf(documents: readonly YamlNode[], depth = 0): ManifestObject[] {
  return documents.flatMap((node) => {
    const kind = textOf(entry(node, 'kind'));
    if (node.kind !== 'map' || kind === undefined || depth > DEEPEST) return [];
    if (kind.endsWith('List')) return objectsOf(itemsOf(entry(node, 'items')), depth + 1);
    const metadata = entry(node, 'metadata');
    const name = textOf(entry(metadata, 'name')) ?? '';
    return [{ kind, name, namespace: textOf(entry(metadata, 'namespace')), node }];
  });
}

/**
 * The values of a ConfigMap or a Secret: `data`, which a Secret has in base64, and over it `stringData`.
 *
 * @throws YamlRefusal for what is no map, for `data` that is no base64, and for a value that is no text
 */
export function holderOf({ kind, name, namespace, node }: ManifestObject): Holder | undefined {
  if (kind !== 'ConfigMap' && kind !== 'Secret') return undefined;
  const values = new Map<string, HeldValue>();
  const take = (field: string, decode: (value: YamlNode, key: string) => string) => {
    const map = entry(node, field);
    if (!map || (map.kind === 'scalar' && map.type === 'null')) return;
    if (map.kind !== 'map') throw new YamlRefusal(firstLineOf(map), 'no-pair');
    for (const [key, value] of map.entries) {
      const { file, line } = value;
      const isEncoded = decode === decoded;
      const form = value.kind === 'scalar' ? value.form : undefined;
      values.set(key, { value: decode(value, key), file, line, isEncoded, form });
    }
  };
  take('data', kind === 'Secret' ? decoded : plain);
  if (kind === 'Secret') take('stringData', plain);
  return { kind, name, namespace, values };
}

/** Whether a value is `{{ … }}`, which YAML reads as a map whose key is a map. Helm fills it in before Kubernetes sees it. */
export function isTemplate(node: YamlNode): boolean {
  return node.kind === 'map' && node.otherKey !== undefined;
}

function plain(node: YamlNode, key: string): string {
  if (node.kind === 'scalar' && (node.type === 'string' || node.type === 'null')) {
    return node.text ?? '';
  }
  throw new YamlRefusal(node, isTemplate(node) ? 'template' : 'not-text', key);
}

/** Whether a text was surely never encoded. */
function isPlain(text: string): boolean {
  return /[^\w+/=\s-]/.test(text);
}

/** Decodes base64 as the API server does: line ends are skipped, and everything else must be valid. */
function decoded(node: YamlNode, key: string): string {
  const written = plain(node, key).replace(/[\r\n]/g, '');
  const isBase64 = /^[A-Za-z0-9+/]*={0,2}$/.test(written) && written.length % 4 === 0;
  if (!isBase64) throw new YamlRefusal(node, isPlain(written) ? 'bad-base64' : 'cut-base64', key);
  return Buffer.from(written, 'base64').toString('utf8');
}
