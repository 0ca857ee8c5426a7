import { describe, expect, it } from 'vitest';
import { certificates } from '../helpers/certificates.js';
import { expectNoSecret, plantPassword, runBin } from '../helpers/run-bin.js';
import type { Script } from '../helpers/scripted-server.js';
import { envOf, run, runJson, startScript, USER } from './support.js';

/** Where an option of SMTP_URI is what fails, it is named, and the first step takes it away. */
interface OptionCase {
  query: string;
  script: () => Script;
  cause: string;
  title: RegExp;
  first: RegExp;
  chinese: RegExp;
  host?: string;
}

const TLS = () => ({ tls: certificates.trusted });

const CASES: OptionCase[] = [
  {
    query: 'tls.servername=foo.example.org',
    script: TLS,
    host: 'localhost',
    cause: 'certificate-hostname',
    title: /not valid for foo\.example\.org, the name in tls\.servername/,
    first: /^Remove tls\.servername from SMTP_URI: the certificate is valid for localhost$/,
    chinese: /^从 SMTP_URI 中去掉 tls\.servername：证书上有 localhost 这个名称$/,
  },
  {
    query: 'tls.servername=foo.other.example',
    script: () => ({ tls: certificates.wrongName }),
    cause: 'certificate-hostname',
    title: /not valid for foo\.other\.example/,
    first: /as tls\.servername, if it is your mail server: mail\.other\.example$/,
    chinese: /把 tls\.servername 换成证书里的域名：mail\.other\.example$/,
  },
  {
    query: 'tls.minVersion=TLSv1.3',
    script: () => ({ tls: { ...certificates.trusted, maxVersion: 'TLSv1.2' } }),
    cause: 'tls-version',
    title: /and tls\.minVersion in SMTP_URI do not go together/,
    first: /^Remove tls\.minVersion from SMTP_URI$/,
    chinese: /^从 SMTP_URI 中去掉 tls\.minVersion$/,
  },
  {
    query: 'tls.ciphers=ECDHE-ECDSA-AES128-GCM-SHA256&tls.maxVersion=TLSv1.2',
    script: TLS,
    cause: 'tls-version',
    title: /tls\.(?:ciphers|maxVersion) and tls\.(?:ciphers|maxVersion) in SMTP_URI/,
    first: /^Remove tls\.\w+ and tls\.\w+ from SMTP_URI$/,
    chinese: /^从 SMTP_URI 中去掉 tls\.\w+、tls\.\w+$/,
  },
  {
    query: 'authMethod=foo',
    script: TLS,
    cause: 'auth-mechanism-unsupported',
    title: /Tailchat does not know the login method FOO, which SMTP_URI asks for/,
    first: /^Remove authMethod from SMTP_URI/,
    chinese: /^从 SMTP_URI 中去掉 authMethod/,
  },
  {
    query: 'authMethod=cram-md5',
    script: () => ({ ...TLS(), replies: { AUTH: '504 5.5.4 Unrecognized authentication type' } }),
    cause: 'auth-mechanism-unsupported',
    title: /does not offer the login method CRAM-MD5/,
    first: /^Remove authMethod from SMTP_URI/,
    chinese: /^从 SMTP_URI 中去掉 authMethod/,
  },
  {
    query: 'authMethod=CRAM-MD5',
    script: () => ({
      ...TLS(),
      replies: {
        EHLO: '250-mail.example.org\r\n250-STARTTLS\r\n250 AUTH PLAIN LOGIN CRAM-MD5',
        AUTH: '535 5.7.8 Authentication failed',
      },
    }),
    cause: 'auth-failed',
    title: /refuses the login with CRAM-MD5, which authMethod/,
    first: /^Remove authMethod from SMTP_URI: Tailchat then takes another method$/,
    chinese: /^从 SMTP_URI 中去掉 authMethod：Tailchat 会改用别的登录方式$/,
  },
  {
    query: 'tls.minVersion=TLS1.3',
    script: TLS,
    cause: 'uri-invalid',
    title: /gives the option tls\.minVersion a value that cannot work/,
    first: /^Remove tls\.minVersion from SMTP_URI/,
    chinese: /tls\.minVersion/,
  },
  {
    query: 'socketTimeout=700',
    script: () => ({ ...TLS(), replies: { AUTH: 'silence' } }),
    cause: 'timeout',
    title: /did not answer within 700 ms, the limit that socketTimeout/,
    first: /^Remove socketTimeout from SMTP_URI/,
    chinese: /^从 SMTP_URI 中去掉 socketTimeout/,
  },
];

describe.concurrent('an option of SMTP_URI that is what fails', () => {
  it.each(CASES)('is named first: $query', async (test) => {
    const { query, script, host, cause, title, first, chinese } = test;
    const server = await startScript(script());
    const password = plantPassword();
    const env = envOf(server, { query, password, ...(host ? { host } : {}) });
    const { report, ...result } = await runJson(['verify'], { env });
    expect(report.failure).toMatchObject({ cause, title: expect.stringMatching(title) });
    expect(report.failure?.nextSteps[0]).toMatch(first);
    expectNoSecret(result, password, USER);
    const translated = await runJson(['verify', '--lang', 'zh-CN'], { env });
    expect(translated.report.failure?.nextSteps[0]).toMatch(chinese);
  });

  // Node 18 takes TLS 1.2 and 1.3 by itself.
  it.each(['tls.minVersion=TLSv1.2', 'tls.minVersion=TLSv1.1&tls.maxVersion=TLSv1.3'])(
    'is none that limits nothing: %s',
    async (query) => {
      const old = {
        minVersion: 'TLSv1',
        maxVersion: 'TLSv1.1',
        ciphers: 'DEFAULT@SECLEVEL=0',
      } as const;
      const server = await startScript({ implicitTls: { ...certificates.trusted, ...old } });
      const { report } = await runJson(['verify'], {
        env: envOf(server, { query, scheme: 'smtps' }),
      });
      expect(report.failure?.step).toBe('tls');
      expect(JSON.stringify(report.failure)).not.toContain('tls.m');
    },
  );

  // Node fails on each before a word goes to the server.
  it.each([
    ['tls.ca=/etc/ssl/ca.pem', 'no authority at all', '不信任任何颁发机构'],
    ['tls.cert=/etc/ssl/me.pem', 'not its path', '不能写文件路径'],
    ['tls.session=x', 'takes an object', '程序里的对象'],
    ['tls.minVersion=TLS1.3', 'Node does not know this value', 'Node 不认识这个值'],
    ['logger=x', 'takes an object', '程序里的对象'],
  ])('?%s is no green tick, and nothing else is said of it', async (query, words, chinese) => {
    const password = plantPassword();
    const env = envOf({ port: 1 }, { query, password, scheme: 'smtps' });
    const english = await run(['verify'], { env });
    expect(english.code).toBe(78);
    expect(english.stdout).toContain(words);
    expect(english.stdout).not.toContain('would not notice');
    expect(english.stdout).toContain(`1. Remove ${query.split('=')[0]} from SMTP_URI`);
    expectNoSecret(english, password, USER);
    const translated = await runBin(['smtp', 'verify', '--lang', 'zh-CN'], { env });
    expect(translated.stdout).toContain(chinese);
    expect(translated.stdout).not.toContain('不会发现问题');
  });

  // nodemailer 6.7.8 reads no such option before STARTTLS.
  it.each(['tls.minVersion=TLS1.3', 'tls.crl=x'])(
    '?%s fails nothing where the server offers no STARTTLS, and is told',
    async (query) => {
      const server = await startScript({});
      const password = plantPassword();
      const env = envOf(server, { query, password });
      const { report, ...result } = await runJson(['verify'], { env });
      expect(report.failure).toBeNull();
      const name = query.split('=')[0];
      const told = report.warnings.filter(({ code }) => code === 'option-unchecked');
      expect(told.map(({ message }) => message)).toEqual([
        expect.stringContaining(`This check does not try the option ${name} in SMTP_URI`),
      ]);
      expectNoSecret(result, password, USER);
    },
  );
});
