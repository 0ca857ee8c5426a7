import type { OutputTexts } from '../language/interface-texts.js';
import { describeMail } from '../mail/describe-mail.js';
import { htmlToText } from '../mail/html-text.js';
import { stripControls, stripToLine } from '../safety/control-characters.js';
import type { ReceivedMail } from '../sandbox/received-mail.js';
import { hang } from './wrap.js';

/** A mail that the sandbox received, for people. */
export async function formatReceivedMail(
  mail: ReceivedMail,
  texts: OutputTexts,
  width: number,
): Promise<string> {
  const { headers, text, html } = await describeMail(mail.raw);
  const words = text.trim() === '' ? htmlToText(html) : text;
  const lines = [
    texts.sandboxMail,
    '',
    ...headers.map(([name, value]) => `${name}: ${stripToLine(value)}`),
    '',
    ...stripControls(words).trim().split('\n'),
  ];
  return `\n${lines.map((line) => (line === '' ? line : hang('  ', line, width))).join('\n')}\n`;
}
