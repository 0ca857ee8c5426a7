import type { InterfaceTexts } from '../language/interface-texts.js';
import { MASK, Secret } from '../safety/secret.js';
import { behindName } from '../settings/addresses/behind-name.js';
import { isPlainSender } from '../settings/addresses/is-plain-sender.js';
import { parseRecipients, parseSender } from '../settings/addresses/mail-address.js';
import { repairSender } from '../settings/addresses/repair-sender.js';
import type { FoundUri, FoundValue, FoundValues } from '../settings/found-values.js';
import { readPasted } from '../settings/pasted-settings.js';
import { shownSetting, shownUri, withoutWithheld } from '../settings/shown-settings.js';
import { shownUser } from '../settings/uri/mask-uri.js';
import { readUri } from '../settings/uri/read-uri.js';
import { parseSmtpUri } from '../settings/uri/smtp-uri.js';
import { withholdFrom } from '../settings/withhold-from.js';
import { withholdPassword } from '../settings/withhold-password.js';
import { askForNewUri } from './ask-for-new-uri.js';
import type { Asker } from './asker.js';
import { maskTypedAnswer, maskTypedUri } from './mask-typed.js';

/** A URI that was answered; what was pasted around it is left out, but for a sender. */
export interface TypedUri {
  uri: FoundUri;
  sender?: FoundValue;
  isTakenOut?: boolean;
}

/** A value that was answered to a question. */
export function answered(value: Secret): FoundValue {
  return { value, source: { kind: 'prompt' } };
}

/** Asks for a URI: to be pasted, or to be built of its parts. */
export async function askForUri(asker: Asker, texts: InterfaceTexts): Promise<TypedUri> {
  const { haveUri, haveUriChoices } = texts.prompts;
  const isPasted = await asker.choose(haveUri, [
    { name: haveUriChoices.paste, value: true },
    { name: haveUriChoices.build, value: false },
  ]);
  if (isPasted) return await askForWholeUri(asker, texts);
  return { uri: readUri(answered(await askForNewUri(asker, texts.prompts, texts.language))) };
}

/** Asks for a URI in one piece, or for a line that it stands in. */
export async function askForWholeUri(asker: Asker, texts: InterfaceTexts): Promise<TypedUri> {
  const problemOf = (answer: string) => problemOfUri(answer, texts);
  return typedUri(await asker.text({ message: texts.prompts.uri, problemOf, shownAs: showUri }));
}

/** Asks whether to keep the known URI. The URI is never shown as a default, and Enter keeps it unseen. */
export async function confirmUri(
  asker: Asker,
  texts: InterfaceTexts,
  known: FoundUri,
): Promise<TypedUri> {
  const { uri, keep } = texts.prompts;
  const answer = await asker.text({
    message: `${uri} ${keep(shownUri(known, false))}`,
    problemOf: (typed) => (typed === '' ? undefined : problemOfUri(typed, texts)),
    shownAs: showUri,
  });
  return answer === '' ? { uri: known } : typedUri(answer);
}

/** A URI as it is shown while it is typed, and when it is there. */
export function showUri(typed: string, isFinal: boolean): string {
  if (typed === '') return '';
  return isFinal ? shownUri(typedUri(typed).uri, false) : maskTypedUri(typed);
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

function problemOfUri(answer: string, { prompts }: InterfaceTexts): string | undefined {
  if (answer.trim() === '') return prompts.required;
  const read = parseSmtpUri(answer.trim());
  if (read.ok || readPasted(answer)) return undefined;
  return read.detail ? prompts.problem[read.detail] : prompts.placeholder;
}

/** Asks for the sender; what is known, or the user of the URI, is the default. */
export async function askForSender(
  asker: Asker,
  texts: InterfaceTexts,
  values: FoundValues,
  isNeeded: boolean,
): Promise<FoundValue | undefined> {
  const { uri, sender: known } = await withholdPassword(values);
  const shownKnown = knownSender(known);
  const usual = shownKnown ?? addressOfUser(uri);
  // Its password is masked in the default, which is then no sender itself.
  const isKnown = (typed: string) => known !== undefined && typed === shownKnown;
  const mayBeEmpty = !isNeeded && usual === undefined;
  const answer = await asker.text({
    message: mayBeEmpty ? texts.prompts.senderIfAny : texts.prompts.sender,
    default: usual,
    shownAs: (typed, isFinal) =>
      isFinal && !isKnown(typed) ? shownAnswer(typed, values) : maskTypedAnswer(typed),
    problemOf: (typed) => {
      if (isKnown(typed)) return undefined;
      if (typed.trim() === '') return isNeeded ? texts.prompts.required : undefined;
      const read = parseSender(typedSender(typed));
      return read.ok ? undefined : texts.prompts.problem[read.detail];
    },
  });
  if (isKnown(answer)) return known;
  if (answer.trim() === '') return undefined;
  const value = typedSender(answer);
  return value.equals(known?.value) ? known : answered(value);
}

/** A sender that was answered, without the password of the URI, which is known by then. */
function shownAnswer(typed: string, { uri }: FoundValues): string {
  if (!uri || !isPlainSender(typed)) return maskTypedAnswer(typed);
  return withoutWithheld(withholdFrom(new Secret(typed), uri.read), typed);
}

/** A sender as it was typed, or out of the line that was pasted. */
function typedSender(answer: string): Secret {
  const pasted = behindName(answer) === undefined ? undefined : repairSender(answer);
  return pasted ?? new Secret(answer.trim());
}

/** The known sender as a default. A value that was not understood is no default. */
function knownSender(known: FoundValue | undefined): string | undefined {
  const shown = known && shownSetting('SMTP_SENDER', known.value, false);
  return shown === MASK ? undefined : shown;
}

/** The user of the URI if it is an address. Most providers accept only the login's own address as the sender. */
function addressOfUser(uri: FoundUri | undefined): string | undefined {
  const { user, password = '' } = (uri?.read.ok && uri.read.uri) || {};
  return user?.includes('@') && shownUser(user, password) === user ? user : undefined;
}

/** Asks who gets the test mail. */
export async function askForRecipient(
  asker: Asker,
  texts: InterfaceTexts,
  known: readonly string[],
): Promise<string> {
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
