import { once } from 'node:events';
import net from 'node:net';
import { certificates } from '../helpers/certificates.js';
import {
  type Script,
  type ScriptedReply,
  startScriptedServer,
} from '../helpers/scripted-server.js';

/** Something to connect to. */
export interface Target {
  port: number;
  close(): Promise<unknown> | unknown;
}

/** A run of the command, to be recorded. */
export interface RecordedCase {
  name: string;
  /** Behind `smtp`; `verify` where there are none. */
  args?: string[];
  /** In `env`, `args`, `files` and `stdin` `{port}` stands for its port. */
  start?: () => Promise<Target>;
  env?: Record<string, string>;
  files?: Record<string, string>;
  stdin?: string;
}

const USER = 'me%40example.com';
const LOGIN = `${USER}:Pw-8c1f2e77ab@`;
const SENDER = 'SMTP_SENDER=tailchat@example.com';

async function listen(serve: (socket: net.Socket) => void): Promise<Target> {
  const sockets = new Set<net.Socket>();
  const server = net.createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    serve(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as net.AddressInfo;
  const close = () => {
    server.close();
    for (const socket of sockets) socket.destroy();
  };
  return { port, close };
}

/** A port that nobody listens on. */
async function closedPort(): Promise<Target> {
  const target = await listen(() => {});
  target.close();
  return target;
}

interface ServerCase {
  script?: Script;
  start?: () => Promise<Target>;
  scheme?: string;
  query?: string;
  login?: string;
  sender?: string;
  args?: string[];
  host?: string;
}

function onServer(name: string, options: ServerCase = {}): RecordedCase {
  const { script, scheme = 'smtp', query = '', login = LOGIN, host = '127.0.0.1' } = options;
  const { sender = 'tailchat@example.com', args } = options;
  return {
    name,
    start: options.start ?? (() => startScriptedServer(script)),
    env: {
      SMTP_URI: `${scheme}://${login}${host}:{port}/${query}`,
      ...(sender ? { SMTP_SENDER: sender } : {}),
    },
    ...(args ? { args } : {}),
  };
}

const reply = (replies: Record<string, ScriptedReply>) => ({ script: { replies } });
const TEST = ['test', '--to', 'you@example.com,other@example.org'];
const NO_LOOK = '?tls.rejectUnauthorized=false';

const SERVERS: RecordedCase[] = [
  onServer('all-well'),
  onServer('no-login', { login: '' }),
  onServer('no-sender', { sender: '' }),
  onServer('test-all-well', { args: TEST }),
  onServer('test-own-words', { args: [...TEST, '--subject', 'Hi', '--text', 'There'] }),
  onServer('strict', { args: ['verify', '--strict'] }),
  onServer('strict-test', { args: [...TEST, '--strict'] }),
  onServer('no-suggest', { args: ['verify', '--no-suggest'], ...reply({ AUTH: '535 No' }) }),
  onServer('quiet', { args: ['verify', '--quiet'] }),
  onServer('verbose', { args: ['verify', '--verbose'] }),
  onServer('show-secrets', { args: ['verify', '--show-secrets'] }),
  onServer('auth-refused', reply({ AUTH: '535 5.7.8 Authentication failed' })),
  onServer('auth-busy', reply({ AUTH: '454 4.7.0 Temporary failure' })),
  onServer(
    'auth-app-password',
    reply({ AUTH: '534 5.7.9 Application-specific password required' }),
  ),
  onServer('auth-not-offered', reply({ EHLO: '250-x.example\r\n250 SIZE 1000' })),
  onServer('auth-oauth-only', reply({ EHLO: '250-x.example\r\n250 AUTH XOAUTH2' })),
  onServer('ehlo-refused', reply({ EHLO: '550 Bad name', HELO: '550 Bad name' })),
  onServer('helo', reply({ EHLO: '502 What?' })),
  onServer('greeting-421', { script: { greeting: '421 4.7.0 Too many connections' } }),
  onServer('greeting-554', { script: { greeting: '554 5.7.1 Your address is blocked' } }),
  onServer('greeting-220-close', {
    script: { greeting: { reply: '220 x.example', thenClose: true } },
  }),
  onServer('greeting-http', { script: { greeting: 'HTTP/1.1 400 Bad Request' } }),
  onServer('retry', {
    args: ['verify', '--wait', '1'],
    script: { greeting: '421 4.3.2 Not now' },
  }),
  onServer('sender-refused', reply({ MAIL: '550 5.7.1 Not owned by user' })),
  onServer(
    'sender-mismatch',
    reply({ MAIL: '553 5.7.1 Sender address rejected: not owned by user' }),
  ),
  onServer('sender-temporary', reply({ MAIL: '451 4.7.1 Try again later' })),
  onServer('rcpt-refused', { args: TEST, ...reply({ RCPT: '550 5.1.1 No such user' }) }),
  onServer('rcpt-one-refused', {
    args: TEST,
    script: {
      replies: { RCPT: (line) => (line.includes('other') ? '550 5.1.1 Unknown' : '250 Ok') },
    },
  }),
  onServer('rcpt-greylisted', { args: TEST, ...reply({ RCPT: '450 4.2.0 Greylisted' }) }),
  onServer('data-refused', { args: TEST, ...reply({ '.': '550 5.7.1 Spam message rejected' }) }),
  onServer('data-too-large', { args: TEST, ...reply({ '.': '552 5.3.4 Message too big' }) }),
  onServer('data-quota', { args: TEST, ...reply({ '.': '452 4.3.1 Daily quota exceeded' }) }),
  onServer('data-close', { args: TEST, ...reply({ '.': 'close' }) }),
  onServer('starttls-required', { query: '?requireTLS=true' }),
  onServer('starttls-refused', {
    script: { tls: certificates.selfSigned, replies: { STARTTLS: '454 4.7.0 Not now' } },
  }),
  onServer('starttls-ignored', {
    script: { tls: certificates.selfSigned },
    query: '?ignoreTLS=true',
  }),
  onServer('starttls-self-signed', { script: { tls: certificates.selfSigned } }),
  onServer('starttls-unchecked', {
    script: { tls: certificates.expiringSoon },
    query: NO_LOOK,
  }),
  onServer('tls-self-signed', {
    scheme: 'smtps',
    script: { implicitTls: certificates.selfSigned },
  }),
  onServer('tls-expired', { scheme: 'smtps', script: { implicitTls: certificates.expired } }),
  onServer('tls-wrong-name', { scheme: 'smtps', script: { implicitTls: certificates.wrongName } }),
  onServer('tls-unchecked', {
    ...{ scheme: 'smtps', query: NO_LOOK },
    script: { implicitTls: certificates.expiringSoon },
  }),
  onServer('tls-on-plain', { scheme: 'smtps' }),
  onServer('plain-on-tls', { script: { implicitTls: certificates.selfSigned } }),
  onServer('refused', { start: closedPort }),
  onServer('refused-with-control', {
    start: closedPort,
    args: ['verify', '--control-host', '127.0.0.1'],
  }),
  onServer('localhost', { host: 'localhost' }),
  onServer('silent', { start: () => listen(() => {}), args: ['verify', '--timeout', '3'] }),
  onServer('hang-up', { start: () => listen((socket) => socket.destroy()) }),
  onServer('imap', { start: () => listen((socket) => socket.write('* OK IMAP4rev1 ready\r\n')) }),
  onServer('odd-login', { login: 'me%20:Pw-8c1f2e77ab%20@' }),
  onServer('odd-sender', { sender: '"Tailchat <xxx@example.com>' }),
  onServer('on-github', { ...reply({ AUTH: '535 ##[error]no' }) }),
  { name: 'sandbox', args: ['verify', '--sandbox'] },
  { name: 'sandbox-test', args: ['test', '--sandbox', '--to', 'you@example.com'] },
];

const OFFLINE = ['verify', '--offline'];
const URIS = [
  ...['smtp.example.com', 'http://x.example', 'smtp://', 'smtp:///', 'smtps://a:b@', 'smtp://h:0/'],
  ...['smtps://<username>:<password>@<host>:465/', 'smtp://me:a#b@mail.example.org:25/'],
  ...['smtp://me:a/b@mail.example.org:25/', 'smtp://me:a?b@mail.example.org/', 'smtp://h:x/'],
  ...['smtp://me:50%@mail.example.org/', 'smtp://me@mail.example.org/', 'smtp://:pw@h.example/'],
  ...['"smtp://me:pw@mail.example.org/"', ' smtp://me:pw@mail.example.org/ ', 'smtps://h/.'],
  ...['smtps://me:pw@smtp.qq.com:465/', 'smtp://me%40qq.com:abc@smtp.qq.com:587/'],
  ...['smtps://me%40gmail.com:abcdabcdabcd@smtp.gmail.com:465/'],
  ...['smtps://me:SG.x@smtp.sendgrid.net:465/', 'smtp://h.example:25/?secure=true&ssl=1'],
  ...[
    'smtp://me:p%41@x@mail.example.org/',
    'smtps://a:b@h.example:465/?tls.rejectUnauthorized=false',
  ],
  ...[
    'smtp://a:b@h.example/?authMethod=XOAUTH2',
    'smtp://a:b@[::1]:25/',
    'smtps://a:b@exa mple.org/',
  ],
];
const SENDERS = [
  ...['', 'x', 'Tailchat', 'a@x.org, b@x.org', '"Tail <a@x.org>', '\'"Tail" <a@x.org>\''],
  ...['Tail <a@x.org', '＜a@x.org＞', 'xxx@example.com', 'me@gmail.com # mine', 'a@b@c.org'],
];

const SETTINGS: RecordedCase[] = [
  { name: 'nothing', args: ['verify'] },
  { name: 'nothing-test', args: ['test'] },
  {
    name: 'no-recipient',
    args: ['test'],
    env: { SMTP_URI: 'smtp://h.example/', SMTP_SENDER: 'a@x.org' },
  },
  {
    name: 'bad-recipient',
    args: ['test', '--to', 'x y'],
    env: { SMTP_URI: 'smtp://h.example/', SMTP_SENDER: 'a@x.org' },
  },
  ...URIS.map((uri, index) => ({ name: `uri-${index}`, args: OFFLINE, env: { SMTP_URI: uri } })),
  ...URIS.map((uri, index) => ({
    ...{ name: `uri-in-file-${index}`, args: [...OFFLINE, '--env-file', 'docker-compose.env'] },
    files: { 'docker-compose.env': `A=1\nSMTP_URI=${uri}\n${SENDER}\n` },
  })),
  ...SENDERS.map((sender, index) => ({
    ...{ name: `sender-${index}`, args: OFFLINE },
    env: {
      SMTP_URI: 'smtps://me%40gmail.com:abcdefghijklmnop@smtp.gmail.com:465/',
      SMTP_SENDER: sender,
    },
  })),
  {
    name: 'on-command-line',
    args: [...OFFLINE, '--uri', 'smtp://a:b@h.example/', '--from', 'a@x.org'],
  },
  { name: 'from-stdin', args: [...OFFLINE, '--uri', '-'], stdin: 'smtp://a:b@h.example/\n' },
  { name: 'no-such-file', args: ['verify', '--env-file', 'missing.env'] },
  { name: 'folder', args: ['verify', '--env-file', '.'] },
  { name: 'strict-offline', args: [...OFFLINE, '--strict', '--uri', 'smtp://a:b@h.example/'] },
  {
    ...{ name: 'file-and-environment', args: OFFLINE },
    env: { SMTP_URI: 'smtp://a:b@h.example/' },
    files: { '.env': `SMTP_URI=smtp://c:d@other.example/\n${SENDER}\n` },
  },
  {
    ...{ name: 'odd-file', args: OFFLINE },
    files: {
      'docker-compose.env':
        "SMTP_URL=x\nSMTP_URI=smtp://a:b@localhost/\nSMTP_URI='smtp://me:a$b#c@localhost:587/?secure=true' # x\n" +
        'SMTP_FROM=x\nSMTP_SENDER="Tailchat" <a@x.org>\n',
      'docker-compose.yml':
        'services:\n  tailchat-service:\n    image: moonrailgun/tailchat\n    env_file: docker-compose.env\n',
    },
  },
  {
    ...{ name: 'compose-environment', args: OFFLINE },
    files: {
      'docker-compose.yml':
        'services:\n  tailchat-service:\n    image: moonrailgun/tailchat\n    environment:\n      SMTP_URI: smtp://a:b@localhost:25/\n      SMTP_SENDER: $S\n',
    },
  },
  {
    ...{ name: 'refused-file', args: [...OFFLINE, '--env-file', 'docker-compose.env'] },
    files: { 'docker-compose.env': 'SMTP_URI="smtp://a:b@h.example/\nx y\n' },
  },
  { name: 'misspelt', args: OFFLINE, files: { '.env': 'SMTP_URL=smtp://a:b@h.example/\n' } },
];

const USAGE: RecordedCase[] = [
  { name: 'help', args: ['--help'] },
  { name: 'group', args: [] },
  { name: 'help-verify', args: ['verify', '--help'] },
  { name: 'help-test', args: ['test', '--help'] },
  { name: 'help-explain', args: ['explain', '--help'] },
  { name: 'unknown-option', args: ['verify', '--jsn'] },
  { name: 'unknown-command', args: ['verfy'] },
  { name: 'twice', args: ['verify', '--uri', 'a', '--uri', 'b'] },
  { name: 'blank', args: ['verify', '--sender', ' '] },
  { name: 'no-number', args: ['verify', '--timeout', 'x'] },
  { name: 'out-of-range', args: ['verify', '--wait', '1e9'] },
  { name: 'together', args: ['verify', '--sandbox', '--uri', 'smtp://x/'] },
  { name: 'flag-value', args: ['verify', '--json=yes'] },
  { name: 'bad-report', args: ['verify', '--report', 'xml', 'f'] },
  { name: 'bad-html', args: ['test', '--sandbox', '--to', 'a@x.org', '--html', 'none.html'] },
  { name: 'explain-nothing', args: ['explain', 'all is well'] },
];

/** Every run that is recorded, besides those of the corpus. */
export const CASES: readonly RecordedCase[] = [...SERVERS, ...SETTINGS, ...USAGE];
