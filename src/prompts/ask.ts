import type { Context } from '../context.js';
import type { InterfaceTexts } from '../language/interface-texts.js';
import { styleOf } from '../output/style.js';
import { hang } from '../output/wrap.js';
import type { CheckCommand } from '../report/check-command.js';
import type { ValueHome } from '../report/value-home.js';
import { stripToLine } from '../safety/control-characters.js';
import type { FoundValue, FoundValues } from '../settings/found-values.js';
import { searchedFor } from '../settings/settings.js';
import { shownUri } from '../settings/shown-settings.js';
import { readUri } from '../settings/uri/read-uri.js';
import { withholdPassword } from '../settings/withhold-password.js';
import {
  answered,
  askForRecipient,
  askForSender,
  askForUri,
  confirmUri,
  showUri,
  type TypedUri,
} from './ask-for-value.js';
import { type Asker, createAsker } from './asker.js';
import { reviewAnswers } from './review-answers.js';
import { createTheme } from './theme.js';

/** What any question needs. */
export interface AskerOptions {
  args: { isInteractive: boolean; isSandbox: boolean; isColorWanted: boolean };
  context: Context;
  signal: AbortSignal;
  texts: InterfaceTexts;
}

/** What the questions need to know. */
export interface AskOptions extends AskerOptions {
  found: FoundValues;
  command: CheckCommand;
}

/**
 * Asks for missing values; with `--interactive` for all, with the found values as defaults. Then the answers are shown, and may
 * be changed.
 *
 * @throws InterruptedError on Ctrl-C, and where the person cancels
 */
export async function askForValues(options: AskOptions): Promise<FoundValues> {
  const { found, command, args, context, texts } = options;
  const { asker, style } = openAsker(options);
  const say = (text: string) => void context.stderr.write(`${hang('', text, style.width)}\n`);
  const isAskedAgain = args.isInteractive && !args.isSandbox;
  const asksForRecipient =
    command === 'test' && (found.recipients.length === 0 || args.isInteractive);
  if (!found.uri || !found.sender || isAskedAgain || asksForRecipient) say(texts.prompts.intro);
  if (!found.uri) for (const words of notFound(found, texts)) say(words);
  const values: FoundValues = { ...found };
  const typed = !found.uri
    ? ((await offerForeign(asker, options, style.width)) ?? (await askForUri(asker, texts)))
    : isAskedAgain
      ? await confirmUri(asker, texts, found.uri)
      : undefined;
  if (typed) {
    values.uri = typed.uri;
    if (typed.isTakenOut) say(texts.prompts.takenOut);
    if (typed.sender) values.sender ??= typed.sender;
  }
  if (!values.sender || isAskedAgain) {
    const sender = await askForSender(asker, texts, values, command === 'test');
    if (sender) values.sender = sender;
  }
  if (asksForRecipient) {
    values.recipients = [await askForRecipient(asker, texts, found.recipients)];
  }
  const changeable = {
    uri: typed !== undefined,
    sender: isAskedAgain || found.sender === undefined,
    recipient: asksForRecipient,
  };
  const reviewing = { asker, texts, command, changeable, say };
  return inPlace(await reviewAnswers(await withholdPassword(values), reviewing), found);
}

/** The answers with the places where they belong. */
function inPlace(answers: FoundValues, found: FoundValues): FoundValues {
  const placed = <T extends FoundValue>(value: T, home: ValueHome | undefined): T => {
    if (value.source.kind !== 'prompt' || !home) return value;
    return { ...value, place: home, ...(home.spot ? { spot: home.spot } : {}) };
  };
  const { uri, sender } = answers;
  return {
    ...answers,
    ...(uri ? { uri: placed(uri, placeOf(found.uri) ?? found.homes?.SMTP_URI) } : {}),
    ...(sender
      ? { sender: placed(sender, placeOf(found.sender) ?? found.homes?.SMTP_SENDER) }
      : {}),
  };
}

function placeOf(value: FoundValue | undefined): ValueHome | undefined {
  const { file, line } = value?.source ?? {};
  return file === undefined ? undefined : { file, line, spot: value?.spot };
}

/** Where the URI was looked for. */
function notFound(found: FoundValues, { prompts: { notIn } }: InterfaceTexts): string[] {
  const { searchedFolder, searchedFiles } = found.emptyUri ? {} : searchedFor(found);
  if (searchedFolder !== undefined) return [notIn.folder(searchedFolder)];
  return searchedFiles ? [notIn.files(searchedFiles)] : [];
}

/** Reads the one line of `--uri -` from a terminal. The system's own way would echo the password. */
export async function askForUriLine(options: AskerOptions, message: string): Promise<string> {
  const { asker } = openAsker(options);
  return await asker.text({ message, shownAs: showUri });
}

/** A question for yes or no. Enter means yes, unless the default is no. */
export async function askToConfirm(
  options: AskerOptions,
  message: string,
  isDefault = true,
): Promise<boolean> {
  return await openAsker(options).asker.confirm(message, isDefault);
}

/** A question with a few answers, of which one is chosen. */
export async function askForChoice(
  options: AskerOptions,
  message: string,
  answers: readonly string[],
): Promise<string> {
  const choices = answers.map((value) => ({ name: stripToLine(value), value }));
  return await openAsker(options).asker.choose(message, choices);
}

function openAsker({ args, context, signal, texts }: AskerOptions) {
  const style = styleOf(context.stderr, context.env, args.isColorWanted);
  const asker = createAsker(
    context,
    signal,
    createTheme(style.paint, texts.prompts),
    texts.prompts,
  );
  return { asker, style };
}

/** Offers settings made from another application's. */
async function offerForeign(
  asker: Asker,
  { found: { foreign }, context, texts: { prompts } }: AskOptions,
  width: number,
): Promise<TypedUri | undefined> {
  if (!foreign) return undefined;
  const { names, sender } = foreign;
  const uri = readUri(answered(foreign.uri));
  const shown = shownUri(uri, false);
  context.stderr.write(`${hang('', prompts.foreign(names.map(stripToLine)), width)}\n`);
  const isWanted = await asker.confirm(prompts.useUri(shown));
  if (!isWanted) return undefined;
  return { uri, ...(sender ? { sender: answered(sender) } : {}) };
}
