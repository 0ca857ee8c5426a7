import { basename, join, resolve } from 'node:path';
import { readTextFile } from './env-files/text-file.js';
import { namesIn } from './look-at-once.js';

/** A manifest that was read. */
export interface ManifestText {
  /** Absolute path. */
  path: string;
  text: string;
}

/** The named files by kind, in their order. */
export interface FilesByKind {
  /** Absolute paths of compose files. */
  compose: string[];
  manifests: ManifestText[];
  /** The first YAML file with our variables that is neither kind, such as values of a Helm chart. */
  stray?: string;
}

// Every manifest contains these keys, in YAML and in JSON.
const IN_YAML = [/^(?:- )?apiVersion\s*:/m, /^(?:- | {2})?kind\s*:/m];
const IN_JSON = [/"apiVersion"\s*:/, /"kind"\s*:/];
// The most files of a folder. One that somebody wrote manifests in has fewer.
const MOST_FILES = 50;

/**
 * Tells compose files and manifests of Kubernetes from env files, by their names and their contents.
 *
 * @param names names as they were given; without any there are no files
 * @throws the signal's reason, unless it is that the time is up
 */
export async function sortByKind(
  names: readonly string[] | undefined,
  cwd: string,
  signal: AbortSignal,
): Promise<FilesByKind> {
  const kinds: FilesByKind = { compose: [], manifests: [] };
  for (const name of names ?? []) {
    if (!/\.(?:ya?ml|json)$/i.test(name)) continue;
    const path = resolve(cwd, name);
    const read = await readTextFile(path, signal);
    if (!read.ok) continue;
    const text = withoutMark(read.text);
    if (isManifest(text)) kinds.manifests.push({ path, text });
    else if (isStray(text, name)) kinds.stray ??= path;
    else if (isYaml(name) || /"(?:services|include)"\s*:/.test(text)) kinds.compose.push(path);
  }
  return kinds;
}

/**
 * The manifests in a folder, those in folders below it aside.
 *
 * @throws the signal's reason, unless it is that the time is up
 */
export async function manifestsIn(folder: string, signal: AbortSignal): Promise<ManifestText[]> {
  const names = namesIn(folder);
  const candidates = names.filter((name) => /\.ya?ml$/i.test(name)).sort();
  const manifests: ManifestText[] = [];
  for (const name of candidates.slice(0, MOST_FILES)) {
    const path = join(folder, name);
    const read = await readTextFile(path, signal);
    const text = read.ok ? withoutMark(read.text) : '';
    if (isManifest(text)) manifests.push({ path, text });
  }
  return manifests.some(({ text }) => /tailchat|SMTP_/i.test(text)) ? manifests : [];
}

/** A text without the mark that editors of Windows put before UTF-8. */
const withoutMark = (text: string) => text.replace(/^\ufeff/, '');

/**
 * Whether YAML holds our variables below some key, and no key that Compose reads at its top. The values of a Helm chart may name
 * them otherwise.
 */
function isStray(text: string, name: string): boolean {
  const isOfHelm = /^values(?:[.-][\w.-]*)?\.ya?ml$/i.test(basename(name));
  const isNested =
    isOfHelm || /^[ \t]+(?:- )?["']?(?:name: *["']?)?SMTP_(?:URI|SENDER)\b/m.test(text);
  return isNested && !OF_COMPOSE.test(text);
}

const OF_COMPOSE = /^["']?(?:services|include|version|name|networks|volumes|x-[\w-]+)["']?\s*:/m;

/** Whether a file is YAML by its name. One of JSON may be of any program's. */
const isYaml = (name: string) => !/\.json$/i.test(name);

function isManifest(text: string): boolean {
  const patterns = /^\s*[{[]/.test(text) ? IN_JSON : IN_YAML;
  return patterns.every((pattern) => pattern.test(text));
}
