import { Readable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diagnose } from '../../src/diagnosis/diagnose.js';
import { parseExtensions, parseReply, readReply } from '../../src/diagnosis/reply.js';
import { explainSource } from '../../src/explain/explain.js';
import { decodeReplyText } from '../../src/mail/unknown-charset.js';
import { CAUSES } from '../../src/report/causes.js';
import { STEP_NAMES } from '../../src/report/report.js';
import { stripControls } from '../../src/safety/control-characters.js';
import { createRedactor } from '../../src/safety/redactor.js';
import { Secret } from '../../src/safety/secret.js';
import { parseRecipients, parseSender } from '../../src/settings/addresses/mail-address.js';
import { describeBadUri } from '../../src/settings/uri/describe-bad-uri.js';
import { maskSmtpUri } from '../../src/settings/uri/mask-uri.js';
import { parseSmtpUri } from '../../src/settings/uri/smtp-uri.js';

/** What stands in mail errors, and what stands in nobody's. */
const WORD = fc.oneof(
  fc.constantFrom(
    ...[
      '535 5.7.8',
      '250-',
      '421',
      'Error: ',
      'Login fail',
      'code: ',
      "'EAUTH'",
      '\n',
      '\r\n',
      '\r',
    ],
    ...[
      'smtp://',
      'a:b@',
      '[ECONNREFUSED]',
      '{',
      '}',
      '1 | ',
      '\u202e',
      '\0',
      '\x1b[2J',
      '密码',
      '%',
      '  at ',
    ],
  ),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.nat(999).map(String),
);
const TEXT = fc.array(WORD, { maxLength: 40 }).map((words) => words.join(''));
const CONTROL = /(?!\n)[\p{Cc}\p{Bidi_Control}]/u;
const RUNS = { numRuns: 2000 };

describe('whatever comes', () => {
  it('a reply is read', () => {
    fc.assert(
      fc.property(TEXT, (text) => {
        const { code } = parseReply(text);
        if (code !== null) expect(text.trimStart()).toContain(String(code));
        for (const extension of parseExtensions(stripControls(text)))
          expect(extension).not.toMatch(/[\r\n]/);
        expect(readReply(text, createRedactor({})).text).not.toMatch(CONTROL);
      }),
      RUNS,
    );
  });

  it('bytes are decoded', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(typeof decodeReplyText(Buffer.from(bytes).toString('latin1'))).toBe('string');
      }),
      RUNS,
    );
  });

  it('a failure has a cause that is listed', () => {
    const step = fc.constantFrom(...STEP_NAMES);
    fc.assert(
      fc.property(TEXT, step, TEXT, (text, step, greeting) => {
        const { cause } = diagnose({ step, reply: parseReply(text), greeting, host: 'x.org' });
        expect(CAUSES).toHaveProperty([cause]);
      }),
      RUNS,
    );
  });

  it('a URI is read or refused, and its password is masked', () => {
    fc.assert(
      fc.property(TEXT, (text) => {
        const read = parseSmtpUri(text);
        if (!read.ok) describeBadUri(text, { showSecrets: false });
        const password = read.ok ? read.uri.password?.reveal() : undefined;
        // A short one may be a part of something else.
        if (password && password.length > 12) expect(maskSmtpUri(text)).not.toContain(password);
      }),
      RUNS,
    );
  });

  it('a sender and recipients are read or refused', () => {
    fc.assert(
      fc.property(TEXT, (text) => {
        const sender = parseSender(text);
        if (sender.ok) expect(sender.mailbox.address).toContain('@');
        const recipients = parseRecipients([text]);
        if (recipients.ok)
          for (const address of recipients.addresses) expect(address).toContain('@');
      }),
      RUNS,
    );
  });

  it('a log is explained, however it is cut, and nothing in it reaches a terminal', async () => {
    await fc.assert(
      fc.asyncProperty(TEXT, fc.integer({ min: 1, max: 50 }), async (text, size) => {
        const chunks = text.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? [];
        const { signal } = new AbortController();
        const explanation = await explainSource(Readable.from(chunks), {
          ...{ isError: false, signal },
        });
        for (const { failure } of explanation.findings) {
          expect(CAUSES).toHaveProperty([failure.diagnosis.cause]);
          expect(JSON.stringify(failure.reply?.text ?? '')).not.toMatch(/\\u00[01]/);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('is masked where it is the password', () => {
    const password = fc.string({ unit: 'grapheme', minLength: 8, maxLength: 40 });
    fc.assert(
      fc.property(password, TEXT, TEXT, (password, before, after) => {
        const redact = createRedactor({ user: 'me', password: new Secret(password) });
        const forms = [
          password,
          encodeURIComponent(password),
          Buffer.from(password).toString('base64'),
        ];
        for (const form of forms) expect(redact(`${before}${form}${after}`)).not.toContain(form);
      }),
      { numRuns: 500 },
    );
  });

  it('is safe to show', () => {
    fc.assert(
      fc.property(TEXT, (text) => {
        expect(stripControls(text)).not.toMatch(CONTROL);
      }),
      RUNS,
    );
  });
});
