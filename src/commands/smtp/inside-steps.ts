import { dirname, join, resolve } from 'node:path';
import type { InsideTexts } from '../../language/inside-texts.js';
import type { Cause } from '../../report/causes.js';
import { COMPOSE_FILE_NAMES } from '../../settings/compose/compose-file-names.js';
import { isFile } from '../../settings/look-at-once.js';

/** A failure, or what was found in a text. */
interface Told {
  cause: Cause;
  nextSteps: string[];
}

/** Where the reader of the advice stands. */
export interface Standing {
  cwd: string;
  envFiles?: readonly string[] | undefined;
  host?: string | null;
  /** The check was sent into the container. */
  isInside?: boolean;
}

/** Causes that may not occur in the place of the server. */
const CAUSES: readonly Cause[] = ['host-not-found', 'connection-refused', 'connection-timeout'];
/** Causes that say a name was not found. */
const OF_NAMES: readonly Cause[] = ['host-not-found', 'dns-unavailable'];
/** Names that engines give their host, valid only inside containers. */
const HOST_OF_CONTAINERS = /^(host|gateway)\.(docker|containers)\.internal$/i;

/**
 * Adds the steps that involve containers: an explanation of names that only containers know, and the check from the server's own
 * place where a compose file is near.
 */
export async function withInsideSteps<T extends Told>(
  told: T,
  standing: Standing,
  texts: InsideTexts,
): Promise<T> {
  const isOfName = OF_NAMES.includes(told.cause);
  const host = standing.host ?? '';
  const isOfHost = isOfName && HOST_OF_CONTAINERS.test(host);
  if (standing.isInside) {
    return isOfHost ? { ...told, nextSteps: [texts.hostGateway, ...told.nextSteps] } : told;
  }
  if (!isOfName && !CAUSES.includes(told.cause)) return told;
  const compose = await composeNear(standing);
  const isGiven = compose !== undefined && isGivenIn(host, compose);
  const isInside =
    isOfHost || (isOfName && (isGiven || (compose !== undefined && isServiceOf(host, compose))));
  const before = isInside ? [texts.onlyInside(host)] : [];
  const gateway = isOfHost && !isGiven ? [texts.hostGateway] : [];
  const isPointed = compose !== undefined && !isInside && CAUSES.includes(told.cause);
  const after = isPointed ? [texts.tryInside] : [];
  return { ...told, nextSteps: [...before, ...gateway, ...told.nextSteps, ...after] };
}

/** The text of a compose file in this folder, or beside the env file that was named. */
async function composeNear({ cwd, envFiles = [] }: Standing): Promise<string | undefined> {
  const folders = [cwd, ...envFiles.map((file) => dirname(resolve(cwd, file)))];
  for (const folder of folders) {
    for (const name of COMPOSE_FILE_NAMES) {
      const path = join(folder, name);
      if (!isFile(path)) continue;
      const { readFile } = await import('node:fs/promises');
      const text = await readFile(path, 'utf8').catch(() => undefined);
      if (text !== undefined) return text;
    }
  }
  return undefined;
}

/**
 * Whether a compose file gives its containers a name: as an item of `extra_hosts` with an address, or of `aliases`, or as the
 * `hostname` or `container_name` of one.
 */
function isGivenIn(host: string, compose: string): boolean {
  if (!/^[\w.-]+$/.test(host)) return false;
  const name = `["']?${host.replaceAll('.', '\\.')}`;
  const address = `\\s*[:=]\\s*["'[]*(?:[\\da-f]*[.:]|host-gateway)`;
  const item = `(?:^\\s*-\\s+|[[,]\\s*)${name}(?:["']?\\s*(?:[\\],]|$)|${address})`;
  const key = `^\\s+(?:(?:container_name|hostname)\\s*:\\s*${name}["']?\\s*$|${name}["']?${address})`;
  return new RegExp(`${item}|${key}`, 'im').test(compose.replace(/(^|\s)#.*/gm, '$1'));
}

/** Services are keys, and have no dot in their names. */
function isServiceOf(host: string, compose: string): boolean {
  return /^[\w-]+$/.test(host) && new RegExp(`^\\s+["']?${host}["']?\\s*:`, 'm').test(compose);
}
