import { readLogLine } from '../log-line.js';
import { readableParts } from '../readable-parts.js';

/** A part of a paste that says one thing. */
export interface Passage {
  text: string;
  /** The line where it begins, from 1. */
  line: number;
  /** Who says it: a program, whose words are quoted; what stands where programs write; or a person, of what happened. */
  by: 'quoted' | 'program' | 'person';
}

/** The shortest and the longest passage, in characters. */
const SHORTEST = 4;
const LONGEST = 600;

/** Settings: a name and a value of few words. */
const SETTING =
  /^[\s"'`*|>-]{0,8}(?!\S{0,40}(?:err|exception|message|reason|detail|cause|response|status|result|warn|fatal|fail|output|log|报错|错误|提示|失败|原因))[\w.[\] -]{2,40}["'`*]{0,3}\s{0,3}(?:=>|[:=：])\s{0,4}\S{0,80}[,;]?$/i;
/** A line of a program or of a shell, a frame of a trace, a ticked box. */
const CODE =
  /[;{}]$|^\s{0,12}(?:import|from \S+ import|const|let|var|def|func|function|return|public|private|class|\$\w+|<\?php|<\/?[a-z]|if ?\(|try\b|catch\b|except\b|await\b|\/\/|\/\*|\*|at [\w$.<>]{1,120}\(|File ["']|#\d|sudo\b|docker\b|curl\b|- ?\[[ x]\])|=>|!\[/i;
/** Words of a program that is about to tell a failure, and what stands behind them. */
const TOLD =
  /(?:error|fail\w{0,5}|exception|message|says?|response|reply|replied|reason|returned|returns|gives?|warn(?:ing)?|unable to[^:]{0,60}|cannot[^:]{0,60}|报错|错误(?:信息)?|提示|返回|失败|原因|异常|エラー\S{0,4}|失敗|오류|ошибк\S{0,3}|fehler(?:meldung)?|erreur|errore?|mensaje|mensagem)\W{0,3}[^:：]{0,30}[:：]\s{0,4}(\S.{3,600})/i;
/** The beginning of a line of a log. */
const LOGGED =
  /^[[(]?(?:\d{4}[-/]\d\d[-/]\d\d|\d\d[:/.]\d\d[:/.]\d\d|[A-Z][a-z]{2} [ \d]\d \d\d:)|^\W{0,3}(?:ERROR|ERR|WARN(?:ING)?|FATAL|CRITICAL|Error|Exception|[\w.$]{3,80}(?:Error|Exception))\b/;
const QUOTES =
  /(?<!\w)'([^']{8,400})'(?!\w)|"([^"]{8,400})"|`([^`]{8,400})`|“([^”]{4,400})”|«([^»]{8,400})»|「([^」]{4,400})」|『([^』]{4,400})』|\*\*([^*]{8,400})\*\*/g;
const SENTENCES = /(?<=[.!?]["')\]]{0,2})\s+(?=[\p{Lu}\d"'`(])|(?<=[。！？；])/u;

/** Whether a line goes on in the next one, in which a sentence has no beginning. */
function goesOn(line: string, next: string | undefined): boolean {
  return next !== undefined && /[\p{L}\d,'"’)]$/u.test(line) && /^[\p{Ll}\d(]/u.test(next);
}

/** Whether a person speaks of what happened. */
function isPersons(text: string): boolean {
  return /\b(?:I|I'm|[Mm]y|[Ww]e|[Oo]ur|seems?)\b|我|私/.test(text);
}

/** The passages of a few pasted lines, without settings and programs. */
export function passagesOf(lines: readonly string[]): Passage[] {
  const passages: Passage[] = [];
  let isFenced = false;
  let open: { text: string; line: number } | undefined;
  const meant = lines.map((line) => readLogLine(line).text.trim());
  const isAlone = meant.filter((text) => text !== '').length <= 2 && !meant.some(isPersons);
  for (const [index, text] of meant.entries()) {
    if (/^(?:```|~~~)/.test(text)) isFenced = !isFenced;
    if (text === '' || SETTING.test(text) || CODE.test(text)) {
      open = undefined;
      continue;
    }
    const line = open ?? { text: '', line: index + 1 };
    line.text = `${line.text} ${text}`.trim();
    open =
      !isFenced && line.text.length < LONGEST && goesOn(text, meant[index + 1]) ? line : undefined;
    if (open && !SETTING.test(meant[index + 1] ?? '') && !CODE.test(meant[index + 1] ?? ''))
      continue;
    open = undefined;
    const isLogged = isFenced || isAlone || LOGGED.test(lines[line.line - 1]?.trim() ?? '');
    for (const part of readableParts(line.text)) {
      for (const sentence of part.split(SENTENCES)) {
        passages.push(...inSentence(sentence, line.line, isLogged));
      }
    }
  }
  return passages.filter(({ text }) => text.length >= SHORTEST && text.length <= LONGEST);
}

/** A short question behind a statement. */
const ASKED_BEHIND = /[,，][^,，]{1,60}[?？]\W{0,3}$/;

function inSentence(sentence: string, line: number, isLogged: boolean): Passage[] {
  const stated = sentence.replace(ASKED_BEHIND, '');
  const quotes = [...sentence.matchAll(QUOTES)].map((match) => match.slice(1).find(Boolean) ?? '');
  const told = TOLD.exec(sentence)?.[1];
  const quoted = [...quotes, ...(told === undefined ? [] : [told])];
  return [
    ...quoted.map((text) => ({ text, line, by: 'quoted' as const })),
    { text: stated, line, by: isLogged ? 'program' : 'person' },
  ];
}
