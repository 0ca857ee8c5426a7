/** A variable for a sender, as a line of an env file, of YAML or of a shell names it before the value. */
const NAME =
  /^[^@<>=]{0,60}?\b(?:smtp_sender|(?:[A-Z]{1,20}_){1,3}(?:FROM|SENDER))["']?(?:\s*[=:：＝]|\s)\s*/;

/**
 * What stands behind the name of a variable that a sender begins with. The server takes such a name for a part of the address.
 *
 * @returns undefined where the value begins with no such name
 */
export function behindName(value: string): string | undefined {
  const rest = value.replace(NAME, '');
  return rest === value ? undefined : rest;
}
