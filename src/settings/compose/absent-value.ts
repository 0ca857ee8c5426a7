import { join } from 'node:path';
import type { AbsentValue } from '../../report/absent-value.js';
import { DEFAULT_ENV_FILES } from '../env-files/stored-in-env-files.js';
import { readTextFile } from '../env-files/text-file.js';
import { isSet } from '../found-values.js';
import { nameOf } from '../name-of.js';
import { READERS } from '../readers/index.js';
import type { VariableName } from '../variables.js';
import type { LoadedService } from './choose-service.js';
import type { ComposeProject } from './compose-project.js';
import type { ComposeVariable } from './compose-service.js';
import { fileToWrite, type ServiceForms, variableToWrite } from './lines-to-write.js';
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
    const assignments = reading.ok ? reading.assignments : [];
    const found = assignments.findLast(({ name }) => name === variable);
    return found && isSet(found.value) ? [{ file: path, line: found.line }] : [];
  });
  const overridden = inFiles.at(-1);
  if (counting && overridden) {
    return { ...base, why: 'taken-away', ...shown(overridden), by: shown(counting) };
  }
  const inDotEnv = project.dotEnv.get(variable);
  if (isSet(inDotEnv?.value)) {
    const add = await variableToWrite(variable, service, forms, shown);
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
  if (inactive) return { ...base, why: 'inactive', ...shown(inactive), other: inactive.service };
  const unused = await inUnusedFile(variable, loaded, project, request.signal);
  if (!unused) return undefined;
  const name = nameOf(unused.file, project.folder);
  const add = fileToWrite(name, service, forms, shown);
  return { ...base, why: 'unused-file', ...shown(unused), add };
}

/** A value of a service that Compose does not start. Errors in reading it are ignored. */
async function inInactive(
  variable: VariableName,
  { services, lookup }: ComposeProject,
  signal: AbortSignal,
): Promise<(ComposeVariable & { service: string }) | undefined> {
  for (const service of services.filter(({ isActive }) => !isActive)) {
    const read = await serviceEnvironment(service, lookup, signal).catch(() => undefined);
    const found = read?.variables.get(variable);
    if (found && isSet(found.value)) return { ...found, service: service.name };
  }
  return undefined;
}

/** A value in one of the usual files, which the compose file does not name. */
async function inUnusedFile(
  variable: VariableName,
  { environment }: LoadedService,
  { folder }: ComposeProject,
  signal: AbortSignal,
): Promise<{ file: string; line: number } | undefined> {
  const used = environment.envFiles.map(({ path }) => path);
  for (const path of DEFAULT_ENV_FILES.map((name) => join(folder, name))) {
    const read = used.includes(path) ? undefined : await readTextFile(path, signal);
    const reading = read?.ok ? READERS.compose.read(read.text, () => undefined) : undefined;
    const assignments = reading?.ok ? reading.assignments : [];
    const found = assignments.findLast(({ name }) => name === variable);
    if (found && isSet(found.value)) return { file: path, line: found.line };
  }
  return undefined;
}
