import { describe, expect, it } from 'vitest';
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
    recorder.warn({ code: 'host-unlikely', host: 'imap.x', meant: 'smtp.x', ...PLACE });
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
