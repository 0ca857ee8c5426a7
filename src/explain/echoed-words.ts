import { SECRET_WORDS } from '../safety/secret-words.js';
import { isAddress, isHarmless, withoutEnd, wordsIn } from './shown-words.js';

/** Words about a login. What stands beside them may be a user or a password, however it is written. */
const OF_LOGIN = new RegExp(
  String.raw`${SECRET_WORDS}|(?<![a-z])(?:pw|creds?)(?![a-z])|credential|log(?:[ -]?(?:in|on)|ged|ging)\b|auth|sasl|密码|密碼|口令|授权码|密钥|凭据|-(?:xu|xp|ap|au|u|p)\b|:\/\/[^\s/@]{0,200}:[^@]{1,200}@|:\d{2,5}[ \t]+\S{1,100}:`,
  'i',
);
/** The same words in a reply, where authentication may be that of a sender's domain. */
const OF_CREDENTIALS = new RegExp(
  String.raw`(?<!by|spf|dkim|dmarc|not |trusted)(?:${SECRET_WORDS})(?!es\b)|(?<![a-z])(?:pw|creds?)(?![a-z])|credential|log[ -]?(?:in|on)\b|sasl|密码|密碼|口令|授权码|密钥|凭据`,
  'i',
);
/** Replies to a login, or about one (RFC 4954 section 6). */
const LOGIN_CODES: ReadonlySet<number> = new Set([235, 334, 432, 454, 530, 534, 535, 538]);

/** Whether a server's words are about a login, so that they may hold parts of one. */
export function isAboutLogin(step: string, code: number | null, text: string): boolean {
  return step === 'auth' || (code !== null && LOGIN_CODES.has(code)) || OF_CREDENTIALS.test(text);
}

/** A server's words in a line, from the reply's code on. */
const REPLY = /(?<![\w.:-])[245]\d\d(?:[ -]|$).*/;
/** Signs directly before a value. */
const BEFORE_VALUE = /[=:"'`“「(<[{|>,@/]$/u;
/** Names of the settings for a host, before its value. */
const OF_HOST =
  /(?:host\w{0,20}|servers?|relay\w{0,20}|smtps?|mx|domain|address|ENOTFOUND|EAI_AGAIN|@|:\/\/)["'`]?[\s=:>,"'`]{0,5}$/i;
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
}

/** A quoted text of a few words, base64, and text that is encoded as in a URI. */
const QUOTED = /(["'`“「])([^"'`“”「」]{3,60})(?=["'`”」])/gu;
const BASE64 = /(?<![\w+/])[A-Za-z\d+/_-]{4,2000}={0,2}(?![\w+/])/g;
const ENCODED = /(?:[^\s%"'<>]{0,100}%[\dA-Fa-f]{2}){1,100}[^\s%"'<>]{0,100}/g;
/** A line of a hex dump, with the same octets as text behind it. */
const DUMP = /^\s*(?:[\da-f]{4,8}:?(?: -)? )?(?:[\da-f]{2}[ -]){2,64} +(\S.{0,80})$/i;

/** The words of a text that a program or a person wrote, and no server. A server that repeats one of them repeats a part of the settings. */
export function clientWordsOf(texts: readonly string[]): ClientWords {
  const values = new Set<string>();
  const ofLogin = new Set<string>();
  const add = (word: string, isOfLogin: boolean) => {
    for (const part of partsOf(word)) {
      if (part.length > LONGEST_WORD || part.length < SHORTEST_WORD || isHarmless(part)) continue;
      values.add(part);
      if (isOfLogin) ofLogin.add(part);
    }
  };
  for (const line of texts.flatMap((text) => text.split(/\r?\n/))) {
    if (values.size >= MOST_WORDS) break;
    const said = line.replace(REPLY, '');
    const isOfLogin = OF_LOGIN.test(said);
    for (const { word, start } of wordsIn(said)) {
      const before = said.slice(Math.max(0, start - 40), start);
      if (!isOfLogin && !BEFORE_VALUE.test(before) && !/[=:]/.test(word)) continue;
      add(word, isOfLogin && !OF_HOST.test(before));
    }
    for (const text of innerTexts(said)) {
      for (const { word } of wordsIn(text)) add(word, false);
    }
  }
  return { values, ofLogin };
}

/** What stands in a line in quotation marks, and what it has encoded. */
function innerTexts(line: string): string[] {
  const quoted = [...line.matchAll(QUOTED)].map(([, , text = '']) => text);
  const few = quoted
    .filter((text) => text.split(' ').length <= MOST_QUOTED)
    .flatMap((text) => (text.includes('\\') ? [text, text.replace(/\\(.)/g, '$1')] : [text]));
  const plain = [...line.matchAll(BASE64)].map(([word]) =>
    Buffer.from(word, 'base64').toString('utf8').replaceAll('\0', ' ').replaceAll('\x01', ' '),
  );
  const texts = plain.filter((text) => text.trim().length >= 3 && !/[\ufffd\p{Cc}]/u.test(text));
  const decoded = [...line.matchAll(ENCODED)].flatMap(([word]) => decode(word) ?? []);
  const [, dumped] = DUMP.exec(line) ?? [];
  return [...few, ...texts, ...decoded, ...(dumped === undefined ? [] : [dumped])];
}

/** The most words of a quoted text that is a value. */
const MOST_QUOTED = 5;

function decode(word: string): string | undefined {
  try {
    // A part before an @ is no address here.
    return decodeURIComponent(word).replaceAll('@', ' ');
  } catch {
    return undefined;
  }
}

const SIGNS = /[:=,;|&?"'`<>()[\]{}/@]+/g;

/** A word, the parts between its signs, and what stands behind each sign. An address has none, since it is shown. */
export function partsOf(word: string): string[] {
  if (isAddress(word)) return [];
  const ends = [...word.slice(0, LONGEST_WORD).matchAll(SIGNS)].map(({ 0: sign, index }) =>
    word.slice(index + sign.length),
  );
  const inner = [...word.split(/["'`<>()]+/), ...word.split(SIGNS)];
  return [...new Set([word, ...ends, ...inner].map(withoutEnd))].filter((part) => part !== '');
}
