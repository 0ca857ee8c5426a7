import type { Context } from '../context.js';
import type { InterfaceTexts } from '../language/interface-texts.js';
import { styleOf } from '../output/style.js';
import { hang } from '../output/wrap.js';
import type { CheckCommand } from '../report/check-command.js';
import { stripToLine } from '../safety/control-characters.js';
import { MASK, Secret } from '../safety/secret.js';
import { parseRecipients, parseSender } from '../settings/addresses/mail-address.js';
import type { FoundUri, FoundValue, FoundValues } from '../settings/found-values.js';
import { readPasted } from '../settings/pasted-settings.js';
import { shownSetting, shownUri } from '../settings/shown-settings.js';
import { maskSmtpUri, shownUser } from '../settings/uri/mask-uri.js';
import { readUri } from '../settings/uri/read-uri.js';
import { parseSmtpUri } from '../settings/uri/smtp-uri.js';
import { withholdPassword } from '../settings/withhold-password.js';
import { askForNewUri } from './ask-for-new-uri.js';
import { type Asker, createAsker } from './asker.js';
import { maskTypedAnswer, maskTypedUri } from './mask-typed.js';
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
 * Asks for what is missing; with `--interactive` for everything, what was found being the default.
 *
 * @throws InterruptedError on Ctrl-C
 */
export async function askForValues(options: AskOptions): Promise<FoundValues> {
  const { found, command, args, context, texts } = options;
  const { asker, style } = openAsker(options);
  const isAskedAgain = args.isInteractive && !args.isSandbox;
  const asksForRecipient =
    command === 'test' && (found.recipients.length === 0 || args.isInteractive);
  if (!found.uri || !found.sender || isAskedAgain || asksForRecipient) {
    context.stderr.write(`${hang('', texts.prompts.intro, style.width)}\n`);
  }
  const values: FoundValues = { ...found };
  const typed = !found.uri
    ? ((await offerForeign(asker, options, style.width)) ?? (await askForUri(asker, texts)))
    : isAskedAgain
      ? await confirmUri(asker, texts, found.uri)
      : undefined;
  if (typed) {
    values.uri = typed.uri;
    if (typed.isTakenOut)
      context.stderr.write(`${hang('', texts.prompts.takenOut, style.width)}\n`);
    if (typed.sender) values.sender ??= typed.sender;
  }
  if (!values.sender || isAskedAgain) {
    const sender = await askForSender(asker, texts, values, command === 'test');
    if (sender) values.sender = sender;
  }
  if (asksForRecipient) {
    values.recipients = [await askForRecipient(asker, texts, found.recipients)];
  }
  return withholdPassword(values);
}

/** Takes the one line of `--uri -` from a terminal: the system's own way would echo the password. */
export async function askForUriLine(options: AskerOptions, message: string): Promise<string> {
  const { asker } = openAsker(options);
  return await asker.text({ message, shownAs: showUri });
}

/** A question for yes or no; Enter is yes. */
export async function askToConfirm(options: AskerOptions, message: string): Promise<boolean> {
  return await openAsker(options).asker.confirm(message);
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

function answered(value: Secret): FoundValue {
  return { value, source: { kind: 'prompt' } };
}

/** A URI that was answered; what was pasted around it is left out, but for a sender. */
interface TypedUri {
  uri: FoundUri;
  sender?: FoundValue;
  isTakenOut?: boolean;
}

async function askForUri(asker: Asker, texts: InterfaceTexts): Promise<TypedUri> {
  const { haveUri, haveUriChoices, uri } = texts.prompts;
  const isPasted = await asker.choose(haveUri, [
    { name: haveUriChoices.paste, value: true },
    { name: haveUriChoices.build, value: false },
  ]);
  if (!isPasted) {
    return { uri: readUri(answered(await askForNewUri(asker, texts.prompts, texts.language))) };
  }
  const problemOf = (answer: string) => problemOfUri(answer, texts);
  return typedUri(await asker.text({ message: uri, problemOf, shownAs: showUri }));
}

/** What can be made of another application's settings, if the person wants that. */
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

function typedUri(answer: string): TypedUri {
  const pasted = readPasted(answer);
  if (!pasted) return { uri: readUri(answered(new Secret(answer.trim()))) };
  const { uri, sender } = pasted;
  return {
    uri: readUri(answered(uri)),
    isTakenOut: true,
    ...(sender ? { sender: answered(sender) } : {}),
  };
}

/** The known URI is never put on the screen as a default: Enter keeps it unseen. */
async function confirmUri(asker: Asker, texts: InterfaceTexts, known: FoundUri): Promise<TypedUri> {
  const { uri, keep } = texts.prompts;
  const answer = await asker.text({
    message: `${uri} ${keep(shownUri(known, false))}`,
    problemOf: (typed) => (typed === '' ? undefined : problemOfUri(typed, texts)),
    shownAs: showUri,
  });
  return answer === '' ? { uri: known } : typedUri(answer);
}

function showUri(typed: string, isFinal: boolean): string {
  if (typed === '') return '';
  return isFinal ? maskSmtpUri(typed.trim()) : maskTypedUri(typed);
}

function problemOfUri(answer: string, { prompts }: InterfaceTexts): string | undefined {
  if (answer.trim() === '') return prompts.required;
  const read = parseSmtpUri(answer.trim());
  if (read.ok || readPasted(answer)) return undefined;
  return read.detail ? prompts.problem[read.detail] : prompts.placeholder;
}

async function askForSender(
  asker: Asker,
  texts: InterfaceTexts,
  { uri, sender: known }: FoundValues,
  isNeeded: boolean,
): Promise<FoundValue | undefined> {
  const answer = await asker.text({
    message: texts.prompts.sender,
    default: knownSender(known) ?? addressOfUser(uri),
    shownAs: maskTypedAnswer,
    problemOf: (typed) => {
      if (typed.trim() === '') return isNeeded ? texts.prompts.required : undefined;
      const read = parseSender(typed.trim());
      return read.ok ? undefined : texts.prompts.problem[read.detail];
    },
  });
  if (answer.trim() === '') return undefined;
  const value = new Secret(answer.trim());
  return value.equals(known?.value) ? known : answered(value);
}

/** What was not understood is no answer that could be offered. */
function knownSender(known: FoundValue | undefined): string | undefined {
  const shown = known && shownSetting('SMTP_SENDER', known.value, false);
  return shown === MASK ? undefined : shown;
}

/** Most providers want mail to come from the very address that logs in. */
function addressOfUser(uri: FoundUri | undefined): string | undefined {
  const { user, password = '' } = (uri?.read.ok && uri.read.uri) || {};
  return user?.includes('@') && shownUser(user, password) === user ? user : undefined;
}

async function askForRecipient(asker: Asker, texts: InterfaceTexts, known: readonly string[]) {
  return await asker.text({
    message: texts.prompts.recipient,
    default: known.length > 0 && parseRecipients(known).ok ? known.join(', ') : undefined,
    shownAs: maskTypedAnswer,
    problemOf: (typed) => {
      if (typed.trim() === '') return texts.prompts.required;
      const read = parseRecipients([typed]);
      return read.ok ? undefined : texts.prompts.problem[read.detail];
    },
  });
}
