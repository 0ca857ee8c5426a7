import { READER_NAMES, type ReaderName } from '../report/env-readers.js';
import type { LinePlace } from '../report/line-place.js';
import type { LineRoom } from '../report/line-room.js';
import type { YamlSpot } from '../report/yaml-spot.js';
import { stripControls, stripToLine } from '../safety/control-characters.js';
import { createRedactor } from '../safety/redactor.js';
import { MASK, type Raw, reveal } from '../safety/secret.js';
import { maskedWords } from '../safety/shown-word.js';
import { isPlainSender } from './addresses/is-plain-sender.js';
import { parseSender } from './addresses/mail-address.js';
import type { Mailbox } from './addresses/mailbox.js';
import { formatEnvLine, holdersOf } from './env-files/env-line.js';
import { portableValue } from './env-files/portable-value.js';
import { formatTakenLine } from './env-files/taken-line.js';
import type { FoundUri } from './found-values.js';
import { isSureAddress, maskGuessedUri, maskReadUri, maskSmtpUri } from './uri/mask-uri.js';
import type { VariableName } from './variables.js';
import { formatYamlLine } from './yaml/yaml-line.js';

/**
 * A setting as it may be shown: byte for byte, without the password. A value that was not understood is secret as a whole,
 * whichever variable it is in.
 *
 * @param showSecrets mask nothing
 */
export function shownSetting(variable: VariableName, value: Raw, showSecrets: boolean): string {
  if (showSecrets) return reveal(value);
  if (variable === 'SMTP_URI') return maskSmtpUri(value);
  return isPlainSender(value) ? withoutWithheld(value, reveal(value)) : MASK;
}

/** A part of a setting, without a password that it contains as well. */
export function withoutWithheld(value: Raw, part: string): string {
  const password = typeof value === 'string' ? undefined : value.withheld;
  return password ? createRedactor({ password })(part) : part;
}

/** Whether a setting contains the withheld password, or a telltale part of it. */
export function holdsWithheld(value: Raw): boolean {
  const text = reveal(value);
  return (
    withoutWithheld(value, text) !== text && withoutWithheld(value, text) !== stripControls(text)
  );
}

/** The same for a URI that was found. */
export function shownUri({ value, read }: FoundUri, showSecrets: boolean): string {
  return showSecrets ? reveal(value) : maskReadUri(value, read);
}

/** Name and address that were read from a sender, as they may be shown. */
export function shownMailbox(value: Raw, { name, address }: Mailbox): Mailbox {
  if (!isPlainSender(value)) return { name: name && MASK, address: MASK };
  const shown = (part: string) => stripToLine(withoutWithheld(value, part));
  return { name: shown(name), address: shown(address) };
}

/** How to write a line for an env file. */
export interface LineOptions {
  showSecrets: boolean;
  /** The reader of the file; default: any but Docker. */
  reader?: ReaderName | undefined;
  /** The value was guessed from a damaged one, so its host may be a part of the password. */
  isGuess?: boolean;
  /** A shell reads the line, too. */
  isForShell?: boolean;
  /** The line is for this place of a YAML file instead of an env file. */
  spot?: YamlSpot | undefined;
}

/** A line for an env file, and whether a part of it is masked. */
export interface ShownLine {
  line: string;
  isMasked: boolean;
  /** The readers that take the line as it is meant. */
  holders: readonly ReaderName[];
  /** Where the line belongs, if that is not the place of the value. */
  place?: LinePlace;
  below?: LineRoom | undefined;
}

/** Where a line belongs, if it does not simply take the place of the line with its value. */
export function belowOf(spot: YamlSpot | undefined): LineRoom | undefined {
  if (spot?.isEncoded) return 'stringData';
  return spot?.form && !spot.taken ? 'entry' : undefined;
}

/**
 * The line for an env file that sets a variable, as it may be shown.
 *
 * @returns undefined where nothing of the value may be shown
 */
export function shownLine(
  variable: VariableName,
  value: Raw,
  { showSecrets, reader, isGuess = false, isForShell = false, spot }: LineOptions,
): ShownLine | undefined {
  const isSure = !isGuess || showSecrets;
  const shown = isSure ? shownSetting(variable, value, showSecrets) : shownGuess(variable, value);
  if (shown === undefined || shown === MASK) return undefined;
  if (spot?.taken) {
    const line = formatTakenLine(variable, spot, stripToLine(shown));
    const place = spot.taken === 'shell' ? {} : { place: spot.taken };
    return { line, isMasked: shown !== reveal(value), holders: READER_NAMES, ...place };
  }
  if (spot) {
    const line = formatYamlLine(spot, portableValue(variable, stripToLine(shown)));
    const below = belowOf(spot);
    // A name may stand in the place of the password.
    const isMasked = shown !== reveal(value) && line.includes(MASK);
    return { line, isMasked, holders: READER_NAMES, below };
  }
  const line = formatEnvLine(variable, stripToLine(shown), reader, isForShell);
  return { line, isMasked: shown !== reveal(value), holders: holdersOf(line, reader) };
}

/**
 * The same for a value that was taken out of a text, or repaired. Undefined where it may contain a part of the password in
 * another place.
 */
export function shownGuess(variable: VariableName, value: Raw): string | undefined {
  if (variable === 'SMTP_URI') return maskGuessedUri(value);
  const sender = parseSender(value);
  if (!sender.ok || !isPlainSender(value)) return undefined;
  const { address, name } = sender.mailbox;
  const isSure = isSureAddress(address) && maskedWords(name) === name;
  return isSure ? withoutWithheld(value, reveal(value)) : undefined;
}

/** Whether two spellings of a variable's value mean the same. */
export function isSameSetting(variable: VariableName, one: Raw, other: Raw | undefined): boolean {
  if (other === undefined) return false;
  return portableValue(variable, reveal(one)) === portableValue(variable, reveal(other));
}
