import { MASK } from '../safety/secret.js';
import { maskBareSecrets } from './bare-secrets.js';
import { maskNamedSecrets } from './named-secrets.js';
import { ORDINARY } from './ordinary-words.js';
import { maskUrisIn } from './uri/mask-uri.js';

/** A word for a secret, and the value behind a space. Values contain figures or signs, which words hardly do. */
const NAMED_BY_SPACE =
  /(\b(?:pass(?:word|wd|wort|e)|(?<=\b(?:wrong|bad|invalid|incorrect) )pass|pwd|pw|token|(?:api |secret |access )key|secret|contraseña|senha|kennwort)|пароль|パスワード|비밀번호)( )(?![[{]\w{1,40}[\]}])(?=[!-~]{0,80}[\d#$%&*^])([^\s.,;:()<>]{6,})/gi;
/** A login before a host, without a scheme. */
const LOGIN_WITHOUT_SCHEME =
  /(?<![\w.:-])(?!(?:mailto|[Ff]rom|[Tt]o|[Cc]c|[Ss]ender|[Rr]ecipient|rcpt|[Mm]ail|[Aa]ccount|[Ii]dentity|[Aa]ddress|arn|rfc822)\b)([^\s:@<>("'\x60/]{1,100}):(?!\/\/)([^\s@]{3,200})@(?=[\w-]{1,63}(?:\.[\w-]{1,63})*)/g;
/** A login without its host. Figures behind it are a port. */
const LOGIN_WITHOUT_HOST =
  /(\bsmtps?:\/\/[^\s:@/]{1,100}:|[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,8}[a-z]{2,24}:)(?!\d{1,5}(?![^\s/?"'),.;:>\]])|\*\*\*|\/\/)[^\s]+/gi;
/** A word in brackets behind the name, or between the name and what is said of it. A code is no such word. */
const IN_BRACKETS =
  /((?:[Pp]ass(?:word|wd|phrase|code|wort)|PASS(?:WORD)?|(?<=[_.-])pass|(?<=[a-z])Pass|[Pp]wd|\b[Ss]ecret|\b[Tt]oken|(?:[Aa][Pp][Ii]|[Aa]ccess)[_ -]?[Kk]ey|[Kk]ennwort|contraseña|senha|пароль|パスワード))([ ]?[([<【（])(?!#?\d{1,3}\.|[A-Z]{1,30}\d{0,5}[)\]>】）])(?=[!-~])(?!\/|\w{2,10}:\/|node:)([^\s()[\]<>（）【】@]{5,100})(?=[)\]>】）])/g;
const BEFORE_IS =
  /\b(pass(?:word|wd|phrase|code)|pwd)([ ])([^\s,;:.]\S{4,99})(?= (?:is|was) (?:wrong|incorrect|invalid|bad)\b)/gi;
/** User and password without a host. */
const PAIR =
  /(\b(?:credentials?|login|auth|account|user(?:name)?)|(?<!\S)-u)([ :=]{1,3}([\w.+-]{1,64}):)(?!\/\/|\d{1,5}\b)([^\s:*]\S{3,200})/gi;
/** Commands of protocols and of tools, and fields of HTTP. */
const COMMANDS = [
  /((?:^|[>:] ?)PASS )(\S{1,300})/gm,
  /((?<![\w-])-(?:ap|p) )(?!\d{1,5}\b)([^\s-]\S{3,300})/g,
  /(\bBearer )([\w.~+/=-]{16,})/gi,
  /([?&](?:api)?(?:key|sig|signature)=)([^&\s#"'<>]{4,300})/gi,
  /((?<!\S)-p(?=[A-Za-z!-@]{0,80}\d)(?=\d{0,80}[A-Za-z]))(\S{5,300})/g,
  /(\bsmtps?%3a%2f%2f)(\S{1,1000}(?=%40))/gi,
  /(\b(?:set-)?cookie: ?)(\S.{0,2000})/gi,
];
/** A name that DNS was asked for. The part before its `@` belongs to the login. */
const ASKED_NAME = /\b((?:ENOTFOUND|EAI_AGAIN|ESERVFAIL|ETIMEOUT|ENODATA) )\S{1,300}@/g;
const BASE64 = /(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{8,}={0,2}/g;
const LOGIN_COMMAND = /\b(AUTH (?:PLAIN|LOGIN|XOAUTH2|CRAM-MD5)) [A-Za-z0-9+/=]{4,}/g;

/** Masks secrets in a log, which repeats what a program was given. The server's words are shown without them. */
export function maskSecrets(text: string): string {
  const named = maskBareSecrets(maskNamedSecrets(text.split('\n').map(maskLogin).join('\n')));
  return COMMANDS.reduce((line, command) => line.replace(command, `$1${MASK}`), named)
    .replace(NAMED_BY_SPACE, `$1$2${MASK}`)
    .replace(IN_BRACKETS, maskValue)
    .replace(BEFORE_IS, maskValue)
    .replace(PAIR, (all, name: string, between: string, user: string) =>
      ORDINARY.test(user) ? all : `${name}${between}${MASK}`,
    )
    .replace(ASKED_NAME, `$1${MASK}@`)
    .replace(LOGIN_WITHOUT_SCHEME, (all, user: string) => (user === '' ? all : `${user}:${MASK}@`))
    .replace(LOGIN_WITHOUT_HOST, `$1${MASK}`)
    .replace(BASE64, maskEncoded)
    .replace(LOGIN_COMMAND, `$1 ${MASK}`);
}

function maskValue(all: string, name: string, between: string, value: string): string {
  return ORDINARY.test(value) ? all : `${name}${between}${MASK}`;
}

/** Base64 of the server's own: its prompts, a challenge of CRAM-MD5 (RFC 2195), the state of OAuth (RFC 7628), a time. */
const OF_SERVER =
  /^(?:(?:user ?name|password)\b:?\0?|<[\d.]{3,60}@[^>]*>|\{"(?:status|schemes)".*|\w{3} \w{3} [\d: ]{1,20} \w{3,4} \d{4}\s?)$/is;

/**
 * Masks base64 that answers a server: decoded, it is a text such as a user, a password, or both behind NULs (RFC 4616). Words and
 * identifiers decode to octets that are no text.
 */
function maskEncoded(word: string): string {
  const length = word.replace(/={1,2}$/, '').length;
  if (length % 4 === 1) return word;
  const decoded = Buffer.from(word, 'base64').toString('utf8');
  // NULs separate the parts of a login, and U+0001 those of OAuth.
  const text = decoded.replaceAll('\0', '').replaceAll('\x01', '').trim();
  return /[\ufffd\p{Cc}]/u.test(text) || OF_SERVER.test(decoded) ? word : MASK;
}

/** The address of a page whose host is whole. An `@` behind that belongs to the page. */
const OF_PAGE = /^["'(<[]?https?:\/\/(?:[a-z\d-]{1,63}\.){1,8}[a-z]{2,24}(?::\d{1,5})?[/?#]/i;

/** Masks the URIs with a login in a line. The address of a help page has none. */
function maskLogin(line: string): string {
  const masked = line.replace(/\S+/g, (word) => {
    const start = word.indexOf('://');
    return start > 0 && word.includes('@', start) && !OF_PAGE.test(word) ? maskUrisIn(word) : word;
  });
  // An unencoded password may contain a space. Then everything up to the line's last @ may belong to it.
  const start = /\bsmtps?:\/\/[^\s@]{0,2000}\s/i.exec(masked)?.index ?? -1;
  const end = masked.lastIndexOf('@');
  if (start < 0 || end < start) return masked;
  const login = masked.indexOf('://', start) + 3;
  return `${masked.slice(0, login)}${MASK}${masked.slice(end)}`;
}
