import { hostname } from 'node:os';
import { Secret } from '../safety/secret.js';
import { findCure } from '../search/find-cure.js';
import { lookEarly } from '../search/look-early.js';
import { type FoundValue, type FoundValues, isSet } from '../settings/found-values.js';
import type { SettingRemark } from '../settings/remark.js';
import { readUri } from '../settings/uri/read-uri.js';
import type { MailWords } from '../smtp/message.js';
import { runCheck } from '../smtp/run.js';
import { fingerprint } from './fingerprint.js';
import { observe } from './observe.js';
import { type InsideMessage, type InsideRequest, PLACE } from './protocol.js';

/** The surroundings of the inner side. */
export interface Surroundings {
  env: Readonly<Record<string, string | undefined>>;
  /** The versions of Node and its parts. */
  versions: Readonly<Record<string, string | undefined>>;
  say: (message: InsideMessage) => void;
  signal: AbortSignal;
}

/**
 * The check inside a container, with the values of its environment, its names, its networks and its Node. Reports each event and
 * the result.
 *
 * @throws the signal's reason, when nobody waits for it any more
 */
export async function serve(
  request: InsideRequest,
  { env, versions, say, signal }: Surroundings,
): Promise<void> {
  const { subject, text, html } = request;
  const values = valuesOf(request, env);
  const report = await runCheck({
    command: request.command,
    values,
    message: { subject, text, html },
    timeoutMs: request.timeoutMs,
    waitMs: request.waitMs,
    isCommandLine: true,
    isStrict: request.isStrict,
    isOffline: request.isOffline,
    mayConnectAgain: request.mayConnectAgain,
    controlHost: request.controlHost,
    showSecrets: request.showSecrets,
    findCure,
    lookEarly,
    mailWords: mailWords(request),
    machine: hostname(),
    signal,
    listener: (event) => say({ event }),
  });
  const { host, port } = report.settings;
  const observations = !request.isComparing
    ? null
    : await observe({
        ...{ host, port, values, env, versions, signal, salt: request.salt },
        ...{ isOffline: request.isOffline, mayConnectAgain: request.mayConnectAgain },
      });
  say({ report, observations });
}

/** The words of the mail, completed with the facts that are known only here. */
function mailWords({ mail }: InsideRequest): MailWords {
  const fill = (text: string, facts: Record<string, string>) =>
    text.replace(PLACE, (_, name: string) => facts[name] ?? '');
  return {
    subject: mail.subject,
    body: (facts) => mail.paragraphs.map((text) => fill(text, facts)),
  };
}

/** The values of the container's environment, which alone counts there. */
function valuesOf(request: InsideRequest, env: Surroundings['env']): FoundValues {
  const { sender, recipients, usesHostNetwork } = request;
  const inEnv = (text: string | undefined): FoundValue | undefined =>
    isSet(text)
      ? { value: new Secret(text), source: { kind: 'env' }, isForContainer: !usesHostNetwork }
      : undefined;
  const uri = inEnv(env.SMTP_URI);
  const given: FoundValue | undefined =
    sender === undefined ? undefined : { value: new Secret(sender), source: { kind: 'flag' } };
  const from = given ?? inEnv(env.SMTP_SENDER);
  return {
    ...(uri ? { uri: readUri(uri) } : {}),
    ...(from ? { sender: from } : {}),
    recipients: [...recipients],
    remarks: remarksOnFiles(request, env),
  };
}

/** Where the container has another value than the files would give to it now: a container keeps what it was made with. */
function remarksOnFiles(
  { inFiles, salt }: InsideRequest,
  env: Surroundings['env'],
): SettingRemark[] {
  return inFiles.flatMap(({ variable, file, line, fingerprint: ofFile }) => {
    const value = env[variable];
    if (!isSet(value) || fingerprint(value, salt) === ofFile) return [];
    const source = { kind: 'file', file, ...(line === undefined ? {} : { line }) } as const;
    return [
      { kind: 'env-overrides-file', variable, source, by: { kind: 'env' }, isOfContainer: true },
    ];
  });
}
