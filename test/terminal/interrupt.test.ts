import { once } from 'node:events';
import net from 'node:net';
import { Worker } from 'node:worker_threads';
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import { certificates } from '../helpers/certificates.js';
import { startDnsServer } from '../helpers/dns-fixture.js';
import { DNS_PRELOAD, runBin } from '../helpers/run-bin.js';
import {
  type Script,
  type ScriptedReply,
  startScriptedServer,
} from '../helpers/scripted-server.js';
import { openTerminal, type Terminal } from '../helpers/terminal.js';

const LIMIT_MS = 2000;
const LOGIN = 'me:secret@';
const STACK = /^\s+at |Error:|node:internal/m;

/** A check that hangs at one step for good. */
interface Hanging {
  /** The settings, once something hangs there. */
  uri: () => Promise<string>;
  /** The name of the step, as people see it. */
  shown: string;
  /** What stands on stderr of `--verbose` when it hangs, where there is no terminal. */
  said: RegExp;
  args?: string[];
  env?: Record<string, string>;
}

/** A server that says nothing more from some command on. */
function silentAt(verb: string, more: Script = {}): () => Promise<string> {
  const replies: Record<string, ScriptedReply> = { [verb]: 'silence' };
  return scripted({ ...more, replies: { ...more.replies, ...replies } });
}

function scripted(script: Script): () => Promise<string> {
  return async () => {
    const server = await startScriptedServer(script);
    onTestFinished(() => server.close());
    return `smtp://${LOGIN}127.0.0.1:${server.port}/`;
  };
}

/** A server that says this, line after line, for each thing that comes, and then nothing more. */
function silentAfter(replies: string[], scheme = 'smtp'): () => Promise<string> {
  return async () => {
    const sockets: net.Socket[] = [];
    const server = net.createServer((socket) => {
      sockets.push(socket);
      const left = [...replies];
      const next = () => {
        const reply = left.shift();
        if (reply !== undefined) socket.write(`${reply}\r\n`);
      };
      socket.on('error', () => {}).on('data', next);
      next();
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    onTestFinished(() => {
      for (const socket of sockets) socket.destroy();
      server.close();
    });
    const { port } = server.address() as net.AddressInfo;
    return `${scheme}://${LOGIN}127.0.0.1:${port}/`;
  };
}

/** A name that its name server never answers about. */
async function nameWithoutAnswer(env: Record<string, string>): Promise<string> {
  const dns = await startDnsServer({ 'mail.example': 'silent' });
  onTestFinished(() => dns.close());
  env.TEST_DNS_SERVER = dns.address;
  return 'smtp://mail.example/';
}

/**
 * A port that takes no connection and refuses none: somebody listens and never accepts, and the
 * backlog is full. Linux then ignores who comes next, as a firewall does.
 */
async function blackHole(): Promise<string> {
  const listener = new Worker(
    `const { parentPort } = require('node:worker_threads');
     const server = require('node:net').createServer();
     server.listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => {
       parentPort.postMessage(server.address().port);
       Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
     });`,
    { eval: true },
  );
  onTestFinished(async () => {
    await listener.terminate();
  });
  const [port] = (await once(listener, 'message')) as [number];
  const waiting = Array.from({ length: 8 }, () => net.connect(port, '127.0.0.1'));
  for (const socket of waiting) socket.on('error', () => {});
  onTestFinished(() => {
    for (const socket of waiting) socket.destroy();
  });
  await Promise.any(waiting.map((socket) => once(socket, 'connect')));
  return `smtp://${LOGIN}127.0.0.1:${port}/`;
}

const dnsEnv: Record<string, string> = {};
const startTls = { tls: certificates.trusted };
const afterLogin = { replies: { AUTH: '235 2.7.0 Welcome' } };

const CASES: Record<string, Hanging> = {
  dns: {
    uri: () => nameWithoutAnswer(dnsEnv),
    env: dnsEnv,
    shown: 'dns',
    said: /✓ settings/,
  },
  connect: { uri: blackHole, shown: 'connect', said: /- dns/ },
  tls: { uri: silentAfter([], 'smtps'), shown: 'tls', said: /✓ connect/ },
  greeting: { uri: scripted({ greeting: null }), shown: 'greeting', said: /✓ connect/ },
  ehlo: { uri: silentAt('EHLO'), shown: 'ehlo', said: /> EHLO/ },
  starttls: { uri: silentAt('STARTTLS', startTls), shown: 'starttls', said: /> STARTTLS/ },
  'handshake after starttls': {
    uri: silentAfter(['220 a.example', '250-a.example\r\n250 STARTTLS', '220 2.0.0 Go ahead']),
    shown: 'starttls',
    said: /< 220 2\.0\.0/,
  },
  auth: { uri: silentAt('AUTH'), shown: 'login', said: /> AUTH/ },
  'mail-from': { uri: silentAt('MAIL', afterLogin), shown: 'sender', said: /> MAIL/ },
  'rcpt-to': { uri: silentAt('RCPT', afterLogin), shown: 'recipient', said: /> RCPT/ },
  data: { uri: silentAt('DATA', afterLogin), shown: 'message', said: /> DATA/ },
  'the end of data': { uri: silentAt('.', afterLogin), shown: 'message', said: /< 354/ },
  'a pause of --wait': {
    uri: scripted({ greeting: { reply: '421 4.3.2 Come back later', thenClose: true } }),
    args: ['--wait', '60'],
    // The first pause is short: in the second there is time to act.
    shown: '',
    said: /again within 2 s/,
  },
};

const isBlackHolePossible = process.platform === 'linux';
const cases = Object.entries(CASES).filter(([name]) => name !== 'connect' || isBlackHolePossible);

function commandOf({ args = [] }: Hanging): string[] {
  const message = ['--sender', 'me@a.example', '--to', 'you@b.example'];
  return ['smtp', 'test', '--no-input', ...message, ...args];
}

async function envOf({ uri, env = {} }: Hanging): Promise<Record<string, string>> {
  const url = await uri();
  return { ...env, SMTP_URI: url, NODE_EXTRA_CA_CERTS: certificates.authorityFile };
}

describe.each(cases)('at %s', (_, hanging) => {
  let terminal: Terminal | undefined;
  afterEach(() => terminal?.close());

  it('Ctrl-C ends it at once and leaves the terminal clean', async () => {
    terminal = await openTerminal(commandOf(hanging), {
      env: await envOf(hanging),
      preload: [DNS_PRELOAD],
      afterwards: 'stty -a',
      cols: 120,
    });
    const spinner = new RegExp(`^[⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏] ${hanging.shown}$`, 'm');
    await terminal.waitFor(hanging.shown === '' ? hanging.said : spinner);
    terminal.press('ctrl-c');
    expect(await terminal.exit(LIMIT_MS)).toBe(130);
    const screen = terminal.screen();
    expect(screen).toMatch(/^Interrupted\.$/m);
    expect(screen).not.toMatch(STACK);
    expect(screen).not.toMatch(/[⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏]/);
    expect(terminal.cursorIsVisible()).toBe(true);
    expect(screen).toMatch(/ icanon .* echo /);
  });

  it('SIGTERM ends it at once where there is no terminal', async () => {
    let killedAt = 0;
    const run = await runBin([...commandOf(hanging), '--verbose'], {
      env: await envOf(hanging),
      preload: [DNS_PRELOAD],
      killOn: {
        stderr: noting(hanging.said, () => (killedAt = performance.now())),
        signal: 'SIGTERM',
      },
    });
    expect(performance.now() - killedAt).toBeLessThan(LIMIT_MS);
    expect(run).toMatchObject({ code: 130, signal: null, stdout: '' });
    expect(run.stderr).toMatch(/^Interrupted\.$/m);
    expect(run.stderr).not.toMatch(STACK);
  });
});

/** The same expression, telling when it first matched. */
function noting(expression: RegExp, callback: () => void): RegExp {
  const noted = new RegExp(expression);
  noted.test = (text) => {
    const isMatch = expression.test(text);
    if (isMatch) callback();
    return isMatch;
  };
  return noted;
}
