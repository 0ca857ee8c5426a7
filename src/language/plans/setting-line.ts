import type { Facts } from '../../report/facts.js';
import type { LineRoom } from '../../report/line-room.js';
import type { YamlSpot } from '../../report/yaml-spot.js';
import { formatTakenLine } from '../../settings/env-files/taken-line.js';
import { belowOf } from '../../settings/shown-settings.js';
import type { VariableName } from '../../settings/variables.js';
import { formatYamlLine } from '../../settings/yaml/yaml-line.js';
import { QUOTED_SENDER, SENDER_EXAMPLE, URI_FORM } from '../examples.js';

/** A line, and where it belongs if it does not take the place of the line that was read. */
export interface RoomyLine {
  line: string;
  below: LineRoom | undefined;
}

/** What gives a variable a value, in the form of its place: of an env file, or of an entry in YAML. */
export function settingLine(variable: VariableName, value: string, spot?: YamlSpot): string {
  if (!spot) return `${variable}=${value}`;
  return spot.taken ? formatTakenLine(variable, spot, value) : formatYamlLine(spot, value);
}

/** The same for a sender, in the place of the one that was read. */
export function senderLine({ spots, heldIn }: Facts, value = SENDER_EXAMPLE): RoomyLine {
  const line = settingLine('SMTP_SENDER', value, spots?.sender);
  // The steps for a value in a manifest say first where it belongs.
  return { line, below: heldIn ? undefined : belowOf(spots?.sender) };
}

/** A sender with a name. */
export const namedSender = (facts: Facts) => senderLine(facts, `Tailchat <${SENDER_EXAMPLE}>`);

/** A sender whose name is in double quotes; an env file takes them in single ones. */
export function quotedSender(facts: Facts): RoomyLine {
  const value = `"Tailchat" <${SENDER_EXAMPLE}>`;
  return facts.spots?.sender ? senderLine(facts, value) : { line: QUOTED_SENDER, below: undefined };
}

/** A URI, in the place of the one that was read. */
export const uriLine = ({ spots }: Facts): RoomyLine => ({
  line: settingLine('SMTP_URI', URI_FORM, spots?.uri),
  below: belowOf(spots?.uri),
});
