import { stepOfCommand } from '../../diagnosis/conversation.js';
import { plainWords } from '../../diagnosis/rules/reply-words.js';
import { causeWithoutCode } from '../cause-without-code.js';
import { stepOfWords } from '../guess-step.js';
import type { KnownError } from './pattern.js';

/** A report of an unsent mail. The server's words follow a colon, without the code. */
const NOT_SENT =
  /\b(?:SMTP (?:error|exception)|(?:error|fail\w{0,5}|unable|could ?n[o']t|cannot|problem|exception)\b[^:]{0,60}\b(?:e-?mails?|smtp|mails?|messages?|login|auth\w{0,12})\b[^:]{0,60}): (\S.{8,1000})$/i;

/** An exception of a mail client, with the server's words behind it. */
const EXCEPTION =
  /\b(?:SmtpCommandException|SMTP(?:Send|Address|Sender)FailedException|SMTP\w{4,20}(?:Error|Refused)|Net::SMTP\w{4,25})\b[^\w]{1,8}(?!SMTP|Error connecting to|Connection )(\S.{8,1000})$/;

/** Perl's Email::Sender 2 (Transport/SMTP.pm) writes the command and the server's words. */
const AT_COMMAND =
  /\b(?:error (?:at|during)(?: after)? DATA|failed after (?:MAIL FROM|RCPT TO)|failed AUTH): (\S.{3,1000})$/;

/** MailKit 4 (SmtpStream): the connection ended, and the last that the server had said, without a code. */
const LAST_SAID = /\bSMTP server has unexpectedly disconnected: (\S.{3,1000})$/;

/** Any program's line about the answer to a command, which it names. */
const BEHIND_COMMAND =
  /\b([EH]{1,2}LO|STARTTLS|AUTH|MAIL FROM|RCPT TO|DATA)\b.{0,120}?(?:response|reply|answer|rejected|refused|failed|error)\w{0,4}: ([A-Za-z\x80-\uffff<].{5,500})$/;

/** Without such a word, "DATA error" is about any data. */
const OF_MAIL = /smtp|mail|[eh]{1,2}lo\b|rcpt|starttls/i;

/** The expressions that find words alone. */
export const WORDS_ALONE: readonly RegExp[] = [NOT_SENT, EXCEPTION, AT_COMMAND, BEHIND_COMMAND];

/** One possible code of each kind that the rules ask for: the real one is lost. */
const CODES_THAT_MAY_HAVE_BEEN = [null, 554, 451, 501] as const;

/** The reason that a server gave before it hung up. */
export function findLastSaid(text: string): KnownError | undefined {
  return LAST_SAID.test(text) ? findWordsAlone(text) : undefined;
}

/** A server's words from which a program has removed the code. */
export function findWordsAlone(text: string): KnownError | undefined {
  const [, command = '', answer] = (OF_MAIL.test(text) && BEHIND_COMMAND.exec(text)) || [];
  const ofCommand = stepOfCommand(command);
  const last = LAST_SAID.exec(text);
  const ofServer = (last ?? EXCEPTION.exec(text) ?? AT_COMMAND.exec(text))?.[1] ?? answer;
  const words = ofServer ?? NOT_SENT.exec(text)?.[1];
  if (words === undefined) return undefined;
  const step =
    (words === answer ? ofCommand : undefined) ??
    stepOfWords(plainWords(words)) ??
    (ofServer === undefined ? undefined : 'data');
  if (step === undefined) return undefined;
  const codes = ofServer === undefined ? ([null] as const) : CODES_THAT_MAY_HAVE_BEEN;
  const cause = causeWithoutCode(step, words, codes);
  return cause && { step, cause, weight: 'possible' };
}
