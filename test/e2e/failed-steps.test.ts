import { describe, expect, it } from 'vitest';
import { certificates } from '../helpers/certificates.js';
import { expectNoSecret, plantPassword } from '../helpers/run-bin.js';
import type { Script } from '../helpers/scripted-server.js';
import {
  closedPort,
  envOf,
  folderWith,
  run,
  startRaw,
  startScript,
  startSmtp,
  type UriOptions,
  USER,
} from './support.js';

interface Case {
  name: string;
  start: () => Promise<{ port: number }>;
  uri?: UriOptions;
  args?: string[];
  /** The line of the failed step, in English and in Chinese. */
  line: RegExp;
  chinese: RegExp;
}

const scripted = (script: Script) => () => startScript(script);

const CASES: Case[] = [
  {
    name: 'a closed port',
    start: closedPort,
    line: /^✗ connect +127\.0\.0\.1 port \d+: refused \(/m,
    chinese: /^✗ 连接 +127\.0\.0\.1 端口 \d+：连接被拒绝（/m,
  },
  {
    name: 'a handshake without an answer',
    start: () => startRaw((socket) => socket.resume()),
    uri: { scheme: 'smtps' },
    args: ['--timeout', '1'],
    line: /^✗ tls +the server says nothing \(/m,
    chinese: /^✗ TLS +服务器没有任何应答（/m,
  },
  {
    name: 'a certificate of nobody known',
    start: () => startSmtp({ security: 'tls', certificate: certificates.selfSigned }),
    uri: { scheme: 'smtps' },
    line: /^✗ tls +TLSv1\.\d .*; certificate for .*: not trusted \(/m,
    chinese: /^✗ TLS +TLSv1\.\d .*；证书名称 .*：不受信任（/m,
  },
  {
    name: 'plain text where TLS is expected',
    start: scripted({}),
    uri: { scheme: 'smtps' },
    line: /^✗ tls +does not use TLS from the start \(/m,
    chinese: /^✗ TLS +没有在连接后立即启用 TLS（/m,
  },
  {
    name: 'no greeting',
    start: scripted({ greeting: null }),
    args: ['--timeout', '1'],
    line: /^✗ greeting +the server says nothing \(/m,
    chinese: /^✗ 问候 +服务器没有任何应答（/m,
  },
  {
    name: 'a hang-up in place of a greeting',
    start: () => startRaw((socket) => socket.end()),
    line: /^✗ greeting +the server hung up \(/m,
    chinese: /^✗ 问候 +服务器断开了连接（/m,
  },
  {
    name: 'TLS where plain text is expected',
    start: () => startSmtp({ security: 'tls' }),
    line: /^✗ greeting +the port begins with TLS \(/m,
    chinese: /^✗ 问候 +该端口一开始就用 TLS（/m,
  },
  {
    name: 'a login without an answer',
    start: scripted({
      replies: { EHLO: '250-x.example\r\n250 AUTH PLAIN', AUTH: 'silence' },
    }),
    args: ['--timeout', '1'],
    line: /^✗ login +no further answer \(/m,
    chinese: /^✗ 登录 +之后再无应答（/m,
  },
  {
    name: 'a hang-up at the login',
    start: scripted({ replies: { EHLO: '250-x.example\r\n250 AUTH PLAIN', AUTH: 'close' } }),
    line: /^✗ login +with PLAIN: the server hung up \(/m,
    chinese: /^✗ 登录 +使用 PLAIN 方式：服务器断开了连接（/m,
  },
];

describe.concurrent('the line of a failed step says what happened', () => {
  it.each(CASES)('$name', async ({ start, uri, args = [], line, chinese }) => {
    const server = await start();
    const password = plantPassword();
    const env = envOf(server, { password, ...uri });
    const cwd = await folderWith();
    const english = await run(['verify', ...args], { env, cwd });
    expect(english.stderr).toMatch(line);
    const translated = await run(['verify', '--lang', 'zh-CN', ...args], {
      ...{ env, cwd },
    });
    expect(translated.stderr).toMatch(chinese);
    for (const result of [english, translated]) {
      expect(result.stderr).not.toMatch(/^✗ \S+ +[(（]/m);
      expectNoSecret(result, password, USER);
    }
  });
});
