// How the mails of Tailchat's server fail in the logs that record-server-logs.js records.

/**
 * @typedef {object} Case
 * @property {string} name of the file
 * @property {string} [scheme] of the URI, `smtp` by default
 * @property {string} [login] what stands before the `@`, with PASSWORD for the password
 * @property {string} [host] with the port; by default that of the server below
 * @property {string} [query]
 * @property {boolean} [isUnset] there is no SMTP_URI
 * @property {string | null} [greeting] null for silence
 * @property {Record<string, string | Buffer>} [replies] by verb, `.` being the end of the mail
 * @property {{ commonName: string, names: string[], isSigned?: boolean }} [certificate] TLS from the first byte
 * @property {string[]} [mails] recipients of the mails that are sent after the start
 * @property {number} [starts] how often the server was started; once by default
 * @property {string[]} [noise] lines of the server itself about other troubles
 */

const NEW_USER = 'new.user@example.com';

// 请使用授权码登录。详情请看, in the bytes that QQ sends.
const QQ_WORDS = 'c7ebcab9d3c3cadac8a8c2ebb5c7c2bca1a3cfeac7e9c7ebbfb4';
const GMAIL =
  '535-5.7.8 Username and Password not accepted. For more information, go to\r\n' +
  '535 5.7.8  https://support.google.com/mail/?p=BadCredentials 5b1f17b1804b1-4210@example.invalid - gsmtp';
const GMAIL_APP =
  '534-5.7.9 Application-specific password required. For more information, go to\r\n' +
  '534 5.7.9  https://support.google.com/mail/?p=InvalidSecondFactor ffacd0b85a97d-42bf - gsmtp';

const MONGO_REFUSED = [
  'MongooseServerSelectionError: connect ECONNREFUSED 172.18.0.3:27017',
  '    at Connection.openUri (/app/node_modules/mongoose/lib/connection.js:819:32)',
  '    at /app/node_modules/mongoose/lib/index.js:380:10',
  '    at processTicksAndRejections (node:internal/process/task_queues:95:5) {',
  '  reason: TopologyDescription {',
  "    type: 'Unknown',",
  "    servers: Map(1) { 'mongo:27017' => [ServerDescription] },",
  '    stale: false,',
  '    compatible: true',
  '  },',
  '  code: undefined',
  '}',
];
const REDIS_REFUSED = [
  '[ioredis] Unhandled error event: Error: connect ECONNREFUSED 172.18.0.4:6379',
  '    at TCPConnectWrap.afterConnect [as oncomplete] (node:net:1555:16)',
];

/** @type {Case[]} */
export const CASES = [
  { name: 'all-is-well', mails: [NEW_USER], noise: MONGO_REFUSED },
  { name: 'gmail-bad-credentials', replies: { AUTH: GMAIL }, mails: [NEW_USER] },
  { name: 'gmail-app-password', replies: { AUTH: GMAIL_APP }, starts: 2, mails: [NEW_USER] },
  {
    name: 'qq-authorization-code',
    replies: {
      AUTH: Buffer.concat([
        Buffer.from('535 Error: '),
        Buffer.from(QQ_WORDS, 'hex'),
        Buffer.from(': http://service.mail.qq.com/cgi-bin/help?subtype=1&&id=28&&no=1001256'),
      ]),
    },
    query: 'pool=true',
    mails: [NEW_USER, 'other.user@example.com'],
  },
  { name: 'wrong-version-number', scheme: 'smtps', starts: 2, mails: [NEW_USER] },
  { name: 'greeting-never-received', greeting: null, query: 'greetingTimeout=200', starts: 2 },
  {
    name: 'connection-refused',
    host: '127.0.0.1:587',
    mails: [NEW_USER],
    noise: [...MONGO_REFUSED, ...REDIS_REFUSED],
  },
  { name: 'host-not-found', host: 'smtp.example.invalid:465', scheme: 'smtps', mails: [NEW_USER] },
  {
    name: 'self-signed-certificate',
    scheme: 'smtps',
    certificate: { commonName: 'localhost', names: ['localhost', '127.0.0.1'] },
    mails: [NEW_USER],
  },
  {
    name: 'certificate-of-another-name',
    scheme: 'smtps',
    certificate: {
      commonName: 'mail.other.example',
      names: ['mail.other.example'],
      isSigned: true,
    },
    mails: [NEW_USER],
    noise: REDIS_REFUSED,
  },
  {
    name: 'missing-credentials',
    login: 'me%40example.com',
    query: 'x=PASSWORD',
    mails: [NEW_USER],
  },
  {
    name: 'all-recipients-rejected',
    replies: { RCPT: '550 5.1.1 <nobody@example.com>: Recipient address rejected: User unknown' },
    mails: ['nobody@example.com, nobody.else@example.com', 'nobody@example.com'],
  },
  {
    name: 'sender-refused',
    replies: { MAIL: '553 Mail from must equal authorized user' },
    query: 'pool=true',
    mails: [NEW_USER, NEW_USER],
  },
  {
    name: 'message-refused',
    replies: { '.': '554 5.7.1 Message rejected as spam by content filter' },
    mails: [NEW_USER, NEW_USER],
  },
  {
    name: 'greeting-421',
    greeting: '421 4.3.2 Service not available, too many concurrent connections',
    starts: 2,
    mails: [NEW_USER],
  },
  {
    name: 'only-xoauth2',
    replies: { EHLO: '250-mail.example.com\r\n250 AUTH XOAUTH2' },
    starts: 2,
  },
  { name: 'uri-malformed', login: 'me%40example.com:100%PASSWORD', mails: [NEW_USER] },
  { name: 'uri-not-set', isUnset: true, starts: 2, noise: REDIS_REFUSED },
];

/** What the other services say meanwhile, a line at a time. */
export const OTHERS = [
  'redis-1         | 1:M 01 Jun 2024 03:12:44.871 * Ready to accept connections tcp',
  'mongo-1         | {"t":{"$date":"2024-06-01T03:12:45.550+00:00"},"s":"I",  "c":"NETWORK",  "id":22943,   "ctx":"listener","msg":"Connection accepted","attr":{"remote":"172.18.0.5:55025","connectionId":535,"connectionCount":5}}',
  'service-user-1  | [2024-06-01T03:12:45.556Z] WARN  node-2-25/TRANSIT: Error: connect ECONNREFUSED 172.18.0.3:27017',
  'mongo-1         | {"t":{"$date":"2024-06-01T03:12:46.421+00:00"},"s":"I",  "c":"ACCESS",   "id":5286306, "ctx":"conn421","msg":"Successfully authenticated","attr":{"mechanism":"SCRAM-SHA-256","user":"root","db":"admin"}}',
  'redis-1         | 1:M 01 Jun 2024 03:13:01.550 * 100 changes in 300 seconds. Saving...',
  'service-user-1  | [2024-06-01T03:13:02.502Z] INFO  node-2-25/GATEWAY: <= 502 GET /api/user/resolveToken [+550.421 ms]',
];
