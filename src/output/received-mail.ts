import type { OutputTexts } from '../language/interface-texts.js';
import { describeMail } from '../mail/describe-mail.js';
import { stripControls, stripToLine } from '../safety/control-characters.js';
import type { ReceivedMail } from '../sandbox/received-mail.js';
import { hang } from './wrap.js';

/** A mail that the sandbox received, for people. */
export async function formatReceivedMail(
  mail: ReceivedMail,
  texts: OutputTexts,
  width: number,
): Promise<string> {
  const { headers, text } = await describeMail(mail.raw);
  const lines = [
    texts.sandboxMail,
    '',
    ...headers.map(([name, value]) => `${name}: ${stripToLine(value)}`),
    '',
    ...stripControls(text).trim().split('\n'),
  ];
  return `\n${lines.map((line) => (line === '' ? line : hang('  ', line, width))).join('\n')}\n`;
}
