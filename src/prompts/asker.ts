import type { Context, Output } from '../context.js';
import { InterruptedError } from '../errors.js';
import type { PromptTexts } from '../language/interface-texts.js';
import { maskTypedWord } from './mask-typed.js';
import type { createTheme } from './theme.js';

/** A question for a line of text. */
export interface TextQuestion {
  message: string;
  default?: string | undefined;
  /** What is wrong with an answer, or undefined. */
  problemOf?: (answer: string) => string | undefined;
  /** How the answer looks on the screen while it is typed and when it is there. */
  shownAs?: (answer: string, isFinal: boolean) => string;
}

/** Answers that count in each language. */
const YES = ['y', 'yes'];
const NO = ['n', 'no'];
const MOST_CHOICES = 20;
const FEWEST_CHOICES = 3;
/** What stands under the list, and a line to spare. */
const LINES_BELOW = 3;

/** One of the answers to a question of choice. */
export interface Choice<T> {
  name: string;
  value: T;
}

/** Choices under a heading. */
export interface ChoiceGroup<T> {
  heading: string;
  choices: readonly Choice<T>[];
}

/** A question for one of many: what is typed narrows the list. */
export interface SearchQuestion<T> {
  message: string;
  /** The choices that fit what was typed; never none. */
  groupsFor: (typed: string) => readonly ChoiceGroup<T>[];
  /** How the typed text looks on the screen. */
  shownAs: (typed: string) => string;
  /** What stands under the list. */
  hint: (choices: number) => string;
}

/** A choice, and the list it stood in. */
interface Chosen<T> {
  value: T;
  list: readonly ChoiceGroup<T>[];
}

/** The only way to ask. Ctrl-C and the end of the input end the run. */
export interface Asker {
  text(question: TextQuestion): Promise<string>;
  /** A password: it is not echoed. */
  secret(message: string, problemOf: (answer: string) => string | undefined): Promise<string>;
  /** Enter is yes, unless it is said to be no. */
  confirm(message: string, isDefault?: boolean): Promise<boolean>;
  /** The first choice stands under the cursor, unless another is said to. */
  choose<T>(message: string, choices: readonly Choice<T>[], initial?: T): Promise<T>;
  search<T>(question: SearchQuestion<T>): Promise<T>;
}

type Theme = ReturnType<typeof createTheme>;
type Answers = Pick<PromptTexts, 'yes' | 'no' | 'enterIsYes' | 'enterIsNo' | 'yesOrNo'>;

/** Puts one question of Inquirer, and gives its answer. */
type Ask = (question: Record<string, unknown>) => Promise<unknown>;

/** Asks on stderr, for stdout is the result's. */
export function createAsker(
  { stdin, stderr }: Context,
  signal: AbortSignal,
  theme: Theme,
  answers: Answers,
): Asker {
  const loadPrompt = async () => {
    const inquirer = await import('inquirer');
    return inquirer.createPromptModule({
      input: stdin as NodeJS.ReadStream,
      output: stderr as NodeJS.WriteStream,
      signal,
    });
  };
  let loaded: ReturnType<typeof loadPrompt> | undefined;
  const ask: Ask = async (question) => {
    loaded ??= loadPrompt();
    const prompt = await loaded;
    try {
      const given = await prompt([{ theme, ...question, name: 'answer' }] as never);
      return (given as { answer: unknown }).answer;
    } catch (error) {
      const name = error instanceof Error ? error.name : '';
      const isEnded = name === 'ExitPromptError' || name === 'AbortPromptError' || signal.aborted;
      throw isEnded ? new InterruptedError() : error;
    }
  };
  return {
    text: async ({ message, default: known, problemOf, shownAs }) =>
      String(
        await ask({
          type: 'input',
          message,
          ...(known === undefined ? {} : { default: known }),
          ...(problemOf ? { validate: (answer: string) => problemOf(answer) ?? true } : {}),
          ...(shownAs ? { transformer: transformerOf(shownAs) } : {}),
        }),
      ),
    secret: async (message, problemOf) =>
      String(
        await ask({
          type: 'password',
          message,
          mask: '*',
          // Inquirer would show the password on Ctrl-T.
          toggleMask: false,
          validate: (answer: string) => problemOf(answer) ?? true,
        }),
      ),
    confirm: (message, isDefault = true) => confirm(ask, message, isDefault, answers),
    choose: async <T>(message: string, choices: readonly Choice<T>[], initial?: T) => {
      const known = initial === undefined ? {} : { default: initial };
      const question = { type: 'select', message, choices, ...known };
      return (await ask({ ...question, pageSize: pageSize(message, stderr) })) as T;
    },
    search: (question) => search(ask, question, theme, stderr),
  };
}

async function confirm(
  ask: Ask,
  message: string,
  isDefault: boolean,
  { yes, no, yesOrNo, enterIsYes, enterIsNo }: Answers,
): Promise<boolean> {
  const meaningOf = (typed: string) => readAnswer(typed.trim().toLowerCase(), yes, no);
  const shown = (isYes: boolean) => (isYes ? yes : no);
  const answer = await ask({
    type: 'input',
    message: `${message} ${isDefault ? enterIsYes : enterIsNo}`,
    validate: (typed: string) => (typed !== '' && meaningOf(typed) === undefined ? yesOrNo : true),
    transformer: (typed: string, { isFinal }: { isFinal: boolean }) =>
      isFinal
        ? shown(meaningOf(typed) ?? isDefault)
        : maskTypedWord(typed, [yes, no, ...YES, ...NO]),
  });
  return meaningOf(String(answer)) ?? isDefault;
}

async function search<T>(
  ask: Ask,
  { message, groupsFor, shownAs, hint }: SearchQuestion<T>,
  theme: Theme,
  output: Output,
): Promise<T> {
  // The whole list is shown before anything is typed.
  let list = groupsFor('');
  const source = (typed = '') => {
    list = groupsFor(typed);
    return list.flatMap(({ heading, choices }) => [
      ...(heading === '' ? [] : [{ type: 'separator', separator: theme.style.help(heading) }]),
      ...choices.map(({ name, value }) => ({ name, value: { value, list } })),
    ]);
  };
  const keysHelpTip = () => theme.style.help(hint(countOf(list)));
  const searchTerm = (typed: string) => theme.style.highlight(shownAs(typed));
  const style = { ...theme.style, keysHelpTip, searchTerm };
  const question = { type: 'search', message, source, theme: { ...theme, style } };
  const size = pageSize(message, output, hint(countOf(list)));
  const answer = (await ask({ ...question, pageSize: size })) as Chosen<T>;
  // A paste ends with Enter before its list has come. Inquirer then shows the first of the new list and answers with one of the old.
  const first = list[0]?.choices[0];
  return answer.list === list || !first ? answer.value : first.value;
}

/** Yes or no, in English or in the words of the language; undefined for anything else. */
function readAnswer(typed: string, yes: string, no: string): boolean | undefined {
  if ([yes, ...YES].includes(typed)) return true;
  return [no, ...NO].includes(typed) ? false : undefined;
}

function countOf(groups: readonly ChoiceGroup<unknown>[]): number {
  return groups.flatMap(({ choices }) => choices).length;
}

/** How many choices fit on the screen, with the question and the hint below the list. */
function pageSize(message: string, { rows, columns }: Output, hint = ''): number {
  const height = rows || MOST_CHOICES + LINES_BELOW + 1;
  // The mark in front of the question, and the hint how to choose, which may stand behind it.
  const width = columns || Number.POSITIVE_INFINITY;
  const question = Math.ceil((2 + 2 * message.length) / width);
  const moreOfHint = Math.floor((2 * hint.length) / width);
  const room = height - Math.max(1, question) - LINES_BELOW - moreOfHint;
  return Math.max(FEWEST_CHOICES, Math.min(room, MOST_CHOICES));
}

function transformerOf(shownAs: NonNullable<TextQuestion['shownAs']>) {
  return (answer: string, { isFinal }: { isFinal: boolean }) => shownAs(answer, isFinal);
}
