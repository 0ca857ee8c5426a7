import { basename } from 'node:path';
import type { SettingProblem } from '../../report/setting-problem.js';
import type { Lookup } from '../readers/reader.js';
import { entry, textOf, type YamlNode, YamlRefusal } from '../yaml/yaml-node.js';
import { type ComposePlace, findComposeFiles } from './compose-files.js';
import type { ComposeService } from './compose-service.js';
import type { DotEnvValue } from './dot-env.js';

/** A project as Compose loads it, without the env files of its services. */
export interface ComposeProject {
  /** Absolute paths of its compose files, the main one first. */
  files: string[];
  folder: string;
  /** The name by which Compose tells its containers from those of other projects. */
  name: string;
  services: ComposeService[];
  /** What an included file defines, too. Compose before 5 then refuses the project. */
  clashes: YamlNode[];
  /** The values of names behind a `$`. */
  lookup: Lookup;
  /** The values of its `.env`, which no container gets by themselves. */
  dotEnv: ReadonlyMap<string, DotEnvValue>;
}

/** Why Compose refuses a project, with the file and the line (0: none). */
export interface ComposeRefusal {
  file: string;
  line: number;
  problem: SettingProblem;
  /** A name that belongs to the refusal, such as that of a missing file. */
  about?: string | undefined;
}

/** A project, nothing where the folder has no compose file, or why Compose refuses it. */
export type ComposeProjectResult =
  | { ok: true; project: ComposeProject | undefined }
  | ({ ok: false } & ComposeRefusal);

/**
 * Reads the compose files of a folder, or those that were named, as Compose loads them.
 *
 * @throws the signal's reason, unless it is that the time is up
 */
export async function readComposeProject(place: ComposePlace): Promise<ComposeProjectResult> {
  return await refusable(async () => {
    const found = await findComposeFiles(place);
    if (!found) return undefined;
    const { files, folder, lookup, dotEnv } = found;
    // The parser is large, and most folders without a compose file never need it.
    const [{ loadModel }, { servicesOf }, { refuseUndefined }] = await Promise.all([
      import('./load-model.js'),
      import('./compose-service.js'),
      import('./refuse-undefined.js'),
    ]);
    const { signal, env } = place;
    const clashes: YamlNode[] = [];
    const model = await loadModel(files, { folder, home: env.HOME, lookup, signal, clashes });
    const services = servicesOf(model, lookup);
    refuseUndefined(model, services);
    const named = lookup('COMPOSE_PROJECT_NAME') || textOf(entry(model, 'name'));
    const name = projectName(named || basename(folder));
    return { files, folder, name, services, clashes, lookup, dotEnv };
  }).then((result) => (result.ok ? { ok: true, project: result.value } : result));
}

/** A project's name as Compose normalises it (compose-go v2, loader.NormalizeProjectName). */
function projectName(written: string): string {
  return written
    .toLowerCase()
    .replace(/[^a-z0-9_-]/g, '')
    .replace(/^[_-]{1,255}/, '');
}

/** Runs a function, and turns a refusal by Compose into a result. */
export async function refusable<T>(
  work: () => Promise<T>,
): Promise<{ ok: true; value: T } | ({ ok: false } & ComposeRefusal)> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    if (!(error instanceof YamlRefusal)) throw error;
    const { place, problem, about } = error;
    return { ok: false, file: place.file, line: place.line, problem, about };
  }
}
