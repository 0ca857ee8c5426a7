import stringWidth from 'string-width';

/** What may not begin a line, and what may not end one (GB/T 15834, as CLREQ section 3.1.2 has it). */
const CLOSING = /^[，。、；：？！）］｝】》〉」』〗〕”’…—·％]/u;
const OPENING = /[（［｛【《〈「『〖〔“‘]$/u;

/** The least width of a last line, in columns: three characters and a stop. */
const LEAST_LAST = 8;

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

interface Unit {
  before: string;
  text: string;
  width: number;
}

function wrapLine(text: string, room: number): string[] {
  let line: Unit[] = [];
  const lines = [line];
  let used = 0;
  let before = '';
  for (const piece of unitsOf(text)) {
    if (isBlank(piece)) {
      before += piece;
      continue;
    }
    const unit = { before, text: piece, width: stringWidth(piece) };
    before = '';
    const more = unit.before.length + unit.width;
    if (line.length > 0 && used + more > room) {
      line = [unit];
      lines.push(line);
      used = unit.width;
    } else {
      line.push(unit);
      used += more;
    }
  }
  fillLast(lines, room);
  return lines.map((units, index) =>
    units.map((unit, at) => (at === 0 && index > 0 ? '' : unit.before) + unit.text).join(''),
  );
}

/** Moves the end of the line before to a last line of a character or two, which is hard to read as part of the text. */
function fillLast(lines: Unit[][], room: number): void {
  const last = lines.at(-1) ?? [];
  const previous = lines.at(-2) ?? [];
  while (widthOf(last) < LEAST_LAST) {
    const moved = previous.at(-1);
    if (!moved || widthOf(previous.slice(0, -1)) < LEAST_LAST) return;
    if (widthOf([moved, ...last]) > room) return;
    previous.pop();
    last.unshift(moved);
  }
}

function widthOf(units: Unit[]): number {
  const width = units.reduce((sum, unit) => sum + unit.before.length + unit.width, 0);
  return width - (units[0]?.before.length ?? 0);
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
