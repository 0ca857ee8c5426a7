// Makes the page of `man tailchat-smtp` of the very data that --help is made of.
import { loadSource } from './load-source.js';

/**
 * @typedef {{ alias?: string | readonly string[], describe?: string, type?: string, choices?: readonly string[], group?: string, default?: unknown }} Option
 * @typedef {{ usage: string, description: string, about?: string, options: Record<string, Option>, positionals?: Record<string, { describe: string }>, examples: readonly (readonly [string, string])[], exitCodes: Record<string, string> }} Definition
 */

/**
 * The page, in man's own macros (man-pages(7)).
 * @param {string} version
 */
export async function manPage(version) {
  const { commandLineTexts } = await loadSource('language/index.ts');
  const texts = commandLineTexts('en');
  const { DEFINITIONS } = await loadSource('commands/smtp/definitions.ts');
  const commands = Object.values(DEFINITIONS).map(
    (define) => /** @type {Definition} */ (define(texts)),
  );
  /** @type {Record<string, Record<string, string>>} */
  const { check = {}, ...others } = texts.help.exitCodes;
  return [
    `.TH TAILCHAT\\-SMTP 1 "" "tailchat ${toRoff(version)}" "Tailchat"`,
    '.SH NAME',
    'tailchat\\-smtp \\- tell why a Tailchat server sends no mail, and what to change',
    '.SH SYNOPSIS',
    ...commands.map(({ usage }) => `.B tailchat ${toRoff(usage)}\n.RI [ options ]\n.br`),
    '.SH EXAMPLES',
    ...commands.flatMap(({ examples }) => examples.flatMap(example)),
    '.SH DESCRIPTION',
    toRoff(
      "Checks SMTP_URI and SMTP_SENDER, the mail settings of Tailchat's server, step by step. Names the step that failed, says why, and gives the line that works.",
    ),
    '.SH COMMANDS',
    ...commands.flatMap(command),
    '.SH EXIT STATUS',
    ...Object.entries(check).flatMap(exitCode),
    ...Object.entries(others).flatMap(([name, codes]) => [
      '.P',
      toRoff(`${name} ends with:`),
      ...Object.entries(codes).flatMap(exitCode),
    ]),
    '.SH ENVIRONMENT',
    ...[
      ['SMTP_URI, SMTP_SENDER', 'what is checked, unless an option or a file says otherwise'],
      ['LC_ALL, LC_MESSAGES, LANG, LANGUAGE', 'the language: English or Simplified Chinese'],
      ['NO_COLOR, FORCE_COLOR, TERM', 'whether there are colours'],
      ['CI', 'if it is set, nothing is asked'],
    ].flatMap(([name = '', does = '']) => ['.TP', `.B ${toRoff(name)}`, toRoff(does)]),
    '',
  ].join('\n');
}

/** @param {[code: string, words: string]} entry */
function exitCode([code, words]) {
  return ['.TP', `.B ${code}`, toRoff(words)];
}

/** @param {Definition} definition */
function command({ usage, description, about = description, options, positionals = {} }) {
  return [
    `.SS tailchat ${toRoff(usage)}`,
    toRoff(about),
    ...Object.entries(positionals).flatMap(([name, { describe }]) => [
      '.TP',
      `.I ${toRoff(name)}`,
      toRoff(describe),
    ]),
    ...Object.entries(options).flatMap(option),
  ];
}

/** @param {[name: string, option: Option]} entry */
function option([name, { alias = [], describe = '', type, choices, default: usual }]) {
  const names = [...[alias].flat(), name].map((one) => `${one.length > 1 ? '--' : '-'}${one}`);
  const value =
    type === 'boolean'
      ? ''
      : ` ${choices ? choices.join('|') : type === 'number' ? 'seconds' : 'value'}`;
  const words = usual === undefined ? describe : `${describe} [default: ${usual}]`;
  return ['.TP', `.BR "${toRoff(names.join(', ') + value)}"`, toRoff(words)];
}

/** @param {readonly [string, string]} words */
function example([words, does]) {
  return ['.TP', `.B tailchat ${toRoff(words)}`, toRoff(does)];
}

/**
 * What roff would take for a request or an escape (groff(7)).
 * @param {string} text
 */
function toRoff(text) {
  return text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replaceAll('"', '\\(dq')
    .replaceAll("'", '\\(aq')
    .replace(/^\./gm, '\\&.');
}
