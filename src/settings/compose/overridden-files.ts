import { statSync } from 'node:fs';
import { readTextFile } from '../env-files/text-file.js';
import { entry, itemsOf, textOf, type YamlNode } from '../yaml/yaml-node.js';
import type { ComposeProject } from './compose-project.js';
import type { ComposePlaceInFile } from './compose-service.js';

/** Where a later compose file takes the env files of a service away, and those that it names instead. */
export interface OverriddenFiles extends ComposePlaceInFile {
  names: string[];
}

/**
 * Finds the tag (`!reset`, `!override`) with which a later compose file takes the env files of the earlier ones away. What is
 * added to an earlier file has no effect then.
 *
 * @returns undefined where there is no such tag
 * @throws the signal's reason, unless it is that the time is up
 */
export async function overriddenFiles(
  service: string,
  { files }: ComposeProject,
  signal: AbortSignal,
): Promise<OverriddenFiles | undefined> {
  const { parseYaml } = await import('../yaml/parse-yaml.js');
  for (const file of files.slice(1).reverse()) {
    // A pipe has given its text already, and would be waited for.
    if (!statSync(file, { throwIfNoEntry: false })?.isFile()) continue;
    const read = await readTextFile(file, signal);
    const trees = read.ok ? parseYaml(read.text, file) : [];
    const nodes = trees.map((tree) => entry(entry(entry(tree, 'services'), service), 'env_file'));
    const found = nodes.findLast((node) => node?.tag === '!reset' || node?.tag === '!override');
    if (!found) continue;
    const names = found.tag === '!reset' ? [] : namesOf(found);
    return { file, line: found.line, names };
  }
  return undefined;
}

function namesOf(node: YamlNode): string[] {
  const nodes = node.kind === 'list' ? itemsOf(node) : [node];
  return nodes.flatMap((item) => textOf(item) ?? textOf(entry(item, 'path')) ?? []);
}
