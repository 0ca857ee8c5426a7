/** Marks of a web page that end a piece of text. */
const BLOCK =
  /<(?:\/?(?:pre|code|t[dhrt]|p|div|[uo]?li?|h[1-6]|blockquote)|br)(?:\s[^<>]{0,200})?\/?>/i;
/** The end of a mark within a text. Zoho's replies have such marks of their own, with their beginnings. */
const INLINE_END = /<\/(span|b|strong|i|em|font|samp|a)>/gi;
const BREAK = /<br ?\/?>(?=[2-5]\d\d[ -])/gi;
/** Brackets, by those that close them. */
const OPENING: Record<string, string> = {
  ...{ ')': '(', ']': '[', '}': '{', '）': '（', '】': '【', '》': '《', '」': '「', '』': '『' },
};
/** The marks of Markdown around a text. */
const MARKDOWN = /(?:\*{1,3}|`{1,3}|~~|__)$/;
const QUOTES = /(?<!\\)"/g;
/** An address that a server quotes with marks of its own. */
const QUOTED_ADDRESS = /<"[^<>"]{1,320}"[^<>"]{0,255}>/g;

/**
 * A reply without the marks that close what was opened before it: tags, quotation marks, brackets.
 *
 * @param line the line that holds the reply
 */
export function withoutWrapping(reply: string, line: string): string {
  const whole = reply.replace(BREAK, '\n');
  const tag = Math.min(endOfBlock(whole), endOfInline(whole));
  const untagged = tag > 3 && tag < whole.length ? whole.slice(0, tag).trimEnd() : whole;
  const at = line.indexOf(reply);
  if (at <= 0) return untagged;
  const before = line.slice(0, at);
  const isQuoted = (before.match(QUOTES)?.length ?? 0) % 2 === 1;
  const masked = untagged.replace(QUOTED_ADDRESS, ({ length }) => ' '.repeat(length));
  const end = isQuoted ? masked.search(QUOTES) : -1;
  const unquoted = end > 3 ? untagged.slice(0, end) : untagged;
  const mark = MARKDOWN.exec(before)?.[0];
  const unmarked = mark && unquoted.endsWith(mark) ? unquoted.slice(0, -mark.length) : unquoted;
  return withoutBracket(unmarked, before);
}

function endOfBlock(text: string): number {
  return BLOCK.exec(text)?.index ?? text.length;
}

/** Where a mark ends that was begun before the text. */
function endOfInline(text: string): number {
  for (const { 0: whole, 1: name, index } of text.matchAll(INLINE_END)) {
    const before = text.slice(0, index).toLowerCase();
    const isBegun = count(before, `<${name}`.toLowerCase()) > count(before, whole.toLowerCase());
    if (!isBegun) return index;
  }
  return text.length;
}

function withoutBracket(reply: string, before: string): string {
  const last = reply.at(-1) ?? '';
  const opening = OPENING[last];
  if (opening === undefined) return reply;
  const isOpen = count(before, opening) > count(before, last);
  return isOpen && count(reply, last) > count(reply, opening) ? reply.slice(0, -1) : reply;
}

function count(text: string, sign: string): number {
  return text.split(sign).length - 1;
}
