import { addressesIn } from './addresses.js';

/** Sentences of many reports that say nothing of the reason. */
const SAYS_NOTHING: readonly RegExp[] = [
  /^(?:this is (?:the|an?) (?:mail system|automatically|message from|delivery)|hi[.!,]|dear\b|hello\b|sorry it didn't)/i,
  /\b(?:for further assistance|please (?:do not reply|include this problem report|forward this)|if you do so|delete your own text|the mail system$|it's attached below)/i,
  /\bI(?:'m| am) (?:sorry|afraid)\b.{0,80}\b(?:could|wasn't able|have to)/i,
  /\b(?:could not|couldn't|can ?not|was not able to|were unable to|unable to|not able to) (?:be )?deliver(?:ed)? .{0,40}(?:one or more|the following|some|these)/i,
  /\b(?:this is a permanent error|following address|permanent fatal errors|transcript of session)/i,
  /^technical details\b|^the (?:error|response|reason)[^:]{0,60}:?$/i,
  /\bmessage (?:that )?you (?:have )?sent\b/i,
  /\bcreated automatically by\b|\bautomatically generated\b/i,
  /\bwas received at\b|^from \S{1,255} \[[\d.]+\]|\bwith id \w+$/i,
  /\b(?:an )?error (?:has )?occurred while\b|\bdelivery to the following recipients? (?:failed|has)/i,
  /\bonly a temporary failure report\b|\bkept in the queue\b|\bdo not need to re-?send\b/i,
  // Advice that fits any reason.
  /^(?:(?:(?:建议)?解决(?:方案|办法|方法|建议)|解決(?:方案|辦法)|(?:处理|改善|操作)?建议|温馨提示|您可以|请(?:您)?(?:检查|联系|尝试)|suggest(?:ed|ion)\w*|what (?:can|should) (?:you|i)\b|how (?:to|can)\b))/i,
  // Footers that programs and firms put below a mail.
  /\b(?:scanned|checked|verified|analy[sz]ed|inspected|analizado|geprüft|vérifié|проверен\w*)\b.{0,90}(?:virus|viruses|malware|spam|content|NOD32|avast)/i,
  /\b(?:confidential|privileged|intended (?:only|solely) for|disclaimer)\b/i,
  // Sendmail's own words for any refusal.
  /^55\d (?:5\.0\.0 )?service unavailable$/i,
];

/** A field of the letter. Its words are the sender's own. */
const OF_LETTER =
  /^(?:subject|sent|date|message-?id|cc|the (?:subject|date) of the message is|主题|标题|发送时间|日期|件名|betreff|objet|asunto|oggetto|тема)\s{0,3}[:：]|^to\s{0,3}:(?!.*@)/i;

/** A line that separates two statements. */
const SEPARATOR = /^[-=*_#~|\s]{3,}(?:$|.{0,80}[-=*_#~|]{3,}$)/;

/** The longest statement. */
const LONGEST_STATEMENT = 4000;

/** The most lines that are read. */
const MOST_LINES = 2000;

/**
 * The statements in a part of a report. Lines that belong together become one line, and sentences that every report has are left
 * out.
 */
export function tellingWords(block: string): string[] {
  const statements: string[] = [];
  let open = '';
  let indent = 0;
  let quoted = Number.POSITIVE_INFINITY;
  const close = () => {
    const words = withoutPhrases(open);
    if (words !== '' && !isAddressAlone(words)) statements.push(words);
    open = '';
  };
  for (const line of block.split('\n').slice(0, MOST_LINES)) {
    const text = line.replace(/^[\s>]+/, '').trimEnd();
    const depth = line.length - line.trimStart().length;
    if (OF_LETTER.test(text) && !/\b[45]\d\d\b/.test(text)) {
      close();
      quoted = depth;
      continue;
    }
    // A deeper indentation continues a long line.
    if (text !== '' && depth > quoted) continue;
    quoted = Number.POSITIVE_INFINITY;
    // The quoted conversation is read elsewhere.
    const isApart =
      text === '' || SEPARATOR.test(text) || /^\s{0,8}(?:>{3}|<{3}|In:|Out:)\s/.test(line);
    if (isApart || open.length > LONGEST_STATEMENT || beginsAnew(text, depth, indent)) {
      close();
      indent = depth;
    }
    if (!isApart) open = open === '' ? text : `${open} ${text}`;
  }
  close();
  return statements;
}

function withoutPhrases(statement: string): string {
  return statement
    .slice(0, LONGEST_STATEMENT)
    .split(/(?<=[.!:。：])\s+/)
    .filter((sentence) => !SAYS_NOTHING.some((words) => words.test(sentence)))
    .join(' ')
    .trim();
}

/** Whether a line begins a new statement. */
function beginsAnew(text: string, depth: number, indent: number): boolean {
  if (depth > indent) return false;
  return /^(?:[*•–-]{1,2} |<[^>\s]+@|[45]\d\d [45]\.|[A-Z][\w' -]{2,30}: |[\p{Script=Han}]{2,12}[:：])/u.test(
    text,
  );
}

function isAddressAlone(statement: string): boolean {
  const [address] = addressesIn(statement);
  return (
    address !== undefined &&
    statement.replace(address, '').replace(/[^\p{L}\p{N}]/gu, '').length < 4
  );
}
