import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** What nodemailer 6.7.8 makes of a URI, as far as it matters here. */
export interface ServerOptions {
  host?: string;
  port?: number;
  secure?: boolean;
  auth?: { user: string; pass: string };
  [option: string]: unknown;
}

/** A mailbox as the address parser of nodemailer 6.7.8 gives it. */
export interface ServerMailbox {
  address: string;
  name: string;
}

const shared = require('nodemailer-of-the-server/lib/shared') as {
  parseConnectionUrl: (uri: string) => ServerOptions;
};
const parseAddresses = require('nodemailer-of-the-server/lib/addressparser') as (
  value: string,
  options: { flatten: true },
) => ServerMailbox[];

// `url.parse` warns of URLs that it will refuse one day: so does every second one in these tests.
process.removeAllListeners('warning');
process.on('warning', () => {});

/** The URI as the server's nodemailer takes it; `throws` where it throws, `refused` where only a newer Node does. */
export function serverOptionsOf(uri: string): ServerOptions | 'throws' | 'refused' {
  try {
    return shared.parseConnectionUrl(uri);
  } catch (error) {
    return error instanceof URIError ? 'throws' : 'refused';
  }
}

/** The sender as the server's nodemailer takes it. */
export function serverMailboxesOf(value: string): ServerMailbox[] {
  return parseAddresses(value, { flatten: true });
}
