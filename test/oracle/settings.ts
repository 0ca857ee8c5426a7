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
  /** The whole login, as it is written, with its `@`. */
  login?: string;
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
  { name: 'requireTLS and opportunisticTLS', query: 'requireTLS=true&opportunisticTLS=true' },
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
  { name: 'a short wait for the greeting', query: 'greetingTimeout=1000' },
  { name: 'a long wait for the greeting', query: 'greetingTimeout=10000' },
  { name: 'a wait without silence', query: 'socketTimeout=4000' },
  { name: 'no sender', sender: null },
  { name: 'a sender with a name', sender: `"Tailchat" <${SENDER}>` },
  { name: 'a sender with a colon', sender: `Chat: prod <${SENDER}>` },
  { name: 'a sender with a comma', sender: `Tailchat, Inc. <${SENDER}>` },
  { name: 'a user with a plus', user: 'me+chat%40example.com' },
  { name: 'a user with a colon', user: 'me%3Ayou' },
];

/** More of them, each of which goes with an ordinary server, in plain text and with TLS. */
export const MORE_SETTINGS: readonly TableSettings[] = [
  { name: 'an option given twice', query: 'requireTLS=false&requireTLS=false' },
  { name: 'two mechanisms', query: 'authMethod=PLAIN&authMethod=LOGIN' },
  { name: 'a mechanism with spaces', query: 'authMethod=%20login%20' },
  { name: 'a name with a line end', query: 'name=x%0d%0aNOOP' },
  { name: 'a log', query: 'logger=1' },
  { name: 'a socket', query: 'socket=x' },
  { name: 'a session of TLS', query: 'tls.session=x' },
  { name: 'a function in words', query: 'tls.checkServerIdentity=false' },
  { name: 'another port for TLS', query: 'tls.port=1' },
  { name: 'a version that nobody knows', query: 'tls.minVersion=tlsv1.2' },
  { name: 'TLS 1.3 at least', query: 'tls.minVersion=TLSv1.3' },
  { name: 'ciphers that nobody knows', query: 'tls.ciphers=SSLv3' },
  {
    name: 'no certificates, twice',
    query: 'tls.rejectUnauthorized=false&tls.rejectUnauthorized=false',
  },
  { name: 'a wait in words', query: 'socketTimeout=abc' },
  { name: 'a wait below nothing', query: 'socketTimeout=-5' },
  { name: 'a SOCKS proxy', query: 'proxy=socks5://127.0.0.1:1' },
  { name: 'a blind copy', query: 'bcc=me@x.example' },
  { name: 'an option behind a semicolon', end: ';requireTLS=true' },
  { name: 'a comma behind the path', end: ',' },
  { name: 'a login of nothing', login: ':@' },
  { name: 'an @ alone', login: '@' },
  { name: 'a password with a bare percent sign', login: 'me:100%@' },
  { name: 'forceAuth without a login', query: 'forceAuth=true', hasLogin: false },
  { name: 'a sender with a bracket too many', sender: `${SENDER}>` },
  { name: 'a sender as a link', sender: `mailto:${SENDER}` },
  { name: 'a sender with a tab', sender: `Tailchat\t<${SENDER}>` },
  { name: 'a sender with half a quote', sender: `Tailchat" <${SENDER}>` },
];

/** The variables of the server's container. */
export function environmentOf(
  {
    query,
    end = '',
    hasLogin = true,
    sender = SENDER,
    user = 'me%40example.com',
    login = hasLogin ? `${user}:s3cret@` : '',
  }: TableSettings,
  scheme: 'smtp' | 'smtps',
  port: number,
): Record<string, string> {
  const path = end.startsWith(';') ? '' : '/';
  const uri = `${scheme}://${login}127.0.0.1:${port}${path}${query ? `?${query}` : ''}${end}`;
  return {
    SMTP_URI: uri,
    ...(sender === null ? {} : { SMTP_SENDER: sender }),
    NODE_EXTRA_CA_CERTS: certificates.authorityFile,
  };
}
