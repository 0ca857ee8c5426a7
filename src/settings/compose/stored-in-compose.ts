import type { YamlSpot } from '../../report/yaml-spot.js';
import { Secret } from '../../safety/secret.js';
import type { EnvFile } from '../env-files/env-file.js';
import { lastAssignment } from '../env-files/last-assignment.js';
import { readTextFile } from '../env-files/text-file.js';
import { nameOf } from '../name-of.js';
import { READERS } from '../readers/index.js';
import type { SettingRemark } from '../remark.js';
import { shownName } from '../shown-name.js';
import { failingOf, type StoredValue, type StoredValues } from '../stored-values.js';
import { VARIABLES, type VariableName } from '../variables.js';
import { namedParts } from '../yaml/named-parts.js';
import { whyAbsent } from './absent-value.js';
import { chooseService, type LoadedService } from './choose-service.js';
import type { ComposePlace } from './compose-files.js';
import { type ComposeProject, readComposeProject, refusable } from './compose-project.js';
import type { ComposeService, ComposeVariable } from './compose-service.js';
import { serviceForms } from './lines-to-write.js';
import { type LoadedEnvFile, serviceEnvironment } from './service-environment.js';
import { valueHome } from './value-home.js';
import { withoutTailchat } from './without-tailchat.js';

/** Where the project is, and which service is asked for. */
export interface ComposeRequest extends ComposePlace {
  service?: string | undefined;
  /** Services whose containers run: somebody has started them, whatever their profiles say. */
  running?: readonly string[] | undefined;
}

/**
 * What Compose gives the container of the service that sends mail.
 *
 * @returns undefined where there is no compose file; `withoutTailchat` for one that has nothing to do with Tailchat
 * @throws the signal's reason, unless it is that the time is up
 */
export async function storedInCompose(request: ComposeRequest): Promise<StoredValues | undefined> {
  const { folder: cwd } = request;
  const result = await readComposeProject(request);
  if (!result.ok) return failed(failingOf(result, cwd));
  const { running = [] } = request;
  const project = result.project && withStarted(result.project, running);
  if (!project) return undefined;
  const loaded = await refusable(() => loadServices(project, request));
  if (!loaded.ok) return failed(failingOf(loaded, cwd));
  const choice = chooseService(loaded.value, request.service);
  const file = project.files[0] ?? '';
  if (choice.kind === 'none') {
    const stored = await withoutTailchat(project, request);
    const isOpen = stored.service !== undefined && !stored.absent;
    return isOpen ? await storedInCompose({ ...request, service: stored.service }) : stored;
  }
  if (choice.kind === 'chosen') {
    return await valuesOf(choice.loaded, { project, all: loaded.value, request });
  }
  const about = request.service;
  const problem = choice.kind === 'several' ? 'several-services' : 'unknown-service';
  const { facts } = failingOf({ file, problem, about }, cwd);
  const cause = choice.kind === 'several' ? 'uri-missing' : 'env-file-invalid';
  return failed({ cause, facts: { ...facts, services: choice.names } });
}

function withStarted(project: ComposeProject, running: readonly string[]): ComposeProject {
  const services = project.services.map((service) =>
    running.includes(service.name) ? { ...service, isActive: true } : service,
  );
  return { ...project, services };
}

function failed(problem: StoredValues['problem']): StoredValues {
  const places = { SMTP_URI: [], SMTP_SENDER: [] };
  return { places, isDecided: true, envFiles: [], remarks: [], problem };
}

/** Loads every service that Compose starts. If one cannot be read, Compose starts none. */
async function loadServices(
  { services, lookup }: ComposeProject,
  { service: wanted, signal }: ComposeRequest,
): Promise<LoadedService[]> {
  const started = services.filter(({ name, isActive }) => isActive || name === wanted);
  return await Promise.all(
    started.map(async (service) => ({
      service,
      environment: await serviceEnvironment(service, lookup, signal),
    })),
  );
}

interface Surroundings {
  project: ComposeProject;
  all: readonly LoadedService[];
  request: ComposeRequest;
}

async function valuesOf(loaded: LoadedService, around: Surroundings): Promise<StoredValues> {
  const { folder: cwd } = around.request;
  const envFiles = loaded.environment.envFiles.map((file) => asEnvFile(file, cwd)).reverse();
  const { dotEnv, lookup, clashes } = around.project;
  const placesOf = (variable: string) =>
    placesIn({ loaded, envFiles, variable, cwd, dotEnv, lookup });
  const dotEnvFiles = await dotEnvFilesOf(loaded, around);
  const forms = await serviceForms(loaded.service, around.request.signal);
  const absent: NonNullable<StoredValues['absent']> = {};
  for (const variable of VARIABLES) {
    const why = await whyAbsent(variable, loaded, { ...around, forms });
    if (why) absent[variable] = why;
  }
  const home = (variable: VariableName) =>
    valueHome(variable, loaded, { ...around.project, forms }, cwd);
  return {
    places: { SMTP_URI: placesOf('SMTP_URI'), SMTP_SENDER: placesOf('SMTP_SENDER') },
    placesOf,
    isDecided: true,
    envFiles,
    dotEnvFiles,
    remarks: [
      ...VARIABLES.flatMap((variable) => remarkOnUnset(loaded, variable, cwd)),
      ...remarkOnNone(loaded.service, cwd),
      ...clashes.slice(0, 1).map(({ file, line }): SettingRemark => {
        const source = { kind: 'file', file: nameOf(file, cwd), line } as const;
        return { kind: 'defined-twice', source };
      }),
    ],
    absent,
    homes: {
      SMTP_URI: home('SMTP_URI'),
      SMTP_SENDER: home('SMTP_SENDER'),
    },
    service: loaded.service.name,
    variables: new Map([...loaded.environment.variables].map(([name, { value }]) => [name, value])),
  };
}

/** Remarks on names in a value that nothing sets. */
function remarkOnUnset(
  { service }: LoadedService,
  variable: VariableName,
  cwd: string,
): SettingRemark[] {
  const own = service.environment.find(({ name, unset }) => name === variable && unset);
  if (!own?.unset) return [];
  const name = shownName(own.unset);
  const source = { kind: 'file', file: nameOf(own.file, cwd), line: own.line } as const;
  return [{ kind: 'unset-name', variable, name, source }];
}

/** A remark on a service that is set to no containers. */
function remarkOnNone({ name, startsNone }: ComposeService, cwd: string): SettingRemark[] {
  if (!startsNone) return [];
  const source = {
    kind: 'file',
    file: nameOf(startsNone.file, cwd),
    line: startsNone.line,
  } as const;
  return [{ kind: 'not-started', service: name, source }];
}

function asEnvFile({ path, text, isRaw, reading, lookup }: LoadedEnvFile, cwd: string): EnvFile {
  const reader = isRaw ? 'docker' : 'compose';
  return { file: nameOf(path, cwd), path, text, reader, isRaw, reading, lookup };
}

interface Places {
  loaded: LoadedService;
  envFiles: readonly EnvFile[];
  variable: string;
  cwd: string;
  dotEnv: ComposeProject['dotEnv'];
  lookup: ComposeProject['lookup'];
}

/** The place in `.env` that gives a value of the same name. */
function placeInDotEnv({ name, value, taken }: ComposeVariable, dotEnv: Places['dotEnv']) {
  const found = taken === name ? dotEnv.get(name) : undefined;
  return found && found.value === value && value !== '' ? found : undefined;
}

/** The place that sets the variable whose value is taken over. */
function takenSpot(
  { name, value, taken }: ComposeVariable,
  { dotEnv, lookup, cwd }: Pick<Places, 'dotEnv' | 'lookup' | 'cwd'>,
): YamlSpot | undefined {
  if (taken === undefined || taken === name || value === '' || lookup(taken) !== value)
    return undefined;
  const found = dotEnv.get(taken);
  const isOfFile = found !== undefined && found.value === value;
  const place = isOfFile ? { file: nameOf(found.file, cwd), line: found.line } : 'shell';
  return { key: taken, taken: place };
}

/** The files that our variables come from, as targets for writing. */
async function dotEnvFilesOf(
  { service }: LoadedService,
  { project: { dotEnv, lookup }, request: { folder: cwd, signal } }: Surroundings,
): Promise<EnvFile[]> {
  const own = service.environment.filter(({ name }) => VARIABLES.some((one) => one === name));
  const paths = new Set(own.flatMap((one) => placeInDotEnv(one, dotEnv)?.file ?? []));
  const files = await Promise.all(
    [...paths].map(async (path): Promise<EnvFile | undefined> => {
      const read = await readTextFile(path, signal);
      if (!read.ok) return undefined;
      const reading = READERS.compose.read(read.text, lookup);
      return { file: nameOf(path, cwd), path, text: read.text, reader: 'compose', reading, lookup };
    }),
  );
  return files.flatMap((file) => file ?? []);
}

/** The places of a variable: the entry of `environment:` first, then the env files from the last to the first. */
function placesIn({
  loaded: { service },
  envFiles,
  variable,
  cwd,
  ...names
}: Places): StoredValue[] {
  const isForContainer = !service.usesHostNetwork;
  const own = service.environment.filter(({ name }) => name === variable);
  return [
    ...own.map((one): StoredValue => {
      const inDotEnv = placeInDotEnv(one, names.dotEnv);
      const { file, line } = inDotEnv ?? one;
      return {
        value: one.value === undefined ? undefined : new Secret(one.value),
        source: { kind: 'file', file: nameOf(file, cwd), line },
        isForContainer,
        ...(inDotEnv
          ? { reader: 'compose' }
          : {
              spot: takenSpot(one, { ...names, cwd }) ?? {
                key: variable,
                isItem: one.isItem,
                form: one.form,
                isCompose: true,
                named: namedParts(one, names.lookup),
              },
            }),
      };
    }),
    ...envFiles.flatMap(({ file, reader, reading }) => {
      const assignment = lastAssignment(reading, variable);
      if (!assignment) return [];
      const { value, line } = assignment;
      const source = { kind: 'file', file, line } as const;
      return [{ value: new Secret(value), source, reader, isForContainer }];
    }),
  ];
}
