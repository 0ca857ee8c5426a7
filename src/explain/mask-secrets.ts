import { MASK } from '../safety/secret.js';
import { SECRET_WORDS } from '../safety/secret-words.js';
import { maskUrisIn } from '../settings/uri/mask-uri.js';

/** A value behind a word for it, as JSON, a query or a log writes it. */
const NAMED_SECRET = new RegExp(
  String.raw`\b(${SECRET_WORDS})(["']?[ ]?[:=][ ]?)("[^"]*"|'[^']*'|[^\s,;}]+)`,
  'gi',
);
/** The same in Chinese, where nothing need part the word from the value. */
const NAMED_IN_CHINESE = /(密码|口令|授权码|密钥)([ ]?(?:[：:=]|是|为)?[ ]?)([!-~]{4,})/g;
/** A word for it, and the value behind a space: a value has figures or signs in it, as hardly a word has. */
const NAMED_BY_SPACE =
  /\b(pass(?:word|wd)|pwd|token)( )(?=[!-~]{0,80}[\d#$%&*^])([^\s.,;:()<>]{6,})/gi;
/** A login before a host, without a scheme. */
const LOGIN_WITHOUT_SCHEME =
  /(?<![\w.-])(?!(?:mailto|from|to|cc|sender|recipient|rcpt|mail|address|user|smtp|host|rfc822)\b)([^\s:@<>("'/]{1,100}):([^\s@/]{3,200})@(?=[\w-]{1,63}(?:\.[\w-]{1,63})*)/g;
/** What stands before the `@` of a name that DNS was asked for is of the login. */
const ASKED_NAME = /\b((?:ENOTFOUND|EAI_AGAIN|ESERVFAIL|ETIMEOUT|ENODATA) )\S{1,300}@/g;
const BASE64 = /[A-Za-z0-9+/]{12,}={0,2}/g;
const LOGIN_COMMAND = /\b(AUTH (?:PLAIN|LOGIN|XOAUTH2|CRAM-MD5)) [A-Za-z0-9+/=]{4,}/g;

/** A log holds what a program was given: the server's words are shown without any of it. */
export function maskSecrets(text: string): string {
  return text
    .split('\n')
    .map(maskLogin)
    .join('\n')
    .replace(NAMED_SECRET, `$1$2${MASK}`)
    .replace(NAMED_IN_CHINESE, `$1$2${MASK}`)
    .replace(NAMED_BY_SPACE, `$1$2${MASK}`)
    .replace(ASKED_NAME, `$1${MASK}@`)
    .replace(LOGIN_WITHOUT_SCHEME, (all, user: string) => (user === '' ? all : `${user}:${MASK}@`))
    .replace(BASE64, maskPlainLogin)
    .replace(LOGIN_COMMAND, `$1 ${MASK}`);
}

/** The message of AUTH PLAIN (RFC 4616) shows itself: user and password behind NULs. */
function maskPlainLogin(word: string): string {
  const decoded = Buffer.from(word, 'base64').toString('latin1');
  return /^[^\0]*\0[^\0]+\0[^\0]+$/.test(decoded) ? MASK : word;
}

/** Masks the URIs with a login in a line; the address of a help page is none. */
function maskLogin(line: string): string {
  const masked = line.replace(/\S+/g, (word) => {
    const start = word.indexOf('://');
    return start > 0 && word.includes('@', start) ? maskUrisIn(word) : word;
  });
  // An unencoded password may hold a space: then all up to the line's last @ may be of it.
  const start = /\bsmtps?:\/\/[^\s@]{0,2000}\s/i.exec(masked)?.index ?? -1;
  const end = masked.lastIndexOf('@');
  if (start < 0 || end < start) return masked;
  const login = masked.indexOf('://', start) + 3;
  return `${masked.slice(0, login)}${MASK}${masked.slice(end)}`;
}
