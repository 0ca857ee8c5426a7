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

/** The keys by what may stand under them: a text, a number, a truth value, a list, a map, 0 nothing. */
type Keys = Readonly<Record<string, string>>;

const TOP: Keys = {
  t: 'version name',
  m: 'services networks volumes models secrets configs',
  l0: 'include',
};
// The Compose specification. A misspelt key may have meant one of them.
const OF_SERVICES: Keys = {
  t:
    'cgroup cgroup_parent container_name cpuset domainname hostname image ipc isolation mac_address network_mode pid platform ' +
    'pull_policy pull_refresh_after restart runtime stop_grace_period stop_signal user userns_mode uts working_dir',
  tn:
    'cpu_count cpu_percent cpu_period cpu_quota cpu_rt_period cpu_rt_runtime cpu_shares cpus mem_limit mem_reservation ' +
    'mem_swappiness memswap_limit oom_score_adj pids_limit scale shm_size',
  tb: 'attach init oom_kill_disable privileged read_only stdin_open tty use_api_socket',
  l:
    'cap_add cap_drop configs device_cgroup_rules devices dns_opt expose external_links group_add links ports post_start ' +
    'pre_stop profiles secrets security_opt volumes volumes_from',
  m: 'blkio_config credential_spec healthcheck logging provider storage_opt ulimits',
  m0: 'deploy develop',
  lm: 'annotations depends_on environment extra_hosts labels models networks sysctls',
  tl: 'dns dns_search env_file gpus label_file tmpfs',
  tl0: 'command entrypoint',
  tm: 'build extends',
};
const [OF_TOP, OF_SERVICE] = [TOP, OF_SERVICES].map(
  (keys) =>
    new Map(
      Object.entries(keys).flatMap(([kinds, names]) =>
        names.split(' ').map((name) => [name, kinds] as const),
      ),
    ),
) as [Map<string, string>, Map<string, string>];
const MEANT_ENVIRONMENT = ['env', 'envs', 'env_vars', 'variables'];
const LETTERS = { string: 't', time: 't', number: 'n', boolean: 'b', null: '0' };
/** Lists whose items may be numbers. */
const OF_NUMBERS = ['ports', 'expose', 'group_add'];
const PATTERNS: Readonly<Record<string, RegExp>> = {
  container_name: /[a-zA-Z0-9][\w.-]/,
  pull_policy: /always|never|build|if_not_present|missing|refresh|daily|weekly|every_\d+[wdhms]/,
  scale: /^\d+$/,
};

/**
 * Refuses a model in which a key is not known, or has a value that is not of its kind, as Compose does after each file. Pure.
 *
 * @throws YamlRefusal for the first of them
 */
export function refuseMisfits(model: YamlMap): void {
  for (const [key, node] of model.entries) {
    const isKnown = OF_TOP.has(key) || key.startsWith('x-');
    if (!isKnown) throw unknown(key, node, OF_TOP);
    refuseKind(key, node, OF_TOP);
  }
  for (const part of ['services', 'volumes', 'secrets', 'configs']) {
    const nodes = entry(model, part);
    for (const [name, node] of nodes?.kind === 'map' ? nodes.entries : []) {
      if (!/^[\w.-]+$/.test(name)) throw new YamlRefusal(node, 'unknown-key', name);
      if (part === 'services') refuseInService(node);
    }
  }
}

function refuseInService(service: YamlNode): void {
  if (service.kind !== 'map') throw new YamlRefusal(service, 'bad-structure');
  for (const [key, node] of service.entries) {
    const isKnown = OF_SERVICE.has(key) || key.startsWith('x-');
    if (!isKnown && isMistake(key, node)) throw unknown(key, node, OF_SERVICE);
    refuseKind(key, node, OF_SERVICE);
    const odd = itemsOf(node).find(
      (item) =>
        (!OF_NUMBERS.includes(key) && /[nb0]/.test(kindOf(item))) ||
        (key === 'ports' && item.kind === 'scalar' && !isPort(item.text ?? '')),
    );
    const text = textOf(node);
    const isOdd = text !== undefined && PATTERNS[key]?.test(text) === false;
    if (odd ?? isOdd) throw new YamlRefusal(odd ?? node, 'bad-structure', key);
  }
}

/** Whether a key of a service is a misspelt one, or is indented too far. A later Compose may know others. */
function isMistake(key: string, node: YamlNode): boolean {
  return (
    OF_TOP.has(key) || entry(node, 'image') !== undefined || meantBy(key, OF_SERVICE) !== undefined
  );
}

function unknown(key: string, node: YamlNode, known: ReadonlyMap<string, string>): YamlRefusal {
  const meant = meantBy(key, known);
  return new YamlRefusal(node, 'unknown-key', meant ? `${key} → ${meant}` : key);
}

/** The key with a letter too many, too few or swapped; two in longer ones. */
function meantBy(key: string, known: ReadonlyMap<string, string>): string | undefined {
  if (known === OF_SERVICE && MEANT_ENVIRONMENT.includes(key)) return 'environment';
  const most = key.length > 5 ? 2 : Number(key.length > 3);
  const near = (far: number) =>
    [...known.keys()].find((one) => leven(key, one, { maxDistance: 3 }) <= far);
  return near(Math.min(most, 1)) ?? near(most);
}

function refuseKind(key: string, node: YamlNode, known: ReadonlyMap<string, string>): void {
  const kinds = known.get(key);
  const isFit = kinds === undefined || kinds.includes(kindOf(node));
  if (!isFit) throw new YamlRefusal(node, 'bad-structure', key);
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
