/** A local part and its domain, with the `@` also as in a URI. Brackets and quotation marks end them. */
const ADDRESS = /([^\s<>"'()[\]:;,@/%=|*]{1,64})(@|%40)(?=[^\s*])/g;

/**
 * A text that names nobody any more. Of a mail address the domain stays, which helps to understand a failure, and the first
 * letter, which tells addresses apart. A user's name that is no address is shortened in the same way.
 *
 * @param user the user who logs in
 */
export function shortenAddresses(text: string, user = ''): string {
  const shortened = text.replace(
    ADDRESS,
    (_, name: string, at: string) => `${firstOf(name)}…${at}`,
  );
  const isName = user.length >= SHORTEST_NAME && !user.includes('@');
  return isName ? shortened.replaceAll(user, `${firstOf(user)}…`) : shortened;
}

// A shorter name is part of too many words.
const SHORTEST_NAME = 4;

function firstOf(name: string): string {
  return [...name][0] ?? '';
}
