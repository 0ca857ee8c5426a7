import type { OutputTexts } from '../language/interface-texts.js';
import { stripControls, stripToLine } from '../safety/control-characters.js';
import { describeMail, type ReceivedMail } from '../sandbox/received-mail.js';

/** A mail that the sandbox received, for people. */
export async function formatReceivedMail(mail: ReceivedMail, texts: OutputTexts): Promise<string> {
  const { headers, text } = await describeMail(mail.raw);
  const lines = [
    texts.sandboxMail,
    '',
    ...headers.map(([name, value]) => `${name}: ${stripToLine(value)}`),
    '',
    ...stripControls(text).trim().split('\n'),
  ];
  return `\n${lines.map((line) => (line === '' ? line : `  ${line}`)).join('\n')}\n`;
}
