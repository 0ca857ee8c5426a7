import { describe, expect, it } from 'vitest';
import { diagnose } from '../../../src/diagnosis/diagnose.js';
import { parseReply, readReply, shownReply } from '../../../src/diagnosis/reply.js';
import { explainSource } from '../../../src/explain/explain.js';
import { CAUSES, type Cause } from '../../../src/report/causes.js';
import { STEP_NAMES } from '../../../src/report/report.js';
import { createRedactor } from '../../../src/safety/redactor.js';
import { Secret } from '../../../src/safety/secret.js';
import { type CorpusReply, formatAccuracy, isRight, readCorpus } from '../../helpers/corpus.js';

const corpus = readCorpus();
const SMALLEST = 250;

function diagnoseReply({ step, reply, host }: CorpusReply) {
  return diagnose({ step, reply: parseReply(reply), ...(host ? { host } : {}) });
}

describe('the corpus', () => {
  it('is large, and no reply is in it twice', () => {
    expect(corpus.length).toBeGreaterThanOrEqual(SMALLEST);
    expect(new Set(corpus.map(({ id }) => id)).size).toBe(corpus.length);
    const keys = corpus.map(({ step, reply, host }) => JSON.stringify([step, reply, host]));
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  it('names causes and steps that there are, and a source', () => {
    for (const { id, cause, alsoOk, step, source } of corpus) {
      expect(Object.keys(CAUSES), id).toEqual(expect.arrayContaining([cause, ...alsoOk]));
      expect(STEP_NAMES, id).toContain(step);
      expect(source, id).not.toBe('');
    }
  });

  it('has every cause that a reply can have at least twice', () => {
    // What these mean comes from the settings, the network, a certificate or a mailbox, never from a reply.
    const withoutReply =
      /^(?:uri-|credentials-|sender-missing|sender-invalid|recipient-missing|env-file-|host-|dns-|connection-|network-|server-silent|tls-on|plain-on|certificate-|tls-failed|strict-warnings|not-arrived|arrived-in-spam)/;
    // Servers that mind the version of TLS end the handshake, and hardly ever say so in a reply.
    const foundOnce: Cause[] = ['tls-version'];
    // A session is too short for it: it stands in letters and logs.
    const ofLetters: Cause[] = ['delivery-expired'];
    const wanted = (Object.keys(CAUSES) as Cause[]).filter(
      (cause) => !withoutReply.test(cause) && ![...foundOnce, ...ofLetters].includes(cause),
    );
    const count = (cause: Cause) => corpus.filter((reply) => reply.cause === cause).length;
    expect(wanted.filter((cause) => count(cause) < 2)).toEqual([]);
  });
});

describe('the diagnosis', () => {
  it.each(corpus)('of $id', (reply) => {
    const { cause, retryable } = diagnoseReply(reply);
    expect([reply.cause, ...reply.alsoOk]).toContain(cause);
    // Another right cause may be right about that, too.
    if (cause === reply.cause) expect(retryable).toBe(reply.retryable);
  });

  // Of each reply every word of it, as the password of somebody whose server says it.
  it('is the same for a password that is a word of the reply', () => {
    for (const given of corpus) {
      const expected = diagnoseReply(given);
      for (const word of new Set(given.reply.match(/[a-z]{4,}/gi))) {
        const redact = createRedactor({ user: 'me', password: new Secret(word) });
        const reply = readReply(given.reply, redact);
        const { step, host } = given;
        const found = diagnose({ step, reply, ...(host ? { host } : {}) });
        expect(found, `${given.id}: ${word}`).toEqual(expected);
        expect(shownReply(reply).text).not.toMatch(new RegExp(`\\b${word}\\b`));
        expect(Object.keys(shownReply(reply))).toEqual(['code', 'enhanced', 'text']);
      }
    }
  });

  it('is as accurate at every step', () => {
    const isGood = (reply: CorpusReply) => isRight(reply, diagnoseReply(reply).cause);
    console.info(`Diagnoses that are right, by step:
${formatAccuracy(corpus, ({ step }) => step, isGood)}`);
    expect(corpus.filter((reply) => !isGood(reply))).toEqual([]);
  });
});

/** What nodemailer puts before a reply at each step. */
const NODEMAILER: Partial<Record<CorpusReply['step'], string>> = {
  greeting: 'Error: Invalid greeting. response=',
  ehlo: 'Error: Invalid EHLO. response=',
  starttls: 'Error: Error upgrading connection with STARTTLS: ',
  auth: 'Error: Invalid login: ',
  'mail-from': 'Error: Mail command failed: ',
  'rcpt-to': "Error: Can't send mail - all recipients were rejected: ",
  data: 'Error: Message failed: ',
};

async function explain(text: string) {
  const signal = new AbortController().signal;
  const { findings } = await explainSource(text, { isError: true, signal });
  return findings.map(({ failure }) => failure.diagnosis);
}

describe('the explanation', () => {
  it('of every reply in a message of nodemailer is the same, once', async () => {
    for (const reply of corpus) {
      const findings = await explain(`${NODEMAILER[reply.step]}${reply.reply}`);
      expect(findings, reply.id).toHaveLength(1);
      const [{ cause } = { cause: undefined }] = findings;
      expect([reply.cause, ...reply.alsoOk], reply.id).toContain(cause);
    }
  });

  it('of a reply by itself, whose step nobody tells, is nearly always right', async () => {
    const right = new Set<string>();
    for (const reply of corpus) {
      const [finding] = await explain(reply.reply);
      if (isRight(reply, finding?.cause)) right.add(reply.id);
    }
    const isGood = ({ id }: CorpusReply) => right.has(id);
    console.info(`Explanations of bare replies that are right, by step:
${formatAccuracy(corpus, ({ step }) => step, isGood)}`);
    expect(right.size / corpus.length).toBeGreaterThan(0.95);
  });
});
