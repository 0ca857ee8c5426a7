import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { closedPort } from '../e2e/support.js';
import { filter, openFolder, startProgram } from './programs.js';
import { startRspamd } from './rspamd.js';

/** A mail as a receiver sees it: the domain of From, and that of the envelope sender, for which SPF passes. */
export interface Mail {
  from: string;
  envelope: string;
}

/** Says of each mail what DMARC comes to: `none`, `pass`, `fail reject`, … */
export type Judge = (mails: readonly Mail[]) => Promise<string[]>;

/** So many questions at once: some answers are waited for. */
const AT_ONCE = 8;

/** Asks about each, a few at a time. */
export async function inGroups<T, R>(
  items: readonly T[],
  ask: (item: T) => Promise<R>,
): Promise<R[]> {
  const answers: R[] = [];
  for (let at = 0; at < items.length; at += AT_ONCE) {
    answers.push(...(await Promise.all(items.slice(at, at + AT_ONCE).map(ask))));
  }
  return answers;
}

/** A client whose address no record lists as its own but those that say so. */
export const CLIENT = '192.0.2.25';
const WE = 'mx.example.org';

/**
 * Starts a program that asks one name server at port 53 and no other, whatever the machine's own are.
 *
 * @param nameServer an address of loopback
 */
export async function startWithDns(
  nameServer: string,
  command: string,
  args: readonly string[],
  door: number,
): Promise<void> {
  await startProgram('unshare', await withDns(nameServer, command, args), door);
}

/** The arguments with which `unshare` runs a program that asks this name server alone. */
export async function withDns(
  nameServer: string | readonly string[],
  command: string,
  args: readonly string[],
): Promise<string[]> {
  const folder = await openFolder();
  const file = join(folder, 'resolv.conf');
  const lines = [nameServer].flat().map((address) => `nameserver ${address}`);
  await writeFile(file, `${lines.join('\n')}\noptions timeout:1 attempts:1\n`);
  const bind = `mount --bind '${file}' /etc/resolv.conf && exec "$@"`;
  return ['--mount', 'sh', '-c', bind, 'sh', command, ...args];
}

/** Debian's OpenDMARC, which asks DNS itself, for SPF too. */
export async function openDmarcJudge(nameServer: string): Promise<Judge> {
  const { port } = await closedPort();
  const folder = await openFolder();
  const conf = join(folder, 'opendmarc.conf');
  const lines = [
    ...[`Socket inet:${port}@127.0.0.1`, `AuthservID ${WE}`, `TrustedAuthservIDs ${WE}`],
    ...['SPFSelfValidate true', 'SPFIgnoreResults true', 'Syslog false'],
    'PublicSuffixList /usr/share/publicsuffix/public_suffix_list.dat',
  ];
  await writeFile(conf, `${lines.join('\n')}\n`);
  await startWithDns(nameServer, 'opendmarc', ['-f', '-c', conf], port);
  return async (mails) => {
    const script = join(folder, 'mails.lua');
    await writeFile(script, mails.map((mail) => milterLines(mail, port).join('\n')).join('\n'));
    const said = await filter('miltertest', ['-s', script], '');
    return said.split('@@').slice(1).map(ofOpenDmarc);
  };
}

function milterLines({ from, envelope }: Mail, port: number): string[] {
  return [
    `c = mt.connect("inet:${port}@127.0.0.1")`,
    `mt.conninfo(c, "mail.example.net", "${CLIENT}")`,
    'mt.macro(c, SMFIC_MAIL, "i", "A1B2C3")',
    'mt.helo(c, "mail.example.net")',
    `mt.mailfrom(c, "<me@${envelope}>")`,
    'mt.rcptto(c, "<you@example.org>")',
    `mt.header(c, "From", ${JSON.stringify(`me@${from}`)})`,
    'mt.header(c, "Message-ID", "<1@example.com>")',
    'mt.eoh(c)',
    'mt.eom(c)',
    'mt.echo("@@" .. (mt.getheader(c, "Authentication-Results", 0) or "nothing"))',
    'mt.disconnect(c)',
  ];
}

/** `dmarc=fail (p=reject dis=none) header.from=…`: a policy is named where there is none, too. */
function ofOpenDmarc(said: string): string {
  const [, result, policy] = /dmarc=(\w+)(?: \(p=(\w+))?/.exec(said) ?? [];
  if (result === undefined) return 'nothing';
  return result === 'fail' ? `fail ${policy}` : result;
}

/** Debian's rspamd, which asks DNS itself, for SPF too. */
export async function rspamdJudge(nameServer: string): Promise<Judge> {
  const port = await startRspamd(nameServer);
  return (mails) => inGroups(mails, async (mail) => ofRspamd(await scan(mail, port)));
}

/** What rspamd finds in a mail, by the name of the symbol. */
export async function scan(
  { from, envelope }: Mail,
  port: number,
): Promise<Record<string, { options?: string[] }>> {
  const text = [
    ...[`From: me@${from}`, 'To: you@example.org', 'Subject: Hello', 'Message-ID: <1@example.com>'],
    ...['Date: Fri, 27 Nov 2026 15:00:00 +0000', '', 'Hi there.', ''],
  ].join('\r\n');
  const headers = { IP: CLIENT, From: `me@${envelope}`, Rcpt: 'you@example.org', Helo: envelope };
  const { symbols } = await new Promise<{ symbols: Record<string, { options?: string[] }> }>(
    (resolve, reject) => {
      const asking = request(
        { host: '127.0.0.1', port, path: '/checkv2', method: 'POST', headers },
        (answer) => {
          let said = '';
          answer.setEncoding('utf8').on('data', (part) => {
            said += part;
          });
          answer.on('end', () => resolve(JSON.parse(said)));
        },
      );
      asking.on('error', reject);
      asking.end(text);
    },
  );
  return symbols;
}

const RSPAMD: Readonly<Record<string, string>> = {
  DMARC_POLICY_ALLOW: 'pass',
  DMARC_POLICY_ALLOW_WITH_FAILURES: 'pass',
  DMARC_POLICY_REJECT: 'fail reject',
  DMARC_POLICY_QUARANTINE: 'fail quarantine',
  DMARC_POLICY_SOFTFAIL: 'fail none',
  DMARC_NA: 'none',
  DMARC_BAD_POLICY: 'permerror',
  DMARC_DNSFAIL: 'temperror',
};

function ofRspamd(symbols: Record<string, unknown>): string {
  const [name] = Object.keys(RSPAMD).filter((symbol) => symbol in symbols);
  return name === undefined ? 'nothing' : (RSPAMD[name] ?? '');
}

/** Where mailauth lies, and a Node that runs it, as `.ci/deliverability.sh` knows. */
const { MAILAUTH_FOLDER = '', MAILAUTH_NODE = '' } = process.env;

/** Runs a script beside mailauth: with its input on stdin and its answer on stdout, both JSON. */
export function askMailauth<T>(script: string, input: unknown): Promise<T> {
  return new Promise((resolve, reject) => {
    const args = ['--input-type=commonjs', '--eval', script];
    const options = { cwd: MAILAUTH_FOLDER, maxBuffer: 16 << 20 };
    const child = execFile(MAILAUTH_NODE, args, options, (error, stdout) => {
      if (error) reject(error);
      else resolve(JSON.parse(stdout) as T);
    });
    child.stdin?.end(JSON.stringify(input));
  });
}

const MAILAUTH_DMARC = `
const { dmarc } = require('mailauth/lib/dmarc');
const { Resolver } = require('node:dns').promises;
(async () => {
  const { server, mails } = JSON.parse(require('node:fs').readFileSync(0, 'utf8'));
  const resolver = new Resolver({ timeout: 1500, tries: 2 });
  resolver.setServers([server]);
  const resolve = (name, type) => resolver.resolve(name, type);
  const said = await Promise.all(mails.map(({ from, envelope }) =>
    dmarc({ headerFrom: [from], spfDomains: [envelope], dkimDomains: [], resolver: resolve, strict: true })));
  console.log(JSON.stringify(said.map((one) => one
    ? one.status.result + (one.status.result === 'fail' ? ' ' + one.policy : '') : 'nothing')));
})();
`;

/** mailauth 7, in its strict mode. */
export function mailauthJudge(server: string): Judge {
  return (mails) => askMailauth(MAILAUTH_DMARC, { server, mails });
}
