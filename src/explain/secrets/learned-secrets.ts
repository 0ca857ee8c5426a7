import { decodePercent } from '../../safety/decode-percent.js';
import { MASK } from '../../safety/secret.js';
import { SECRET_WORDS } from '../../safety/secret-words.js';
import { maskSecrets } from '../../settings/mask-secrets.js';
import { ORDINARY_BEHIND } from '../../settings/ordinary-words.js';
import { CHINESE_NAMES } from './echoed-words.js';
import { isHarmless, wordsIn } from './shown-words.js';

/** A shorter one occurs in any text by chance. */
const SHORTEST = 4;
const LONGEST = 200;
/** Nobody pastes more of them. */
const MOST = 100;

/** From this length on, what is named is secret in any shape, but for codes. */
const SHORTEST_NAMED = 6;
/** Shorter ones, of several words, may stand anywhere. */
const SHORTEST_PHRASE = 8;
const FIGURES = /^(?:(?:[245]\d\d[-:]?)?[245]\.\d{1,3}\.\d{1,3}|E[A-Z]+|(.)\1*)$/;
const MOST_BEFORE = 100;
/** What stands before a password alone: its name and a sign, or the user in a URI. */
const NAMES_SECRET = new RegExp(
  String.raw`(?:(?:${SECRET_WORDS}|${CHINESE_NAMES})\w{0,9}["'` +
    '`' +
    String.raw`]?[ \t]{0,3}(?:[=:：]|is|是)[ \t"']{0,4}|:\/\/(?:[^\s/:@]{0,60}:)?)$`,
  'i',
);

/** Quotation marks and brackets around a value. */
const AROUND = /[\s"'`“”‘’「」『』<>()[\]{}【】（）]/u;
/** What else ends a value. */
const BEHIND = /[,;，；。]/u;
/** An address of an envelope, a page, and fields of JSON are masked in case they hold one. */
const NO_SECRET = /^<|:<|><|\/\/|","|\\",/;
/** The password in a URI. */
const OF_URI = /^[a-z]{1,20}:\/\/[^\s/:]{0,200}:(.{1,200})@/i;
/** The password of a Google account for one application, as it is shown. */
const FOURS = '[a-z]{4}(?: [a-z]{4}){3}';
const IN_FOURS = new RegExp(`^${FOURS}$`);
const IN_LINE = new RegExp(String.raw`(?<![\w'-])${FOURS}(?![\w'-])`, 'g');
/** A word behind an address in a sentence: `I use me@example.com / …`. */
const BESIDE_ADDRESS = /@(?:[\w-]{1,63}\.){1,8}[a-z]{2,24} \/ (\S{4,100})/gi;
/** What replies consist of as well: numbers, versions, codes of errors, hosts, addresses. */
const OF_REPLIES =
  /^(?:[\d.:-]{1,9}|E[A-Z]{3,20}|[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,8}[a-z]{2,24}|(?:[\w-]{1,63}\.){1,8}[a-z]{2,24}\.?(?::\d{1,5})?|(.)\1*)$/i;
/** Words of replies, besides those that are written behind a word for a secret. */
const WORDS = new RegExp(
  `^(?:${[
    'passwords?|passphrase|passcode|secret|token|user|username|email|address|sender|recipient|mailbox|message|server|service|relay|host|domain|client|command',
    'smtps?|imaps?|plain|login|oauth|xoauth|starttls|google|gmail|outlook|office|microsoft|yahoo|tencent|aliyun|netease|tailchat|postfix|dovecot|exim|exchange',
    'authentication|authorization|credentials?|permission|unauthorized|invalid|incorrect|failure|failed|rejected|refused|blocked|connection|connect|timeout',
    'temporarily|unavailable|later|again|before|after|with|from|that|this|your|have|been|please|bad|error|code|data|mail|auth|ready|hello|welcome',
    'example|redacted|hidden|removed|changeme|change|test|null|undefined|none|true|false',
  ].join('|')})$`,
  'i',
);

/** A password of Chinese signs, behind its name: what follows a name in a sentence is mostly said of the password. */
const IN_CHINESE = new RegExp(
  String.raw`(?:${CHINESE_NAMES})[ \t]{0,3}(?:[:：=]|就?[是为])[ \t"'“「]{0,3}([\u3400-\u9fff]{4,40})(?=$|[\s"'”」，。；,;！!）)])`,
  'g',
);
const SAID_OF_PASSWORD =
  /[错误对没不无未请我你您他已被为了吗呢过]|正确|失败|密码|口令|授权|账号|帐号|用户|邮箱|认证|验证|登录|设置|修改|重置|生成|复制|需要|可以|如果|服务|空/;

/** What is masked in the lines of a text and is no word that replies have; the longest first. */
export function learnSecrets(text: string): string[] {
  const learned = new Set<string>();
  for (const line of text.split(/\r?\n/)) {
    if (learned.size >= MOST) break;
    for (const [fours] of line.matchAll(IN_LINE)) {
      // Known words are a sentence.
      const isSecret = [...wordsIn(fours)].filter(isUnknown).length > 1;
      if (isSecret) for (const value of [fours, fours.replaceAll(' ', '')]) learned.add(value);
    }
    for (const [, word = ''] of line.matchAll(BESIDE_ADDRESS)) {
      const value = withoutMarks(word);
      const isSecret = !isHarmless(value) || /^[\d.:/-]+$/.test(value);
      if (isSecret && isTelling(value, 'password=', word)) learned.add(value);
    }
    for (const [, value = ''] of line.matchAll(IN_CHINESE)) {
      if (!SAID_OF_PASSWORD.test(value)) learned.add(value);
    }
    for (const { part, before } of maskedParts(line, maskSecrets(line))) {
      for (const value of passwordsOfUri(part)) {
        if (isTelling(value, '://:', part)) learned.add(value);
      }
      if (NO_SECRET.test(part)) continue;
      for (const value of valuesOf(part)) if (isTelling(value, before, part)) learned.add(value);
    }
  }
  return [...learned].sort((a, b) => b.length - a.length);
}

/** What stands in a line where there are masks in the other. */
function maskedParts(line: string, masked: string): { part: string; before: string }[] {
  if (line === masked) return [];
  const kept = masked.split(MASK);
  const [first = ''] = kept;
  const last = kept.at(-1) ?? '';
  if (!line.startsWith(first) || !line.endsWith(last)) return [];
  const parts: { part: string; before: string }[] = [];
  let start = first.length;
  for (const [index, piece] of kept.slice(1).entries()) {
    const isLast = index === kept.length - 2;
    const end = isLast ? line.length - last.length : line.indexOf(piece, start + 1);
    if (end < start) return parts;
    parts.push({ part: line.slice(start, end), before: line.slice(0, start).slice(-MOST_BEFORE) });
    start = end + piece.length;
  }
  return parts;
}

/** The forms in which a masked part may come back: without its marks, its user, and its encoding. */
function valuesOf(part: string): string[] {
  const value = withoutMarks(part);
  const bare = IN_FOURS.test(value) ? [value, value.replaceAll(' ', '')] : [value];
  const [, ofLogin] = /^[^\s:]{1,100}:([^\s:].*)$/.exec(value) ?? [];
  // A sentence may go on behind the password, and a password may have several words.
  const words = /\s/.test(value) ? [...wordsIn(value)] : [];
  const ofSentence = words.filter(isUnknown).map(({ word }) => word);
  const all = [...bare, ...(ofLogin ? [ofLogin] : []), ...ofSentence];
  return [...all, ...all.map((one) => decodePercent(one) ?? one), ...passwordIn(value)];
}

/** The password of a URI that is masked as a whole, in quotation marks or base64; figures in base64, which stand alone. */
function passwordsOfUri(part: string): string[] {
  const value = withoutMarks(part);
  const texts = [value, Buffer.from(value, 'base64').toString('utf8')];
  return texts.flatMap((text) => {
    if (text !== value && /^[\d.:-]{6,}$/.test(text)) return [text];
    const password = OF_URI.exec(text)?.[1];
    if (password === undefined) return [];
    const plain = decodePercent(password) ?? password;
    return [password, plain, ...(IN_FOURS.test(plain) ? [plain.replaceAll(' ', '')] : [])];
  });
}

function withoutMarks(part: string): string {
  const signs = [...part];
  const start = signs.findIndex((sign) => !AROUND.test(sign));
  let end = signs.length;
  while (end > start && isMark(signs[end - 1])) end -= 1;
  return start < 0 ? '' : signs.slice(start, end).join('');
}

function isMark(sign = ''): boolean {
  return AROUND.test(sign) || BEHIND.test(sign);
}

/** The last part of a login that is encoded as RFC 4616 has it. */
function passwordIn(value: string): string[] {
  const parts = Buffer.from(value.split(' ').at(-1) ?? '', 'base64')
    .toString('utf8')
    .split('\0');
  return parts.length === 3 ? parts.slice(2) : [];
}

function isUnknown({ word }: { word: string }): boolean {
  return !isHarmless(word);
}

/** Whether it has several words. Parts of them stand in replies by chance. */
export function isPhrase(value: string): boolean {
  return /\s/.test(value) && !IN_FOURS.test(value);
}

/** Whether a text has a shape of which replies consist as well, such as that of a host. */
export function isOfReplies(value: string): boolean {
  return OF_REPLIES.test(value);
}

/** Where several words are the secret: quotation marks are around them, or they are encoded in a URI. */
const BEFORE_PHRASE = /:\/\/[^\s/:@]{0,60}:$/;
const QUOTE = /^["'`“‘「]/u;

/**
 * @param before what stands before it. Where that is a word for a secret, its shape tells nothing
 * @param part all that is masked there
 */
function isTelling(value: string, before: string, part: string): boolean {
  const isNamed = NAMES_SECRET.test(before);
  if (value.length < SHORTEST || value.length > LONGEST || value.includes(MASK)) return false;
  if (/\s/.test(value)) {
    if (IN_FOURS.test(value)) return true;
    const isSure =
      BEFORE_PHRASE.test(before) || QUOTE.test(part) || [...wordsIn(value)].some(isUnknown);
    return isNamed && isSure && value.length >= SHORTEST_PHRASE;
  }
  if (WORDS.test(value)) return false;
  if (OF_REPLIES.test(value))
    return isNamed && value.length >= SHORTEST_NAMED && !FIGURES.test(value);
  return !ORDINARY_BEHIND.test(value);
}
