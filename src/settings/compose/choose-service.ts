import { isSet } from '../found-values.js';
import { VARIABLES } from '../variables.js';
import type { ComposeService } from './compose-service.js';
import type { ServiceEnvironment } from './service-environment.js';

/** A service, and the variables that its container gets. */
export interface LoadedService {
  service: ComposeService;
  environment: ServiceEnvironment;
}

/** Which service sends mail. */
export type ServiceChoice =
  | { kind: 'chosen'; loaded: LoadedService }
  /** The compose file has nothing to do with Tailchat. */
  | { kind: 'none' }
  /** Only a person knows. */
  | { kind: 'several'; names: string[] }
  /** No service has the requested name. */
  | { kind: 'unknown'; names: string[] };

// Databases and the like, which stand beside Tailchat, or alone in a developer's folder.
const BESIDE =
  /(?:^|\/)(?:mongo|redis|minio|mc|mysql|mariadb|postgres|nginx|traefik|caddy|rabbitmq|nats|etcd|mailhog|mailpit|maildev|mailcatcher|watchtower|portainer|prometheus|grafana|coturn|livekit)[\w.-]*(?::|@|$)/i;

/**
 * Finds the service that sends mail: the one that was asked for, else the one that runs `core/user`, as
 * `SERVICES` and `SERVICEDIR` say, else `service-core`, else the only one that has the variables. Pure.
 *
 * @param wanted the name of a service
 */
export function chooseService(
  all: readonly LoadedService[],
  wanted: string | undefined,
): ServiceChoice {
  const chosen = (loaded: LoadedService): ServiceChoice => ({ kind: 'chosen', loaded });
  if (wanted !== undefined) {
    const found = all.find(({ service }) => service.name === wanted);
    return found ? chosen(found) : { kind: 'unknown', names: namesOf(all) };
  }
  const running = all.filter(({ service }) => service.isActive && isOfTailchat(service));
  const named = running.filter((loaded) => runsMail(loaded, true));
  const mailers = named.length > 0 ? named : running.filter((loaded) => runsMail(loaded, false));
  if (mailers.length > 0) return sameOrSeveral(mailers);
  const core = running.find(({ service }) => service.name === 'service-core');
  if (core) return chosen(core);
  const having = running.filter((loaded) =>
    VARIABLES.some((name) => isSet(smtpValueOf(loaded, name))),
  );
  if (having.length > 0) return sameOrSeveral(having);
  const likely = [
    running.filter(({ service }) => /tailchat/i.test(`${service.name} ${service.image}`)),
    running.filter(({ environment }) => VARIABLES.some((name) => environment.variables.has(name))),
    running,
  ].find((services) => services.length > 0);
  const [first, another] = likely ?? [];
  if (likely && another) return { kind: 'several', names: namesOf(likely) };
  return first ? chosen(first) : { kind: 'none' };
}

/** Whether a service may be Tailchat's, by its image. */
export function isOfTailchat({ image = '' }: Pick<ComposeService, 'image'>): boolean {
  return !BESIDE.test(image);
}

/** Services with the same variables, such as replicas, need no question. */
function sameOrSeveral(services: readonly LoadedService[]): ServiceChoice {
  const [first] = services;
  if (!first) return { kind: 'none' };
  const isSame = services.every((one) =>
    VARIABLES.every((name) => (smtpValueOf(one, name) ?? '') === (smtpValueOf(first, name) ?? '')),
  );
  return isSame ? { kind: 'chosen', loaded: first } : { kind: 'several', names: namesOf(services) };
}

function namesOf(services: readonly LoadedService[]): string[] {
  return services.map(({ service }) => service.name);
}

function smtpValueOf({ environment }: LoadedService, name: string): string | undefined {
  return environment.variables.get(name)?.value;
}

/**
 * Whether a container runs Tailchat's service `core/user`, which sends the mail. moleculer-runner loads the services in
 * `SERVICES`, below `SERVICEDIR`. Without `SERVICES` it loads the whole folder.
 *
 * @param isNamed only where the service is listed
 */
function runsMail(loaded: LoadedService, isNamed: boolean): boolean {
  const list = itemsOf(smtpValueOf(loaded, 'SERVICES'));
  if (list.length > 0) return list.some((item) => isCoreUser(item));
  const folders = itemsOf(smtpValueOf(loaded, 'SERVICEDIR'));
  return !isNamed && folders.some((folder) => /(?:^|\/)services\/?$/.test(folder));
}

function itemsOf(list: string | undefined): string[] {
  return (list ?? '').split(',').flatMap((item) => item.trim() || []);
}

const MAIL_SERVICE = 'core/user/mail.service';

/** Whether an entry names the mail service, a folder above it, or a pattern that includes it. */
function isCoreUser(item: string): boolean {
  const path = item
    .replace(/^\.?\//, '')
    .replace(/^services\//, '')
    .replace(/(?<!\/)\/+$/, '');
  const isAbove = MAIL_SERVICE === path || MAIL_SERVICE.startsWith(`${path}/`);
  if (isAbove || MAIL_SERVICE.startsWith(`${path}.`)) return true;
  if (!path.includes('*')) return false;
  const parts = path.split('/');
  const names = MAIL_SERVICE.split('/');
  return (
    parts.every((part, at) => part === '**' || matches(part, names[at] ?? '')) &&
    (parts.length === names.length || parts.includes('**'))
  );
}

/** Whether a name fits a pattern with `*`. No regular expression is made of text from outside. */
function matches(pattern: string, name: string): boolean {
  const pieces = pattern.split('*');
  if (pieces.length === 1) return pattern === name;
  let at = 0;
  return pieces.every((piece, index) => {
    const found = index === 0 ? (name.startsWith(piece) ? 0 : -1) : name.indexOf(piece, at);
    at = found + piece.length;
    return found >= 0;
  });
}
