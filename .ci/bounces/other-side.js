// The server that the mail servers of .ci/bounces.sh deliver to: it answers by the part before the @.
// Usage: other-side.js PORT MAILBOX; what is for `tailchat` goes into the mailbox
import { appendFileSync } from 'node:fs';
import { createServer } from 'node:net';

/** @type {Record<string, string>} */
const AT_RECIPIENT = {
  unknown: '550 5.1.1 <unknown@other.test>: Recipient address rejected: User unknown',
  full: '552 5.2.2 The mailbox is over quota',
  relay: '554 5.7.1 <relay@other.test>: Relay access denied',
  busy: '451 4.3.0 Try again later, the disk is being replaced',
};

/** @type {Record<string, string>} */
const AT_DATA = {
  large: '552 5.3.4 Message size exceeds fixed limit',
  loop: '554 5.4.6 Too many hops',
  spam: '550 Mail content denied',
};

const [port, mailbox = ''] = process.argv.slice(2);

const server = createServer((socket) => {
  let recipient = '';
  let isData = false;
  /** @type {string[]} */
  let message = [];
  let rest = '';
  const say = (/** @type {string} */ line) => socket.write(`${line}\r\n`);
  socket.on('error', () => socket.destroy());
  say('220 other.test ESMTP');
  socket.setEncoding('latin1').on('data', (chunk) => {
    const lines = (rest + chunk).split('\r\n');
    rest = lines.pop() ?? '';
    for (const line of lines) answer(line);
  });

  /** @param {string} line */
  function answer(line) {
    if (isData) {
      if (line !== '.') {
        message.push(line.replace(/^\./, ''));
        return;
      }
      isData = false;
      if (recipient === 'tailchat') keep(message);
      message = [];
      say(AT_DATA[recipient] ?? '250 2.0.0 Ok');
      return;
    }
    const verb = line.slice(0, 4).toUpperCase();
    if (verb === 'RCPT') {
      recipient = /<([^@>]*)/.exec(line)?.[1] ?? '';
      say(AT_RECIPIENT[recipient] ?? '250 2.1.5 Ok');
    } else if (verb === 'DATA') {
      isData = true;
      say('354 Go on');
    } else if (verb === 'QUIT') socket.end('221 2.0.0 Bye\r\n');
    else say('250 2.0.0 Ok');
  }
});
server.listen(Number(port), '127.0.0.1');

/** @param {readonly string[]} message */
function keep(message) {
  const lines = message.map((line) => line.replace(/^From /, '>From '));
  appendFileSync(mailbox, `From MAILER-DAEMON Thu Jan  1 00:00:00 1970\n${lines.join('\n')}\n\n`);
}
