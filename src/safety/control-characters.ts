// C0 and C1 controls, DEL, line and paragraph separators, and the characters that change the
// direction of text (Unicode bidi controls): with them a server's reply could clear the screen, set
// the window's title, write to the clipboard (OSC 52), or show one text and mean another.
// biome-ignore lint/suspicious/noControlCharactersInRegex: removing them is this file's job
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

/**
 * Text that came from outside, safe to show: without control characters, with `\n` as the only
 * line break. Each removed character leaves one U+FFFD, so that a person sees that something was there.
 */
export function stripControls(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/\t/g, ' ').replace(CONTROL, '\ufffd');
}

/** The same on one line: line breaks become single spaces. */
export function stripToLine(text: string): string {
  return stripControls(text).replace(/\s*\n\s*/g, ' ').trim();
}
