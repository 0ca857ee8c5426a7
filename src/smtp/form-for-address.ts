import { findFreeMailOwner } from '../providers/free-mail.js';
import { nearestServers } from '../providers/nearest-servers.js';
import type { Raw } from '../safety/secret.js';
import { formatLogin } from '../settings/uri/build-uri.js';
import { endOfAddress } from '../settings/uri/describe-bad-uri.js';
import { formatHostPort } from '../settings/uri/host-port.js';

/**
 * The form of an `SMTP_URI` for a mail address that was written in the place of login and server, such as `smtps://me@qq.com:465`.
 * Nothing of the value is in it but the domain.
 *
 * @param raw the variable's value, unchanged
 * @returns undefined where the text behind the `@` is not known as the domain of a provider's addresses, or is a server
 */
export async function formForAddress(raw: Raw): Promise<string | undefined> {
  const domain = endOfAddress(raw);
  const { servers = [], password } = (domain && (await findFreeMailOwner(domain))) || {};
  const [best] = domain ? nearestServers(servers, domain) : [];
  const isServer = servers.some(({ host }) => host === domain);
  if (!best || isServer || password?.kind === 'none') return undefined;
  const isTls = best.security === 'tls';
  const server = `${formatLogin(`me@${domain}`, 'password')}${formatHostPort(best.host, best.port)}`;
  return isTls ? `smtps://${server}/` : `smtp://${server}/?requireTLS=true`;
}
