// Draws the screen of a terminal emulator as a picture.

const FONT_SIZE = 14;
const LINE_HEIGHT = 20;
// The width of a character of most monospace fonts; others are stretched to it.
const CELL_WIDTH = 8.43;
const PADDING = 20;
const BAR_HEIGHT = 36;
const FONTS =
  "ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', 'Noto Sans Mono CJK SC', monospace";
const BACKGROUND = '#161b22';
const FOREGROUND = '#e6edf3';
const DIM = '#8b949e';
// Black, red, green, yellow, blue, magenta, cyan, white, and the same in bright.
const PALETTE = ['#484f58', '#ff7b72', '#3fb950', '#d29922', '#58a6ff', '#bc8cff', '#39c5cf']
  .concat('#b1bac4', '#6e7681', '#ffa198', '#56d364', '#e3b341', '#79c0ff', '#d2a8ff')
  .concat('#56d4dd', '#ffffff');
const BUTTONS = ['#ff5f57', '#febc2e', '#28c840'];

/**
 * Text in one style that stands in neighbouring cells.
 *
 * @typedef {{ text: string, column: number, cells: number, fill: string, isBold: boolean }} Run
 */

/**
 * The screen with all that has scrolled away, as an SVG that needs nothing from outside. Each run of
 * characters stands at its cell, so that columns stay columns in every font.
 *
 * @param {import('@xterm/headless').Terminal} emulator
 * @param {string} title
 * @returns {string}
 */
export function drawTerminal(emulator, title) {
  const rows = readRows(emulator);
  const width = Math.ceil(emulator.cols * CELL_WIDTH) + 2 * PADDING;
  const height = BAR_HEIGHT + rows.length * LINE_HEIGHT + 2 * PADDING - 8;
  const texts = rows.flatMap((runs, row) => runs.map((run) => drawRun(run, row)));
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">`,
    `<title>${escapeXml(title)}</title>`,
    `<rect width="${width}" height="${height}" rx="10" fill="${BACKGROUND}"/>`,
    ...BUTTONS.map((fill, i) => `<circle cx="${22 + i * 20}" cy="20" r="6" fill="${fill}"/>`),
    `<g font-family="${FONTS}" font-size="${FONT_SIZE}" fill="${FOREGROUND}">`,
    `<text x="${width / 2}" y="25" text-anchor="middle" fill="${DIM}">${escapeXml(title)}</text>`,
    ...texts,
    '</g>',
    '</svg>',
  ].join('\n')}\n`;
}

/**
 * @param {import('@xterm/headless').Terminal} emulator
 * @returns {Run[][]} the runs of each row, up to the last row with a character
 */
function readRows(emulator) {
  const { active } = emulator.buffer;
  const rows = Array.from({ length: active.length }, (_, row) => readRuns(active.getLine(row)));
  const last = rows.findLastIndex((runs) => runs.length > 0);
  return rows.slice(0, last + 1);
}

/**
 * @param {import('@xterm/headless').IBufferLine | undefined} line
 * @returns {Run[]}
 */
function readRuns(line) {
  /** @type {Run[]} */
  const runs = [];
  for (let column = 0; column < (line?.length ?? 0); column += 1) {
    const cell = line?.getCell(column);
    const text = cell?.getChars() ?? '';
    if (!cell || text.trim() === '') continue;
    const run = { text, column, cells: cell.getWidth(), ...styleOf(cell) };
    const before = runs.at(-1);
    if (before && isContinuedBy(before, run)) {
      const end = before.column + before.cells;
      before.text += ' '.repeat(column - end) + text;
      before.cells = column + run.cells - before.column;
    } else runs.push(run);
  }
  return runs;
}

/**
 * Whether both can be one text: symbols and wide characters may come from another font, with
 * another width, and stand alone. So do words with more than one space between them.
 *
 * @param {Run} before
 * @param {Run} next
 */
function isContinuedBy(before, next) {
  const isPlain = /^[\x20-\x7e]+$/.test(before.text + next.text);
  const isNear = next.column - (before.column + before.cells) <= 1;
  return isPlain && isNear && before.fill === next.fill && before.isBold === next.isBold;
}

/** @param {import('@xterm/headless').IBufferCell} cell */
function styleOf(cell) {
  const colour = cell.isFgPalette() ? PALETTE[cell.getFgColor()] : undefined;
  const fill = colour ?? (cell.isDim() ? DIM : FOREGROUND);
  return { fill, isBold: cell.isBold() !== 0 };
}

/**
 * @param {Run} run
 * @param {number} row
 */
function drawRun({ text, column, cells, fill, isBold }, row) {
  const x = round(PADDING + column * CELL_WIDTH);
  const y = BAR_HEIGHT + PADDING + row * LINE_HEIGHT + 6;
  const attributes = [
    `x="${x}" y="${y}"`,
    ...(text.length > 1 ? [`textLength="${round(cells * CELL_WIDTH)}"`] : []),
    ...(text.length > 1 ? ['lengthAdjust="spacingAndGlyphs"'] : []),
    ...(fill === FOREGROUND ? [] : [`fill="${fill}"`]),
    ...(isBold ? ['font-weight="bold"'] : []),
  ];
  return `<text ${attributes.join(' ')}>${escapeXml(text)}</text>`;
}

/** @param {number} value */
function round(value) {
  return Math.round(value * 100) / 100;
}

/** @param {string} text */
function escapeXml(text) {
  return text.replace(
    /[&<>"']/g,
    (character) => `&#${/** @type {number} */ (character.codePointAt(0))};`,
  );
}
