import { MASK } from '../safety/secret.js';
import { ORDINARY, ORDINARY_BEHIND } from './ordinary-words.js';

/** Characters that separate words of a sentence, numbers of replies, and letters that no password is written in. */
const NO_VALUE = /^(?:[^\p{L}\p{N}!#$%&*]|\d{1,3}(?:\.\d{1,3}\.\d{1,3})?$|\*{3}|%s|\p{Lo})/u;
/** The word alone, a name of a setting that ends in it, or the word behind the name of a user, as in `.netrc`. */
const NAMES = [
  /(?<![A-Za-z\d_-])(?:pass(?:word|wd|phrase|code)|pwd)[ \t]{1,20}/gi,
  /(?<![A-Za-z\d_])(?!(?:SPF|DKIM|DMARC|ARC|BY)_)[A-Za-z]\w{1,30}(?:_(?:[Pp]ass|[Pp]wd?|[Tt]oken|[Ss]ecret|PASS|PWD?|TOKEN|SECRET)|P(?:ass|wd))(?:word|wd|WORD|WD)?[ \t]{1,20}(?:(?:is|was)[ \t]{1,9})?/g,
  /(?<![A-Za-z\d])[A-Za-z][A-Za-z\d]{1,30}[.-](?:[\w.-]{1,40}[.-])?pass(?:word|wd)?[ \t]{1,20}/gi,
  /(?<![A-Za-z\d])(?:api[_-]?key|(?:client|smtp|mail|auth)[_-]secret|auth[_-]token)[ \t]{1,20}/gi,
  /(?<![A-Za-z\d])(?:smtp|mail|email|user|auth|sasl|login|imap)pass(?:word|wd)?[ \t]{1,20}/gi,
  /\b(?:user(?:name)?|login|account)[ \t:=]{1,3}\S{1,100}[ \t,;]{1,3}(?:pass|pw)[ \t]{1,20}/gi,
];

/** A command that prints the password, in `.msmtprc`. The command may contain the password. */
const COMMAND = /(\bpass(?:word)?(?:eval|cmd|command)[ \t]{1,20})(\S.{0,500})/gi;

/** Words that call what follows a password, or say it was used as one. */
const QUOTED_AS =
  /((?<![\w"'])["'\x60]|[“‘「『])([^"'\x60“”‘’「」『』\n]{1,200})(?=["'\x60”’」』][ \t]{1,3}(?:(?:as|for|is|was|were)[ \t]{1,3}|不是|是|作为|当作)(?:[a-z']{1,12}[ \t]{1,3}){0,4}(?:pass(?:word|wd|phrase|code)?\b|pwd\b|密码|授权码|密碼))/giu;
const WORD_AS =
  /(\b(?:got|received|sent|sending|used|using|tried|trying|entered|typed|gave|given|saw|with|put)[ \t]{1,3})(\S{3,100})(?=[ \t]{1,3}(?:as|for)[ \t]{1,3}(?:[a-z']{1,12}[ \t]{1,3}){0,3}pass(?:word|wd|phrase|code)\b)/gi;

/** User and password as arguments of a function, as a pair, in a command (RFC 3501), and behind a word for both. */
const PAIRS = [
  /(\(\s{0,9}[bur]?["'][^"'\n]{1,100}["']\s{0,9},\s{0,9}[bur]?["'])([^"'\n]{1,200})(?=["']\s{0,9}[,)])/g,
  /((?:^|[\s>])[A-Za-z]{1,4}\d{1,6} LOGIN "?[\w.+@-]{1,100}"? "?)([^\s"]{3,200})/g,
  /(\bcredentials?[ \t]{0,2}[:=]?[ \t]{0,2}[({[][ \t]{0,2}[\w.+@-]{1,100}[ \t]{0,2}[,:;/|][ \t]{0,2})([^\s)}\]]{3,200})(?=[ \t]{0,2}[)}\]])/gi,
  /(\b(?:login|logged in|user(?:name)?|account)[ \t](?!\w{0,20}(?:ed|ing)\b)[\w.+@-]{1,64}[ \t])(?=[A-Za-z]{0,60}[\d#$%&!])(?![\d.:]{1,40}\b)([^\s.:;,()<>@/=]{6,100})(?![^\s,;.])/gi,
  /(\b(?:for|user|login|account|as) [\w.+@-]{1,100} \()(?=[A-Za-z]{0,60}\d)(?=[A-Z\d]{0,60}[a-z])([^\s.:()]{6,100})(?=\))/g,
  /(\bdecodeURI(?:Component)?\(["'])([^"'\n]{1,300})/g,
  /(\bENOTFOUND [^\s:@]{1,100}:)(?!\d{1,5}\b)(\S{1,200})/g,
];

/** A user and a password with a slash between them. */
const WITH_SLASH =
  /((?:\b(?:logins?|logg(?:ed|ing) in|credentials?|account|user(?:name)?|auth(?:enticat(?:e|ed|ing))?)(?:[ \t](?:as|with|by|for))?[ \t:=]{1,3}["'\x60(]?)([\w.+@-]{1,100})\/|(?<=^|[\s("'\x60<])[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,8}[a-z]{2,24}\/)([^\s/"'\x60]{3,100})(?![^\s"'\x60),.;])/gi;
const MECHANISM =
  /^(?:plain|login|(?:cram-|digest-)?md5|x?oauth2?|oauthbearer|scram-\S+|gssapi|ntlm|pass(?:word|wd)?|pwd|smtps?|imaps?|pop3s?|e?mail|tls|ssl|tcp)\b/i;

/** A server and a login, as in Postfix's `sasl_passwd`. */
const BEHIND_SERVER =
  /((?:^|[\s:"'\x60|])(?:\[[\w.:-]{1,253}\](?::\w{1,10})?|[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}:\d{1,5}|(?<=^|\| )[\w-]{1,63}(?:\.[\w-]{1,63}){1,8})[ \t]{1,40}(?=[\w.+@-]{0,99}[A-Za-z])[\w.+@-]{1,100}:)(?!\/\/)(\S{3,200})(?=[ \t]*$)/gm;

/** Masks a secret that only its place in the line reveals, since no sign separates it from the word before it. */
export function maskBareSecrets(text: string): string {
  const named = NAMES.reduce(maskNextWord, text);
  return PAIRS.reduce((line, pair) => line.replace(pair, maskValue), named)
    .replace(COMMAND, `$1${MASK}`)
    .replace(QUOTED_AS, maskValue)
    .replace(WORD_AS, maskValue)
    .replace(WITH_SLASH, (all, start: string, user: string | undefined, value: string) => {
      const isOrdinary = [user ?? '', value].some((word) => ORDINARY_BEHIND.test(word));
      return isOrdinary || MECHANISM.test(value) ? all : start + MASK;
    })
    .replace(BEHIND_SERVER, maskValue);
}

function maskValue(all: string, start: string, value: string): string {
  return ORDINARY.test(value) || MECHANISM.test(value) ? all : start + MASK;
}

function maskNextWord(text: string, name: RegExp): string {
  const parts: string[] = [];
  let last = 0;
  for (const match of text.matchAll(name)) {
    const start = match.index + match[0].length;
    const word = /^[^\s]{1,300}/.exec(text.slice(start, start + 300))?.[0] ?? '';
    const value = word.replace(/[,;:.?)\]}>"'，。；：）]{1,10}$/, '');
    const isNone = NO_VALUE.test(value) || ORDINARY_BEHIND.test(value) || MECHANISM.test(value);
    if (match.index < last || value === '' || isNone) continue;
    parts.push(text.slice(last, start), MASK);
    last = start + value.length;
  }
  return parts.join('') + text.slice(last);
}
