import type { AbsentValue } from '../../report/absent-value.js';
import type { ToWrite } from '../../report/to-write.js';
import { maskedWords } from '../../safety/shown-word.js';
import { isSet } from '../found-values.js';
import { nameOf } from '../name-of.js';
import { misspeltVariable, VARIABLES, type VariableName, variableOfOthers } from '../variables.js';
import { entry, itemsOf, type YamlNode } from '../yaml/yaml-node.js';
import type { HeldValue, Holder, ManifestObject } from './manifest-objects.js';
import { isNear, type OutsideSource, type WorkloadContainer } from './workload-environment.js';

/**
 * Why a container does not get a value: it is in a ConfigMap or a Secret that the container does not take, or not under this key, or of
 * another namespace; or an entry of the container itself overrides it. Pure.
 */
export function whyAbsentInPod(
  variable: VariableName,
  { variables, uses, outside, addSource, workload, file, line }: WorkloadContainer,
  holders: readonly Holder[],
  cwd: string,
): AbsentValue | undefined {
  if (isSet(variables.get(variable)?.value)) return undefined;
  const base = { service: workload.name, by: { file: nameOf(file, cwd), line } };
  const own = variables.get(variable);
  const key = own?.outside?.key ?? variable;
  const { kind: ownKind, name: ownName } = own?.outside ?? {};
  const wanted = ownName === undefined ? uses : [`${ownKind}/${ownName}`];
  const elsewhere = inOtherNamespace(key, { workload, uses: wanted }, holders);
  if (elsewhere && !own?.over) {
    const { holder, held } = elsewhere;
    const { kind, name, namespace } = holder;
    return {
      ...{ ...base, why: 'other-namespace', other: maskedWords(namespace ?? '') },
      ...{ file: nameOf(held.file, cwd), line: held.line },
      source: { kind, name: maskedWords(name), key, namespace: workload.namespace },
    };
  }
  if (own?.over && isSet(own.over.value)) {
    const by = { file: nameOf(own.file, cwd), line: own.line };
    return {
      ...{ ...base, why: 'taken-away', takenBy: 'container', by },
      ...{ file: nameOf(own.over.file, cwd), line: own.over.line },
      remove: { ...by, leavesNothing: false },
    };
  }
  const notGiven = (source: OutsideSource, at: { file: string; line: number }): AbsentValue => ({
    ...{ ...base, why: 'not-given', file: nameOf(at.file, cwd), line: at.line },
    source: {
      kind: source.kind,
      name: maskedWords(source.name),
      ...(source.key === undefined ? {} : { key: maskedWords(source.key) }),
      namespace: workload.namespace,
    },
  });
  if (own?.outside) return notGiven(own.outside, own);
  for (const [name, { value, named, from, ...at }] of variables) {
    if (from?.key !== variable || !named || !isSet(value)) continue;
    const by = { file: nameOf(named.file, cwd), line: named.line };
    const place = { file: nameOf(at.file, cwd), line: at.line };
    return { ...{ ...base, why: 'renamed', by }, ...place, heldAs: maskedWords(name) };
  }
  for (const holder of holders) {
    const { kind, name, namespace, values } = holder;
    const isUsed = uses.includes(`${kind}/${name}`);
    if (isUsed && !isNear(holder, workload)) continue;
    const held = values.get(variable);
    if (held && isSet(held.value) && !isUsed) {
      const reference = kind === 'Secret' ? 'secretRef' : 'configMapRef';
      return {
        ...{ ...base, why: 'unmounted', other: `${kind}/${name}` },
        ...{ file: nameOf(held.file, cwd), line: held.line },
        add: withShown(addSource(`${reference}: { name: ${name} }`), cwd),
      };
    }
    const [key, other] = [...values].find((one) => isUsed && isMeantFor(variable, one)) ?? [];
    if (key === undefined || !other) continue;
    return {
      ...{ ...base, why: 'wrong-key', other: `${kind}/${name}`, heldAs: maskedWords(key) },
      ...{ file: nameOf(other.file, cwd), line: other.line },
      heldIn: {
        ...{ variable, kind, name, namespace, key: variable },
        ...{ isEncoded: other.isEncoded, form: other.form },
        ...{ file: nameOf(other.file, cwd), line: other.line },
      },
    };
  }
  const [unseen] = own ? [] : outside;
  return unseen && notGiven(unseen, { file, line });
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
function withShown(toWrite: ToWrite, cwd: string): ToWrite {
  if (!('at' in toWrite)) return toWrite;
  return { ...toWrite, at: { ...toWrite.at, file: nameOf(toWrite.at.file, cwd) } };
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
