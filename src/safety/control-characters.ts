// C0 and C1 controls, line and paragraph separators, the byte-order mark, and the characters that
// change the direction of text: with them a server's reply could clear the screen, set the window's
// title, write to the clipboard (OSC 52), or show one text and mean another.
const CONTROL = /(?!\n)[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\ufeff]/gu;

/** A text of printable ASCII, from which nothing has to be removed. Most lines are such. */
const PLAIN = /^[ -~]*$/;

/**
 * Text that came from outside, safe to show: without control characters, with `\n` as the only
 * line break. Each removed character leaves one U+FFFD, so that a person sees that something was there.
 */
export function stripControls(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/\t/g, ' ').replace(CONTROL, '\ufffd');
}

/** The same on one line: line breaks become single spaces. */
export function stripToLine(text: string): string {
  if (PLAIN.test(text)) return text.trim();
  const lines = stripControls(text).split('\n');
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' ');
}

/**
 * Whether a text holds a control character or a line break of any kind: in an address or a subject
 * it could begin a new SMTP command or a new header.
 */
export function hasControls(text: string): boolean {
  return /[\p{Cc}\p{Zl}\p{Zp}]/u.test(text);
}
