import { createSecureContext } from 'node:tls';
import type { Security } from '../../report/report.js';
import { SAYABLE_TLS_OPTIONS, TLS_PREFIX } from './tls-options.js';

/** Options of nodemailer's for the connection, the greeting, and silence later. */
const WAITS = ['connectionTimeout', 'greetingTimeout', 'socketTimeout'] as const;

/** Options of `tls.connect`, by their names. */
export type TlsValues = Record<string, string | number | boolean>;

/** Their values, in milliseconds. */
export type Waits = Partial<Record<(typeof WAITS)[number], number>>;

/** The options that follow the question mark: those of nodemailer's that matter for a check. */
export function readOptions(scheme: 'smtp' | 'smtps', query: URLSearchParams) {
  const tls: TlsValues = {};
  for (const name of SAYABLE_TLS_OPTIONS) {
    const value = query.get(TLS_PREFIX + name);
    if (value !== null) tls[name] = name === 'servername' ? value : optionValue(value);
  }
  const clientName = query.get('name');
  const authMethod = query.get('authMethod');
  return {
    security: readSecurity(scheme, query),
    opportunisticTls: isOn(query, 'opportunisticTLS'),
    tls,
    isPooled: isOn(query, 'pool'),
    forcesLogin: isOn(query, 'forceAuth'),
    waits: readWaits(query),
    ...(clientName ? { clientName } : {}),
    ...(authMethod ? { authMethod: authMethod.toUpperCase() } : {}),
  };
}

/** Nodemailer takes zero and an empty value for its own default. */
function readWaits(query: URLSearchParams): Waits {
  const given = WAITS.map((name) => [name, optionValue(query.get(name) ?? '')] as const);
  return Object.fromEntries(given.filter(([, value]) => Boolean(value)));
}

function readSecurity(scheme: 'smtp' | 'smtps', query: URLSearchParams): Security {
  if (scheme === 'smtps') return 'tls';
  // Of both the server heeds the one that ignores it.
  if (isOn(query, 'ignoreTLS')) return 'none';
  return isOn(query, 'requireTLS') ? 'starttls' : 'starttls-if-offered';
}

/** Whether nodemailer takes an option as switched on: any word but `false` does. */
function isOn(query: URLSearchParams, name: string): boolean {
  return Boolean(optionValue(query.get(name) ?? ''));
}

/** Nodemailer turns numbers and the words true and false into what they say. */
function optionValue(value: string): string | number | boolean {
  if (value === 'true') return true;
  if (value === 'false') return false;
  return Number.isNaN(Number(value)) ? value : Number(value);
}

/** Whether Node and nodemailer get on with the values. */
export function arePossible({ tls, waits }: { tls: TlsValues; waits: Waits }): boolean {
  return isTlsPossible(tls) && Object.values(waits).every(isWait);
}

/** Whether it is a time: with another one nodemailer waits for nothing, or ends the whole process. */
function isWait(value: unknown): boolean {
  return typeof value === 'number' && value > 0 && value < 2 ** 31;
}

/** Whether Node takes the options for TLS: it refuses an unknown version or cipher at once. */
function isTlsPossible(options: TlsValues): boolean {
  if (Object.keys(options).length === 0) return true;
  try {
    createSecureContext(options);
    return true;
  } catch {
    return false;
  }
}
