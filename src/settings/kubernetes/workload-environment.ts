import type { ToWrite } from '../../report/to-write.js';
import type { EntryForm } from '../../report/yaml-spot.js';
import type { UnsetName } from '../shown-name.js';
import { entry, itemsOf, textOf, type YamlNode, YamlRefusal } from '../yaml/yaml-node.js';
import { type Holder, isTemplate, type ManifestObject } from './manifest-objects.js';

/** A variable of a container. Its value is undefined where it comes from an object that the files do not hold. */
export interface ContainerVariable {
  value: string | undefined;
  file: string;
  line: number;
  /** The ConfigMap or Secret that holds it, and under which key. */
  from?: { holder: Holder; key: string } | undefined;
  /** What gives the variable its name, where that is not the key. */
  named?: { file: string; line: number } | undefined;
  /** The manifest holds it in base64. */
  isEncoded?: boolean;
  /** The entry has a name and no value. */
  isBare?: boolean;
  /** How the entry is written, where it is not one line. */
  form?: EntryForm | undefined;
  /** The ConfigMap or Secret that the value comes from, wholly or in part, where the files do not hold that. */
  outside?: OutsideSource | undefined;
  /** What `envFrom` gives the same name, which `env` overrides. */
  over?: ContainerVariable;
  /** Names in the value that nothing sets. They stay as they stand. */
  unset?: readonly UnsetName[] | undefined;
}

/** A ConfigMap or Secret that no file holds. With a key, only that key is taken. */
export interface OutsideSource {
  kind: string;
  name: string;
  key?: string | undefined;
}

/** A container of a workload. */
export interface WorkloadContainer {
  workload: ManifestObject;
  name: string;
  image: string;
  line: number;
  file: string;
  variables: Map<string, ContainerVariable>;
  /** What gives the container all of another ConfigMap or Secret. */
  addSource: (reference: string) => ToWrite;
  /** The ConfigMaps and Secrets that the container names. */
  uses: string[];
  /** Those of them that are taken whole and that the files do not hold. */
  outside: OutsideSource[];
}

const WORKLOADS = [
  'Deployment',
  'StatefulSet',
  'DaemonSet',
  'ReplicaSet',
  'Job',
  'ReplicationController',
];

/**
 * The containers of a workload, with the variables that Kubernetes gives them: `envFrom` in its order, `env`
 * over it, `$(NAME)` replaced.
 *
 * @throws YamlRefusal for a key that its ConfigMap or Secret does not have: the container would not start
 */
export function containersOf(
  workload: ManifestObject,
  holders: readonly Holder[],
): WorkloadContainer[] {
  const pod = podOf(workload);
  return itemsOf(entry(pod, 'containers')).map((container) => {
    const uses: string[] = [];
    const outside: OutsideSource[] = [];
    const variables = new Map<string, ContainerVariable>();
    const near = holders.filter((one) => isNear(one, workload));
    const find = (kind: string, name: string) => {
      uses.push(`${kind}/${name}`);
      return near.find((one) => one.kind === kind && one.name === name);
    };
    for (const source of itemsOf(entry(container, 'envFrom'))) {
      outside.push(...outsideOf(source, near));
      for (const [name, variable] of fromSource(source, find)) variables.set(name, variable);
    }
    for (const item of itemsOf(entry(container, 'env'))) {
      const name = textOf(entry(item, 'name'));
      if (name === undefined) continue;
      const over = variables.get(name);
      variables.set(name, { ...fromItem(item, variables, find), ...(over ? { over } : {}) });
    }
    return {
      ...{ workload, variables, uses, outside, file: container.file, line: container.line },
      addSource: (reference: string) => sourceToWrite(container, reference),
      name: textOf(entry(container, 'name')) ?? '',
      image: textOf(entry(container, 'image')) ?? '',
    };
  });
}

/** Whether both may be in one namespace: a manifest without one gets that of the command that applies it. */
export function isNear(
  { namespace }: Pick<ManifestObject, 'namespace'>,
  workload: Pick<ManifestObject, 'namespace'>,
): boolean {
  const isOpen = namespace === undefined || workload.namespace === undefined;
  return isOpen || namespace === workload.namespace;
}

function podOf({ kind, node }: ManifestObject): YamlNode | undefined {
  const spec = entry(node, 'spec');
  if (kind === 'Pod') return spec;
  const template = (of: YamlNode | undefined) => entry(entry(of, 'template'), 'spec');
  if (kind === 'CronJob') return template(entry(entry(spec, 'jobTemplate'), 'spec'));
  return WORKLOADS.includes(kind) ? template(spec) : undefined;
}

type FindHolder = (kind: string, name: string) => Holder | undefined;

function fromSource(source: YamlNode, find: FindHolder): [string, ContainerVariable][] {
  const named = entry(source, 'prefix');
  const prefix = textOf(named) ?? '';
  const secret = textOf(entry(entry(source, 'secretRef'), 'name'));
  const map = textOf(entry(entry(source, 'configMapRef'), 'name'));
  const holder =
    secret !== undefined
      ? find('Secret', secret)
      : map !== undefined
        ? find('ConfigMap', map)
        : undefined;
  return [...(holder?.values ?? [])].map(([key, held]) => [
    prefix + key,
    { ...held, named, ...(holder ? { from: { holder, key } } : {}) },
  ]);
}

/** A ConfigMap or Secret that is taken whole and that no file holds. */
function outsideOf(source: YamlNode, holders: readonly Holder[]): OutsideSource[] {
  return REFERENCES.flatMap(([, field, kind]) => {
    const name = textOf(entry(entry(source, field), 'name'));
    const isThere = holders.some((one) => one.kind === kind && one.name === name);
    return name === undefined || isThere ? [] : [{ kind, name }];
  });
}

const REFERENCES = [
  ['secretKeyRef', 'secretRef', 'Secret'],
  ['configMapKeyRef', 'configMapRef', 'ConfigMap'],
] as const;

function fromItem(
  item: YamlNode,
  above: ReadonlyMap<string, ContainerVariable>,
  find: FindHolder,
): ContainerVariable {
  const value = entry(item, 'value');
  const form = value?.kind === 'scalar' ? value.form : undefined;
  const place = { file: item.file, line: (value ?? item).line, form };
  const from = entry(item, 'valueFrom');
  if (!from) {
    if (value && (value.kind !== 'scalar' || !['string', 'null'].includes(value.type))) {
      const problem = isTemplate(value) ? 'template' : 'not-text';
      throw new YamlRefusal(value, problem, textOf(entry(item, 'name')));
    }
    const bare = value ? {} : { isBare: true };
    return { ...place, ...bare, ...replaceNames(textOf(value) ?? '', above) };
  }
  for (const [field, , kind] of REFERENCES) {
    const reference = entry(from, field);
    if (!reference) continue;
    const name = textOf(entry(reference, 'name')) ?? '';
    const holder = find(kind, name);
    const key = textOf(entry(reference, 'key')) ?? '';
    const held = holder?.values.get(key);
    const isOptional = textOf(entry(reference, 'optional')) === 'true';
    if (holder && !held && !isOptional) throw new YamlRefusal(reference, 'key-missing', key);
    const named = entry(item, 'name');
    if (holder && held) return { ...held, named, from: { holder, key } };
    if (!holder)
      return { ...place, line: item.line, value: undefined, outside: { kind, name, key } };
  }
  return { ...place, line: item.line, value: undefined };
}

/** Replaces `$(NAME)` by an earlier variable, and `$$` before a bracket by one `$`. Unknown names stay. */
function replaceNames(
  value: string,
  above: ReadonlyMap<string, ContainerVariable>,
): Pick<ContainerVariable, 'value' | 'outside' | 'unset'> {
  const unset: UnsetName[] = [];
  let outside: OutsideSource | undefined;
  const text = value.replace(/\$(\$)?\(([A-Za-z_.-][\w.-]*)\)/g, (all, escaped, name: string) => {
    if (escaped) return all.slice(1);
    const found = above.get(name);
    outside ??= found?.outside;
    if (!found) unset.push({ name, isBraced: true });
    return found?.value ?? all;
  });
  // A part of the value is unknown here, so all of it is.
  if (outside) return { value: undefined, outside };
  return { value: text, ...(unset.length > 0 ? { unset } : {}) };
}

/**
 * What adds an entry to the `envFrom` of a container, by how that is written.
 *
 * @param reference the entry, such as `secretRef: { name: mail }`
 */
function sourceToWrite(container: YamlNode, reference: string): ToWrite {
  const name = textOf(entry(container, 'name')) ?? '';
  const sources = entry(container, 'envFrom');
  const whole = `envFrom: [{ ${reference} }]`;
  const at = { file: container.file, line: (sources ?? container).line };
  const [first] = itemsOf(sources);
  if (sources && !first) return { kind: 'instead', at, line: whole };
  if (sources && first && first.line > sources.line)
    return { kind: 'below', under: 'envFrom', container: name, line: `- ${reference}` };
  const lines = container.kind === 'map' ? [...container.entries.values()] : [];
  const isOneLine = lines.every(({ line }) => line === container.line);
  if (sources || isOneLine) {
    const item = sources ? `{ ${reference} }` : whole;
    return { kind: 'source', at, under: sources ? 'envFrom' : '', container: name, item };
  }
  return { kind: 'below', under: '', container: name, line: whole };
}
