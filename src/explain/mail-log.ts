import { isIP } from '../safety/is-ip.js';
import { isNearby } from '../settings/addresses/is-nearby.js';

/**
 * The lines of mail servers beside those of deliveries: of Postfix's programs, and of Exim about a message, a login or a
 * client's TLS.
 */
const OF_SERVER =
  /\bpostfix[\w.-]{0,40}\/[\w./-]{1,80}\[\d{1,10}\]: |\b[\dA-Za-z]{6}-[\dA-Za-z]{6,11}-[\dA-Za-z]{2,4} (?:==|\*\*) |\bTLS error on connection |\bauthenticator failed for \S| rejected (?:connection|EHLO|HELO|MAIL|RCPT|DATA|after DATA)\b/;

/** Whether a line stands in the log of a mail server. */
export function isOfServer(line: string): boolean {
  return OF_SERVER.test(line);
}

/** The lines of Tailchat's own mail service, behind the level and the node that Moleculer writes. */
const OF_SERVICE = /(?:^|[ \]])[A-Z]{4,5} {1,3}[\w.-]{1,100}\/MAIL: \w{0,40}Error: /;

/** Whether a line is an error of the mail service. */
export function isOfService(line: string): boolean {
  return OF_SERVICE.test(line);
}

const ADDRESS =
  /(?<![\w.:])(?:\d{1,3}(?:\.\d{1,3}){3}(?![\w.])|[\da-f]{0,4}(?::[\da-f]{0,4}){2,7})/gi;

/** Whether a line names a machine near the one that wrote it, such as a container. */
export function namesNearby(text: string): boolean {
  return (text.match(ADDRESS) ?? []).some((address) => isIP(address) > 0 && isNearby(address));
}
