import { describe, expect, it } from 'vitest';
import type { FoundFailure } from '../../../src/diagnosis/found-failure.js';
import type { Cause } from '../../../src/report/causes.js';
import { maskedHost } from '../../../src/safety/shown-host.js';
import { Recorder } from '../../../src/smtp/recorder.js';

const PLACE = { file: 'a.env', line: 1 };

describe('a line that a trial has found', () => {
  it('is the only one that is proposed for SMTP_URI', () => {
    const recorder = new Recorder(() => {});
    const line = { isMasked: true, holders: [], ...PLACE };
    const uri = { ...line, envLine: 'SMTP_URI=smtp://a:587' };
    const sender = { ...line, envLine: 'SMTP_SENDER=a@x.org', variable: 'SMTP_SENDER' };
    const readers = { code: 'readers-disagree' as const, readers: [], nearby: [] };
    recorder.warn({ code: 'port-unlikely', port: 587, isTlsFirst: true, ...uri });
    const host = maskedHost('imap.x', false);
    recorder.warn({ code: 'host-unlikely', host, meant: 'smtp.x', ...PLACE });
    recorder.warn({ ...readers, ...uri, variable: 'SMTP_URI' });
    recorder.warn({ ...readers, ...sender });
    const shell = { code: 'shell-unsafe', shell: 'bash', by: undefined } as const;
    recorder.warn({ ...shell, ...uri, variable: 'SMTP_URI' });
    recorder.leaveUriToTrial();
    expect(recorder.warnings).toMatchObject([
      { code: 'readers-disagree', variable: 'SMTP_URI', envLine: undefined },
      { code: 'readers-disagree', variable: 'SMTP_SENDER', envLine: 'SMTP_SENDER=a@x.org' },
      { code: 'shell-unsafe', variable: 'SMTP_URI', envLine: undefined },
    ]);
  });
});

describe('a value that the server has refused', () => {
  const failure = (cause: Cause): FoundFailure => ({
    ...{
      diagnosis: { cause, retryable: false, exitCode: 77 },
      step: 'auth',
      reply: null,
      facts: {},
    },
    ...{ refused: [], portsTried: undefined, suggestion: null },
  });
  const readers = [
    { reader: 'dotenv', length: 41, problem: 'dollar-kept' },
    { reader: 'compose', length: 40, problem: null },
  ] as const;
  const warned = (fileReader: 'dotenv' | 'compose', cause: Cause) => {
    const recorder = new Recorder(() => {});
    const uri = { variable: 'SMTP_URI', envLine: 'SMTP_URI=smtp://a', ...PLACE };
    recorder.warn({
      ...{ code: 'readers-disagree', readers: [...readers], fileReader, nearby: [], holders: [] },
      ...uri,
    });
    const by = { file: 'start.sh', line: 1 };
    recorder.warn({ code: 'shell-unsafe', shell: 'bash', by, ...uri });
    recorder.leaveToFailure(failure(cause));
    return recorder.warnings;
  };

  it('is neither what was meant, nor proposed in another spelling', () => {
    expect(warned('compose', 'auth-failed')).toMatchObject([
      { envLine: undefined, readers: [{ problem: 'dollar-kept' }, { problem: 'differs' }] },
      { code: 'shell-unsafe', envLine: undefined },
    ]);
  });

  it('is proposed where another reading was tried, or something else was refused', () => {
    for (const warnings of [warned('dotenv', 'auth-failed'), warned('compose', 'auth-throttled')]) {
      expect(warnings[0]).toMatchObject({ envLine: 'SMTP_URI=smtp://a', readers });
    }
  });
});
