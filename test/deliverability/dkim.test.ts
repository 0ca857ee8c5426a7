import { generateKeyPairSync } from 'node:crypto';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { verifySignatures } from '../../src/mail/dkim/verify-signatures.js';

/** Where mailauth is installed, as `.ci/deliverability.sh` knows. */
const load = createRequire(`${process.env.MAILAUTH_FOLDER ?? ''}/`);
const { dkimSign } = load('mailauth/lib/dkim/sign') as {
  dkimSign: (mail: Buffer, options: unknown) => Promise<{ signatures: string; errors: unknown[] }>;
};
const { dkimVerify } = load('mailauth/lib/dkim/verify') as {
  dkimVerify: (
    mail: Buffer,
    options: unknown,
  ) => Promise<{ results: { status: { result: string; comment?: string } }[] }>;
};

const NOW = new Date('2026-11-27T12:00:00Z');
const KEYS = {
  rsa: generateKeyPairSync('rsa', { modulusLength: 2048 }),
  ed: generateKeyPairSync('ed25519'),
};
const pem = (name: keyof typeof KEYS) =>
  KEYS[name].privateKey.export({ format: 'pem', type: 'pkcs8' }) as string;
const der = (name: keyof typeof KEYS) =>
  KEYS[name].publicKey.export({ format: 'der', type: 'spki' });
const RECORDS: Record<string, string[]> = {
  rsa: [`v=DKIM1; k=rsa; p=${der('rsa').toString('base64')}`],
  ed: [`v=DKIM1; k=ed25519; p=${der('ed').subarray(-32).toString('base64')}`],
  revoked: ['v=DKIM1; p='],
  testing: [`v=DKIM1; t=y; p=${der('rsa').toString('base64')}`],
  strict: [`v=DKIM1; t=s; p=${der('rsa').toString('base64')}`],
  sha1: [`v=DKIM1; h=sha1; p=${der('rsa').toString('base64')}`],
  services: [`v=DKIM1; s=email:other; p=${der('rsa').toString('base64')}`],
};

/** The same numbers in each run: what fails can be looked at again. */
function dice(seed: number) {
  let state = seed;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  return { next, pick };
}
type Dice = ReturnType<typeof dice>;

const WORDS = ['Hi', ' ', '  ', '\t', ' \t ', '.', 'ü'.repeat(3), '=20', 'x'.repeat(80), '--'];
const LINES = ['\r\n', '\r\n', ' \r\n', '\t\r\n', '\r\n\r\n', ' '];

function body({ next, pick }: Dice): string {
  const length = pick([0, 0, 1, 2, 5, 30]);
  const text = Array.from({ length }, () => pick(WORDS) + (next() < 0.5 ? pick(LINES) : ''));
  return text.join('') + pick(['', '\r\n', '\r\n\r\n\r\n', ' \r\n \r\n']);
}

function header({ pick, next }: Dice): string {
  const space = () => pick(['', ' ', '  ', '\t', '\r\n ', '\r\n\t', ' \r\n  ']);
  const subject = Array.from(
    { length: pick([1, 3, 6]) },
    () => `${pick(['a', 'B:', 'c;'])}${pick([' ', '  ', '\r\n ', '\t'])}`,
  );
  const fields = [
    `From:${space()}"Me"${space()}<me@example.com>`,
    `${pick(['Subject', 'SUBJECT', 'subject'])}:${space()}${subject.join('').trimEnd()}${pick(['', ' ', '\t'])}`,
    `To:${space()}you@example.org`,
    `Date: Fri, 27 Nov 2026 11:59:00 +0000`,
    ...(next() < 0.3 ? ['Subject: twice'] : []),
    ...(next() < 0.3 ? ['X-Empty:', 'Received: from a by b; c'] : []),
    'Content-Type: text/plain; charset=utf-8',
  ];
  return `${fields.join('\r\n')}\r\n\r\n`;
}

const CHANGES: ((mail: string, dice: Dice) => string)[] = [
  (mail) => mail,
  (mail) => mail,
  (mail) => `${mail}footer\r\n`,
  (mail) => `${mail}\r\n\r\n`,
  (mail) => mail.replace(/(\r\n\r\n[\s\S]*)Hi/, '$1Ho'),
  (mail) => mail.replace(/(\r\n\r\n[\s\S]*) {2}/, '$1 '),
  (mail) => mail.replace('Subject: twice', 'Subject:  twice '),
  (mail) => mail.replace('you@', 'You@'),
  (mail) => `Subject: on top\r\n${mail}`,
  (mail) => `Received: on top\r\n${mail}`,
  (mail) => mail.replace(/bh=\s*(\w)/, (_, char) => `bh=${char === 'A' ? 'B' : 'A'}`),
  (mail) => mail.replace('v=1', 'v=2'),
  (mail) => mail.replace(/\bt=\d+;/, (tag) => `${tag} ${tag}`),
  (mail, { pick }) =>
    mail.replace(
      /h=[^;]+;/,
      (tag) =>
        `${tag} ${pick(['zz=1', 'q=dns/txt', 'q=x', 'i=@a.example.com', 'i=@example.net'])};`,
    ),
];

/** A mail of mailauth's own signer, and then changed. */
async function mail(seed: number): Promise<{ bytes: Buffer; told: string }> {
  const own = dice(seed);
  const { pick } = own;
  const text = `${header(own)}${body(own)}`;
  const key = pick(['rsa', 'rsa', 'ed'] as const);
  const selector =
    key === 'ed'
      ? 'ed'
      : pick(
          Object.keys(RECORDS)
            .filter((name) => name !== 'ed')
            .concat(...Array(8).fill('rsa'), 'none'),
        );
  const canonicalization = pick([
    'simple/simple',
    'simple/relaxed',
    'relaxed/simple',
    'relaxed/relaxed',
  ]);
  const maxBodyLength = pick([undefined, undefined, undefined, 1, 10, 500]);
  const { signatures, errors } = await dkimSign(Buffer.from(text, 'latin1'), {
    ...{ canonicalization, algorithm: key === 'ed' ? 'ed25519-sha256' : 'rsa-sha256' },
    signTime: new Date('2026-11-27T11:00:00Z'),
    ...(pick([0, 0, 0, 1])
      ? { expires: pick([new Date('2026-11-27T11:30:00Z'), new Date('2027-01-01T00:00:00Z')]) }
      : {}),
    signatureData: [
      {
        signingDomain: 'example.com',
        selector,
        privateKey: pem(key),
        ...(maxBodyLength === undefined ? {} : { maxBodyLength }),
      },
    ],
  });
  expect(errors).toEqual([]);
  const change = pick(CHANGES);
  const changed = change(`${signatures}${text}`, own);
  return {
    bytes: Buffer.from(changed, 'latin1'),
    told: `${seed} ${canonicalization} ${selector} ${CHANGES.indexOf(change)}`,
  };
}

const find = (name: string) => RECORDS[name.split('.')[0] ?? ''] ?? [];

async function byMailauth(bytes: Buffer) {
  const resolver = async (name: string, type: string) => {
    const records = type === 'TXT' ? find(name) : [];
    if (records.length === 0) throw Object.assign(new Error('none'), { code: 'ENOTFOUND' });
    return records.map((record) => [record]);
  };
  const { results } = await dkimVerify(bytes, { resolver, curTime: NOW, strict: true });
  return results.map(({ status }) => status);
}

describe('DKIM, beside mailauth', () => {
  it('says the same of each of 3,000 mails', async () => {
    const differ: string[] = [];
    const seen = new Map<string, number>();
    for (let seed = 1; seed <= 3000; seed += 1) {
      const { bytes, told } = await mail(seed);
      const ours = await verifySignatures(bytes, async (name) => find(name), NOW.getTime());
      const theirs = await byMailauth(bytes);
      const one = ours.map(({ result }) => result === 'pass').join();
      const other = theirs.map(({ result }) => result === 'pass').join();
      const hash = ours.map(({ isBodyIntact }) => isBodyIntact === false).join();
      const theirHash = theirs.map(({ comment }) => comment === 'body hash did not verify').join();
      const word = `${ours.map(({ result }) => result).join()} / ${theirs.map(({ result, comment }) => `${result} (${comment ?? ''})`).join()}`;
      seen.set(word, (seen.get(word) ?? 0) + 1);
      const isSame = one === other && (theirHash.includes('true') ? hash === theirHash : true);
      if (!isSame) differ.push(`${told}: ${word}`);
    }
    if (process.env.SHOW)
      console.log(
        [...seen]
          .sort((a, b) => b[1] - a[1])
          .map(([word, count]) => `${count} ${word}`)
          .join('\n'),
      );
    expect(differ).toEqual([]);
  });
});
