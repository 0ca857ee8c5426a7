import type { MailboxProblem } from '../report/arrival.js';
import type { ImapClient } from './imap-client.js';
import { ImapError } from './imap-error.js';
import type { ImapUri } from './imap-uri.js';
import { quoted } from './quoted.js';

const PRINTABLE = /^[\x20-\x7e]*$/;

/** The client's introduction: NetEase opens no folder without it (RFC 2971). */
const ID = 'ID ("name" "tailchat-cli-smtp" "vendor" "tailchat")';

/**
 * Logs in, once, and says who is there.
 *
 * @throws ImapError of what the refusal says where it is refused; the signal's reason when it is aborted
 */
export async function logIn(client: ImapClient, { user, password }: ImapUri): Promise<void> {
  const hasTokens = client.can('AUTH=XOAUTH2') || client.can('AUTH=OAUTHBEARER');
  if (hasTokens && client.can('LOGINDISABLED') && !client.can('AUTH=PLAIN'))
    throw new ImapError('oauth');
  const secret = password.reveal();
  const isPlain = PRINTABLE.test(user) && PRINTABLE.test(secret);
  const { isOk, words } =
    client.can('LOGINDISABLED') || !isPlain
      ? await authenticate(client, `\0${user}\0${secret}`)
      : await client.command(`LOGIN ${quoted(user)} ${quoted(secret)}`);
  if (!isOk) throw new ImapError(refusalOf(words), words);
  // A server that does not know `ID` refuses it and goes on.
  if (client.can('ID')) await client.command(ID);
}

/** Refusals that pass, of servers without response codes. */
const FOR_NOW =
  /\b(?:bandwidth|frequen\w{1,4}|rate) limit|\blimit (?:exceeded|reached)|\btoo (?:many|often|frequent)|\btemporar(?:y|il)|\b(?:try|again|retry) later\b|\bbusy\b|频繁|稍后|繁忙/i;

/** The problem that a response code (RFC 5530 section 3) names, or words. Without either, it was refused for good. */
export function refusalOf(words: string): MailboxProblem {
  switch (/^\[([A-Z]{2,30})[\] ]/i.exec(words)?.[1]?.toUpperCase()) {
    case 'UNAVAILABLE':
    case 'SERVERBUG':
    case 'INUSE':
    case 'LIMIT':
      return 'unavailable';
    case 'CONTACTADMIN':
      return 'contact-admin';
    case 'PRIVACYREQUIRED':
      return 'needs-tls';
    case 'EXPIRED':
      return 'expired';
    default:
      return FOR_NOW.test(words) ? 'unavailable' : 'login';
  }
}

/** Logs in by SASL PLAIN (RFC 4616): LOGIN takes only some characters. */
async function authenticate(client: ImapClient, credentials: string) {
  const encoded = Buffer.from(credentials, 'utf8').toString('base64');
  if (client.can('SASL-IR')) return await client.command(`AUTHENTICATE PLAIN ${encoded}`);
  return await client.command('AUTHENTICATE PLAIN', encoded);
}
