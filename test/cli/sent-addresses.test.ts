import { afterEach, describe, expect, it } from 'vitest';
import { sendTest, verify } from '../../src/index.js';
import { startScriptedServer } from '../helpers/scripted-server.js';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()));
});

const DOTS = /<[^">]*\.\.[^">]*@/;

async function start(extensions = '') {
  const check = (line: string) => (DOTS.test(line) ? '501 5.1.7 Bad address syntax' : '250 ok');
  const EHLO = `250-scripted.example${extensions}\r\n250 SIZE 1000000`;
  const server = await startScriptedServer({ replies: { EHLO, MAIL: check, RCPT: check } });
  closers.push(() => server.close());
  return { server, uri: `smtp://127.0.0.1:${server.port}/` };
}

/** Addresses, and the way in which nodemailer 6.7.8 names them to the server. */
const SENT: [given: string, sent: string, extensions?: string][] = [
  ['.me@x.org', '.me@x.org'],
  ['me.@x.org', 'me.@x.org'],
  ['me@X.ORG', 'me@x.org'],
  ['ME@x.org', 'ME@x.org'],
  ['me@bücher.example', 'me@xn--bcher-kva.example'],
  ['我@bücher.example', '我@xn--bcher-kva.example SMTPUTF8', '\r\n250-SMTPUTF8'],
  ['我@bücher.example', '我@xn--bcher-kva.example'],
  ['me@[127.0.0.1]', 'me@[127.0.0.1]'],
  ["o'brien+x/y=z@x.org", "o'brien+x/y=z@x.org"],
];

const commandsOf = (commands: string[], verb: string) =>
  commands.filter((line) => line.startsWith(verb)).map((line) => line.replace(/[<>]/g, ''));

describe('an address goes to the server as Tailchat sends it', () => {
  it.each(SENT)('%s as %s', async (given, sent, extensions) => {
    const { server, uri } = await start(extensions);
    await sendTest({ uri, sender: given, to: given, timeout: 5 });
    await verify({ uri, sender: given, timeout: 5 });
    expect(commandsOf(server.commands, 'MAIL')).toEqual([`MAIL FROM:${sent}`, `MAIL FROM:${sent}`]);
    expect(commandsOf(server.commands, 'RCPT')).toEqual([`RCPT TO:${sent.split(' ')[0]}`]);
  });

  it('is refused by `test` where Tailchat would be refused', async () => {
    const { uri } = await start();
    const sender = 'me..x@x.org';
    const refused = await sendTest({ uri, sender, to: 'you@x.org', timeout: 5 });
    expect(refused.failure).toMatchObject({ step: 'mail-from', cause: 'sender-syntax' });
    expect((await verify({ uri, sender, timeout: 5 })).failure?.cause).toBe('sender-syntax');
    const other = await sendTest({ uri, sender: 'me@x.org', to: 'you..z@y.org', timeout: 5 });
    expect(other.failure).toMatchObject({ step: 'rcpt-to', cause: 'recipient-syntax' });
    expect(other.failure?.explanation).toContain('two dots in a row');
  });
});
