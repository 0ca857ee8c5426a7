import { certificates } from '../helpers/certificates.js';

/** One way to write the settings, and what of it must be named where the server does otherwise. */
export interface TableSettings {
  name: string;
  /** What stands behind the question mark. */
  query?: string;
  /** Stands behind the whole URI. */
  end?: string;
  hasLogin?: boolean;
  /** `SMTP_SENDER`; null for none. */
  sender?: string | null;
  /** The user, as it is written. */
  user?: string;
}

const SENDER = 'tailchat@example.com';

/** The settings of the table. The first goes with every server. */
export const SETTINGS: readonly TableSettings[] = [
  { name: 'as usual' },
  { name: 'no login', hasLogin: false },
  { name: 'pool', query: 'pool=true' },
  { name: 'requireTLS', query: 'requireTLS=true' },
  { name: 'ignoreTLS', query: 'ignoreTLS=true' },
  { name: 'both of them', query: 'requireTLS=true&ignoreTLS=true' },
  { name: 'opportunisticTLS', query: 'opportunisticTLS=true' },
  { name: 'no look at certificates', query: 'tls.rejectUnauthorized=false' },
  { name: 'a servername', query: 'tls.servername=localhost' },
  { name: 'LOGIN', query: 'authMethod=LOGIN' },
  { name: 'CRAM-MD5', query: 'authMethod=cram-md5' },
  { name: 'XOAUTH2', query: 'authMethod=XOAUTH2' },
  { name: 'a mechanism that nobody knows', query: 'authMethod=FOO' },
  { name: 'forceAuth', query: 'forceAuth=true' },
  { name: 'a name', query: 'name=chat.example.org' },
  { name: 'an @ behind the host', query: 'from=me@x.example' },
  { name: 'white space at the end', end: ' ' },
  { name: 'a semicolon at the end', end: ';' },
  { name: 'a short wait for the greeting', query: 'greetingTimeout=150' },
  { name: 'a long wait for the greeting', query: 'greetingTimeout=5000' },
  { name: 'a wait without silence', query: 'socketTimeout=4000' },
  { name: 'no sender', sender: null },
  { name: 'a sender with a name', sender: `"Tailchat" <${SENDER}>` },
  { name: 'a sender with a colon', sender: `Chat: prod <${SENDER}>` },
  { name: 'a sender with a comma', sender: `Tailchat, Inc. <${SENDER}>` },
  { name: 'a user with a plus', user: 'me+chat%40example.com' },
  { name: 'a user with a colon', user: 'me%3Ayou' },
];

/** The variables of the server's container. */
export function environmentOf(
  { query, end = '', hasLogin = true, sender = SENDER, user = 'me%40example.com' }: TableSettings,
  scheme: 'smtp' | 'smtps',
  port: number,
): Record<string, string> {
  const login = hasLogin ? `${user}:s3cret@` : '';
  const uri = `${scheme}://${login}127.0.0.1:${port}/${query ? `?${query}` : ''}${end}`;
  return {
    SMTP_URI: uri,
    ...(sender === null ? {} : { SMTP_SENDER: sender }),
    NODE_EXTRA_CA_CERTS: certificates.authorityFile,
  };
}
