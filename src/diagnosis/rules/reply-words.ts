import { LONGEST_WORDS } from '../../providers/provider.js';
import { type HeardReply, saidIn } from '../reply.js';
import { toSimplified } from './simplified-chinese.js';

const LINE_CODES = /^\d{3}(?:[ -]|$)(?:[245]\.\d{1,3}\.\d{1,3}(?=[\s:;,)]|$))?/;

/** The end of a line, also as programs write it within quotes: `\r\n`. */
const LINE_END = /\n|(?:\\r)?\\n/;

/** A reply's words: its lines without their codes, joined by single spaces. */
export function wordsOf(reply: Pick<HeardReply, 'text' | 'said'>): string {
  return saidIn(reply)
    .slice(0, LONGEST_WORDS)
    .split(LINE_END)
    .map((line) => line.trim().replace(LINE_CODES, ' '))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}

// A name of three labels or more, as servers write their own; with capitals it is an error's name.
const HOST_NAME = /(?<![\w.-])[a-z\d_-]{1,63}(?:\.[a-z\d_-]{1,63}){1,8}\.[a-z]{2,12}(?![\w-])/g;
// Block lists and explanations of SPF reveal the reason by their name, and so does the zone of reverse names.
const TELLING_HOST =
  /spam(?:haus|cop|rats)|barracuda|sorbs|uceprotect|abuseat|surriel|mailspike|invaluement|njabl|[a-z]bl\b|openspf|gr[ea]ylist|\.arpa$/;

// Postfix: the other server that an address was verified at, whose words follow.
const OF_NEXT_HOST = /\bhost \S{1,300}\[[^\]]{1,100}\] said: (?:[45]\d\d )?/;

// The address of the client beside the number of a session, as QQ Mail ends all its refusals: `[MXtdwv IP: 192.0.2.1]`. It says
// where to look a mail up, and not why it was refused.
const TRACE = /[[(]\s?[\w+/=-]{4,120},? {1,2}ip ?[:=] ?\[?[\d.]{7,15}\]?\s?(?:[\])]|$)/gi;

// Words that a program joined into one: SPAM_SUSPECT.
const JOINED = /(?<=[A-Z]{2})_(?=[A-Z]{2})/g;

// A help page whose name says that addresses are blocked.
const OF_BLOCKED =
  /\/[\w/-]{0,80}(?:(?:deny|block(?:ed|list)?|black(?:list)?)[-_]?ip|ip[-_]?(?:block|deny|black)|delist|dnsbl)/i;

/** The words without the address that only traces a mail. */
export function withoutTrace(words: string): string {
  return words.replace(TRACE, ' ');
}

/**
 * The words without everything that names somebody and means nothing by itself: a URL shrinks to its host, a mail address becomes
 * `<address>`, an IP address `[ip]`, a host `<host>`. Otherwise a mailbox called `spam@x.org`, or a help page at
 * `/BadCredentials`, would be taken for what the server says.
 */
export function plainWords(words: string): string {
  return toSimplified(words)
    .replace(/\bhttps?:\/\/([^\s/?#"'<>]{1,255})([^\s"'<>]{0,2000})/gi, (_, host, path) =>
      OF_BLOCKED.test(path) ? `${host} (ip blocked)` : host,
    )
    .replace(/<?[^\s<>"'()[\]:;,@]{1,64}@[\w.-]{1,255}>?/g, '<address>')
    .replace(HOST_NAME, (name) => (TELLING_HOST.test(name) ? name : '<host>'))
    .replace(JOINED, ' ')
    .replace(TRACE, ' ')
    .replace(OF_NEXT_HOST, '')
    .replace(/\[?\b\d{1,3}(?:[.-]\d{1,3}){3}\b\]?/g, '[ip]')
    .replace(/\[(?:IPv6:)?[\da-f:]{4,45}:[\da-f:.]{0,20}\]/gi, '[ip]');
}

// Postfix, whichever program decides for it: `<address>: Sender address rejected: Rate limit reached`.
const REJECTED_BECAUSE =
  /(?:^|[\s:>`"'(])(?:Sender address|Recipient address|Client host|Helo command|End-of-data|Data command) rejected: (.{3,})$/s;

/**
 * The reason in a rejection by Postfix, in the words of the table, the policy service or the program that decided. These words
 * tell more than the thing that was checked.
 *
 * @param plain what `plainWords` has made of a reply
 */
export function reasonOf(plain: string): string | undefined {
  return REJECTED_BECAUSE.exec(plain)?.[1];
}
