import { entry, type YamlNode } from '../yaml/yaml-node.js';

/** What two models define under the same name and not alike, as the second has it. Pure. */
export function clashesIn(included: YamlNode | undefined, own: YamlNode | undefined): YamlNode[] {
  if (included?.kind !== 'map') return [];
  return [...included.entries].flatMap(([name, node]) => {
    const other = entry(own, name);
    return other && plain(other) !== plain(node) ? [other] : [];
  });
}

/** A tree without its places. */
function plain(node: YamlNode): string {
  if (node.kind === 'scalar') return JSON.stringify(node.text ?? null);
  if (node.kind === 'list') return `[${node.items.map(plain)}]`;
  const entries = [...node.entries].map(([name, value]) => JSON.stringify(name) + plain(value));
  return `{${entries.sort()}}`;
}
