import { dirname } from 'node:path';
import { nameOf } from '../name-of.js';
import { failingOf, type StoredValues } from '../stored-values.js';
import { VARIABLES } from '../variables.js';
import { isOfTailchat } from './choose-service.js';
import { usualFilesIn } from './compose-files.js';
import type { ComposeProject } from './compose-project.js';
import type { ComposeService } from './compose-service.js';
import { serviceEnvironment } from './service-environment.js';

/** Where a project was found, and how. */
export interface ProjectPlace {
  /** The folder that names are shown from. */
  folder: string;
  named?: readonly string[] | undefined;
  signal: AbortSignal;
}

/**
 * What a project says of which no service that Compose starts is Tailchat's: another compose file of the folder is not read, a
 * service belongs to a profile that is not active, or there is none.
 *
 * @throws the signal's reason, unless it is that the time is up
 */
export async function withoutTailchat(
  project: ComposeProject,
  { folder: cwd, named, signal }: ProjectPlace,
): Promise<StoredValues> {
  const nothing = {
    ...{ places: { SMTP_URI: [], SMTP_SENDER: [] }, isDecided: true },
    ...{ envFiles: [], remarks: [] },
  };
  const [main = ''] = project.files;
  const file = nameOf(main, cwd);
  const [other] = usualFilesIn(dirname(main)).filter((path) => !project.files.includes(path));
  if (!named && other !== undefined) {
    const about = nameOf(other, cwd);
    return { ...nothing, problem: failingOf({ file: main, problem: 'other-chosen', about }, cwd) };
  }
  const inactive = project.services.filter((one) => !one.isActive && isOfTailchat(one));
  for (const service of inactive) {
    const absent = await absentOf(service, project, cwd, signal);
    if (absent) return { ...nothing, absent, homes: {}, service: service.name };
  }
  // What is missing is told of the service that would send mail.
  const own = inactive.find(({ name, image }) => /tailchat|service-core/i.test(`${name} ${image}`));
  if (own) return { ...nothing, service: own.name };
  return { ...nothing, isDecided: false, withoutTailchat: file };
}

/** The values of a service that Compose does not start. */
async function absentOf(
  service: ComposeService,
  { lookup }: ComposeProject,
  cwd: string,
  signal: AbortSignal,
): Promise<StoredValues['absent']> {
  const read = await serviceEnvironment(service, lookup, signal).catch(() => undefined);
  const entries = VARIABLES.flatMap((name) => {
    const found = read?.variables.get(name);
    if (!found?.value) return [];
    const at = { file: nameOf(found.file, cwd), line: found.line };
    const by = { file: nameOf(service.place.file, cwd), line: service.place.line };
    const [profile] = service.profiles;
    const absent = { why: 'inactive', service: '', other: service.name, ...at, by, profile };
    return [[name, absent] as const];
  });
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}
