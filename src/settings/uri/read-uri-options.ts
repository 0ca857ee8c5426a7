import type { Security } from '../../report/report.js';
import { SAYABLE_TLS_OPTIONS, TLS_PREFIX } from './tls-options.js';

/** Options of nodemailer's for the connection, the greeting, and silence later. */
const WAITS = ['connectionTimeout', 'greetingTimeout', 'socketTimeout'] as const;

/** What nodemailer makes of the text of an option. */
export type OptionValue = string | number | boolean;

/** Options of `tls.connect`, by their names. */
export type TlsValues = Record<string, OptionValue>;

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
    ...(query.toString() === '' ? {} : { hasOptions: true }),
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
export function isOn(query: URLSearchParams, name: string): boolean {
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
export function optionOf(query: URLSearchParams, name: string): OptionValue {
  const value = textOf(query, name);
  if (value === 'true') return true;
  if (value === 'false') return false;
  return Number.isNaN(Number(value)) ? value : Number(value);
}
