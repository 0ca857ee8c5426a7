import { join, resolve } from 'node:path';
import {
  entry,
  firstLineOf,
  itemsOf,
  textOf,
  type YamlMap,
  type YamlNode,
  YamlRefusal,
  type YamlScalar,
} from '../yaml/yaml-node.js';

/** The folder that relative paths start from, and the folder that `~` stands for. */
export interface ComposeFolder {
  folder: string;
  home: string | undefined;
  /** The beginning of relative paths, where the file is not the project's own. */
  prefix?: string | undefined;
}

/**
 * Brings the services of a compose file into the long form that Compose makes of them: variables as a
 * map, env files as a list of `path`, `required` and `format`, paths absolute.
 *
 * @param model the file's tree, its names replaced
 * @throws YamlRefusal for what Compose does not take
 */
export function normalModel(model: YamlNode | undefined, folder: ComposeFolder): YamlMap {
  if (model?.kind !== 'map') throw refusalOf(model);
  const services = entry(model, 'services');
  if (!services || isNothing(services)) return model;
  if (services.kind !== 'map') throw refusalOf(services);
  const normal = new Map<string, YamlNode>();
  for (const [name, service] of services.entries) normal.set(name, normalService(service, folder));
  const entries = new Map(model.entries).set('services', { ...services, entries: normal });
  return { ...model, entries };
}

function refusalOf(node: YamlNode | undefined): YamlRefusal {
  return new YamlRefusal(node ?? { file: '', line: 1 }, 'bad-structure');
}

function isNothing(node: YamlNode): boolean {
  return node.kind === 'scalar' && node.type === 'null';
}

function normalService(service: YamlNode, folder: ComposeFolder): YamlNode {
  // It may be laid over another file's.
  if (isNothing(service)) return service;
  if (service.kind !== 'map') throw refusalOf(service);
  const entries = new Map(service.entries);
  const environment = entry(service, 'environment');
  if (environment) entries.set('environment', normalEnvironment(environment));
  for (const key of ONCE) {
    const texts = itemsOf(entry(service, key)).map(textOf);
    const twice = texts.findIndex((text, at) => texts.indexOf(text) < at);
    const item = itemsOf(entry(service, key))[twice];
    if (item) throw new YamlRefusal(item, 'bad-structure', key);
  }
  const files = entry(service, 'env_file');
  if (files) entries.set('env_file', normalFiles(files, folder));
  return { ...service, entries };
}

/** Lists in which Compose takes nothing twice. In others it leaves out what is there already. */
const ONCE = ['depends_on', 'networks', 'volumes_from', 'security_opt', 'external_links'];

function normalEnvironment(node: YamlNode): YamlNode {
  const place = { file: node.file, line: node.line };
  if (node.kind === 'map') {
    for (const value of node.entries.values()) {
      if (value.kind !== 'scalar' || value.type === 'time') throw refusalOf(value);
    }
    return node;
  }
  // Another file may still be merged over an empty service.
  if (isNothing(node)) return node;
  if (node.kind !== 'list') throw new YamlRefusal(firstLineOf(node), 'no-pair');
  const entries = new Map(node.items.map((item) => listed(item)));
  return { ...place, kind: 'map', entries, isOfList: true };
}

/** `NAME=value`, or a name alone. */
function listed(item: YamlNode): [string, YamlScalar] {
  if (item.kind !== 'scalar' || item.type !== 'string') throw new YamlRefusal(item, 'bad-entry');
  const text = item.text ?? '';
  const equals = text.indexOf('=');
  const name = equals < 0 ? text : text.slice(0, equals);
  if (/\s$/.test(name)) throw new YamlRefusal(item, 'space-in-name');
  const entry = { ...item, isItem: true };
  if (equals < 0) return [name, { ...entry, type: 'null', text: undefined }];
  const written = item.written?.startsWith(`${name}=`) && item.written.slice(equals + 1);
  return [name, { ...entry, text: text.slice(equals + 1), ...(written ? { written } : {}) }];
}

function normalFiles(node: YamlNode, folder: ComposeFolder): YamlNode {
  const place = { file: node.file, line: node.line };
  if (isNothing(node)) return node;
  if (node.kind === 'map') throw refusalOf(node);
  const items = node.kind === 'list' ? itemsOf(node) : [node];
  return { ...place, kind: 'list', items: items.map((item) => normalFile(item, folder)) };
}

/** The long form, with the path as it is written. Compose recognises a repeated file by that. */
function normalFile(item: YamlNode, folder: ComposeFolder): YamlMap {
  const { file, line } = item;
  const paths = (path: string): [string, YamlScalar][] => {
    const isWritten = folder.prefix === undefined || path.startsWith('/');
    const written = isWritten ? path : join(folder.prefix ?? '', path);
    return [
      ['path', scalar(absolute(path, folder))],
      ['written', scalar(written)],
    ];
  };
  const scalar = (text: string): YamlScalar => ({
    kind: 'scalar',
    type: 'string',
    file,
    line,
    text,
  });
  if (item.kind === 'scalar') {
    if (item.type !== 'string') throw refusalOf(item);
    return { kind: 'map', file, line, entries: new Map(paths(item.text ?? '')) };
  }
  const path = textOf(entry(item, 'path'));
  if (item.kind !== 'map' || path === undefined) throw refusalOf(item);
  for (const [name, node] of item.entries) {
    const isKnown = ['path', 'required', 'format'].includes(name);
    if (!isKnown) throw new YamlRefusal(node, 'unknown-key', name);
    const isTruth = /^(?:true|false|yes|no|on|off|[yn])$/i.test(textOf(node) ?? '');
    const isText = node.kind === 'scalar' && node.type === 'string';
    const isFit = name === 'required' ? isTruth : isText;
    if (!isFit) throw refusalOf(node);
  }
  return { ...item, entries: new Map([...item.entries, ...paths(path)]) };
}

/** A path as Compose takes it: from the folder of the project, or from the home folder. */
export function absolute(path: string, { folder, home }: ComposeFolder): string {
  const isAtHome = home !== undefined && /^~(?:\/|$)/.test(path);
  return isAtHome ? join(home, path.slice(1)) : resolve(folder, path);
}
