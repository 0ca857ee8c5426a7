import type { ValueHome } from '../../report/value-home.js';
import { Secret } from '../../safety/secret.js';
import { shownPath } from '../../safety/shown-word.js';
import { isSet } from '../found-values.js';
import { nameOf } from '../name-of.js';
import type { SettingRemark } from '../remark.js';
import { shownName } from '../shown-name.js';
import type { ManifestText } from '../sort-by-kind.js';
import { failingOf, type StoredValue, type StoredValues } from '../stored-values.js';
import { VARIABLES, type VariableName } from '../variables.js';
import { parseYaml } from '../yaml/parse-yaml.js';
import { entry, textOf, YamlRefusal } from '../yaml/yaml-node.js';
import { whyAbsentHere, whyAbsentInPod } from './absent-in-pod.js';
import { heldFault } from './held-fault.js';
import { type Holder, holderOf, objectsOf } from './manifest-objects.js';
import {
  type ContainerVariable,
  containersOf,
  type WorkloadContainer,
} from './workload-environment.js';

const BESIDE = /(?:^|\/)(?:mongo|redis|minio|mysql|postgres|nginx|busybox)[\w.-]*(?::|@|$)/i;

/**
 * What Kubernetes gives Tailchat's container; where the files hold no workload, what a ConfigMap or a Secret
 * holds. Pure.
 *
 * @param service a workload or a container that was asked for
 */
export function storedInManifests(
  manifests: readonly ManifestText[],
  service: string | undefined,
  cwd: string,
): StoredValues {
  try {
    return read(manifests, service, cwd);
  } catch (error) {
    if (!(error instanceof YamlRefusal)) throw error;
    const { place, problem, about } = error;
    const failing = failingOf({ ...place, problem, about }, cwd);
    const names = namesOf(manifests, cwd);
    const refused = { ...failing, facts: { ...failing.facts, reader: 'kubectl' as const } };
    return none({ problem: refused, manifests: names });
  }
}

/** The workload's name, if a person may type it as it stands. */
function workloadOf({
  workload: { kind, name },
}: WorkloadContainer): Pick<StoredValues, 'workload'> {
  const isPlain = /^[a-z\d][a-z\d.-]{0,62}$/.test(name) && /^[A-Z][A-Za-z]{2,30}$/.test(kind);
  return isPlain ? { workload: `${kind.toLowerCase()}/${name}` } : {};
}

function namesOf(manifests: readonly ManifestText[], cwd: string): string[] {
  return manifests.map(({ path }) => nameOf(path, cwd));
}

function none(rest: Partial<StoredValues>): StoredValues {
  const places = { SMTP_URI: [], SMTP_SENDER: [] };
  return { places, isDecided: true, envFiles: [], remarks: [], isFromManifest: true, ...rest };
}

function read(manifests: readonly ManifestText[], service: string | undefined, cwd: string) {
  const objects = manifests.flatMap(({ path, text }) => objectsOf(parseYaml(text, path)));
  const holders = objects.flatMap((object) => holderOf(object) ?? []);
  const containers = objects.flatMap((object) => containersOf(object, holders));
  const container = chooseContainer(containers, service);
  if (service !== undefined && !container) {
    const services = [...new Set(containers.map(({ workload }) => workload.name))];
    const failing = failingOf({ file: '', problem: 'unknown-service', about: service }, cwd);
    const facts = { ...failing.facts, services, reader: 'kubectl' as const };
    return none({ problem: { ...failing, facts }, manifests: namesOf(manifests, cwd) });
  }
  const valuesOf = (variable: VariableName): StoredValue[] => {
    if (container) {
      const found = container.variables.get(variable);
      return found ? [toStoredValue(variable, found, cwd)] : [];
    }
    return [...holders].reverse().flatMap((holder) => {
      const held = holder.values.get(variable);
      return held
        ? [toStoredValue(variable, { ...held, from: { holder, key: variable } }, cwd)]
        : [];
    });
  };
  const absent: NonNullable<StoredValues['absent']> = {};
  for (const variable of VARIABLES) {
    const why = container
      ? whyAbsentInPod(variable, container, holders, cwd)
      : valuesOf(variable).length === 0 && whyAbsentHere(variable, objects, cwd);
    if (why) absent[variable] = why;
  }
  const made = objects.find(({ kind }) => kind === 'Kustomization');
  if (made && !valuesOf('SMTP_URI').some(({ value }) => isSet(value))) {
    const { file } = made.node;
    const problem = failingOf({ file, problem: 'kustomization' }, cwd);
    return none({ problem, manifests: namesOf(manifests, cwd) });
  }
  return none({
    places: { SMTP_URI: valuesOf('SMTP_URI'), SMTP_SENDER: valuesOf('SMTP_SENDER') },
    manifests: namesOf(manifests, cwd),
    homes: Object.fromEntries(
      VARIABLES.flatMap((variable) => homeOf(variable, valuesOf(variable))),
    ),
    absent,
    ...(container
      ? {
          service: container.workload.name,
          ...workloadOf(container),
          variables: new Map([...container.variables].map(([name, { value }]) => [name, value])),
          remarks: [
            ...VARIABLES.flatMap((variable) => remarkOnUnset(variable, container, cwd)),
            ...remarkOnNone(container, cwd),
          ],
        }
      : { variables: new Map(holders.flatMap(valuesIn)) }),
  });
}

function valuesIn({ values }: Holder): [string, string][] {
  return [...values].map(([name, { value }]) => [name, value]);
}

/** Remarks on `$(NAME)` for a name that nothing sets. It stays as it stands. A Secret that no file holds may set it. */
function remarkOnUnset(
  variable: VariableName,
  { variables, outside }: WorkloadContainer,
  cwd: string,
): SettingRemark[] {
  const { unset, file, line } = variables.get(variable) ?? {};
  if (!unset || outside.length > 0 || file === undefined || line === undefined) return [];
  const source = { kind: 'file', file: nameOf(file, cwd), line } as const;
  return [{ kind: 'unset-name', variable, name: shownName(unset), source, isOfKubernetes: true }];
}

/** A remark on a workload that is set to no pods. */
function remarkOnNone({ workload }: WorkloadContainer, cwd: string): SettingRemark[] {
  const replicas = entry(entry(workload.node, 'spec'), 'replicas');
  if (!replicas || textOf(replicas) !== '0') return [];
  const source = { kind: 'file', file: nameOf(replicas.file, cwd), line: replicas.line } as const;
  return [{ kind: 'not-started', service: shownPath(workload.name), source, isOfKubernetes: true }];
}

function toStoredValue(
  variable: VariableName,
  { value, file, line, from, isEncoded, form, isBare }: ContainerVariable,
  cwd: string,
): StoredValue {
  const secret = value === undefined ? undefined : new Secret(value);
  const fault = value === undefined ? undefined : heldFault(value);
  const { kind, name, namespace } = from?.holder ?? {};
  const place = { file: nameOf(file, cwd), line };
  const heldIn =
    kind && name && from
      ? {
          ...{ variable, kind, name, namespace, key: from.key, fault },
          ...{ isEncoded, form, ...place },
        }
      : undefined;
  return {
    value: secret,
    source: { kind: 'file', ...place },
    isForContainer: true,
    spot: { key: from?.key ?? 'value', ofName: isBare ? variable : undefined, isEncoded, form },
    ...(heldIn ? { heldIn } : {}),
  };
}

/** The line that sets a variable without a value. */
function homeOf(
  variable: VariableName,
  values: readonly StoredValue[],
): [VariableName, ValueHome][] {
  const empty = values.find(({ value }) => !isSet(value));
  const { file, line } = empty?.source ?? {};
  return empty && file !== undefined ? [[variable, { file, line, spot: empty.spot }]] : [];
}

/** The container that sends mail: Tailchat's own, else one that has the variables, else one that is no database. */
function chooseContainer(
  containers: readonly WorkloadContainer[],
  service: string | undefined,
): WorkloadContainer | undefined {
  if (service !== undefined) {
    return containers.find(({ workload, name }) => workload.name === service || name === service);
  }
  const isSetIn = ({ variables }: WorkloadContainer) =>
    VARIABLES.some((name) => isSet(variables.get(name)?.value));
  const own = containers.filter(({ image, workload }) =>
    /tailchat/i.test(`${image} ${workload.name}`),
  );
  const others = containers.filter(({ image }) => !BESIDE.test(image));
  return own.find(isSetIn) ?? own[0] ?? others.find(isSetIn) ?? others[0];
}
