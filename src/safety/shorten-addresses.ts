/** A local part and its domain, the `@` also as a URI has it; brackets and quotation marks end them. */
const ADDRESS = /([^\s<>"'()[\]:;,@/%=|*]{1,64})(@|%40)(?=[^\s*])/g;

/**
 * A text in which nobody is named any more: of a mail address the domain stays, which helps to
 * understand a failure, and the first letter, which tells one from the other. A user's name goes the
 * same way where it is no address.
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

// A shorter one is a part of too many words.
const SHORTEST_NAME = 4;

function firstOf(name: string): string {
  return [...name][0] ?? '';
}
