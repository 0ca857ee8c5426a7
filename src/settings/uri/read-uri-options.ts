import { createSecureContext } from 'node:tls';
import type { Security } from '../../report/report.js';
import { hasControls } from '../../safety/control-characters.js';
import { SAYABLE_TLS_OPTIONS, TLS_PREFIX } from './tls-options.js';

/** Options of nodemailer's for the connection, the greeting, and silence later. */
const WAITS = ['connectionTimeout', 'greetingTimeout', 'socketTimeout'] as const;

/** Options of `tls.connect`, by their names. */
export type TlsValues = Record<string, string | number | boolean>;

/** Times to wait, in milliseconds. */
export type Waits = Partial<Record<(typeof WAITS)[number], number>>;

/** Reads the options behind the question mark, as far as they matter for a check. */
export function readUriOptions(scheme: 'smtp' | 'smtps', query: URLSearchParams) {
  const tls: TlsValues = {};
  for (const name of SAYABLE_TLS_OPTIONS) {
    const option = TLS_PREFIX + name;
    if (query.has(option)) {
      tls[name] = name === 'servername' ? textOf(query, option) : optionOf(query, option);
    }
  }
  const clientName = String(optionOf(query, 'name') || '');
  const authMethod = String(optionOf(query, 'authMethod') || '').trim();
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

/** Reads the waits. Nodemailer uses its default for zero and for an empty value. */
function readWaits(query: URLSearchParams): Waits {
  const given = WAITS.map((name) => [name, optionOf(query, name)] as const);
  return Object.fromEntries(given.filter(([, value]) => Boolean(value)));
}

function readSecurity(scheme: 'smtp' | 'smtps', query: URLSearchParams): Security {
  if (scheme === 'smtps') return 'tls';
  // The server obeys `ignoreTLS` if both options are given.
  if (isOn(query, 'ignoreTLS')) return 'none';
  return isOn(query, 'requireTLS') ? 'starttls' : 'starttls-if-offered';
}

/** Whether nodemailer takes an option as switched on. Any word but `false` does. */
function isOn(query: URLSearchParams, name: string): boolean {
  return Boolean(optionOf(query, name));
}

/**
 * The text of an option. An option that is given twice becomes a list, which is neither a number nor `false`. Where a text is
 * wanted, the list becomes one with commas.
 */
function textOf(query: URLSearchParams, name: string): string {
  return query.getAll(name).join(',');
}

/** The value of an option. Nodemailer converts numbers and the words true and false. */
function optionOf(query: URLSearchParams, name: string): string | number | boolean {
  const value = textOf(query, name);
  if (value === 'true') return true;
  if (value === 'false') return false;
  return Number.isNaN(Number(value)) ? value : Number(value);
}

/** Options that nodemailer wants as objects. A word makes it fail at once. */
const OBJECTS = ['logger', 'socket', 'connection'] as const;

/**
 * The option that Node or nodemailer cannot use. It makes Tailchat's server fail with every mail, or even ends the process.
 *
 * @returns its name as it is written in the URI; undefined where all are good
 */
export function findImpossible(query: URLSearchParams): string | undefined {
  const { tls, waits, clientName = '' } = readUriOptions('smtp', query);
  const wait = Object.entries(waits).find(([, value]) => !isWait(value));
  if (wait) return wait[0];
  // A line end would begin a command of its own.
  if (hasControls(clientName)) return 'name';
  const object = OBJECTS.find((name) => isOn(query, name) && optionOf(query, name) !== LOGS[name]);
  if (object) return object;
  // Tailchat has no module for any other kind of proxy.
  const proxy = textOf(query, 'proxy');
  if (proxy.includes(':') && !/^https?:/i.test(proxy)) return 'proxy';
  const odd = Object.entries(tls).find(([name, value]) => !isTlsPossible({ [name]: value }));
  if (odd) return TLS_PREFIX + odd[0];
  if (query.getAll(`${TLS_PREFIX}servername`).length > 1) return `${TLS_PREFIX}servername`;
  return isTlsPossible(tls) ? undefined : `${TLS_PREFIX}minVersion`;
}

/** Options whose `true` makes nodemailer log by itself. */
const LOGS: Partial<Record<(typeof OBJECTS)[number], true>> = { logger: true };

/** Whether a value is a usable time. With any other, nodemailer does not wait at all, or ends the process. */
function isWait(value: unknown): boolean {
  return typeof value === 'number' && value > 0 && value < 2 ** 31;
}

/** Whether Node accepts the options for TLS. It refuses an unknown version or cipher at once. */
function isTlsPossible(options: TlsValues): boolean {
  if (Object.keys(options).length === 0) return true;
  try {
    createSecureContext(options);
    return true;
  } catch {
    return false;
  }
}
