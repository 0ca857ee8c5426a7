import type { Reply } from '../report/report.js';
import { stripControls } from '../safety/control-characters.js';
import type { Redact } from '../safety/redactor.js';
import { Secret } from '../safety/secret.js';

/** A reply as it is diagnosed. Its text may be shown; where a mask stands in it, the words themselves are a secret beside it. */
export interface HeardReply extends Reply {
  said?: Secret;
}

const REPLY = /^([2-5]\d\d)(?:[ -](?:([245]\.\d{1,3}\.\d{1,3})(?=[\s)]|$))?|$|\n)/;

/** The last line of a reply of several. */
const LAST_LINE = /\n([45]\d\d(?:[ ]|$)[^\n]*)\n?$/;

/**
 * Reads a server's reply (RFC 5321 section 4.2) with its enhanced status code (RFC 2034, RFC 3463).
 *
 * All lines normally have the same code. Some servers make up their mind while they greet, and end a welcome with a refusal: the
 * last line counts then.
 *
 * @param text the reply as it came, its lines separated by `\n`; it is handed back unchanged
 */
export function parseReply(text: string): Reply {
  const plain = stripControls(text);
  const refusal = plain.startsWith('2') ? LAST_LINE.exec(plain)?.[1] : undefined;
  const match = REPLY.exec(refusal ?? plain);
  return {
    code: match ? Number(match[1]) : null,
    enhanced: match?.[2] ?? null,
    text,
  };
}

/**
 * Reads a reply as it came, and cleans its text. A password that happens to be a word of the protocol must not change what was
 * said.
 */
export function readReply(raw: string, redact: Redact): HeardReply {
  return cleanReply(parseReply(raw), redact);
}

/** The same reply with a clean text. */
export function cleanReply(reply: HeardReply, redact: Redact): HeardReply {
  const text = redact(reply.text);
  return {
    ...reply,
    text,
    ...(text === reply.text ? {} : { said: reply.said ?? new Secret(reply.text) }),
  };
}

/** What the server said, also where it may not be shown. Only for functions that conclude from it and hand on no part of it. */
export function saidIn({ text, said }: Pick<HeardReply, 'text' | 'said'>): string {
  return said?.reveal() ?? text;
}

/** What a report may hold of a reply. */
export function shownReply({ code, enhanced, text }: HeardReply): Reply {
  return { code, enhanced, text };
}

/**
 * The class of a reply: its first digit (RFC 5321 section 4.2.1). The enhanced code repeats it (RFC 3463 section 3). 0 where
 * there is neither.
 */
export function replyClass(reply: Pick<Reply, 'code' | 'enhanced'> | undefined): number {
  if (reply?.code) return Math.floor(reply.code / 100);
  return Number(reply?.enhanced?.[0] ?? 0);
}

/**
 * The keywords of an EHLO reply with their parameters (RFC 5321 section 4.1.1.1): all lines but the
 * first, which greets.
 */
export function parseExtensions(text: string): string[] {
  return text
    .split('\n')
    .slice(1)
    .map((line) => line.replace(/^\d{3}[ -]?/, '').trim())
    .filter((line) => line !== '');
}

/** The SASL mechanisms that an EHLO reply offers (RFC 4954 section 3; `AUTH=` is an old form of it). */
export function parseMechanisms(extensions: readonly string[]): string[] {
  const names = extensions
    .map((line) => /^AUTH[ =](.*)$/i.exec(line)?.[1] ?? '')
    .flatMap((list) => list.toUpperCase().split(/[ =]+/));
  return [...new Set(names)].filter((name) => name !== '');
}

/** Whether an EHLO reply offers an extension, by its keyword. */
export function hasExtension(extensions: readonly string[], keyword: string): boolean {
  return extensions.some((line) => line.toUpperCase().split(' ')[0] === keyword);
}
