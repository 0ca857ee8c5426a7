import { MASK } from '../safety/secret.js';
import { SECRET_WORDS } from '../safety/secret-words.js';
import { ORDINARY } from './ordinary-words.js';

const QUOTE = String.raw`\\{0,8}["'\x60]|[“‘「『]|&quot;|&#3[49];|%22`;
const END_QUOTE = String.raw`(?:\\{0,8}["'\x60]|[”’」』]|&quot;|&#3[49];|%22)?`;
const BETWEEN = String.raw`(?:[ \t]{0,3}\([^()\n]{1,80}\))?(?:[ \t]{1,9}(?:is|was|used|given|entered|received|provided|sent|for[ \t]\S{1,80}?|wrong|incorrect[aeo]?|incorret[ao]|invalid[aeo]?|errata|falsch|невер[а-я]{1,6}))?[ \t]{0,20}(?:=>|->|:=|={1,3}|[:：＝]|%3[AD]|=3D|&#(?:x3[ad]|58|61);|\\{1,8}u003[ad])[ \t]{0,20}`;
/** Names that are the result of a check of the sender. */
const NO_RESULT = '(?<!(?:spf|dkim|dmarc|arc|auth|action|com|by|sur)=?)';
const SUFFIX = String.raw`(?:[_-]\w{1,20}|\d{1,3}|value|text|string)?`;
/** Signs that a person or a program writes between a name and its value. */
const ASSIGNED = new RegExp(
  `(?:${NO_RESULT}(?:${SECRET_WORDS})|(?<![A-Za-z])pw)${SUFFIX}${END_QUOTE}${BETWEEN}`,
  'gi',
);
/** Words that mostly belong to a sentence. They count only where a program wrote both sides. */
const ASSIGNED_STRICTLY = new RegExp(
  String.raw`(?:credentials?|\bauth(?:orization)?)(?:\\{0,8}["']|&quot;)[ \t]{0,20}[:=][ \t]{0,20}|credentials?${END_QUOTE}[ \t]{0,20}(?:=>?|%3D)[ \t]{0,20}|credentials?[ \t]{0,3}:[ \t]{0,3}(?=${QUOTE})|\bauthorization[ \t]{0,20}[:=][ \t]{0,20}(?:(?:bearer|basic|digest|negotiate|ntlm|token|apikey|login|plain|xoauth2)[ \t]{1,9})?`,
  'gi',
);
/** An option of a command, and the words of a sentence about it. */
const OPTION = new RegExp(
  String.raw`(?<![\w-])--?[\w-]{0,40}(?:${SECRET_WORDS})${SUFFIX}[ \t]{1,20}`,
  'gi',
);
const SAID = new RegExp(
  String.raw`(?<![A-Za-z])(?:${SECRET_WORDS})[ \t]{1,9}(?:is|was|of|were|equals)[ \t]{1,9}`,
  'gi',
);
const BEFORE_QUOTE = new RegExp(
  String.raw`(?<!by|com|sur|over|tres|under)(?:${SECRET_WORDS}|credentials?)[ \t]{1,9}\(?(?=${QUOTE})`,
  'gi',
);
/** The name as a text of its own, and the value behind a comma. */
const PAIRED = new RegExp(
  String.raw`(?<=["'])[\w.-]{0,30}(?:${SECRET_WORDS})["'],[ \t]{0,9}(?=[bur]?["'])[bur]?`,
  'gi',
);
const IN_CHINESE =
  /((?:密码|口令|授权码|密钥|密碼)(?:错误|不正确|不对|有误|无效|失败|錯誤)?[ \t]?(?:是|为)?[ \t]?(?:=>|->|[：:=＝（(【[<])?[ \t]{0,9})([“‘「『][^”’」』\n]{1,200}[”’」』]|[!-~\u00a1-\u024f][ -~\u00a1-\u024f]{3,})/g;

const LONGEST_ELEMENT = 2000;

/** How far a value without quotation marks goes: a word with its attachments, or the rest of the line. */
type Reach = 'word' | 'line';

const KINDS: readonly (readonly [name: RegExp, reach: Reach])[] = [
  [ASSIGNED, 'line'],
  [ASSIGNED_STRICTLY, 'line'],
  [OPTION, 'word'],
  [SAID, 'line'],
  [BEFORE_QUOTE, 'word'],
  [PAIRED, 'word'],
];

/** The code of a reply. The text behind it is the server's. */
const REPLY_CODE = /^[245]\d\d[ -][245]\.\d/;
/** A value that means nothing. */
const NOTHING = /^(?:null|undefined|true|false|none)(?=[\s,}\])]|$)/;
/** Signs that end a tight `name=value`: the sentence or the next pair continues. */
const GOES_ON =
  /^(?:[\w.-]{1,40}[=:]|(?:for|is|was|on|at|in|from|to|of|and|or|by|with|please|see|not|rejected|failed|invalid|incorrect|wrong|denied|refused|expired|error|user|host|port|login|authentication|auth|did|does|could|cannot|must|while|when|because)\b|[([{<-])/i;

/** Masks the value behind a word for a secret, in a sentence, a log, JSON, a query or a command. */
export function maskNamedSecrets(text: string): string {
  const masked = KINDS.reduce((line, [name, reach]) => maskBehind(line, name, reach), text);
  return maskElements(maskInChinese(masked));
}

function maskBehind(text: string, name: RegExp, reach: Reach): string {
  const parts: string[] = [];
  let last = 0;
  let line = -1;
  for (const match of text.matchAll(name)) {
    const start = match.index + match[0].length;
    if (match.index < last) continue;
    if (line < start) line = endOfLine(text, start);
    const isTight = /(?:=|%3d)$/i.test(match[0]);
    const end = endOfValue(text, { start, line, reach: isTight ? 'word' : reach });
    if (end <= start) continue;
    parts.push(text.slice(last, start), MASK);
    last = end;
  }
  return parts.join('') + text.slice(last);
}

const OPENS = new RegExp(QUOTE, 'iy');
const CLOSINGS: Readonly<Record<string, string>> = { '“': '”', '‘': '’', '「': '」', '『': '』' };

/** Where a value begins, where its line ends, and how far it may go. */
interface Place {
  start: number;
  line: number;
  reach: Reach;
}

/** The end of a value. The start, where there is no value, or only words of a sentence. */
function endOfValue(text: string, { start, line, reach }: Place): number {
  OPENS.lastIndex = start;
  const opening = OPENS.exec(text)?.[0];
  const inner = start + (opening?.length ?? 0);
  const rest = text.slice(inner, Math.min(line, inner + 200));
  if (NOTHING.test(rest) || REPLY_CODE.test(rest) || rest.trim() === '') return start;
  if (opening === undefined && ORDINARY.test(rest)) return start;
  if (opening === undefined) {
    return reach === 'line' ? endOfPart(text, start, line) : endOfWords(text, start, line);
  }
  const end = endOfQuoted(text, inner, opening, line);
  // An empty value, or one string of a shell that is made of several.
  const quoted = text.slice(inner, Math.min(end - opening.length, inner + 200));
  if (end === inner + opening.length || quoted.split(' ').every((one) => ORDINARY.test(one)))
    return start;
  return /[\s,;:.!?)\]}<>&%，。；）]/.test(text[end] ?? ' ') ? end : endOfWord(text, end);
}

/** The end of a value without quotation marks, before the next setting of a list or the reply of a server. */
const NEXT_PART =
  /,[ \t]{1,3}[A-Za-z][\w.-]{1,30}[ \t]?[:=][ \t]{0,3}\S|[ \t][245]\d\d[ -][245]\.\d{1,3}\.\d{1,3}\b/;

function endOfPart(text: string, start: number, line: number): number {
  const next = text.slice(start, Math.min(line, start + 1000)).search(NEXT_PART);
  return next > 0 ? start + next : line;
}

function endOfQuoted(text: string, inner: number, opening: string, line: number): number {
  const escapes = /^\\*/.exec(opening)?.[0].length ?? 0;
  const mark = opening.slice(escapes);
  const closing = CLOSINGS[mark] ?? mark;
  for (let at = text.indexOf(closing, inner); at >= 0 && at < line; ) {
    let before = 0;
    while (at - before > inner && text[at - before - 1] === '\\') before += 1;
    const isEnd = escapes === 0 ? before % 2 === 0 : before <= escapes;
    // A mark with no more escapes than the opening one ends the value, even if it belongs to the text around it.
    if (isEnd) return at + closing.length;
    at = text.indexOf(closing, at + closing.length);
  }
  return line;
}

function endOfWords(text: string, start: number, line: number): number {
  let end = endOfWord(text, start);
  while (end < line && !/[,;.)}\]"']$/.test(text.slice(end - 1, end))) {
    const next = /^[ \t]+/.exec(text.slice(end, Math.min(line, end + 50)))?.[0].length ?? 0;
    if (next === 0 || GOES_ON.test(text.slice(end + next, end + next + 60))) break;
    end = Math.max(endOfWord(text, end + next), end + 1);
  }
  return end;
}

function endOfWord(text: string, start: number): number {
  const space = /\s/g;
  space.lastIndex = start;
  return space.exec(text)?.index ?? text.length;
}

function endOfLine(text: string, start: number): number {
  const end = /[\r\n]/g;
  end.lastIndex = start;
  return end.exec(text)?.index ?? text.length;
}

/** A Chinese word and a value. Nothing needs to separate them, since the value has other letters. */
function maskInChinese(text: string): string {
  return text.replace(IN_CHINESE, (all, name: string, value: string) =>
    ORDINARY.test(value) || /^[\s,.;()[\]<>]/.test(value) ? all : name + MASK,
  );
}

const ELEMENT = new RegExp(
  String.raw`(?:<|&lt;)[\w:.-]{0,40}(?:${SECRET_WORDS})[\w:.-]{0,20}(?:>|&gt;)`,
  'gi',
);

/** A value in XML, also as a page shows it. The element must end, since `<password>` is a placeholder, too. */
function maskElements(text: string): string {
  const parts: string[] = [];
  let last = 0;
  for (const { index, 0: tag } of text.matchAll(ELEMENT)) {
    const start = index + tag.length;
    const rest = text.slice(start, start + LONGEST_ELEMENT);
    const length = rest.search(/<\/|&lt;\//);
    if (index < last || length < 1) continue;
    parts.push(text.slice(last, start), MASK);
    last = start + length;
  }
  return parts.join('') + text.slice(last);
}
