import { findFailure } from './find-failure.js';
import { findInPaste } from './patterns/paste-patterns.js';

/** The first sign of Chinese writing. */
const CHINESE = /[\u3001-\u3011\u3400-\u9fff\uff01-\uff1f]/;
/** A word of a reply in Latin letters, which is no part of an address or a name. */
const LATIN_WORD = /(?<![\w@.-])[A-Za-z]{2,}(?![\w-]{0,80}[@.]\w)/g;
/** Signs that end a clause. */
const CLAUSE_END = /^[、。【！（，；？]/;
/** What a server asks its client for. */
const ASKED = /^[^\u3400-\u9fff]{0,3}请(?!问|教|大|各|求)/;
/** Words with which a person goes on: of time, of oneself, and questions. */
const OF_PERSON =
  /^(?:已经|已解决|解决了|现在|之前|以前|后来|然后|结果|还是|但是?|可是?|怎么|为什么|是什么|什么|请问|请教|求助|求解|大佬|谢谢|麻烦|帮忙|这是|这个|是不是|是因为|我(?!们)|的|了|报错)/;
/** The same in place of a reply's first word. */
const IN_PLACE =
  /^(?:已经?解决|解决了|怎么|为什么|是什么|什么(?:意思|原因|问题|情况)|现在|请问|求助|之前|以前|后来|然后|还是|我(?!们))/;
/** A clause behind a reply in Chinese, about the person, or about what was typed in. */
const OWN_CLAUSE =
  /[，。；！？（,;(!] ?(?:但是?|可是?|而)?(?:我(?!们)|求助|求解|请问|怎么办|怎么回事|(?:我的?)?(?:密码|口令|授权码|暗号)(?:就?是(?![错不无否])|[:：=]|没(?:错|问题|变)|肯定|明明|确认))/;
/** What is said of trouble that is over. */
const OVER = /^[^，。；]{0,8}(?:解决了|已解决|已经(?:解决|修好|好)|修好了|好了)/;

/**
 * The parts of a line in which a person quotes a reply: up to its end, and what is said behind it. A reply that is over does not
 * count beside another failure. Any other line is one part.
 */
export function partsOfSentence(line: string): string[] {
  const said = CHINESE.test(line) ? findFailure(line).reply?.text : undefined;
  const rest = said === undefined ? undefined : behindReply(said);
  const at = rest === undefined ? -1 : line.lastIndexOf(rest);
  if (rest === undefined || at <= 0) return [line];
  const quoted = line.slice(0, at).trimEnd();
  if (!tellsFailure(rest)) return [quoted];
  return OVER.test(rest) ? partsOfSentence(rest) : [quoted, ...partsOfSentence(rest)];
}

function tellsFailure(text: string): boolean {
  const { reply, known = findInPaste(text) } = findFailure(text);
  return reply !== undefined || (known !== undefined && known.weight !== 'generic');
}

/** What stands behind a reply and is not the server's. Servers mix languages, too. */
function behindReply(text: string): string | undefined {
  const at = text.search(CHINESE);
  if (at < 0) return undefined;
  const rest = text.slice(at);
  const isPersons = at === 4 ? IN_PLACE.test(rest) : endsBefore(text.slice(0, at), rest);
  if (isPersons) return rest;
  const own = OWN_CLAUSE.exec(text)?.index;
  return own === undefined ? undefined : text.slice(own);
}

/** Whether a whole sentence in Latin letters ends, and a Chinese one begins that is not the server's. */
function endsBefore(before: string, rest: string): boolean {
  const words = before.match(LATIN_WORD) ?? [];
  if (words.length < 2 || /[:"'“‘「(<-] ?$/.test(before) || ASKED.test(rest)) return false;
  return CLAUSE_END.test(rest) || OF_PERSON.test(rest);
}
