import { SAYABLE_TLS_OPTIONS, TLS_PREFIX } from './tls-options.js';

/** Options that lead the server elsewhere: mail takes a way that a check cannot go. */
const ELSEWHERE =
  /^(?:proxy|service|lmtp|localAddress|sendmail|streamTransport|jsonTransport|SES|url|tls\.(?:host|port|path|lookup))$/;
/** Options that change what is sent, or whom the server believes. */
const OTHERWISE = /^(?:dkim|tls\..+)$/;

/** Those of TLS that a check takes, and that it makes no difference for. */
const TRIED = [...SAYABLE_TLS_OPTIONS, 'honorCipherOrder'].map((name) => TLS_PREFIX + name);

/**
 * The options of a URI that a check does not try, and that its outcome depends on.
 *
 * @param query what stands behind the question mark
 */
export function findUncheckedOptions(query: string): string[] {
  return optionsIn(query).filter(
    (name) => (ELSEWHERE.test(name) || OTHERWISE.test(name)) && !TRIED.includes(name),
  );
}

/** Whether one of them makes all that a check could see say nothing. */
export function leadsElsewhere(query: string): boolean {
  return optionsIn(query).some((name) => ELSEWHERE.test(name));
}

/** The names of the options that are switched on. */
function optionsIn(query: string): string[] {
  const options = [...new URLSearchParams(query)].filter(
    ([name, value]) =>
      (value !== '' && value !== 'false' && Number(value) !== 0) ||
      name === `${TLS_PREFIX}checkServerIdentity`,
  );
  return [...new Set(options.map(([name]) => name))];
}
