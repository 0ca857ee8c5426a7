import type { UsageTexts } from '../language/interface-texts.js';
import { MASK } from '../safety/secret.js';
import { isPlainWord } from '../safety/shown-word.js';
import { SMTP_COMMANDS } from './smtp/names.js';

/** The messages of yargs, which is set to English. People read our own words instead. */
const UNKNOWN = /^Unknown (?:argument|command)s?: (.*)$/s;
const NO_VALUE = /^Not enough arguments following: (.*)$/s;
const NOT_AMONG = /^Invalid values:\n\s*Argument: ([\w-]+), Given: /;
const CHOICES = ', Choices: ';
const LISTED = /^([^:\n]{1,60}: ?)(?!\n)(.*)$/s;

/**
 * Says what is wrong with a command line, based on the message of yargs. Only plain words of the command line are repeated: any
 * other may be a setting in the wrong place, or a part of one.
 *
 * @param message in the words of yargs
 * @param argv the words of the command line
 */
export function usageMessage(message: string, argv: readonly string[], texts: UsageTexts): string {
  const [, unknown] = UNKNOWN.exec(message) ?? [];
  if (unknown !== undefined) return unknownWords(unknown.split(', '), argv, texts);
  const [, option] = NO_VALUE.exec(message) ?? [];
  if (option !== undefined) return texts.blank(`--${shown(option, argv)}`);
  const [beginning, name] = NOT_AMONG.exec(message) ?? [];
  if (name !== undefined) {
    const parts = message.slice(beginning?.length).split(CHOICES);
    const choices = parts.pop() ?? '';
    const given = parts.join(CHOICES);
    const values = listOf(given).map((value) => shown(value, argv));
    return texts.notAmong(`--${name}`, values.join(', '), [...new Set(listOf(choices))]);
  }
  const [, before, listed] = LISTED.exec(message) ?? [];
  if (before === undefined || listed === undefined) return message;
  const words = listed.split(', ').map((word) => shown(word, argv));
  return before + [...new Set(words)].join(', ');
}

/** A word that is unknown is an option, a command, or one word too many. */
function unknownWords(
  words: readonly string[],
  argv: readonly string[],
  texts: UsageTexts,
): string {
  const isOption = (word: string) =>
    argv.some((given) => new RegExp(`^--?${escaped(word)}(?:=|$)`, 's').test(given));
  const options = words.filter(isOption);
  const known = onceEach(
    words.map((word) => (!isOption(word) && isBehindSecret(word, argv) ? MASK : shown(word, argv))),
  );
  if (options.length > 0) {
    return texts.unknownOption(
      known.map((word) => (word === MASK ? MASK : withDashes(word, argv))).join(', '),
    );
  }
  const isOfCommand = SMTP_COMMANDS.some((name) => name === argv[1]);
  return (isOfCommand ? texts.noWords : texts.unknownCommand)(known.join(', '));
}

/** Whether a word stands behind an option for a setting. A shell splits a password with blanks that is not quoted. */
function isBehindSecret(word: string, argv: readonly string[]): boolean {
  const first = argv.findIndex((given) => /^--(?:uri|imap|sender|from)(?:=|$)/.test(given));
  return first >= 0 && argv.lastIndexOf(word) > first;
}

/** Each word once, but all masks: they tell how many there are. */
function onceEach(words: readonly string[]): string[] {
  return words.filter((word, index) => word === MASK || words.indexOf(word) === index);
}

/** An option as it was written: `-u`, `--user`. */
function withDashes(word: string, argv: readonly string[]): string {
  const isShort = argv.some((given) => given === `-${word}` || given.startsWith(`-${word}=`));
  return `${isShort ? '-' : '--'}${word}`;
}

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function listOf(quoted: string): string[] {
  return quoted.split(', ').map((value) => value.replace(/^"|"$/g, ''));
}

function shown(word: string, argv: readonly string[]): string {
  return isRepeatable(word, argv) ? word : MASK;
}

/** Whether a word stands on the command line as it is. Yargs splits a word with one dash into letters. */
function isRepeatable(word: string, argv: readonly string[]): boolean {
  const names = argv.map((given) => given.replace(/^--?(?=\w)/, '').replace(/=.*/s, ''));
  return isPlainWord(word) && [...argv, ...names].includes(word);
}
