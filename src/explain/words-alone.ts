import { ruleOfWords } from '../diagnosis/diagnose.js';
import { plainWords } from '../diagnosis/rules/reply-words.js';
import { stepOfWords } from './guess-step.js';
import type { KnownError } from './pattern.js';

/** A program says that a mail was not sent, and after a colon what it was told, without the code. */
const NOT_SENT =
  /\b(?:SMTP (?:error|exception)|(?:error|fail\w{0,5}|unable|could ?n[o']t|cannot|problem|exception)\b[^:]{0,60}\b(?:e-?mails?|smtp|mails?|messages?|login|auth\w{0,12})\b[^:]{0,60}): (\S.{8,1000})$/i;

/** An exception of a mail client's, and the words of the server behind it. */
const EXCEPTION =
  /\b(?:SmtpCommandException|SMTP(?:Send|Address|Sender)FailedException|SMTP\w{4,20}(?:Error|Refused)|Net::SMTP\w{4,25})\b[^\w]{1,8}(?!SMTP)(\S.{8,1000})$/;

/** Perl's Email::Sender 2 (Transport/SMTP.pm): the command, and what the server said. */
const AT_COMMAND =
  /\b(?:error (?:at|during)(?: after)? DATA|failed after (?:MAIL FROM|RCPT TO)|failed AUTH): (\S.{3,1000})$/;

/** The expressions that find words alone. */
export const WORDS_ALONE: readonly RegExp[] = [NOT_SENT, EXCEPTION, AT_COMMAND];

/** The code is gone: of each kind that rules ask for, one that may have been it. */
const CODES_THAT_MAY_HAVE_BEEN = [null, 554, 451, 501] as const;

/** What a server said, where a program has taken its code away and left its words. */
export function findWordsAlone(text: string): KnownError | undefined {
  const ofException = (EXCEPTION.exec(text) ?? AT_COMMAND.exec(text))?.[1];
  const words = ofException ?? NOT_SENT.exec(text)?.[1];
  if (words === undefined) return undefined;
  const step = stepOfWords(plainWords(words)) ?? (ofException === undefined ? undefined : 'data');
  if (step === undefined) return undefined;
  const codes = ofException === undefined ? ([null] as const) : CODES_THAT_MAY_HAVE_BEEN;
  for (const code of codes) {
    const rule = ruleOfWords({ step }, { code, enhanced: null, text: words }, words);
    if (rule) return { step, cause: rule.cause, weight: 'possible' };
  }
  return undefined;
}
