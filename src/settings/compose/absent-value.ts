import type { AbsentValue } from '../../report/absent-value.js';
import { lastAssignment } from '../env-files/last-assignment.js';
import { likelyEnvFiles, placeInEnvFile } from '../env-files/likely-env-files.js';
import { isSet } from '../found-values.js';
import { nameOf } from '../name-of.js';
import { VARIABLES, type VariableName } from '../variables.js';
import type { LoadedService } from './choose-service.js';
import type { ComposeProject } from './compose-project.js';
import type { ComposeService, ComposeVariable } from './compose-service.js';
import { fileToWrite, type ServiceForms, variableToWrite } from './lines-to-write.js';
import { overriddenFiles } from './overridden-files.js';
import { serviceEnvironment } from './service-environment.js';

/** The project, and the folder that names are shown from. */
export interface AbsentContext {
  project: ComposeProject;
  all: readonly LoadedService[];
  /** How the service is written. */
  forms: ServiceForms;
  request: { folder: string; signal: AbortSignal };
}

/**
 * Finds a value that the container does not get: in an env file that `environment:` overrides, in `.env`, in a file that no
 * service takes, at another service.
 *
 * @returns undefined where the container gets a value, and where there is none anywhere
 * @throws the signal's reason, unless it is that the time is up
 */
export async function whyAbsent(
  variable: VariableName,
  loaded: LoadedService,
  { project, all, forms, request }: AbsentContext,
): Promise<AbsentValue | undefined> {
  const { service, environment } = loaded;
  const counting = environment.variables.get(variable);
  if (isSet(counting?.value)) return undefined;
  const { folder: cwd } = request;
  const shown = ({ file, line }: { file: string; line: number }) => ({
    file: nameOf(file, cwd),
    line,
  });
  const base = { service: service.name, by: shown(service.place) };
  const inFiles = environment.envFiles.flatMap(({ path, reading }) => {
    const found = lastAssignment(reading, variable);
    return found && isSet(found.value) ? [{ file: path, line: found.line }] : [];
  });
  const overridden = inFiles.at(-1);
  const own = ownEntry(variable, service);
  const remove = own && { ...shown(own.place), leavesNothing: own.isLast };
  if (counting && overridden) {
    const by = shown(counting);
    const later = { remove: { ...by, leavesNothing: false }, takenBy: 'env-file' as const };
    return {
      ...{ ...base, why: 'taken-away', ...shown(overridden), by },
      ...(remove ? { remove } : later),
    };
  }
  const inDotEnv = project.dotEnv.get(variable);
  if (isSet(inDotEnv?.value)) {
    const lacking = VARIABLES.filter(
      (name) =>
        isSet(project.dotEnv.get(name)?.value) &&
        !isSet(environment.variables.get(name)?.value) &&
        !service.environment.some((entry) => entry.name === name),
    );
    const add = await variableToWrite(variable, lacking, { service, forms, shown });
    return { ...base, why: 'dot-env', ...shown(inDotEnv), add };
  }
  const others = all.filter((one) => one !== loaded);
  for (const other of others) {
    const found = other.environment.variables.get(variable);
    if (!isSet(found?.value)) continue;
    return {
      ...base,
      why: 'other-service',
      ...shown(found),
      other: other.service.name,
      add: undefined,
    };
  }
  const inactive = await inInactive(variable, project, request.signal);
  if (inactive) {
    const { service: other, profile } = inactive;
    return { ...base, why: 'inactive', ...shown(inactive), other, profile };
  }
  const unused = await inUnusedFile(variable, loaded, project, request.signal);
  if (!unused) return undefined;
  const name = nameOf(unused.file, project.folder);
  const over = await overriddenFiles(service.name, project, request.signal);
  if (over) {
    const line = `env_file: !override [${[...over.names, name].join(', ')}]`;
    const instead = { kind: 'instead', at: shown(over), line } as const;
    const why = { why: 'files-overridden', by: shown(over) } as const;
    return { ...base, ...why, ...shown(unused), add: instead, remove };
  }
  const add = fileToWrite(name, service, forms, shown);
  return { ...base, why: 'unused-file', ...shown(unused), add, remove };
}

/** The entry of `environment:` that takes the value away from every env file, and whether another one stands beside it. */
function ownEntry(variable: VariableName, service: ComposeService) {
  const { environment } = service;
  const place = environment.find(({ name }) => name === variable);
  if (!place) return undefined;
  const kept = environment.filter(
    ({ name, file, value }) =>
      file === place.file && (isSet(value) || !VARIABLES.some((one) => one === name)),
  );
  // An entry of an anchor, of another file or of another service may be alone below its key.
  const { place: own } = service;
  const isElsewhere = place.file !== own.file || place.line < own.line;
  return { place, isLast: kept.length === 0 || isElsewhere };
}

/** A value of a service that Compose does not start. Errors in reading it are ignored. */
async function inInactive(
  variable: VariableName,
  { services, lookup }: ComposeProject,
  signal: AbortSignal,
): Promise<(ComposeVariable & { service: string; profile: string | undefined }) | undefined> {
  for (const service of services.filter(({ isActive }) => !isActive)) {
    const read = await serviceEnvironment(service, lookup, signal).catch(() => undefined);
    const found = read?.variables.get(variable);
    if (found && isSet(found.value)) {
      return { ...found, service: service.name, profile: service.profiles[0] };
    }
  }
  return undefined;
}

/** A value in an env file of the folder that the compose file does not name. */
async function inUnusedFile(
  variable: VariableName,
  { environment }: LoadedService,
  { folder }: ComposeProject,
  signal: AbortSignal,
): Promise<{ file: string; line: number } | undefined> {
  const used = environment.envFiles.map(({ path }) => path);
  for (const path of likelyEnvFiles(folder).filter((one) => !used.includes(one))) {
    const found = await placeInEnvFile(variable, path, signal);
    if (found) return found;
  }
  return undefined;
}
