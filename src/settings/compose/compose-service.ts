import type { EntryForm } from '../../report/yaml-spot.js';
import type { Lookup } from '../readers/reader.js';
import type { UnsetName } from '../shown-name.js';
import {
  entry,
  itemsOf,
  textOf,
  type YamlMap,
  type YamlNode,
  YamlRefusal,
} from '../yaml/yaml-node.js';

/** A place in a compose file. */
export interface ComposePlaceInFile {
  /** Absolute path. */
  file: string;
  /** From 1. */
  line: number;
}

/** A file that a service takes variables from. */
export interface ComposeEnvFile {
  /** Its absolute path. */
  path: string;
  /** The file is read as it stands (`format: raw`), as `docker run --env-file` does. */
  isRaw: boolean;
  /** Compose refuses the project if the file does not exist. */
  isRequired: boolean;
  /** Where the compose file names it. */
  place: ComposePlaceInFile;
}

/** A variable of a service, and the place that sets it: in a compose file or in an env file. */
export interface ComposeVariable extends ComposePlaceInFile {
  name: string;
  /** undefined where the value should come from Compose's environment and is not there. */
  value: string | undefined;
  /** Names in the value that nothing sets. */
  unset?: readonly UnsetName[] | undefined;
  /** The one name that the value consists of. */
  taken?: string | undefined;
  /** The value before names in it were replaced. */
  written?: string | undefined;
  /** How the entry is written. */
  form?: EntryForm | undefined;
  isItem?: boolean | undefined;
}

/** The description of a service in a compose file, as far as its variables depend on it. */
export interface ComposeService {
  name: string;
  place: ComposePlaceInFile;
  image: string | undefined;
  envFiles: ComposeEnvFile[];
  environment: ComposeVariable[];
  /** Compose starts the service: it belongs to no profile, or to an active one. */
  isActive: boolean;
  /** The profiles that the service belongs to. */
  profiles: readonly string[];
  /** Where the service is set to no containers at all (`scale: 0`, `replicas: 0`). */
  startsNone: ComposePlaceInFile | undefined;
  /** The service uses the network of the machine, and has no address of its own. */
  usesHostNetwork: boolean;
}

/**
 * The services of a model.
 *
 * @param lookup gives the variables that are only named, and the active profiles (`COMPOSE_PROFILES`)
 * @throws YamlRefusal for what Compose does not take
 */
export function servicesOf(model: YamlMap, lookup: Lookup): ComposeService[] {
  const services = entry(model, 'services');
  if (services?.kind !== 'map') return [];
  const profiles = (lookup('COMPOSE_PROFILES') ?? '').split(',').map((name) => name.trim());
  return [...services.entries].map(([name, node]) => {
    const own = profilesOf(entry(node, 'profiles'));
    const isActive =
      own.length === 0 || profiles.includes('*') || own.some((one) => profiles.includes(one));
    const environment = entry(node, 'environment');
    const image = textOf(entry(node, 'image'));
    const hasSource = image !== undefined || entry(node, 'build') || entry(node, 'provider');
    const place = { file: node.file, line: node.line };
    if (isActive && !hasSource) throw new YamlRefusal(place, 'no-image', name);
    return {
      ...{ name, place, image, isActive, profiles: own },
      envFiles: itemsOf(entry(node, 'env_file')).map(envFileOf),
      environment: variablesOf(environment, lookup),
      startsNone: noneStarted(node),
      usesHostNetwork: textOf(entry(node, 'network_mode')) === 'host',
    };
  });
}

/** The line that sets a service to no containers: `scale`, or `replicas` under `deploy`. */
function noneStarted(node: YamlNode): ComposePlaceInFile | undefined {
  const counts = [entry(node, 'scale'), entry(entry(node, 'deploy'), 'replicas')];
  const none = counts.find((count) => Number(textOf(count) || Number.NaN) === 0);
  return none && { file: none.file, line: none.line };
}

/** Only a list of names is one of profiles. */
function profilesOf(node: YamlNode | undefined): string[] {
  if (!node) return [];
  const names = itemsOf(node).flatMap((item) => textOf(item) ?? []);
  if (node.kind !== 'list' || names.length < node.items.length) {
    throw new YamlRefusal(node, 'bad-structure');
  }
  return names;
}

function envFileOf(item: YamlNode): ComposeEnvFile {
  const format = entry(item, 'format');
  const formatName = textOf(format) ?? '';
  if (format && !['', 'raw'].includes(formatName)) {
    throw new YamlRefusal(format, 'unknown-format', formatName);
  }
  return {
    path: textOf(entry(item, 'path')) ?? '',
    isRaw: formatName === 'raw',
    isRequired: !/^(?:false|no?|off)$/i.test(textOf(entry(item, 'required')) ?? ''),
    place: { file: item.file, line: item.line },
  };
}

function variablesOf(node: YamlNode | undefined, lookup: Lookup): ComposeVariable[] {
  if (node?.kind !== 'map') return [];
  return [...node.entries].map(([name, value]) => ({
    ...{ name, file: value.file, line: value.line },
    value: textOf(value) ?? lookup(name),
    unset: value.kind === 'scalar' ? value.unset : undefined,
    taken: value.kind !== 'scalar' ? undefined : value.text === undefined ? name : value.taken,
    ...(value.kind === 'scalar'
      ? { form: value.form, isItem: value.isItem, written: value.written }
      : {}),
  }));
}
