import { nearestKnownHost } from '../../providers/known-hosts.js';
import { isIP } from '../../safety/is-ip.js';
import { isPlausibleDomain } from '../../safety/plausible-domain.js';
import { MASK } from '../../safety/secret.js';
import { maskedHost, type ShownHost } from '../../safety/shown-host.js';
import { looksLikePassword } from '../../safety/swapped.js';
import { narrow } from './server-reading.js';

/** The host of an `SMTP_URI` as it may be told. */
export function shownHost(uri: { host: string; isHostDoubtful?: true }): ShownHost {
  return maskedHost(uri.host, uri.isHostDoubtful === true);
}

/** The same of a host that a log names, where nobody knows what stood around it. */
export function shownLoggedHost(name: string): ShownHost {
  const host = name.slice(name.lastIndexOf('@') + 1);
  return maskedHost(name, host !== MASK && isDoubtfulHost(host, { hasLogin: true, hasPort: true }));
}

/** A name that somebody gave a machine. */
const NAME = /^[a-z]+(?:-[a-z]+)*$/;

/**
 * Whether a host may be no host at all: it has neither the form of one nor a name near that of a provider's server. What no login
 * stands before is one, and so is a plain name with a port behind it, unless they look like a password themselves.
 *
 * @param written the host as it stands in the settings, without brackets
 */
export function isDoubtfulHost(
  written: string,
  { hasLogin, hasPort }: { hasLogin: boolean; hasPort: boolean },
): boolean {
  const host = narrow(written);
  if (isIP(host) || isPlausibleDomain(host)) return false;
  const isNamed = !hasLogin || (hasPort && NAME.test(host));
  if (isNamed && !host.split('.').some(looksLikePassword)) return false;
  return nearestKnownHost(host) === undefined;
}
