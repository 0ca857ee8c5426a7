// What people put before a URI when they paste a line of an env file, and its scheme.
const BEFORE_USER =
  /^\s*(?:(?:export\s+)?SMTP_URI\s*[=:]\s*)?["'`]?(?:(?:smtps?|stmps?|smpts?):\/{1,2}|smtps?\/\/)/i;
const USER = /^[\p{L}\p{N}._%+@-]*(?=:)/u;

/**
 * A URI as it looks while it is typed or pasted. The scheme is shown, and the user once the colon behind it is there, but for a
 * token, which is the password as well. The rest is hidden, since nobody can tell yet where the password is.
 */
export function maskTypedUri(typed: string): string {
  const before = BEFORE_USER.exec(typed)?.[0] ?? '';
  const user = before === '' ? '' : (USER.exec(typed.slice(before.length))?.[0] ?? '');
  const shown = before.length + (user === '' || isToken(user) ? 0 : user.length + 1);
  return typed.slice(0, shown) + '*'.repeat(typed.length - shown);
}

/**
 * The answer to a question for an address, a host or a user while it is typed. It is hidden where it looks like a URI, or like
 * encoded text, that was pasted at the wrong question.
 */
export function maskTypedAnswer(typed: string): string {
  const isIpv6 = /^\[?[\da-f:.]*\]?$/i.test(typed);
  const isUri = !isIpv6 && /[:：{}]|\/\//.test(typed);
  return isUri || isToken(typed) ? hidden(typed) : typed;
}

/**
 * What is typed to search a list. Only what finds something is shown: the rest may be a URI or a password, pasted at the wrong
 * question.
 */
export function maskTypedSearch(typed: string, isFound: boolean): string {
  return isFound ? maskTypedAnswer(typed) : hidden(typed);
}

/** An answer that is one of a few words, as far as it is typed. */
export function maskTypedWord(typed: string, words: readonly string[]): string {
  const word = typed.trim().toLowerCase();
  return words.some((one) => one.startsWith(word)) ? typed : hidden(typed);
}

/** The number of a port, as far as it is typed. */
export function maskTypedPort(typed: string): string {
  return /^\d{0,5}$/.test(typed.trim()) ? typed : hidden(typed);
}

function hidden(typed: string): string {
  return '*'.repeat(typed.length);
}

/** Whether a text is as long as no name: a token, or encoded text. */
function isToken(text: string): boolean {
  return /[A-Za-z\d+/=_%-]{25,}/.test(text.replace(/(?:@|%40).*/is, ''));
}
