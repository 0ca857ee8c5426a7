import stringWidth from 'string-width';
import type { InsideTexts } from '../language/inside-texts.js';
import type { ComparedLine } from '../report/container.js';
import { stripToLine } from '../safety/control-characters.js';
import { shorten } from './shorten.js';
import type { StreamStyle } from './style.js';

const LONGEST_CELL = 120;

/** A line of the comparison, in words. */
export interface ComparisonRow {
  name: string;
  here: string;
  inside: string;
  differs: boolean;
}

/** The comparison of two places in words. Differences come first. */
export function comparisonRows(
  lines: readonly ComparedLine[],
  { compared, things }: InsideTexts,
): ComparisonRow[] {
  const cell = (what: ComparedLine['what'], text: string): string => {
    if (text === '') return compared.nothing;
    if (what === 'verdict' && text === 'ok') return compared.passes;
    return shorten(stripToLine(text), LONGEST_CELL);
  };
  const isNamed = (what: ComparedLine['what']): what is keyof typeof things => what in things;
  return [...lines.filter(({ differs }) => differs), ...lines.filter((one) => !one.differs)].map(
    ({ what, here, inside, differs }) => ({
      name: isNamed(what) ? things[what] : what,
      here: cell(what, here),
      inside: cell(what, inside),
      differs,
    }),
  );
}

/**
 * The comparison of two places. Differences are marked and come first. A table that would be wider than the terminal becomes
 * three lines for each thing.
 */
export function formatComparison(
  lines: readonly ComparedLine[],
  texts: InsideTexts,
  style: StreamStyle,
): string {
  const { compared } = texts;
  const rows = comparisonRows(lines, texts).map(({ differs, ...row }) => ({
    ...row,
    mark: differs ? style.paint.yellow('≠') : ' ',
  }));
  const heads = { mark: ' ', name: '', here: compared.here, inside: compared.inside };
  const width = (key: 'name' | 'here' | 'inside') =>
    Math.max(...[heads, ...rows].map((row) => stringWidth(row[key])));
  const [nameWidth, hereWidth, insideWidth] = [width('name'), width('here'), width('inside')];
  const isWide = 2 + nameWidth + 2 + hereWidth + 2 + insideWidth <= style.width;
  const labelWidth = Math.max(stringWidth(compared.here), stringWidth(compared.inside));
  const text = isWide
    ? [heads, ...rows].map(({ mark, name, here, inside }) =>
        `${mark} ${pad(name, nameWidth)}  ${pad(here, hereWidth)}  ${inside}`.trimEnd(),
      )
    : rows.flatMap(({ mark, name, here, inside }) => [
        `${mark} ${name}`,
        `    ${pad(compared.here, labelWidth)}  ${here}`,
        `    ${pad(compared.inside, labelWidth)}  ${inside}`,
      ]);
  return `\n${compared.title}\n${text.join('\n')}\n`;
}

function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - stringWidth(text)));
}
