import stringWidth from 'string-width';
import type { Options } from 'yargs';
import type { CommandLineTexts, HelpTexts } from '../language/interface-texts.js';
import { hang } from '../output/wrap.js';
import { SHELLS } from './completion.js';
import type { CommandDefinition } from './smtp/define-command.js';
import { DEFINITIONS } from './smtp/definitions.js';
import type { SmtpCommand } from './smtp/names.js';
import { OPTIONS, type OptionInfo } from './smtp/options.js';

/** How a help is laid out. */
export interface HelpLayout {
  texts: CommandLineTexts;
  /** What the program is called on the command line. */
  program: string;
  /** Columns. */
  width: number;
}

/** A name on the left, and what it is on the right. */
type Row = readonly [name: string, does: string];

/** The widest column of names. Behind a longer name the description starts on the next line. */
const WIDEST_NAME = 34;
const WIDEST_OPTION = 26;

/** The help of `tailchat` itself. */
export function formatProgramHelp(layout: HelpLayout): string {
  const { help } = layout.texts;
  const { program } = layout;
  return sections([
    program,
    table(
      help.headings.commands,
      [
        [`${program} smtp`, help.group],
        [`${program} completion [shell]`, help.completion],
      ],
      layout,
    ),
    ownOptions(layout),
  ]);
}

/** The help of `tailchat smtp`, and what to do first. */
export function formatGroupHelp(layout: HelpLayout): string {
  const { program, texts } = layout;
  const { help } = texts;
  const commands = Object.values(DEFINITIONS).map((define): Row => {
    const { command, description } = define(texts);
    return [`${program} smtp ${command}`, description];
  });
  const first: Row[] = [
    ['smtp verify', help.start.verify],
    ['smtp explain "535 Login fail"', help.start.explain],
    ['smtp verify --sandbox', help.start.sandbox],
  ];
  return sections([
    help.group,
    table(help.headings.commands, commands, layout),
    examples(help.headings.start, first, layout),
    ownOptions(layout),
  ]);
}

/** The help of `tailchat completion`. */
export function formatCompletionHelp(layout: HelpLayout): string {
  const { program, texts } = layout;
  const { help } = texts;
  const files = [
    'bash >> ~/.bashrc',
    'zsh >> ~/.zshrc',
    'fish > ~/.config/fish/completions/tailchat.fish',
  ];
  return sections([
    usageLine('completion [shell]', layout),
    hang('', help.completion, layout.width),
    [help.groups.examples, ...files.map((words) => `  ${program} completion ${words}`)].join('\n'),
    table(help.headings.words, [['shell', `${help.shell} ${help.oneOf(SHELLS)}`]], layout),
    ownOptions(layout),
  ]);
}

/**
 * The help of a command.
 *
 * @param isWhole with every detail, examples and exit codes; else a line or two for each option
 */
export function formatCommandHelp(name: SmtpCommand, isWhole: boolean, layout: HelpLayout): string {
  const { texts, program, width } = layout;
  const { help } = texts;
  const definition = DEFINITIONS[name](texts);
  const words = Object.entries(definition.positionals ?? {}).map(
    ([word, { describe }]): Row => [word, isWhole ? describe : brief(describe)],
  );
  return sections([
    usageLine(`${definition.usage} ${help.anyOptions}`, layout),
    hang('', definition.about ?? definition.description, width),
    ...(isWhole ? [examples(help.groups.examples, definition.examples, layout)] : []),
    ...(words.length > 0 ? [table(help.headings.words, words, layout)] : []),
    ...groupsOf(definition, isWhole, layout),
    ownOptions(layout),
    ...(isWhole
      ? [
          table(help.headings.exitCodes, Object.entries(definition.exitCodes), layout),
          hang('', help.more, width),
        ]
      : [hang('', help.wholeHelp(`${program} smtp ${name}`), width)]),
  ]);
}

function groupsOf({ options }: CommandDefinition, isWhole: boolean, layout: HelpLayout): string[] {
  const { help } = layout.texts;
  const entries = Object.entries(options);
  return [...new Set(entries.map(([, { group = '' }]) => group))].map((group) => {
    const rows = entries
      .filter(([, option]) => option.group === group)
      .map(([name, option]): Row => [namesOf(name, option), wordsOf(option, isWhole, help)]);
    return table(group, rows, layout, WIDEST_OPTION);
  });
}

/** `-v, --verbose`, with what stands for its value. */
function namesOf(name: string, { alias }: Options): string {
  const [letter, ...others] = [...[alias ?? []].flat(), name].sort((a, b) => a.length - b.length);
  const { value }: OptionInfo = OPTIONS[name as keyof typeof OPTIONS];
  const names =
    letter?.length === 1
      ? [`-${letter}`, ...others.map((other) => `--${other}`)]
      : [`    --${name}`, ...[alias ?? []].flat().map((other) => `--${other}`)];
  return `${names.join(', ')}${value === undefined ? '' : ` ${value}`}`;
}

function wordsOf(
  { describe = '', choices, default: usual }: Options,
  isWhole: boolean,
  help: HelpTexts,
) {
  if (!isWhole) return brief(describe);
  return [
    describe,
    ...(choices ? [help.oneOf(choices.map(String))] : []),
    ...(typeof usual === 'number' ? [help.byDefault(usual)] : []),
  ].join(' ');
}

/** The first clause of a text; the rest is details. */
function brief(text: string): string {
  return text.replace(/(?:[;；。]|[.:] |：| \[).*$/s, '');
}

function ownOptions(layout: HelpLayout): string {
  const { help } = layout.texts;
  const rows: Row[] = [
    ['    --version', help.options.version],
    ['-h, --help', help.options.help],
  ];
  return table(help.headings.options, rows, layout);
}

/**
 * Examples, each with its description on the line before, as in a script. Command and description can then be copied together.
 */
function examples(heading: string, rows: readonly Row[], { program, width }: HelpLayout): string {
  const mark = '  # ';
  const lines = rows.flatMap(([words, does]) => [
    ...hang('', does, width - mark.length)
      .split('\n')
      .map((line) => mark + line),
    `  ${program} ${words}`,
  ]);
  return [heading, ...lines].join('\n');
}

/** The line that says how a command is used. A full-width colon needs no blank behind it. */
function usageLine(words: string, { program, texts }: HelpLayout): string {
  const { usage } = texts.help.headings;
  return `${usage}${usage.endsWith(':') ? ' ' : ''}${program} ${words}`;
}

function table(
  heading: string,
  rows: readonly Row[],
  { width }: HelpLayout,
  widest: number = WIDEST_NAME,
): string {
  const widths = rows.map(([name]) => stringWidth(name)).filter((one) => one <= widest);
  const column = Math.max(...widths, 0) + 2;
  const lines = rows.map(([name, does]) => {
    const left = `  ${name}${' '.repeat(Math.max(0, column - stringWidth(name)))}`;
    if (stringWidth(name) + 2 <= column) return hang(left, does, width);
    return `${left}\n${hang(' '.repeat(column + 2), does, width)}`;
  });
  return [heading, ...lines].join('\n');
}

function sections(parts: readonly string[]): string {
  return parts.join('\n\n');
}
