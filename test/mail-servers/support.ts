/** What start.sh tells of the servers. */
export function setting(name: string): string {
  const value = process.env[`MAIL_TEST_${name}`];
  if (!value) throw new Error(`MAIL_TEST_${name} is not set: run .ci/mail-servers/run.sh`);
  return value;
}

/** The users of the servers. */
export const ALICE = { address: setting('ALICE'), password: setting('ALICE_PASSWORD') };
export const BOB = { address: setting('BOB'), password: setting('BOB_PASSWORD') };

/** A URI without options. */
export function withLogin(scheme: string, server: string, user: typeof ALICE): string {
  const [name, password] = [user.address, user.password].map(encodeURIComponent);
  return `${scheme}://${name}:${password}@${server}`;
}
