import { decodePercent } from '../../safety/decode-percent.js';
import { isIP } from '../../safety/is-ip.js';
import { TELLTALE } from '../../safety/redactor.js';
import { SECRET_WORDS } from '../../safety/secret-words.js';
import { isAddress, isHarmless, withoutEnd, wordsIn } from './shown-words.js';

/** More names of a secret. */
export const SHORT_NAMES = '(?<![a-z])(?:pw|creds?)(?![a-z])|credential';
export const CHINESE_NAMES = '密 ?码|密碼|口 ?令|授 ?权 ?码|密钥|凭据';
/** Words about a login. What stands beside them may be a user or a password, however it is written. */
const OF_LOGIN = new RegExp(
  String.raw`${SECRET_WORDS}|${SHORT_NAMES}|log(?:[ -]?(?:in|on)|ged|ging)\b|auth|sasl|${CHINESE_NAMES}|-(?:xu|xp|ap|au|u|p)\b|:\/\/[^\s/@]{0,200}:[^@]{1,200}[@＠]|_(?:UR[IL]|DSN)[ \t]{0,9}[=:]|:\d{2,5}[ \t]+\S{1,100}:|^[ \t]{0,9}p[ \t]{0,3}[:=]|\bclient_send\b|\|[ \t]{0,3}(?:base64|openssl)\b|\bcode from\b|\bu\/p\b`,
  'i',
);
/** A host, its port, a user and a password in a row, as programs print a structure. */
const ROW =
  /^[^\w]{0,9}(?:[\w-]{1,63}\.){1,8}[a-z]{2,24}[ \t,;:]{1,3}(?:25|465|587|\d{4,5})[ \t,;]{1,3}[^\s,;]{1,100}[ \t,;]{1,3}\S.{0,100}$/i;
/** An address with a password. */
const WITH_ADDRESS =
  /(?:^[ \t]{0,9}|(?<=[ \t])(?=\S{1,200}(?: \/ |, \S{4,100}$)))[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,8}[a-z]{2,24}[ \t]{0,3}[/|,;:][ \t]{0,3}\S.{0,100}$/i;
/** The part of a line that is a login alone, with its server, or an address with a password; undefined in other lines. */
export function rowWithLogin(line: string): string | undefined {
  // A port looks like the code of a reply.
  if (ROW.test(line)) return line;
  const said = line.replace(REPLY, '');
  return WITH_ADDRESS.test(said) ? said : undefined;
}

/** A name of a column or a property, and its word for a secret. */
const CELL = /^[\w.-]{1,40}$/;
const SECRET_CELL = new RegExp(SECRET_WORDS, 'i');
/** The line below the names of columns. */
export const RULE = /^[-+|=\s]{3,200}$/;

/** Whether a line consists of names alone, one of them of a secret, whose values stand in the next lines: a table, or properties of rows. */
export function isHeader(line: string): boolean {
  if (line.length > 400) return false;
  const cells = line.split(/[|:,;\t]/).map((cell) => cell.trim());
  const names = cells.filter((cell) => cell !== '');
  return names.every((name) => CELL.test(name)) && names.some((name) => SECRET_CELL.test(name));
}

/** The same words in a reply, where authentication may be that of a sender's domain. */
const OF_CREDENTIALS = new RegExp(
  String.raw`(?<!by|spf|dkim|dmarc|not |trusted)(?:${SECRET_WORDS})(?!es\b)|${SHORT_NAMES}|log[ -]?(?:in|on)\b|sasl|${CHINESE_NAMES}`,
  'i',
);
/** Replies to a login, or about one (RFC 4954 section 6). */
const LOGIN_CODES: ReadonlySet<number> = new Set([235, 334, 432, 454, 530, 534, 535, 538]);

/** Whether a server's words are about a login, so that they may hold parts of one. */
export function isAboutLogin(step: string, code: number | null, text: string): boolean {
  return step === 'auth' || (code !== null && LOGIN_CODES.has(code)) || OF_CREDENTIALS.test(text);
}

/** A server's words in a line, from the reply's code on. */
export const REPLY = /(?<![\w.:-])[245]\d\d(?:[ -]|$).*/;
/** Signs directly before a value. */
const BEFORE_VALUE = /[=:"'`“「(<[{|>,@/]$/u;
/** A label in any language, and one word behind it: a field of a form. Labels of letters and numbers of mails are none. */
const FIELD =
  /^[ \t-]{0,9}(?!(?:.{0,20}\b)?(?:id|queue|from|to|cc|subject|date|ref|trace)\b)[^\s:：=][^:：=]{0,30}[:：][ \t]{1,9}\S{4,100}$/i;
/** The host of a setting or of a URI, and the user of a setting. They are no secrets, wherever else they stand. */
const NAMES = [
  /(?:host\w{0,20}|server\w{0,20}|relay\w{0,20}|domain|service|(?<![\w-])-s|user(?:name)?|account|sender|e?mail|ECONNREFUSED)["'`]?[\s=:>,"'`]{1,5}([\w.-]{1,63})(?![\w@-])/gi,
  /(?:@|:\/\/)([\w-]{1,63})(?=:\d{1,5}(?!\w)|[/?#\s"'`,]|$)/g,
];
/** A URI with a login. */
const OF_URI = /:\/\/[^\s@＠]{0,200}.{0,200}[@＠]/;
const LONGEST_WORD = 200;
const SHORTEST_WORD = 3;
/** The most words that are kept. A paste has fewer. */
const MOST_WORDS = 5000;

/** Words of a text that nothing calls secret and that may be: they are neither known nor of a harmless shape. */
export interface ClientWords {
  /** Values of settings, arguments, and words in lines about a login. */
  values: ReadonlySet<string>;
  /** Those of them in lines about a login, which are no names of hosts. */
  ofLogin: ReadonlySet<string>;
  /** A date or a number in a line about a login, which a person wrote. */
  figures: ReadonlySet<string>;
}

/** A password that is a date or a number. A line that begins with a time is a program's. */
const IS_FIGURES = /^\d(?=.{5})(?:[\d.:/-]{0,30}\d)$/;
const OF_LOG = /^[\s[]{0,9}\d|\d\d:\d\d:\d\d/;
const OF_CODE = /^[245]\d\d-[245]\.\d/;

/** A quoted text of a few words, base64, octets in hexadecimal, and text that is encoded as in a URI. */
const QUOTED = /(["'`“「])([^"'`“”「」]{3,60})(?=["'`”」])/gu;
const BASE64 = /(?<![\w+/])[A-Za-z\d+/_-]{4,2000}={0,2}(?![\w+/])/g;
const HEX = /(?<!\w)(?:[\da-f]{2}[ :]?){4,200}(?!\w)/gi;
const ENCODED = /(?:[^\s%"'<>]{0,100}%[\dA-Fa-f]{2}){1,100}[^\s%"'<>]{0,100}/g;
/** A line of a hex dump, with the same octets as text behind it. */
const DUMP = /^\s*(?:[\da-f]{4,8}:?(?: -)? )?(?:[\da-f]{2}[ -]){2,64} +(\S.{0,80})$/i;

/** The words of a text that a program or a person wrote, and no server. A server that repeats one of them repeats a part of the settings. */
export function clientWordsOf(texts: readonly string[]): ClientWords {
  const found = {
    values: new Set<string>(),
    ofLogin: new Set<string>(),
    figures: new Set<string>(),
  };
  const names = new Set<string>();
  let isAnnounced = false;
  let isBehindLogin = false;
  for (const line of texts.flatMap((text) => text.split(/\r?\n/))) {
    if (found.values.size >= MOST_WORDS) break;
    // A port looks like the code of a reply.
    const isRow = ROW.test(line);
    const said = isRow ? line : line.replace(REPLY, '');
    const isOfLogin = isRow || WITH_ADDRESS.test(said) || OF_LOGIN.test(said);
    for (const [, name = ''] of NAMES.flatMap((pattern) => [...said.matchAll(pattern)])) {
      names.add(name);
    }
    if (isOfLogin ? !OF_LOG.test(line) : isAnnounced && !/\s/.test(line)) {
      for (const { word } of wordsIn(said)) {
        const isOther = isIP(word) !== 0 || OF_CODE.test(word);
        if (IS_FIGURES.test(word) && !isOther) found.figures.add(word);
      }
    }
    // A word alone is what a command printed, or a form holds.
    const isOutput = isBehindLogin && /^\s*\S+\s*$/.test(said);
    look(said, isOfLogin, isAnnounced || isOutput, found);
    isBehindLogin = isOfLogin;
    for (const text of innerTexts(said)) look(text, isOfLogin || text !== said, true, found);
    if (isAnnounced && RULE.test(said)) continue;
    isAnnounced = isOfLogin && (ANNOUNCES.test(said) || isHeader(said));
  }
  for (const name of names) {
    found.values.delete(name);
    found.ofLogin.delete(name);
  }
  return found;
}

/** A line that is no more than a name, so that its value stands in the next line. */
export const ANNOUNCES =
  /^.{0,40}(?:[:=|>＝：]|[:=][ \t]{0,3}[|>][+-]?)[ \t]{0,9}$|^[^\s:=]{1,12}$/u;

/** @param isValue all words may be values, wherever they stand */
function look(
  text: string,
  isOfLogin: boolean,
  isValue: boolean,
  { values, ofLogin }: { values: Set<string>; ofLogin: Set<string> },
): void {
  // The end of a password before the host is no address.
  const plain = OF_URI.test(text) ? text.replace(/[@＠]/g, ' ') : text;
  const words = [...wordsIn(plain)];
  const isField = FIELD.test(plain);
  const isAlone = words.length <= MOST_QUOTED && words.every(({ word }) => !isHarmless(word));
  for (const { word, start } of words) {
    const isPlaced = BEFORE_VALUE.test(plain.slice(Math.max(0, start - 1), start));
    const isTold = isOfLogin || isValue || isPlaced || isAlone || isField;
    if (!isTold && !/[=:]/.test(word)) continue;
    for (const part of partsOf(word)) {
      if (part.length > LONGEST_WORD || part.length < SHORTEST_WORD || isHarmless(part)) continue;
      values.add(part);
      if (isOfLogin || isValue) ofLogin.add(part);
    }
  }
}

/** Whether a word stands in a set, or so many characters of the one in the other. A plain word is a part of others by chance. */
export function isEcho(word: string, words: ReadonlySet<string>): boolean {
  if (words.has(word)) return true;
  if (!isTelling(word)) return false;
  for (const other of words) {
    if (isTelling(other) && (other.includes(word) || word.includes(other))) return true;
  }
  return false;
}

/** A plain word, parts of which stand in others by chance. */
export const PLAIN_WORD = /^\p{L}{1,11}$/u;

function isTelling(word: string): boolean {
  return word.length >= TELLTALE && !PLAIN_WORD.test(word);
}

/** How often something is encoded: a query within a query, in a Secret. */
const MOST_TIMES = 3;

/** What texts have percent-encoded, and what that has. */
function percentDecoded(texts: readonly string[]): string[] {
  const all: string[] = [];
  let found = texts;
  for (let times = 0; times < MOST_TIMES && found.length > 0; times += 1) {
    found = found.flatMap((text) =>
      [...text.matchAll(ENCODED)].flatMap(([word]) => decodePercent(word) ?? []),
    );
    all.push(...found);
  }
  return all;
}

/** The words that a server may have written so: the word itself, and those that it encodes. */
export function writtenIn(word: string): string[] {
  return [word, ...percentDecoded([word]).flatMap((text) => text.split(/\s+/))];
}

/** What stands in a line in quotation marks, and what it has encoded. */
function innerTexts(line: string): string[] {
  const quoted = [...line.matchAll(QUOTED)].map(([, , text = '']) => text);
  const octets = [...line.matchAll(HEX)].map(([run]) =>
    Buffer.from(run.replace(/[ :]/g, ''), 'hex').toString('utf8'),
  );
  const few = quoted
    .filter((text) => text.split(' ').length <= MOST_QUOTED)
    .flatMap((text) => (text.includes('\\') ? [text, text.replace(/\\(.)/g, '$1')] : [text]));
  const plain = [...line.matchAll(BASE64)].map(([word]) =>
    Buffer.from(word, 'base64').toString('utf8').replaceAll('\0', ' ').replaceAll('\x01', ' '),
  );
  const texts = [...plain, ...octets].filter(
    (text) => text.trim().length >= 3 && !/[\ufffd\p{Cc}]/u.test(text),
  );
  const [, dumped] = DUMP.exec(line) ?? [];
  return [
    ...few,
    ...texts,
    ...percentDecoded([line, ...texts]),
    ...(dumped === undefined ? [] : [dumped]),
  ];
}

/** The most words of a quoted text that is a value. */
const MOST_QUOTED = 5;

const SIGNS = /[:=,;|&?"'`<>()[\]{}/@＠#*!$^~\\]+/g;

/** A word, the parts between its signs, and what stands behind each sign. An address has none, since it is shown. */
export function partsOf(word: string): string[] {
  if (isAddress(word)) return [];
  const ends = [...word.slice(0, LONGEST_WORD).matchAll(SIGNS)].map(({ 0: sign, index }) =>
    word.slice(index + sign.length),
  );
  const inner = [...word.split(/["'`<>()]+/), ...word.split(SIGNS)];
  return [...new Set([word, ...ends, ...inner].map(withoutEnd))].filter((part) => part !== '');
}
