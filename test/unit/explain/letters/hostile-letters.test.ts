import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explain } from '../../../../src/index.js';
import { hasControls } from '../../../../src/safety/control-characters.js';
import { plantPassword, secretForms } from '../../../helpers/run-bin.js';
import { expectValidExplanation } from '../../../helpers/schema.js';
import { ORIGINAL, writeBounce, writePlain } from './write-letter.js';

const HEAD = 'From: MAILER-DAEMON@x.org\nTo: a@example.com\nSubject: Undelivered Mail\n';

const LETTERS = [
  writeBounce({ diagnostic: 'smtp; 550 5.1.1 User unknown', status: '5.1.1' }),
  writePlain(['<anna@example.org>: host mx.example.org[192.0.2.1] said: 552 5.2.2 full']),
  `From x@example.org Thu Nov 26 09:00:00 2026\n${writePlain(['anna@example.org: Unrouteable address'])}`,
];

/** Letters of which pieces are lost, doubled, swapped or replaced by what does harm. */
const mutated = fc
  .tuple(
    fc.constantFrom(...LETTERS),
    fc.array(
      fc.tuple(
        fc.nat(),
        fc.nat(60),
        fc.constantFrom(
          '',
          '\n\n',
          '--b1\n',
          '\u0000',
          '\u001b[2J',
          '<',
          'a@b.org',
          '550 5.1.1 ',
          '=?gbk?B?',
          '\r',
          '\u202e',
          'Content-Type: ',
        ),
      ),
      { maxLength: 12 },
    ),
  )
  .map(([letter, changes]) =>
    changes.reduce((text, [at, length, put]) => {
      const start = at % (text.length + 1);
      return text.slice(0, start) + put + text.slice(start + length);
    }, letter),
  );

describe('whatever a letter holds', () => {
  it('keeps several recipients apart', async () => {
    const lines = [
      'anna@example.org: 552 5.2.2 Over quota',
      'carl@example.net: Domain does not exist',
    ];
    const { findings } = await explain([Buffer.from(writePlain(lines))]);
    expect(findings.map(({ recipient, cause }) => [recipient, cause])).toEqual([
      ['anna@example.org', 'mailbox-full'],
      ['carl@example.net', 'recipient-unknown'],
    ]);
  });

  it('reads no failure out of what was sent back', async () => {
    const lines = [
      '<anna@example.org>: delivery failed',
      '',
      '--- Original message follows.',
      '',
      ...ORIGINAL,
    ];
    const { findings } = await explain([Buffer.from(writePlain(lines))]);
    expect(findings.map(({ cause }) => cause)).toEqual(['unknown']);
  });

  it('gives a document, and nothing that a terminal would obey', async () => {
    await fc.assert(
      fc.asyncProperty(mutated, async (letter) => {
        const document = expectValidExplanation(await explain([Buffer.from(letter)]));
        for (const { recipient, remoteHost, reportedBy, title } of document.findings) {
          for (const text of [recipient, remoteHost, reportedBy, title]) {
            expect(hasControls(text ?? '')).toBe(false);
          }
        }
        for (const { subject } of document.letters ?? [])
          expect(hasControls(subject ?? '')).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it.each<[name: string, body: string]>([
    ['a million short lines', `\n${'x\n'.repeat(1_000_000)}`],
    ['endless headers', 'X: y\n'.repeat(300_000)],
    [
      'deep nesting',
      `Content-Type: multipart/mixed; boundary="b0"\n\n${Array.from({ length: 3000 }, (_, i) => `--b${i}\nContent-Type: multipart/mixed; boundary="b${i + 1}"\n\n`).join('')}`,
    ],
    [
      'many parts',
      `Content-Type: multipart/mixed; boundary="b"\n\n${'--b\n\nx\n'.repeat(100_000)}`,
    ],
    ['tags that do not end', `Content-Type: text/html\n\n${'<style><a'.repeat(200_000)}`],
    ['codes without end', `\n${'a@e.org 550 5.1.1 '.repeat(100_000)}`],
    ['addresses without end', `\n${'a@'.repeat(500_000)}`],
    ['one reply in many lines', `\n>>> DATA\n${'<<< 550-no\n'.repeat(100_000)}`],
  ])(
    '%s is read to its end in a time that people wait',
    { timeout: 120_000 },
    async (_name, body) => {
      // Other work of the machine is no fault of this.
      const start = process.cpuUsage();
      expectValidExplanation(await explain([Buffer.from(HEAD + body)]));
      expect(process.cpuUsage(start).user / 1000).toBeLessThan(20_000);
    },
  );

  it('keeps the secrets that its words hold', async () => {
    const password = plantPassword();
    const said = `550 5.7.1 no: smtps://me:${password}@smtp.example.org:465 password=${password}`;
    const document = JSON.stringify(
      await explain([Buffer.from(writePlain([`<anna@example.org>: host mx said: ${said}`]))]),
    );
    for (const form of secretForms(password)) expect(document).not.toContain(form);
  });
});
