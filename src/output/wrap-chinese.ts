import stringWidth from 'string-width';

/** What may not begin a line, and what may not end one (GB/T 15834, as CLREQ section 3.1.2 has it). */
const CLOSING = /^[，。、；：？！）］｝】》〉」』〗〕”’…—·％]/u;
const OPENING = /[（［｛【《〈「『〖〔“‘]$/u;

/** The code of a colour, as terminals read it (ECMA-48 section 8.3.117). */
const COLOUR = '\\u001b\\[[\\d;]*m';
const COLOURS = new RegExp(COLOUR, 'g');
const WIDE =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u3000-\\u303f\\uff00-\\uffef“”‘’…—·';
/** Blanks, a few characters in brackets, a wide one, or a run of narrow ones; the codes of colours go with what follows them. */
const PIECES = new RegExp(
  `(?:${COLOUR})*(?:\\s+|\\[[^\\s\\]]{1,8}\\]|[${WIDE}]|[^\\s${WIDE}\\u001b]+|$)`,
  'gu',
);

/**
 * Wraps a text with Chinese in it. A line may end between any two Chinese characters. No stop or closing bracket begins a line,
 * and no opening bracket ends one. Words of other scripts stay whole, even one wider than a line: it may be a value to copy.
 *
 * @param text may have codes of colours in it
 * @param room columns
 */
export function wrapChinese(text: string, room: number): string[] {
  return text.split('\n').flatMap((line) => wrapLine(line, room));
}

function wrapLine(text: string, room: number): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  let blanks = '';
  for (const unit of unitsOf(text)) {
    if (isBlank(unit)) {
      blanks += unit;
      continue;
    }
    const width = stringWidth(unit);
    const isFirst = line === '';
    if (!isFirst && used + blanks.length + width > room) {
      lines.push(line);
      [line, used] = [unit, width];
    } else {
      const before = isFirst && lines.length > 0 ? '' : blanks;
      line += before + unit;
      used += before.length + width;
    }
    blanks = '';
  }
  return [...lines, line];
}

/** The text in pieces between which a line may end. */
function unitsOf(text: string): string[] {
  const units: string[] = [];
  let isOpen = false;
  for (const [piece] of text.matchAll(PIECES)) {
    if (piece === '') continue;
    const bare = piece.replace(COLOURS, '');
    const last = units.at(-1);
    const isStop = CLOSING.test(bare);
    if (last !== undefined && isStop && isBlank(last) && units.length > 1) {
      units.pop();
      units[units.length - 1] += last + piece;
    } else if (last !== undefined && (bare === '' || (!isBlank(last) && (isOpen || isStop)))) {
      units[units.length - 1] = last + piece;
    } else units.push(piece);
    if (bare !== '') isOpen = OPENING.test(bare);
  }
  return units;
}

function isBlank(unit: string): boolean {
  return /^\s+$/.test(unit);
}
