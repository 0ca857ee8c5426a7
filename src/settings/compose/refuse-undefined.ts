import {
  entry,
  itemsOf,
  textOf,
  type YamlMap,
  type YamlNode,
  YamlRefusal,
} from '../yaml/yaml-node.js';
import type { ComposeService } from './compose-service.js';

/** The parts of a compose file that services name things of. */
export const DEFINED = ['networks', 'volumes', 'secrets', 'configs'] as const;

/** The name before the target. A single letter is a drive of Windows. */
const VOLUME = /^([^./~\\][^:\\]+):/;

/** Fields that name a service, and where the name stands in them. */
const TO_SERVICES = [
  ['links', /^([^:]+)/],
  ['volumes_from', /^(?!container:)([^:]+)/],
  ['network_mode', /^service:(.+)/],
  ['ipc', /^service:(.+)/],
  ['pid', /^service:(.+)/],
] as const;

/**
 * Refuses a project as Compose does where a service that it starts names a network, a volume, a secret, a config or a service that
 * is not there, or sets what contradicts itself. Pure.
 *
 * @throws YamlRefusal for the first of them
 */
export function refuseUndefined(model: YamlMap, services: readonly ComposeService[]): void {
  const active = services.filter(({ isActive }) => isActive).map(({ name }) => name);
  const graph: Graph = new Map();
  for (const name of active) {
    const service = entry(entry(model, 'services'), name);
    const needs = new Map<string, YamlNode>();
    graph.set(name, needs);
    const refuse = (part: string, names: readonly (readonly [string, YamlNode])[]) => {
      const isThere = (one: string) =>
        part === 'services'
          ? active.includes(one)
          : entry(entry(model, part), one) !== undefined || `${part}.${one}` === 'networks.default';
      const missing = names.find(([one]) => !isThere(one));
      if (missing) throw new YamlRefusal(missing[1], 'not-defined', `${part}.${missing[0]}`);
      if (part === 'services') for (const [one, node] of names) needs.set(one, node);
    };
    refuse('networks', namesIn(entry(service, 'networks')));
    const isAsked = ([one, node]: readonly [string, YamlNode]) =>
      active.includes(one) || textOf(entry(node, 'required')) !== 'false';
    refuse('services', namesIn(entry(service, 'depends_on')).filter(isAsked));
    for (const [key, pattern] of TO_SERVICES) {
      const field = entry(service, key);
      const items = field?.kind === 'scalar' ? [field] : itemsOf(field);
      refuse(
        'services',
        items.flatMap((item) => named(pattern.exec(textOf(item) ?? '')?.[1], item)),
      );
    }
    refuseBoth(service);
    refuse('volumes', volumesOf(itemsOf(entry(service, 'volumes'))).flatMap(volumeIn));
    for (const part of ['secrets', 'configs'])
      refuse(part, itemsOf(entry(service, part)).flatMap(sourceIn));
  }
  for (const name of active) refuseCircle(name, graph, []);
}

type Graph = Map<string, Map<string, YamlNode>>;

/** Refuses services that wait for each other. What was followed leaves the graph, so that each is followed once. */
function refuseCircle(name: string, graph: Graph, above: readonly string[]): void {
  for (const [next, node] of graph.get(name) ?? []) {
    if (next === name || above.includes(next)) throw new YamlRefusal(node, 'circle', next);
    refuseCircle(next, graph, [...above, name]);
  }
  graph.delete(name);
}

/** Refuses two keys of a service that contradict each other. */
function refuseBoth(service: YamlNode | undefined): void {
  const [scale, replicas] = [entry(service, 'scale'), entry(entry(service, 'deploy'), 'replicas')];
  const [mode, networks] = [entry(service, 'network_mode'), entry(service, 'networks')];
  if (scale && replicas && Number(textOf(scale)) !== Number(textOf(replicas)))
    throw new YamlRefusal(scale, 'bad-structure', 'scale + replicas');
  if (mode && namesIn(networks).length > 0)
    throw new YamlRefusal(mode, 'bad-structure', 'network_mode + networks');
}

/** The names of a list, or the keys of a map. */
function namesIn(node: YamlNode | undefined): (readonly [string, YamlNode])[] {
  if (node?.kind === 'map') return [...node.entries];
  return itemsOf(node).flatMap((item) => named(textOf(item), item));
}

/** The volumes that count: of several with one target, the last. */
function volumesOf(items: readonly YamlNode[]): YamlNode[] {
  const byTarget = new Map<string, YamlNode>();
  for (const item of items) {
    const short = (textOf(item) ?? '').split(':');
    const target = item.kind === 'map' ? textOf(entry(item, 'target')) : (short[1] ?? short[0]);
    byTarget.set(target ?? '', item);
  }
  return [...byTarget.values()];
}

function volumeIn(item: YamlNode): (readonly [string, YamlNode])[] {
  if (item.kind !== 'map') return named(VOLUME.exec(textOf(item) ?? '')?.[1], item);
  return textOf(entry(item, 'type')) === 'volume' ? sourceIn(item) : [];
}

function sourceIn(item: YamlNode): (readonly [string, YamlNode])[] {
  return named(textOf(item.kind === 'map' ? entry(item, 'source') : item), item);
}

function named(name: string | undefined, item: YamlNode): (readonly [string, YamlNode])[] {
  return name ? [[name, item]] : [];
}
