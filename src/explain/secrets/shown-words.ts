import { isIP } from '../../safety/is-ip.js';
import { MASK } from '../../safety/secret.js';
import { looksRandom } from '../../safety/shown-word.js';
import { isKnownWord } from './known-words.js';

/** A word in letters that passwords are written in. Chinese and the like stands beside it without a space. */
const LATIN =
  /[!-~\u00a1-\u024f\u1e00-\u1eff\u2018-\u201f\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]+/gu;
/** Marks around a word. */
const BEFORE = /^["'`‘-‟«<([{•,;:.!?…#~|=>-]+/u;
const IS_BEHIND = /[\\"'`‘-‟»>)\]}•,;:.!?…|=<-]/u;

/** The code at the beginning of each line of a reply, and the enhanced one. */
const CODES = /^\d{3}(?:[ -](?:[245]\.\d{1,3}\.\d{1,3}(?![\w.]))?|$)/;
/** Marks of a server's own: Google's, and the host, time and number that Exchange Online writes in brackets. */
const OF_SERVER =
  /\b[a-z\d-]{0,50}s[im]\d{5,12}[a-z\d]{2,4}\.\d{1,3}(?: - gsmtp)?\b|\[[A-Z\d]{4,20}\.(?:[A-Z]{4,12}\d{0,3}\.)?prod\.outlook\.com(?: \d{4}-[\dT:.-]{10,22}Z [\dA-F]{1,18})?\]/gi;

const TOP =
  'com|net|org|edu|gov|info|biz|dev|app|cloud|mail|email|online|local|localdomain|internal|lan|home|corp|intranet|example|test|invalid|[a-z]{2}';
const HOST_FORM = String.raw`(?:[a-z\d_-]{1,63}\.){1,8}(?:${TOP})\.?`;
const HOST = new RegExp(String.raw`^\[?${HOST_FORM}\]?(?::\d{1,5})?$`, 'i');
const ADDRESS = new RegExp(
  String.raw`^([\p{L}\d._+'&~*-]{1,64})@(${HOST_FORM}|\[[\da-f:.]{3,45}\])$`,
  'iu',
);
const PAGE = new RegExp(
  String.raw`^(https?:\/\/${HOST_FORM}(?::\d{1,5})?)((?:\/[\w.~!,*+-]{0,60}){0,12})(?:\?(.*?))?(#.*)?$`,
  'is',
);
/** A URI or an address whose secret is masked. */
const MASKED_URI = new RegExp(
  String.raw`^(?:smtps?:\/\/(?:([\w.%+-]{1,100}):)?)?\*{3}@(${HOST_FORM})(?::\d{1,5})?\/?$`,
  'i',
);
/** Numbers of codes and of counts, versions, times. A password may be a longer number. */
const NUMBER =
  /^(?:\d{1,4}|[245]\d\d-[245]\.\d{1,3}\.\d{1,3}|[45xX]\.[\dxX]{1,3}\.[\dxX]{1,3}|v?\d{1,3}(?:\.\d{1,3}){1,3}|\d{1,3}%|\d{1,2}:\d\d(?::\d\d)?(?:\.\d{1,6})?Z?|\d{4}[-/]\d\d[-/]\d\d(?:T[\d:.]{5,16}(?:Z|[+-]\d\d:?\d\d)?)?)$/;
/** Names that hold figures, and codes of errors in capitals. */
const NAME =
  /^(?:sha-?\d{1,3}|md5|utf-?8|pop3|imap4|smtp2go|office365|o365|ipv[46]|x509|rfc-?\d{3,4}|tls-?v?1(?:\.\d)?|ssl-?v?[23]|base64|x?oauth2?|2fa|ib\d{3}|mbr\d{4}|mp\d{3}|ofr_\d{3}|(?:cram|digest)-md5|scram-sha-\d{1,3}(?:-plus)?|8bitmime|532[12]\.(?:mail)?from)$/i;
const CODE = /^(?:([A-Z]{3,12})[-_]?\d{1,3}|[A-Z]{2}:[A-Z]{3})$/;
/** What a server asks for, in base64: `Username:` and `Password:`. */
const PROMPT = /^(?:UGFzc3dvcmQ|VXNlcm5hbWU|VXNlciBOYW1l)\w{0,2}$/;
/** A word that is written letter by letter. */
const SPELT = /(?<!\S)(?:[A-Za-z\d] ){4,300}[A-Za-z\d](?!\S)/g;
/** Signs between the words of one name. */
const BETWEEN = /['’._/&+-]/;
/** A name or a word before a sign, and the rest. */
const BEFORE_SIGN = /^([\p{L}\d_.'’@+-]{1,100}?)([:=([<,;)\]>|]{1,3})(.{1,2000})$/su;

/** Decides whether a word may be shown that is neither known nor of a harmless shape. */
type IsShown = (word: string) => boolean;
const NEVER: IsShown = () => false;
/** Decides whether a name is that of a server that may be shown. */
export type IsHost = (name: string) => boolean;

/** Codes, and numbers that no password consists of. */
const SHORT_NUMBER = /^(?:\d{1,3}|(?:[245]\d\d-)?[45xX2]\.[\dxX]{1,3}\.[\dxX]{1,3}|E[A-Z]{3,20})$/;
/** Parts of one letter or figure in a row, and numbers in a row: a word that is spelt, or its octets. */
const IN_ROW = /(?<!\S)\d{1,3}(?:[ \t,;:]{1,3}\d{1,3}){2,500}(?!\S)/g;

const OF_NUMBERS = /(?:(?<!\w)\d{1,3}(?!\w)(?:\W{1,3}|\W{1,3}\w{1,3}\W)){3}/;

/** Whether a word is one of those that replies consist of, a code or a server that may be shown. Its shape tells nothing. */
export function isOfVocabulary(word: string, isHost: IsHost): boolean {
  if (SHORT_NUMBER.test(word) || NAME.test(word) || PROMPT.test(word)) return true;
  if (isHost(word.replace(/^\[|\]?(?::\d{1,5})?$/g, ''))) return true;
  const code = CODE.exec(word);
  if (code) return code[1] === undefined || isKnownWord(code[1]);
  return isOfParts(word);
}

/**
 * A text without all that is of nobody's vocabulary, where a secret may stand in any form.
 *
 * @param isHost decides about names of servers
 */
export function showVocabulary(text: string, isHost: IsHost): string {
  const show = (word: string) => betweenMarks(word, (bare) => showBare(bare, isHost));
  return behindCodes(text, (line) =>
    line.replace(SPELT, MASK).replace(IN_ROW, MASK).replace(LATIN, show),
  );
}

/** A reply's codes alone. */
export function showCodes(text: string): string {
  const [code = ''] = CODES.exec(text) ?? [];
  return `${code} ${MASK}`.trim();
}

/** A reply of which each line is shown behind its code. Masks in a row are one. */
function behindCodes(text: string, show: (line: string) => string): string {
  return text
    .split(/((?:\\r)?\\n|\n)/)
    .map((line, index) => {
      if (index % 2 === 1) return line;
      const [code = ''] = CODES.exec(line) ?? [];
      const shown = show(line.slice(code.length));
      return code + shown.replace(/\*{3}(?:[ \t]{1,3}\*{3}){1,500}/g, MASK);
    })
    .join('');
}

/** A word of which that is shown which stands between the marks around it. */
function betweenMarks(word: string, show: (bare: string) => string): string {
  const before = BEFORE.exec(word)?.[0] ?? '';
  if (before === word) return /[!#~]/.test(word) && word.length > 3 ? MASK : word;
  const inner = word.slice(before.length);
  const bare = withoutEnd(inner);
  return before + show(bare) + inner.slice(bare.length);
}

function showBare(word: string, isHost: IsHost): string {
  if (word === '' || word === MASK || isOfVocabulary(word, isHost)) return word;
  const isShown = (part: string) => isOfVocabulary(part, isHost);
  const [, login = '', server = ''] = MASKED_URI.exec(word) ?? [];
  if (server !== '' && isShown(server) && (login === '' || isShown(login))) return word;
  const [, site = ''] = PAGE.exec(word) ?? [];
  if (site !== '' && isShown(site.replace(/^https?:\/\//, ''))) {
    const rest = word.slice(site.length);
    if (OF_NUMBERS.test(rest)) return `${site}/${MASK}`;
    return site + rest.replace(/[^/?&=]{1,2000}/g, (part) => (isShown(part) ? part : MASK));
  }
  const [, mailbox = '', domain = ''] = ADDRESS.exec(word) ?? [];
  if (domain !== '' && isShown(domain)) return `${isShown(mailbox) ? mailbox : MASK}@${domain}`;
  const [, name = '', sign = '', rest = ''] = BEFORE_SIGN.exec(word) ?? [];
  // Signs between single letters, or between numbers, belong to one word, such as a time.
  const isOne = name.length < 2 || rest.length === 1 || /^\d+ \d/.test(`${name} ${rest}`);
  return isOne || !isShown(name) ? MASK : name + sign + showBare(rest, isHost);
}

/**
 * A server's words without any that may be a secret: known words are left, codes, numbers, names of hosts and pages. A password has no
 * mark by which it could be told from the other words.
 *
 * @param isShown decides about each of the other words
 */
export function showKnownWords(text: string, isShown: IsShown = NEVER): string {
  return behindCodes(text, (line) =>
    showInLine(isShown === NEVER ? line.replace(SPELT, MASK) : line, isShown),
  );
}

function showInLine(line: string, isShown: IsShown): string {
  const parts: string[] = [];
  let last = 0;
  for (const match of line.matchAll(OF_SERVER)) {
    parts.push(showWords(line.slice(last, match.index), isShown), match[0]);
    last = match.index + match[0].length;
  }
  parts.push(showWords(line.slice(last), isShown));
  return parts.join('');
}

/** A word without the marks at its end. */
export function withoutEnd(word: string): string {
  let end = word.length;
  while (end > 0 && IS_BEHIND.test(word[end - 1] ?? '')) end -= 1;
  return word.slice(0, end);
}

/** The words of a line without the marks around them. */
export function* wordsIn(line: string): Generator<{ word: string; start: number }> {
  for (const { 0: word, index } of line.matchAll(LATIN)) {
    const before = BEFORE.exec(word)?.[0].length ?? 0;
    const bare = withoutEnd(word.slice(before));
    if (bare !== '') yield { word: bare, start: index + before };
  }
}

function showWords(line: string, isShown: IsShown): string {
  return line.replace(LATIN, (word) =>
    /^\*+$/.test(word) ? word : betweenMarks(word, (bare) => showWord(bare, isShown)),
  );
}

function showWord(word: string, isShown: IsShown): string {
  if (word === '' || word === MASK || MASKED_URI.test(word) || isHarmless(word)) return word;
  // What stands beside a mask may be the rest of what it hides.
  if (!word.includes(MASK) && isShown(word)) return word;
  const [, mailbox = '', domain] = ADDRESS.exec(word) ?? [];
  if (domain) return `${isHarmless(mailbox) ? mailbox : MASK}@${domain}`;
  const page = PAGE.exec(word);
  if (page) return showPage(page);
  const [, name = '', sign = '', rest = ''] = BEFORE_SIGN.exec(word) ?? [];
  // What stands behind the first word that is not known may belong to it.
  // Figures and letters in turn are hardly a name.
  const isMixed = /\d/.test(name) && /^[\p{L}\d]+$/u.test(name);
  const shown = isMixed || name === '' ? MASK : showWord(name, isShown);
  return shown === MASK ? MASK : shown + sign + showWord(rest, isShown);
}

/** Whether a word is known, or has a shape that no password has by itself. */
export function isHarmless(word: string): boolean {
  if (NUMBER.test(word) || NAME.test(word) || PROMPT.test(word)) return true;
  if (HOST.test(word) || isIP(word) !== 0) return true;
  const code = CODE.exec(word);
  if (code) return code[1] === undefined || isKnownWord(code[1]);
  return isOfParts(word);
}

/** Whether a word consists of known words, and is not spelt. */
function isOfParts(word: string): boolean {
  const parts = word.split(BETWEEN).filter((part) => part !== '');
  const isSpelt = parts.filter((part) => part.length === 1).length > 3;
  return !isSpelt && parts.every(isOfKnownWords);
}

/** Whether a word is an address of a mailbox. */
export function isAddress(word: string): boolean {
  return ADDRESS.test(word);
}

/** Whether a word in letters is known, or several that are written as one: `BadCredentials`. */
function isOfKnownWords(word: string): boolean {
  if (!/^\p{L}+$/u.test(word)) return false;
  if (isKnownWord(word)) return true;
  const parts = word.split(/(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u);
  return parts.length > 1 && parts.every(isKnownWord);
}

function showPage([, site = '', path = '', query, fragment]: RegExpExecArray): string {
  const isPlain = path.split('/').every((part) => part.length <= 40 && !looksRandom(part));
  const options = query?.split('&').map((option) => {
    const [name = '', value = ''] = option.split(/=(.*)/s, 2);
    const isTold = value === '' || /^\d{1,12}$/.test(value) || isHarmless(value);
    return isTold && (name.length <= 3 || isHarmless(name)) ? option : MASK;
  });
  const shown = options === undefined ? '' : `?${options.join('&')}`;
  const isTold = fragment === undefined || isHarmless(fragment.slice(1));
  return `${site}${isPlain ? path : `/${MASK}`}${shown}${isTold ? (fragment ?? '') : `#${MASK}`}`;
}
