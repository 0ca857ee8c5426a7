import type { Language } from '../../language-codes.js';
import { isNearby } from '../../settings/addresses/is-nearby.js';

/** The result of a comparison with another host, if no port of the server takes a connection. */
export type ControlFinding =
  /** With a server on this machine or in a network of one's own, none outside compares. */
  | { kind: 'nearby' }
  /** No host was asked but the server itself, and this one can be. */
  | { kind: 'not-compared' | 'with-itself'; advised: string }
  | { kind: 'other-not-found'; other: string }
  /** Two silent hosts; a third can tell more. */
  | { kind: 'both'; other: string; advised: string }
  | { kind: 'port' | 'host'; other: string; open: readonly number[] };

/** Well-known servers, each with the domains of its company. */
const GMAIL = { host: 'smtp.gmail.com', domains: /(?:^|\.)(?:gmail|google|googlemail)\.com$/ };
const OFFICE = { host: 'smtp.office365.com', domains: /(?:^|\.)(?:office365|outlook)\.com$/ };
const QQ = { host: 'smtp.qq.com', domains: /(?:^|\.)(?:qq|foxmail|qcloudmail)\.com$/ };
const NETEASE = { host: 'smtp.163.com', domains: /(?:^|\.)(?:1(?:63|26|88)\.com|yeah\.net)$/ };

/** The best comes first. Mainland China reaches no server of Google, but every country reaches those of QQ. */
const COMPARED: Record<Language, readonly { host: string; domains: RegExp }[]> = {
  en: [GMAIL, OFFICE, QQ],
  'zh-CN': [QQ, NETEASE, OFFICE],
};

/**
 * A host to compare with, which most readers of a language reach.
 *
 * @param silent hosts that did not answer: the advice is of none of their companies
 */
export function hostToCompare(language: Language, ...silent: string[]): string {
  const isSilent = (domains: RegExp) => silent.some((host) => domains.test(plain(host)));
  // There are three companies, and at most two hosts.
  return (COMPARED[language].find(({ domains }) => !isSilent(domains)) ?? QQ).host;
}

const plain = (host: string) => host.toLowerCase().replace(/\.$/, '');

/** Who is to blame: the network lets nothing out, not this port, or the server is down. */
export function compareWithControl(
  language: Language,
  { host, port }: { host: string; port: number },
  control: { host: string; open: readonly number[] | undefined } | undefined,
): ControlFinding {
  const advised = hostToCompare(language, host);
  if (!control) return isNearby(host) ? { kind: 'nearby' } : { kind: 'not-compared', advised };
  const { host: other, open } = control;
  if (plain(host) === plain(other)) return { kind: 'with-itself', advised };
  if (!open) return { kind: 'other-not-found', other };
  if (open.length === 0)
    return { kind: 'both', other, advised: hostToCompare(language, host, other) };
  return { kind: open.includes(port) ? 'host' : 'port', other, open };
}
