/**
 * The recipients whose mailbox is not known to have been opened. A login names its owner by the address or by the part before `@`.
 *
 * @param login the user of the mailbox that was opened
 * @returns all of them where the login is the name of none, or of several
 */
export function othersThan(login: string, recipients: readonly string[]): string[] {
  const name = plain(login);
  const isBare = !name.includes('@');
  const owners = recipients.filter((address) =>
    isBare ? plain(address).replace(/@[^@]*$/, '') === name : plain(address) === name,
  );
  return recipients.filter((address) => owners.length !== 1 || address !== owners[0]);
}

/** Without letter case, the domain of Windows, and a tag behind `+`. */
function plain(address: string): string {
  return address
    .toLowerCase()
    .replace(/^.*\\/, '')
    .replace(/\+[^@]*(?=@|$)/, '');
}
