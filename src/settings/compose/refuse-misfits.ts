import { isIP } from 'node:net';
import leven from 'leven';
import {
  entry,
  itemsOf,
  textOf,
  type YamlMap,
  type YamlNode,
  YamlRefusal,
} from '../yaml/yaml-node.js';
import { type ComposeType, composeType } from './compose-types.js';

type Keys = NonNullable<ComposeType['keys']>;

const PROJECT = composeType();
const MEANT_ENVIRONMENT = ['env', 'envs', 'env_vars', 'variables'];
const LETTERS = { string: 't', time: 'a time fits nowhere', number: 'n', boolean: 'b', null: '0' };
const SIZE = /^\d+(?:\.\d+)? ?(?:[kmgtp]?b?|[kmgtp]ib)$/i;
const DURATION = /^(?:[+-]?0|-?(?:\d+(?:\.\d*)?(?:[nuµm]?s|[mhdw]))+)$/;
const WORDS = /^(?:\\.|'[^']*'|"(?:\\.|[^"\\])*"|[^'"\\])*\\?$/s;
/** What texts must be, by the key above them. */
const PATTERNS: readonly (readonly [string, RegExp])[] = [
  ['mem_limit mem_reservation memswap_limit mem_swappiness shm_size size memory', SIZE],
  ['interval timeout start_period start_interval stop_grace_period delay monitor window', DURATION],
  ['command entrypoint', WORDS],
  ['container_name', /[a-zA-Z0-9][\w.-]/],
  [
    'pull_policy',
    /always|never|build|if_not_present|missing|refresh|daily|weekly|every_\d+[wdhms]/,
  ],
  ['scale', /^\d+$/],
  ['provenance sbom published mode count expose group_add driver_opts options', /^/],
];
const TRUTH = /^(?:true|false|yes|no|on|off|[yn])$/i;
const NUMBER = /^[+-]?(?:\d+(?:\.\d+)?|\.\d+)$/;
/** What the texts of a list must be. */
const OF_ITEMS: Readonly<Record<string, (text: string) => boolean>> = {
  ports: isPort,
  extra_hosts: (text) => /[=:]|^[\d.]+$/.test(text),
  // An empty part, or too many of them; the first letter may be a drive of Windows.
  volumes: (text) => !/^(?:$|:)|::|:$|^(?:[^:]*:){3}/.test(text.replace(/^[a-z]:\\/i, '')),
};

/**
 * Refuses a model in which a key is not known, or has a value that is not of its kind, as Compose does after each file. Pure.
 *
 * @throws YamlRefusal for the first of them
 */
export function refuseMisfits(model: YamlMap): void {
  refuseMisfit({ key: undefined, node: model, type: PROJECT });
  for (const part of ['services', 'volumes', 'secrets', 'configs']) {
    const nodes = entry(model, part);
    for (const [name, node] of nodes?.kind === 'map' ? nodes.entries : [])
      if (!/^[\w.-]+$/.test(name)) throw new YamlRefusal(node, 'unknown-key', name);
  }
}

interface Part {
  /** The key above. */
  key: string | undefined;
  node: YamlNode;
  type: ComposeType;
  /** It is a service: a later Compose may know other keys. */
  isService?: boolean;
}

function refuseMisfit({ key, node, type, isService = false }: Part): void {
  const { kinds, values, keys, needed = [], items } = type;
  if (kinds === '?') return;
  const text =
    node.kind === 'scalar' && (node.type === 'string' || key === 'scale') ? node.text : undefined;
  const isOther = text !== undefined && values?.includes(text) === false;
  const isLacking = node.kind === 'map' && needed.some((name) => !node.entries.has(name));
  const isUnreadable = text !== undefined && !isReadable(text, key ?? '', type);
  if (!kinds.includes(kindOf(node)) || isOther || isLacking || isUnreadable)
    throw new YamlRefusal(node, 'bad-structure', key);
  for (const item of itemsOf(node)) {
    const isOdd = item.kind === 'scalar' && OF_ITEMS[key ?? '']?.(item.text ?? '') === false;
    if (isOdd) throw new YamlRefusal(item, 'bad-structure', key);
    if (items) refuseMisfit({ key, node: item, type: items });
  }
  const [first] = key === 'test' ? itemsOf(node) : [];
  if (first && !/^(?:NONE|CMD(?:-SHELL)?)$/.test(textOf(first) ?? ''))
    throw new YamlRefusal(first, 'bad-structure', key);
  if (node.kind !== 'map' || !keys) return;
  const any = keys.get('*');
  const isOfServices = key === 'services';
  const above = isOfServices ? undefined : key;
  for (const [name, value] of node.entries) {
    const known = keys.get(name);
    const of = known ?? any;
    if (of)
      refuseMisfit({ key: known ? name : above, node: value, type: of, isService: isOfServices });
    else if (!name.startsWith('x-') && (!isService || isMistake(name, value, keys)))
      throw unknown(name, value, keys, isService);
  }
}

/** Whether a text can be read as what its key takes. Compose makes numbers and truth values of texts. */
function isReadable(text: string, key: string, { kinds, keys, items }: ComposeType): boolean {
  const own = PATTERNS.find(([keys]) => keys.split(' ').includes(key))?.[1];
  if (own) return own.test(text);
  if (keys ?? items) return true;
  const sorted = [...kinds].sort().join('');
  return sorted === 'bt' ? TRUTH.test(text) : sorted !== 'nt' || NUMBER.test(text);
}

/** Whether a key of a service is a misspelt one, or is indented too far. */
function isMistake(key: string, node: YamlNode, known: Keys): boolean {
  return (
    PROJECT.keys?.has(key) === true ||
    entry(node, 'image') !== undefined ||
    meantBy(key, known, true) !== undefined
  );
}

function unknown(key: string, node: YamlNode, known: Keys, isService: boolean): YamlRefusal {
  const meant = meantBy(key, known, isService);
  return new YamlRefusal(node, 'unknown-key', meant ? `${key} → ${meant}` : key);
}

/** The key with a letter too many, too few or swapped; two in longer ones. */
function meantBy(key: string, known: Keys, isService: boolean): string | undefined {
  if (isService && MEANT_ENVIRONMENT.includes(key)) return 'environment';
  const most = key.length > 5 ? 2 : Number(key.length > 3);
  const near = (far: number) =>
    [...known.keys()].find((one) => leven(key, one, { maxDistance: 3 }) <= far);
  return near(Math.min(most, 1)) ?? near(most);
}

function kindOf(node: YamlNode): string {
  return node.kind === 'scalar' ? LETTERS[node.type] : node.kind.charAt(0);
}

/** Whether a text is a port as Docker takes it: `IP:HOST:CONTAINER/PROTOCOL`, where ports may be ranges. */
function isPort(text: string): boolean {
  const [ports = '', protocol = 'tcp', more] = text.split('/');
  const parts = ports.split(':');
  const [container = '', host = ''] = [parts.pop(), parts.pop()];
  const ip = parts.join(':').replace(/^\[(.*)\]$/, '$1');
  const [inside, outside] = [lengthOf(container), lengthOf(host)];
  const isFit =
    inside !== undefined &&
    (host === '' || (outside !== undefined && [1, outside].includes(inside)));
  const isKnown = /^(?:tcp|udp|sctp)$/i.test(protocol) && more === undefined;
  return isFit && isKnown && (ip === '' || isIP(ip) !== 0);
}

/** How many ports a range has; undefined for what is none. */
function lengthOf(range: string): number | undefined {
  if (!/^\d+(?:-\d+)?$/.test(range)) return undefined;
  const [first = 0, last = first] = range.split('-').map(Number);
  return first <= last && last < 65_536 ? last - first + 1 : undefined;
}
