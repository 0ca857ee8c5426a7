import { MASK } from '../safety/secret.js';
import { isPlainWord } from '../safety/shown-word.js';

/** What yargs puts around a value that is none of an option's choices, in English and in Chinese. */
const GIVEN = /((?:Given|传入的值): )(.*)(?=, (?:Choices|可选的值)[:：])/s;
const LISTED = /^([^:：\n]{1,60}[:：] ?)(?!\n)(.*)$/s;

/**
 * What yargs says of a wrong command line, without the words that it repeats, unless they are plain ones:
 * any other may be a setting in the wrong place, or a part of one.
 *
 * @param message in the words of yargs
 * @param argv the words of the command line
 */
export function withoutValues(message: string, argv: readonly string[]): string {
  if (GIVEN.test(message)) {
    return message.replace(GIVEN, (_, before: string, given: string) => {
      const values = given.split(', ').map((value) => value.replace(/^"|"$/g, ''));
      const isPlain = values.every((value) => isRepeatable(value, argv));
      return before + (isPlain ? given : MASK);
    });
  }
  const [, before, listed] = LISTED.exec(message) ?? [];
  if (before === undefined || listed === undefined) return message;
  const words = listed.split(', ').map((word) => (isRepeatable(word, argv) ? word : MASK));
  return before + [...new Set(words)].join(', ');
}

/** It stands on the command line as it is: yargs makes letters of what begins with one dash. */
function isRepeatable(word: string, argv: readonly string[]): boolean {
  const names = argv.map((given) => given.replace(/^--?(?=\w)/, '').replace(/=.*/s, ''));
  return isPlainWord(word) && [...argv, ...names].includes(word);
}
