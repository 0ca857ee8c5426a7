import { describe, expect, it } from 'vitest';
import { texts } from '../../../src/language/en/index.js';
import { texts as chinese } from '../../../src/language/zh-cn/index.js';
import { isWritten, testedLines } from '../../../src/output/tested-lines.js';
import type { Report, Saved } from '../../../src/report/report.js';
import { makeFailure, makeReport, makeSuggestion } from '../../helpers/report.js';

const TELLING = { texts: texts.interface, isInPod: false };
const URI = 'smtps://me:***@mail.example:465/';

function found(files: { uri: string; sender: string }, saved: Saved[] = []): Report {
  const suggestion = {
    ...{ uri: URI, sender: 'me@mail.example', changes: [], proof: 'auth' as const, refused: null },
  };
  const report = makeReport({
    ok: false,
    exitCode: 76,
    failure: makeFailure({ suggestion }),
    saved,
  });
  const sourceOf = (file: string, line: number) => ({ kind: 'file', file, line }) as const;
  report.settings.uriSource = sourceOf(files.uri, 1);
  report.settings.senderSource = sourceOf(files.sender, 2);
  return report;
}
const kept = (file: string, ...variables: Saved['variables']): Saved => ({
  ...{ file, variables, backup: `${file}.bak`, problem: null },
});

describe('the lines that work', () => {
  it('stand under the place of each', () => {
    const parts = testedLines(found({ uri: 'a.env', sender: 'b.env' }), TELLING);
    expect(parts.map(({ lines }) => lines.map(({ line }) => line))).toEqual([
      [`SMTP_URI=${URI}`],
      ['SMTP_SENDER=me@mail.example'],
    ]);
    const [first = '', second = ''] = parts.map(({ words }) => words);
    expect(first).toMatch(/^The lines below were tried: .* Write it into a\.env:1, with your /);
    // The second line has no password to fill in, and was tried with the first.
    expect(second).toBe('Write it into b.env:2:');
  });

  it('tell of the login that was tried, whether or not the settings could be read', () => {
    const report = found({ uri: 'a.env', sender: 'a.env' });
    for (const user of ['me', null]) {
      report.settings.user = user;
      expect(testedLines(report, TELLING)[0]?.words).toContain('accepts the login and the sender');
    }
    if (report.failure?.suggestion) report.failure.suggestion.uri = 'smtps://mail.example/';
    expect(testedLines(report, TELLING)[0]?.words).toContain('without a login');
  });

  it('claim no trial of a sender that was made from the login', () => {
    const report = found({ uri: 'a.env', sender: 'a.env' });
    report.settings.senderAddress = null;
    const [first] = testedLines(report, TELLING);
    expect(first?.words).toContain('The sender was not tried.');
    if (report.failure?.suggestion) report.failure.suggestion.sender = null;
    expect(testedLines(report, TELLING)[0]?.words).toContain('as SMTP_SENDER is not set');
  });

  it('name the line of each in one file, too, until they are written', () => {
    const parts = testedLines(found({ uri: 'a.env', sender: 'a.env' }), TELLING);
    expect(parts.map(({ lines }) => lines.length)).toEqual([1, 1]);
    expect(parts[0]?.words).toContain(' Write it into a.env:1, ');
    expect(parts[1]?.words).toBe('Write it into a.env:2:');
    const saved = [kept('a.env', 'SMTP_URI', 'SMTP_SENDER')];
    const [written] = testedLines(found({ uri: 'a.env', sender: 'a.env' }, saved), TELLING);
    expect(written?.words).toContain('They are in a.env now');
    expect(written?.lines).toHaveLength(2);
  });

  it('stand together where they belong to no line', () => {
    const report = found({ uri: 'a.env', sender: 'a.env' });
    report.settings.uriSource = { kind: 'env' };
    report.settings.senderSource = { kind: 'env' };
    const parts = testedLines(report, TELLING);
    expect(parts.map(({ lines }) => lines.length)).toEqual([2]);
    expect(parts[0]?.words).toContain(' Write them where the environment ');
  });

  it.each<[Saved[], boolean, string, string]>([
    [[kept('a.env', 'SMTP_URI')], false, 'It is in a.env now', 'Write it into b.env:2'],
    [[kept('b.env', 'SMTP_SENDER')], false, 'Write it into a.env:1', 'It is in b.env now'],
    [
      [kept('a.env', 'SMTP_URI'), kept('b.env', 'SMTP_SENDER')],
      true,
      'It is in a.env now',
      'It is in b.env now',
    ],
    [
      [{ ...kept('a.env', 'SMTP_URI', 'SMTP_SENDER'), backup: null, problem: 'read-only' }],
      false,
      'Write it into a.env:1',
      'Write it into b.env:2',
    ],
  ])('are told as written one by one', (saved, isAll, first, second) => {
    const report = found({ uri: 'a.env', sender: 'b.env' }, saved);
    const words = testedLines(report, TELLING).map((part) => part.words);
    expect(words[0]).toContain(first);
    expect(words[1]).toContain(second);
    expect(isWritten(report)).toBe(isAll);
  });

  it.each([
    ['mail.x.org', /Mend that before you use it, with/, /请先解决这个问题，再使用/],
    [
      'mail.y.org',
      /Make sure that mail\.y\.org is your mail server, and mend that, before you use it, with/,
      /请先确认 mail\.y\.org 是你的邮件服务器，并解决这个问题，再使用/,
    ],
  ])('are not to be written anywhere where a trial was refused (%s)', (host, words, inChinese) => {
    const refused = { step: 'auth', reply: '535 5.7.8 No' } as const;
    const suggestion = makeSuggestion({
      ...{ uri: `smtps://me:***@${host}:465/`, proof: 'tls', refused },
    });
    const report = makeReport({ ok: false, failure: makeFailure({ suggestion }) });
    const [part] = testedLines(report, TELLING);
    expect(part?.words).toMatch(words);
    expect(part?.words).not.toMatch(/[Ww]rite/);
    const [same] = testedLines(report, { ...TELLING, texts: chinese.interface });
    expect(same?.words).toMatch(inChinese);
    expect(same?.words).not.toMatch(/写入|写到/);
  });
});
