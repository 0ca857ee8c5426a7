import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { texts } from '../../../src/language/en/index.js';
import { styleOf } from '../../../src/output/style.js';
import { formatVerdict, type VerdictOptions } from '../../../src/output/verdict.js';
import type { ReaderName, Report, Step } from '../../../src/report/report.js';
import { createFakeContext } from '../../helpers/fake-context.js';
import { makeFailure, makeReport } from '../../helpers/report.js';

const { output } = texts.interface;
const PLAIN = styleOf(createFakeContext().stdout, {}, true);
const passed = (...names: Step['name'][]): Step[] =>
  names.map((name) => ({ name, status: 'ok', ms: 1 }));

const OPTIONS = {
  texts: texts.interface,
  again: 'tailchat smtp verify',
  send: 'tailchat smtp test --to you@example.com --uri -',
  isInPod: false,
};

function verdict(
  report: Report,
  { isQuiet = false, style = PLAIN, ...others }: Partial<VerdictOptions> = {},
): string {
  return formatVerdict(report, { ...OPTIONS, ...others, style, isQuiet });
}

const FAILED = makeReport({
  ...{ ok: false, exitCode: 77, failure: makeFailure() },
  steps: [...passed('settings', 'connect'), { name: 'auth', status: 'failed', ms: 1 }],
});

describe('a check that failed', () => {
  it('begins with the verdict, its cause and its step', () => {
    const [first] = verdict(FAILED).split('\n');
    expect(first).toMatch(/^✗ The login failed .*auth-failed.*login/);
  });

  it('gives the server’s words, then what they mean, then what to do', () => {
    const text = verdict(FAILED);
    const places = [
      output.serverSaid,
      '\n  535 5.7.8 No\n',
      'User or password is wrong.',
      output.whatToDo,
      '  1. Look at the password',
      '  2. Ask the provider',
    ].map((part) => text.indexOf(part));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('says nothing of the server where it said nothing', () => {
    const text = verdict({ ...FAILED, failure: makeFailure({ reply: null }) });
    expect(text).not.toContain(output.serverSaid);
  });

  it('indents every line of a reply', () => {
    const reply = { code: 535, enhanced: null, text: '535-a\n535-b\n535 c' };
    expect(verdict({ ...FAILED, failure: makeFailure({ reply }) })).toContain(
      '\n  535-a\n  535-b\n  535 c\n',
    );
  });

  it('is one line when it shall be quiet', () => {
    const warnings = [{ code: 'tls-verification-off', message: 'x' }] as const;
    const text = verdict({ ...FAILED, warnings: [...warnings] }, { isQuiet: true });
    expect(text).toMatch(/^✗ [^\n]*auth-failed[^\n]*\n$/);
  });

  it('names each recipient, taken or refused', () => {
    const message = {
      id: '<1@x>',
      accepted: ['a@x.org'],
      rejected: [
        { address: 'b@x.org', cause: 'recipient-unknown', reply: '550 5.1.1 No' },
      ] as const,
      reply: '250 Ok',
    };
    const report = { ...FAILED, message: { ...message, rejected: [...message.rejected] } };
    expect(verdict(report)).toMatch(/✓ .*a@x\.org/);
    expect(verdict(report)).toMatch(/✗ .*b@x\.org.*550 5\.1\.1 No/);
  });
});

describe('what to do after a change', () => {
  it.each<[reader: ReaderName | undefined, command: string]>([
    ['compose', '  docker compose up -d'],
    ['compose1', '  docker-compose up -d'],
    ['docker', '  docker rm -f NAME'],
    ['podman', '  podman rm -f NAME'],
    ['kubectl', '  kubectl rollout restart deployment/NAME'],
    ['systemd', '  systemctl restart NAME'],
    ['dotenv', 'After a change, stop the server and start it again.'],
  ])('is for the program that reads the env file (%s)', (reader, command) => {
    const text = verdict(FAILED, { readers: { uri: reader } });
    expect(text.trimEnd().endsWith(command)).toBe(true);
    expect(text.match(/docker.compose/g) ?? []).toHaveLength(command.includes('compose ') ? 2 : 0);
  });

  it('speaks of Compose as one way, where no file shows who starts the server', () => {
    const text = verdict(FAILED, { readers: {} });
    expect(text).toContain('with Docker Compose, run:\n  docker compose up -d\n');
    const known = verdict(FAILED, { readers: {}, isOfCompose: true });
    expect(known).not.toContain('with Docker Compose, run:');
  });

  it('is said once', () => {
    const nextSteps = ['Then run `docker compose up -d`'];
    const text = verdict({ ...FAILED, failure: makeFailure({ nextSteps }) });
    expect(text.match(/docker compose up -d/g)).toHaveLength(1);
  });

  it.each([
    'recipient-missing',
    'recipient-syntax',
    'recipient-unknown',
    'recipient-rejected',
  ] as const)('is another recipient, and no restart (%s)', (cause) => {
    const text = verdict({ ...FAILED, failure: makeFailure({ cause }) });
    expect(text).not.toContain('docker compose');
    expect(text).toContain(
      'To check again, with the right address:\n  tailchat smtp test --to you@example.com --uri -\n',
    );
  });
});

describe('a check that passed', () => {
  it('claims no more than was tried', () => {
    const all = verdict(makeReport({ steps: passed('greeting', 'auth', 'mail-from') }));
    expect(all).toContain(output.verifyPassed('mail.x.org:465', true, true));
    const little = verdict(makeReport({ steps: passed('greeting') }));
    expect(little).toContain(output.verifyPassed('mail.x.org:465', false, false));
    expect(little).not.toContain(output.verifyPassed('mail.x.org:465', true, false));
  });

  it('says that no mail was sent, and how the server comes to read the settings', () => {
    const text = verdict(makeReport({ steps: passed('greeting') }));
    expect(text).toContain('smtp test --to');
    expect(text).toContain('docker compose up -d');
  });

  it('gives the command that sends a mail by the same settings, on a line of its own', () => {
    const text = verdict(makeReport({ steps: passed('greeting') }));
    expect(text).toContain(
      'only when a recipient is named. To check that, too, send a mail:\n  tailchat smtp test --to you@example.com --uri -\n\n',
    );
  });

  it('says that it was offline', () => {
    expect(verdict(makeReport())).toContain(output.offlinePassed);
  });

  it('puts an IPv6 address in brackets before the port', () => {
    const report = makeReport({ steps: passed('greeting') });
    report.settings.host = '2001:db8::1';
    expect(verdict(report)).toContain('[2001:db8::1]:465');
  });

  it('says who gets the mail, and that accepted is not delivered', () => {
    const message = { id: '<1@x>', accepted: ['a@x.org'], rejected: [], reply: '250 queued as 7' };
    const text = verdict(makeReport({ command: 'test', message }));
    expect(text).toContain(output.testPassed(['a@x.org'], false));
    expect(text).toContain('  250 queued as 7');
    expect(text).toContain('<1@x>');
    expect(text).toMatch(/does not mean delivered/);
  });

  it('has the warnings, each with its code, before what comes next', () => {
    const warnings: Report['warnings'] = [
      { code: 'credentials-untested', message: 'Never tried' },
      { code: 'accepted-not-delivered', message: 'Look in the inbox' },
    ];
    const text = verdict(makeReport({ steps: passed('greeting'), warnings }));
    expect(text).toMatch(/\n! .*Never tried \[credentials-untested\]\n\n/);
    expect(text).not.toContain('accepted-not-delivered');
  });
});

describe('the form', () => {
  it('has no control sequences on a pipe', () => {
    expect(stripVTControlCharacters(verdict(FAILED))).toBe(verdict(FAILED));
  });

  it('says the same in colour', () => {
    const style = styleOf(createFakeContext().stdout, { FORCE_COLOR: '1' }, true);
    const colored = verdict(FAILED, { style });
    expect(colored).toContain('\x1b[');
    expect(stripVTControlCharacters(colored)).toBe(verdict(FAILED));
  });

  it('keeps within the width of a terminal, and loses no word', () => {
    const failure = makeFailure({ explanation: 'A long word follows another. '.repeat(20) });
    const { stdout } = createFakeContext({ terminals: ['stdout'], columns: 40 });
    const text = verdict(
      { ...FAILED, failure },
      { style: styleOf(stdout, { NO_COLOR: '1' }, true) },
    );
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(40);
    expect(text.match(/follows/g)).toHaveLength(20);
  });

  it('ends with one line break', () => {
    for (const report of [FAILED, makeReport()]) expect(verdict(report)).toMatch(/[^\n]\n$/);
  });
});
