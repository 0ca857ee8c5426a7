import type { Facts } from '../../report/facts.js';
import { OWN_ENV_FILE } from '../../settings/env-files/own-env-file.js';
import { formatHostPort } from '../../settings/uri/host-port.js';
import { isPublic } from '../facts.js';

/** What a server is called: by its address, or by whoever runs it for many. */
export type ServerName = { kind: 'address' | 'provider'; name: string } | { kind: 'unknown' };

/** The name of the server: `host:port`, as far as it is known. */
export function serverName(facts: Facts): ServerName {
  const { host, port, provider } = facts;
  if (host) {
    return { kind: 'address', name: port === undefined ? host : formatHostPort(host, port) };
  }
  return provider && isPublic(facts)
    ? { kind: 'provider', name: provider.name }
    : { kind: 'unknown' };
}

/** Where a setting stands: `docker-compose.env:20`. */
export function place(facts: Pick<Facts, 'file' | 'line'>, otherwise = OWN_ENV_FILE): string {
  if (!facts.file) return otherwise;
  return facts.line === undefined ? facts.file : `${facts.file}:${facts.line}`;
}

/** An option as it is written at the end of SMTP_URI. */
export const atEnd = (option: string, { hasOptions }: Pick<Facts, 'hasOptions'>) =>
  `${hasOptions ? '&' : '/?'}${option}`;

/** The error's own code, to be searched for, where it stood somewhere. */
export const codeToSearch = ({ errorCode, isCodeInferred }: Facts) =>
  isCodeInferred ? undefined : errorCode;

/** How much shorter than allowed a wait is that is told as the whole: the steps before it took that. */
const isAlmost = (seconds: number, allowed: number) =>
  seconds > allowed - Math.max(0.3, allowed / 20);

/** How long an answer was waited for, or how long the check may take where that is as much. */
export function patience({ waitedSeconds, silentSeconds, timeoutSeconds }: Facts) {
  if (waitedSeconds !== undefined) return { kind: 'waited', seconds: waitedSeconds } as const;
  if (timeoutSeconds === undefined) return { kind: 'unknown' } as const;
  if (silentSeconds !== undefined && !isAlmost(silentSeconds, timeoutSeconds)) {
    return { kind: 'waited', seconds: silentSeconds } as const;
  }
  return { kind: 'allowed', seconds: timeoutSeconds } as const;
}

/** A sign as it is named in a sentence: a space and a tab cannot be seen. */
export const signOf = (sign: string) =>
  sign === ' ' || sign === '\t' ? ({ kind: 'space' } as const) : ({ kind: 'sign', sign } as const);
