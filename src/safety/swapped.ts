const ADDRESS = /^[^\s@:/]{1,64}@(?:[\p{L}\d-]{1,63}\.){1,8}[\p{L}\d-]{2,63}$/u;

/** Whether user and password seem to have changed places: the password is a mail address, and the user is none. */
export function isSwapped(user: string, password: string): boolean {
  return ADDRESS.test(password) && !user.includes('@');
}
