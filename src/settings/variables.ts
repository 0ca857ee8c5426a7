import leven from 'leven';

/** The variables that Tailchat's server reads for mail. */
export const VARIABLES = ['SMTP_URI', 'SMTP_SENDER'] as const;

/** The name of such a variable. */
export type VariableName = (typeof VARIABLES)[number];

/** Names in other applications for the same value. */
const ELSEWHERE: Readonly<Record<VariableName, RegExp>> = {
  SMTP_URI: /^(?:(?:E?MAIL|MAILER|SMTP)_(?:URL|URI|DSN|CONNECTION(?:_(?:URL|URI))?))$/,
  SMTP_SENDER: /^(?:(?:E?MAIL|MAILER|SMTP)_(?:FROM|SENDER)(?:_(?:ADDRESS|EMAIL|MAIL))?)$/,
};

/**
 * The variable that a name was surely meant to be: in another case, with one wrong letter, or with two swapped. `SMTP_USER` and
 * `HTTP_URI` are not such names.
 */
export function misspeltVariable(name: string): VariableName | undefined {
  const written = asItLooks(name).toUpperCase();
  return VARIABLES.find((variable) => name !== variable && isNear(written, variable));
}

/** Letters of the Cyrillic and the Greek alphabet, each before the one that looks the same. */
const LOOKALIKES = 'ЅSМMТTРPІIЕEΜMΤTΡPΙIΕEΝN';

function asItLooks(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[\u0370-\u04ff]/g, (letter) => LOOKALIKES[LOOKALIKES.indexOf(letter) + 1] ?? letter);
}

/** Whether a name has letters that only look like those of a variable: full-width ones, or of another alphabet. */
export function looksAlike(name: string): boolean {
  return /[^\0-\x7f]/.test(name);
}

/** Whether a name that is not read differs from a variable's only by what nobody sees, such as the space before a `=`. */
export function differsInBlanks(name: string, variable: string): boolean {
  return name.replace(/[\s\u200b-\u200d\u2060\ufeff]/g, '') === variable;
}

/** The variable that a name of another application stands for. Used where ours was found nowhere. */
export function variableOfOthers(name: string): VariableName | undefined {
  const written = name.toUpperCase();
  return VARIABLES.find((variable) => name !== variable && ELSEWHERE[variable].test(written));
}

function isNear(written: string, variable: VariableName): boolean {
  const distance = leven(written, variable, { maxDistance: 3 });
  if (distance <= 1) return true;
  const isLong = variable === 'SMTP_SENDER';
  return distance === 2 && (isLong || sorted(written) === sorted(variable));
}

function sorted(name: string): string {
  return [...name].sort().join('');
}
