import { addressesIn, isOfMailSystem, isSameAddress } from './addresses.js';

/** Marks before an address: a list's mark, and the beginning of Sendmail's summaries. */
const MARKS = /^[\s>*•·–#|-]{0,40}(?:[45]\d\d (?:[45]\.\d{1,3}\.\d{1,3} )?)?/;
/** Words that may stand before an address that begins an entry: a word for it, or a name. */
const LABEL =
  /^(?:(?:recipients?(?: address)?|addressed to|failed recipient|final-recipient|to|an|收件人|收信人|宛先|кому)\s{0,3}[:：=]\s{0,3}(?:rfc822;\s{0,3})?)?(?:[^\s<>@:;,]{1,40}[ :：]){0,4}["'<(]{0,2}$/i;
/** A word for an address, and nothing else. */
const NAMED =
  /^(?:(?:failed |final |original )?recipients?(?: address)?|addressed to|收件人(?:地址|邮箱)?|收信人|收件者|收件方(?:地址)?|宛先|кому)\s{0,8}[:：=|]?\s{0,8}(?:rfc822;\s{0,3})?["'<(]{0,2}$/i;
/** Words before an address in a sentence that says what became of it. */
const BEFORE =
  /(?:deliver\w*|message|e?mail|letter|reach\w*|recipients?|address\w*|user(?:id)?|mailbox|RCPT TO|size|to|for|in|an|收件人|邮件地址|邮箱|用户|адрес\w*|получател\w*|à)[^@]{0,40}$/iu;
/** Lines that name whom to ask, or who sent the mail. */
const OF_OTHERS =
  /\b(?:contact|assistance|please (?:send|write|forward|e-?mail)|questions?|support|reply-?to|sender|envelope-from|return-path|MAIL FROM|generated (?:by|from)|from:)|\bfrom\s{1,3}\S{0,200}$|客服|联系|问い合わせ/i;

/** The most recipients. */
const MOST = 1000;

/**
 * The recipients who did not get the letter, where only the text of a report names them: the addresses that begin a line; without
 * any, the addresses in sentences.
 *
 * @param senders addresses to leave out, such as the one that the report was sent to
 * @param mayBeSystem a postmaster's address may be a recipient
 */
export function recipientsInText(
  text: string,
  senders: readonly string[],
  mayBeSystem = false,
): string[] {
  const named = new Map<string, string>();
  const entries = new Map<string, string>();
  const spoken = new Map<string, string>();
  /** The indentation of the last line that names somebody, as long as its entry goes on. */
  let open: number | undefined;
  for (const line of text.split('\n')) {
    const depth = line.length - line.trimStart().length;
    if (line.trim() === '' || (open !== undefined && depth <= open)) open = undefined;
    // Lines with a deeper indentation continue the entry.
    if (open !== undefined) continue;
    if (entries.size >= MOST || !line.includes('@') || line.length > 4000) continue;
    const body = line.replace(MARKS, '');
    for (const address of inBracketsFirst(body)) {
      if (isOfMailSystem(address) && !mayBeSystem) continue;
      const before = body.slice(0, body.indexOf(address));
      const key = address.toLowerCase();
      const isOfOthers = OF_OTHERS.test(before);
      if (NAMED.test(before)) named.set(key, address);
      if (LABEL.test(before) && !isOfOthers) {
        entries.set(key, address);
        open = depth;
      } else if (BEFORE.test(before) && !isOfOthers) spoken.set(key, address);
      break;
    }
  }
  return first([named, entries, spoken], senders);
}

/** The addresses of `name <address>`. The name may look like an address, too. */
function inBracketsFirst(line: string): string[] {
  const named = /^[^<>:]{1,100}<([^<>]{3,320})>/.exec(line)?.[1];
  return [...(named ? addressesIn(named) : []), ...addressesIn(line)];
}

/** The first list that holds anybody besides the senders. */
function first(lists: readonly Map<string, string>[], senders: readonly string[]): string[] {
  const isOther = (address: string) => !senders.some((sender) => isSameAddress(sender, address));
  return (
    lists.map((list) => [...list.values()].filter(isOther)).find(({ length }) => length > 0) ?? []
  );
}

/**
 * The part of a report about each of several recipients: the lines from the one that names the recipient to the one that names
 * the next. For a single recipient, the whole report.
 *
 * @returns the lines, by recipient in lower case
 */
export function blocksOf(text: string, recipients: readonly string[]): Map<string, string[]> {
  const lines = text.split('\n');
  const keys = recipients.map((address) => address.toLowerCase());
  if (keys.length <= 1) return new Map(keys.map((key) => [key, lines]));
  const known = new Set(keys);
  const blocks = new Map<string, string[]>(keys.map((key) => [key, []]));
  let current: string[][] = [];
  for (const line of lines) {
    const named = line.includes('@')
      ? addressesIn(line.slice(0, 4000)).map((address) => address.toLowerCase())
      : [];
    const [key] = named.filter((address) => known.has(address));
    const own = key === undefined ? undefined : blocks.get(key);
    // Words below a list of names are about all of them.
    if (own) current = current.every(isNameAlone) ? [...new Set([...current, own])] : [own];
    for (const block of current) block.push(line);
  }
  return blocks;
}

/** Whether a block holds nothing but the name. */
function isNameAlone(block: readonly string[]): boolean {
  return block.every((line) => {
    const [address] = addressesIn(line.slice(0, 4000));
    const rest = address ? line.replace(address, '') : line;
    return !/[\p{L}\p{N}]{2}/u.test(rest);
  });
}

/** The text of a report before it names the first recipient. */
export function preambleOf(text: string, recipients: readonly string[]): string[] {
  const lines = text.split('\n');
  const first = lines.findIndex((line) => {
    const lower = line.toLowerCase();
    return recipients.some((address) => lower.includes(address.toLowerCase()));
  });
  return lines.slice(0, Math.max(first, 0));
}
