/** What there is in the words of every provider that shows itself. */
interface Signs {
  /** Texts, one to a line, in small letters. Every match of a provider's words contains one of them. */
  texts: string;
  /** Codes, and enhanced codes, that are enough by themselves. */
  codes: readonly (number | string)[];
}

/** What a server said. */
export interface Said {
  text: string;
  code?: number | null;
  enhanced?: string | null;
}

/**
 * An empty default. `scripts/screen-patterns.js` puts the signs of all providers into the bundle, which then need not read the
 * providers where a server shows no sign of any.
 */
function signsOfAll(): Signs | undefined {
  return undefined;
}

/** Whether a provider may show itself in what a server said: by its mark, or by words that nobody else says. */
export function mayShowProvider({ text, code, enhanced }: Said): boolean {
  const signs = signsOfAll();
  if (!signs) return true;
  if (signs.codes.some((known) => known === code || known === enhanced)) return true;
  const lower = text.toLowerCase();
  return signs.texts.split('\n').some((sign) => lower.includes(sign));
}
