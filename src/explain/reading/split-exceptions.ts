import type { Unwrapped } from './hard-wrapped.js';

/** A line that ends with the name of a mail client's exception, whose message stands elsewhere. */
const NAMED =
  /\b((?:Smtp|SMTP|Mail|Email|Messaging|SslHandshake|Authentication|Transport|SendFailed)\w{0,40}(?:Exception|Error))\b\W{0,12}(?:occurred|was thrown|raised)?\W{0,4}$/;
/** A field that holds a message, as debuggers and logs write it. */
const FIELD = /^\s*(?:\w{1,20}[ .]?)?(?:message|reason|description)["']?\s?[:=]\s*["']?(.*)$/i;
/** Fields beside the message, and frames of the trace. */
const BESIDE = /^\s*(?:at |in |\w{1,30}["']?\s?[:=]|-{3}|\.{3})/;
/** How many lines the message may stand behind the name. */
const FARTHEST = 8;

/**
 * A text in which each message stands behind the name of its exception, as in one line. Undefined where none stands apart.
 *
 * @param text a few pasted lines
 */
export function joinMessages(text: string): Unwrapped | undefined {
  const lines = text.split(/\r?\n/);
  const joined = [...lines];
  for (const [index, line] of lines.entries()) {
    const name = NAMED.exec(line)?.[1];
    const found = name === undefined ? undefined : messageBehind(lines, index);
    if (found) joined[found.index] = `${name}: ${found.message}`;
  }
  const numbers = lines.map((_, index) => index + 1);
  return joined.some((line, index) => line !== lines[index])
    ? { text: joined.join('\n'), lines: numbers }
    : undefined;
}

/** The message behind the line with the name: that of a field, or the next line that is no field. */
function messageBehind(
  lines: readonly string[],
  named: number,
): { index: number; message: string } | undefined {
  let isAsked = false;
  let bare: { index: number; message: string } | undefined;
  for (const [offset, line] of lines.slice(named + 1, named + 1 + FARTHEST).entries()) {
    const index = named + 1 + offset;
    const message = FIELD.exec(line)?.[1]?.trim();
    if (message) return { index, message };
    if (message === '') isAsked = true;
    else if (line.trim() !== '' && !BESIDE.test(line)) {
      const found = { index, message: line.trim() };
      if (isAsked) return found;
      bare ??= found;
    }
  }
  return bare;
}
