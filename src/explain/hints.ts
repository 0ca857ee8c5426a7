/** The expressions that may match in a line, as far as that was found out beforehand; undefined where it was not. */
export type Hints = ReadonlySet<RegExp> | undefined;

/** The hints of a line in which nothing can match. */
export const NO_HINTS: Hints = new Set();

/** Stands for all expressions that find a reply by its code. */
export const REPLY = /[45]\d\d/;

/** Stands for the expressions that find words without a code. */
export const ALONE = /: \S/;

/** The property of an error that holds a reply, in the bytes of a line. */
export const RESPONSE = /response["\\&:\]]/;

/** Whether an expression may match. */
export function mayFind(expression: RegExp, hints: Hints): boolean {
  return hints === undefined || hints.has(expression);
}

/** Whether one of the expressions may match. */
export function mayFindOneOf(expressions: readonly RegExp[], hints: Hints): boolean {
  return hints === undefined || expressions.some((expression) => hints.has(expression));
}

/** Whether any expression may match. */
export function mayFindAny(hints: Hints): boolean {
  return hints === undefined || hints.size > 0;
}
