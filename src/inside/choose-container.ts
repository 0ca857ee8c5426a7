import { sep } from 'node:path';
import { ContainerError } from './container-error.js';
import type { ListedContainer } from './listed-container.js';

/** What is wanted, and from where. */
export interface Wanted {
  /** A name, the beginning of an id, or a service. */
  wanted: string;
  isService: boolean;
  folder: string;
  /** Where a project here may have its compose files; empty where there is none. */
  folders: readonly string[];
  engine: string;
}

/**
 * The container that is meant: by its name or id, or as a service, of which the project here comes first. One that was made for a
 * single command (`docker compose run`) is no container of the service. Pure.
 *
 * @returns undefined where there is none; an error where it does not run, belongs to another project, or several could be meant
 */
export function chooseContainer(
  listed: readonly ListedContainer[],
  { wanted, isService, folder, folders, engine }: Wanted,
): ListedContainer | ContainerError | undefined {
  const named = isService
    ? []
    : listed.filter(({ name, swarmName }) => name === wanted || swarmName === wanted);
  const byId = isService
    ? []
    : listed.filter(({ id }) => wanted.length > 2 && id.startsWith(wanted));
  const services = listed.filter(({ service, isOneOff }) => service === wanted && !isOneOff);
  const here = services.filter((one) => one.folder === folder);
  const near = services.filter(
    (one) =>
      one.folder === undefined || folders.includes(one.folder) || isWithin(folder, one.folder),
  );
  const found = [named, byId, here, near].find((some) => some.length > 0) ?? services;
  if (found.length === 0) return undefined;
  // A project of its own is here: another one's container has other settings.
  if (found === services && folders.length > 0) {
    const names = services.map(({ name }) => name);
    return new ContainerError('not-here', { container: wanted, engine, names });
  }
  const running = found.filter(isRunning);
  const [first] = [...running, ...found];
  if (running.length === 0) {
    const { name = wanted, state = '', isOfCompose = false } = first ?? {};
    return new ContainerError('not-running', { container: name, engine, state, isOfCompose });
  }
  // Copies of one service are alike, but containers of several projects are not.
  const projects = new Set(running.map(({ project }) => project));
  if (running.length > 1 && projects.size > 1) {
    const names = running.map(({ name }) => name);
    return new ContainerError('ambiguous', { container: wanted, engine, names });
  }
  return first;
}

/** Whether a folder lies in another one. */
function isWithin(outer: string, inner: string): boolean {
  return inner.startsWith(outer.endsWith(sep) ? outer : `${outer}${sep}`);
}

/** Whether it runs. */
export function isRunning({ state }: ListedContainer): boolean {
  return state === 'running';
}
