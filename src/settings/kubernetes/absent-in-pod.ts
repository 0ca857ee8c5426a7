import type { AbsentValue } from '../../report/absent-value.js';
import type { ToWrite } from '../../report/to-write.js';
import { maskedWords } from '../../safety/shown-word.js';
import { isSet } from '../found-values.js';
import { nameOf } from '../name-of.js';
import { misspeltVariable, VARIABLES, type VariableName, variableOfOthers } from '../variables.js';
import { entry, itemsOf, type YamlNode } from '../yaml/yaml-node.js';
import type { HeldValue, Holder, ManifestObject } from './manifest-objects.js';
import {
  type ContainerVariable,
  isNear,
  type OutsideSource,
  type WorkloadContainer,
} from './workload-environment.js';

/** One value that a container does not get, and where to look for the reason. */
interface Lacking {
  variable: VariableName;
  container: WorkloadContainer;
  /** What the container itself says about the value. */
  own: ContainerVariable | undefined;
  holders: readonly Holder[];
  /** A file as it is shown. */
  shown: (file: string) => string;
  base: Pick<AbsentValue, 'service' | 'by'>;
}

/**
 * Why a container does not get a value: it is in a ConfigMap or a Secret that the container does not take, or not under this key, or of
 * another namespace; or an entry of the container itself overrides it. Pure.
 */
export function whyAbsentInPod(
  variable: VariableName,
  container: WorkloadContainer,
  holders: readonly Holder[],
  cwd: string,
): AbsentValue | undefined {
  const { workload, file, line, variables, outside } = container;
  const own = variables.get(variable);
  if (isSet(own?.value)) return undefined;
  const shown = (name: string) => nameOf(name, cwd);
  const base = { service: workload.name, by: { file: shown(file), line } };
  const lacking: Lacking = { variable, container, own, holders, shown, base };
  const [unseen] = own ? [] : outside;
  return (
    ofOtherNamespace(lacking) ??
    takenAway(lacking) ??
    (own?.outside && notGiven(lacking, own.outside, own)) ??
    renamed(lacking) ??
    heldElsewhere(lacking) ??
    (unseen && notGiven(lacking, unseen, container))
  );
}

/** The ConfigMap or Secret that the container names has the value, in a namespace that is not the container's. */
function ofOtherNamespace({
  variable,
  container,
  own,
  holders,
  shown,
  base,
}: Lacking): AbsentValue | undefined {
  if (own?.over) return undefined;
  const { workload, uses } = container;
  const { key = variable, kind: ownKind, name: ownName } = own?.outside ?? {};
  const wanted = ownName === undefined ? uses : [`${ownKind}/${ownName}`];
  const elsewhere = inOtherNamespace(key, { workload, uses: wanted }, holders);
  if (!elsewhere) return undefined;
  const { holder, held } = elsewhere;
  const { kind, name, namespace } = holder;
  return {
    ...{ ...base, why: 'other-namespace', other: maskedWords(namespace ?? '') },
    ...{ file: shown(held.file), line: held.line },
    source: { kind, name: maskedWords(name), key, namespace: workload.namespace },
  };
}

/** An entry of the container itself stands over the value. */
function takenAway({ own, shown, base }: Lacking): AbsentValue | undefined {
  if (!own?.over || !isSet(own.over.value)) return undefined;
  const by = { file: shown(own.file), line: own.line };
  return {
    ...{ ...base, why: 'taken-away', takenBy: 'container', by },
    ...{ file: shown(own.over.file), line: own.over.line },
    remove: { ...by, leavesNothing: false },
  };
}

/** The container takes the value from an object that no file shows. */
function notGiven(
  { container, shown, base }: Lacking,
  source: OutsideSource,
  at: Pick<ContainerVariable, 'file' | 'line'>,
): AbsentValue {
  return {
    ...{ ...base, why: 'not-given', file: shown(at.file), line: at.line },
    source: {
      kind: source.kind,
      name: maskedWords(source.name),
      ...(source.key === undefined ? {} : { key: maskedWords(source.key) }),
      namespace: container.workload.namespace,
    },
  };
}

/** The container gets the value under a name that Tailchat does not read. */
function renamed({ variable, container, shown, base }: Lacking): AbsentValue | undefined {
  for (const [name, { value, named, from, ...at }] of container.variables) {
    if (from?.key !== variable || !named || !isSet(value)) continue;
    const by = { file: shown(named.file), line: named.line };
    const place = { file: shown(at.file), line: at.line };
    return { ...{ ...base, why: 'renamed', by }, ...place, heldAs: maskedWords(name) };
  }
  return undefined;
}

/** A ConfigMap or Secret has the value: one that the container does not take, or under a key that nobody reads. */
function heldElsewhere(lacking: Lacking): AbsentValue | undefined {
  const { container, holders } = lacking;
  for (const holder of holders) {
    const isUsed = container.uses.includes(`${holder.kind}/${holder.name}`);
    if (!isUsed) {
      const found = unmounted(lacking, holder);
      if (found) return found;
    } else if (isNear(holder, container.workload)) {
      const found = underWrongKey(lacking, holder);
      if (found) return found;
    }
  }
  return undefined;
}

function unmounted(
  { variable, container, shown, base }: Lacking,
  holder: Holder,
): AbsentValue | undefined {
  const { kind, name, values } = holder;
  const held = values.get(variable);
  if (!held || !isSet(held.value)) return undefined;
  const reference = kind === 'Secret' ? 'secretRef' : 'configMapRef';
  return {
    ...{ ...base, why: 'unmounted', other: `${kind}/${name}` },
    ...{ file: shown(held.file), line: held.line },
    add: withShown(container.addSource(`${reference}: { name: ${name} }`), shown),
  };
}

function underWrongKey(
  { variable, shown, base }: Lacking,
  holder: Holder,
): AbsentValue | undefined {
  const { kind, name, namespace, values } = holder;
  const [key, held] = [...values].find((one) => isMeantFor(variable, one)) ?? [];
  if (key === undefined || !held) return undefined;
  const place = { file: shown(held.file), line: held.line };
  return {
    ...{ ...base, why: 'wrong-key', other: `${kind}/${name}`, heldAs: maskedWords(key) },
    ...place,
    heldIn: {
      ...{ variable, kind, name, namespace, key: variable },
      ...{ isEncoded: held.isEncoded, form: held.form },
      ...place,
    },
  };
}

/** Why no ConfigMap or Secret has a value that another kind of object names, such as a SealedSecret: the cluster makes a Secret of it. Pure. */
export function whyAbsentHere(
  variable: VariableName,
  objects: readonly ManifestObject[],
  cwd: string,
): AbsentValue | undefined {
  for (const { kind, name, namespace, node } of objects) {
    const spot = /secret/i.test(kind) ? spotNaming(variable, entry(node, 'spec')) : undefined;
    if (!spot) continue;
    const at = { file: nameOf(spot.file, cwd), line: spot.line };
    const source = { kind: 'Secret', name: maskedWords(name), key: variable, namespace };
    return { ...at, why: 'not-given', service: '', by: at, source };
  }
  return undefined;
}

/** Where a name stands in a tree, as a key or as a text. */
function spotNaming(name: string, node: YamlNode | undefined): YamlNode | undefined {
  if (node?.kind === 'scalar') return node.text === name ? node : undefined;
  if (node?.kind === 'map' && node.entries.has(name)) return node.entries.get(name);
  const inner = node?.kind === 'map' ? [...node.entries.values()] : itemsOf(node);
  for (const one of inner) {
    const found = spotNaming(name, one);
    if (found) return found;
  }
  return undefined;
}

/** The value in a ConfigMap or Secret of another namespace, where none of its own has that name. */
function inOtherNamespace(
  key: string,
  { workload, uses }: Pick<WorkloadContainer, 'workload' | 'uses'>,
  holders: readonly Holder[],
) {
  const isGiven = (one: Holder) =>
    holders.some(
      (other) => isNear(other, workload) && other.kind === one.kind && other.name === one.name,
    );
  for (const holder of holders) {
    const held = holder.values.get(key);
    if (!held || !isSet(held.value) || isNear(holder, workload) || isGiven(holder)) continue;
    if (uses.includes(`${holder.kind}/${holder.name}`)) return { holder, held };
  }
  return undefined;
}

/** With its file as it is shown. */
function withShown(toWrite: ToWrite, shown: Lacking['shown']): ToWrite {
  if (!('at' in toWrite)) return toWrite;
  return { ...toWrite, at: { ...toWrite.at, file: shown(toWrite.at.file) } };
}

/** Whether a value was meant for a variable: by a nearly right name, by another application's name, or as a URI for mail. */
function isMeantFor(variable: VariableName, [key, { value }]: [string, HeldValue]): boolean {
  const name = key.replace(/[.-]/g, '_');
  if (!isSet(value) || VARIABLES.some((one) => one === key)) return false;
  const isNamed = [name, misspeltVariable(name), variableOfOthers(name)].includes(variable);
  return (
    isNamed ||
    name.toUpperCase() === variable ||
    (variable === 'SMTP_URI' && /^\s*smtps?:\/\//i.test(value))
  );
}
