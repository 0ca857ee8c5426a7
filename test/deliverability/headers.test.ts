import { generateKeyPairSync } from 'node:crypto';
import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ReceivedFacts } from '../../src/report/received-letter.js';
import { closedPort } from '../e2e/support.js';
import { runBin } from '../helpers/run-bin.js';
import { expectValidExplanation } from '../helpers/schema.js';
import { startBind } from './bind.js';
import { startWithDns } from './judges.js';
import { type Filter, type Mail, throughMilter } from './milters.js';
import { openFolder } from './programs.js';
import { startRspamd } from './rspamd.js';

/** The programs ask at this port and no other. */
const DNS = { address: '127.0.0.1', port: 53 };
const SENDER = '192.0.2.25';
const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const KEY = publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
const ZONE = [
  'example.com. MX 10 mail.example.com.',
  `example.com. TXT "v=spf1 ip4:${SENDER} -all"`,
  `mail.example.com. A ${SENDER}`,
  `sel._domainkey.example.com. TXT ${(`v=DKIM1; k=rsa; p=${KEY}`.match(/.{1,255}/g) ?? []).map((one) => `"${one}"`).join(' ')}`,
  '_dmarc.example.com. TXT "v=DMARC1; p=quarantine"',
];

const PLAIN: Mail = {
  fields: [
    ['From', 'Tailchat <me@example.com>'],
    ['To', 'you@example.org'],
    ['Subject', 'Hello'],
    ['Date', 'Fri, 27 Nov 2026 15:00:00 +0000'],
    ['Message-ID', '<1@example.com>'],
  ],
  body: 'Hi there.\r\n',
};

let folder: string;
beforeAll(async () => {
  folder = await openFolder();
  await startBind(ZONE, DNS);
});

/** What explain tells of a mail that arrived. */
async function explained({ fields, body }: Mail): Promise<ReceivedFacts | null | undefined> {
  const stdin = `${fields.map(([name, value]) => `${name}: ${value}`).join('\r\n')}\r\n\r\n${body}`;
  const { stdout } = await runBin(['smtp', 'explain', '--json'], { stdin });
  const { letters } = expectValidExplanation(JSON.parse(stdout));
  expect(letters?.map(({ kind }) => kind)).toEqual(['received']);
  return letters?.[0]?.received;
}

async function opendkim(mode: 's' | 'v'): Promise<Filter> {
  const { port } = await closedPort();
  const key = join(folder, 'key.pem');
  await writeFile(key, privateKey.export({ format: 'pem', type: 'pkcs8' }));
  await chmod(key, 0o600);
  const conf = join(folder, `opendkim-${mode}.conf`);
  const lines = [
    `Socket inet:${port}@127.0.0.1`,
    `Mode ${mode}`,
    'Syslog no',
    'Canonicalization relaxed/relaxed',
    'AuthservID mx.example.org',
    'AlwaysAddARHeader yes',
    // The folder lies below one that everybody may write into.
    'RequireSafeKeys no',
    `Nameservers ${DNS.address}`,
    ...(mode === 's'
      ? ['Domain example.com', 'Selector sel', `KeyFile ${key}`, `InternalHosts ${SENDER}`]
      : []),
  ];
  await writeFile(conf, `${lines.join('\n')}\n`);
  await startWithDns(DNS.address, 'opendkim', ['-f', '-x', conf], port);
  return { port, wants: 'body' };
}

async function opendmarc(): Promise<Filter> {
  const { port } = await closedPort();
  const conf = join(folder, 'opendmarc.conf');
  const lines = [
    `Socket inet:${port}@127.0.0.1`,
    'AuthservID mx.example.org',
    'TrustedAuthservIDs mx.example.org',
    'SPFSelfValidate true',
    'SPFIgnoreResults true',
    'Syslog false',
  ];
  await writeFile(conf, `${lines.join('\n')}\n`);
  await startWithDns(DNS.address, 'opendmarc', ['-f', '-c', conf], port);
  return { port, wants: 'name' };
}

describe('what OpenDKIM and OpenDMARC write into a mail', () => {
  let signer: Filter = { port: 0 };
  let verifier: Filter = { port: 0 };
  let judge: Filter = { port: 0 };
  beforeAll(async () => {
    [signer, verifier, judge] = [await opendkim('s'), await opendkim('v'), await opendmarc()];
  });

  it('is read of a mail that is signed and comes from where it may', async () => {
    const signed = await throughMilter(signer, PLAIN);
    const checked = await throughMilter(judge, await throughMilter(verifier, signed));
    const received = await explained(checked);
    expect(received).toMatchObject({
      from: 'example.com',
      alignment: { spf: 'pass', dkim: 'pass' },
    });
    const results = received?.authentication.map(({ method, result, by }) => [method, result, by]);
    expect(results).toEqual(
      expect.arrayContaining([
        ['dkim', 'pass', 'mx.example.org'],
        ['dmarc', 'pass', 'mx.example.org'],
      ]),
    );
  });

  it('is read of one that is not signed and comes from elsewhere', async () => {
    const checked = await throughMilter(
      judge,
      await throughMilter(verifier, PLAIN, '198.51.100.9'),
      '198.51.100.9',
    );
    const received = await explained(checked);
    expect(received?.alignment).toMatchObject({ spf: 'fail' });
    const results = received?.authentication.map(({ method, result }) => [method, result]);
    expect(results).toEqual(expect.arrayContaining([['dmarc', 'fail']]));
  });
});

describe('what rspamd writes into a mail', () => {
  let port = 0;
  beforeAll(async () => {
    port = await startRspamd(DNS.address, 'milter');
  });

  it('is read', async () => {
    const received = await explained(await throughMilter({ port }, PLAIN));
    expect(received?.filters).toMatchObject([{ filter: 'rspamd', isSpam: false, limit: 15 }]);
    expect(received?.alignment.spf).toBe('pass');
  });
});
