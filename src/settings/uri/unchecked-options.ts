import { MASK } from '../../safety/secret.js';
import { RARE_TLS_OPTIONS, SAYABLE_TLS_OPTIONS, TLS_OPTIONS, TLS_PREFIX } from './tls-options.js';

/** Options by which mail takes a way that a check cannot follow. */
const ELSEWHERE =
  /^(?:proxy|service|lmtp|localAddress|sendmail|streamTransport|jsonTransport|SES|url|tls\.(?:host|port|path|lookup))$/;
/** Options that change what is sent, or whom the server believes. */
const OTHERWISE = /^(?:dkim|tls\..+)$/;

/** Options of TLS that a check takes, or that make no difference to it. */
const TRIED = [...SAYABLE_TLS_OPTIONS, 'honorCipherOrder'].map((name) => TLS_PREFIX + name);

/** Names that are options somewhere. Any other behind the prefix may be the end of a password. */
const NAMED: ReadonlySet<string> = new Set(
  [...TLS_OPTIONS, ...RARE_TLS_OPTIONS].map((name) => TLS_PREFIX + name),
);

/**
 * The options of a URI that a check does not try, and that decide about its outcome, as they may be shown.
 *
 * @param query the text behind the question mark
 */
export function findUncheckedOptions(query: string): string[] {
  const unchecked = optionsIn(query).filter(
    (name) => (ELSEWHERE.test(name) || OTHERWISE.test(name)) && !TRIED.includes(name),
  );
  const isShown = (name: string) => !name.startsWith(TLS_PREFIX) || NAMED.has(name);
  return unchecked.map((name) =>
    isShown(name) || ELSEWHERE.test(name) ? name : `${TLS_PREFIX}${MASK}`,
  );
}

/** Whether an option makes all observations of a check meaningless. */
export function leadsElsewhere(query: string): boolean {
  return optionsIn(query).some((name) => ELSEWHERE.test(name));
}

/** The names of the options that are switched on. */
function optionsIn(query: string): string[] {
  const options = [...new URLSearchParams(`?${query}`)].filter(
    ([name, value]) =>
      (value !== '' && value !== 'false' && Number(value) !== 0 && !isNoProxy(name, value)) ||
      name === `${TLS_PREFIX}checkServerIdentity`,
  );
  return [...new Set(options.map(([name]) => name))];
}

/** Nodemailer takes a text alone for a proxy. */
function isNoProxy(name: string, value: string): boolean {
  return name === 'proxy' && (value === 'true' || !Number.isNaN(Number(value)));
}
