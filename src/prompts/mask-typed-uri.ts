/**
 * A URI as it looks while it is typed: the password is hidden from its first character on, also
 * before it is clear where it ends.
 */
export function maskTypedUri(typed: string): string {
  const start = /^[a-z]*:\/\/[^:/]*:/i.exec(typed)?.[0].length;
  if (start === undefined) return typed;
  const at = typed.lastIndexOf('@');
  const end = at < start ? typed.length : at;
  return typed.slice(0, start) + '*'.repeat(end - start) + typed.slice(end);
}
