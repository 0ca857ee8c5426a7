import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { texts } from '../../../src/language/en/index.js';
import { texts as chineseTexts } from '../../../src/language/zh-cn/index.js';
import { isGithubActions } from '../../../src/output/ci.js';
import { formatAnnotations, writeSummary } from '../../../src/output/github.js';
import type { Report } from '../../../src/report/report.js';
import { makeFailure, makeReport, makeSuggestion } from '../../helpers/report.js';

const TELLING = { texts: texts.interface, isInPod: false };

const annotate = (changes: Partial<Report>) => formatAnnotations(makeReport(changes), TELLING);
const failed = (changes: Parameters<typeof makeFailure>[0] = {}): Partial<Report> => ({
  ok: false,
  exitCode: 77,
  failure: makeFailure(changes),
});

describe('formatAnnotations', () => {
  it('has nothing to say of a check that passed without a warning', () => {
    expect(annotate({})).toBe('');
  });

  it('makes a failure an error at the line of the setting', () => {
    expect(annotate(failed())).toMatch(
      /^::error file=\.env,line=3,title=The login failed[^\n]*auth-failed[^\n]*::User or password[^\n]*\n$/,
    );
  });

  it('points at the sender where that is at fault', () => {
    expect(annotate(failed({ cause: 'sender-mismatch' }))).toContain(
      'file=docker-compose.env,line=7,',
    );
  });

  it('adds the line that works, and how far it was tried', () => {
    const text = annotate(failed({ suggestion: makeSuggestion() }));
    expect(text).toMatch(
      /The line below was tried[^\n]*%0ASMTP_URI=[^\n]*smtp:\/\/me:\*\*\*@mail\.x\.org:587/,
    );
    const chinese = formatAnnotations(makeReport(failed({ suggestion: makeSuggestion() })), {
      texts: chineseTexts.interface,
      isInPod: false,
    });
    expect(chinese).toMatch(/已经试过[^\n]*%0ASMTP_URI=/);
  });

  it('shows no password to all who read the log, even with --show-secrets', () => {
    const uri = 'smtp://me:S3cretOfMine@mail.x.org:587/';
    const text = annotate(failed({ suggestion: makeSuggestion({ uri }) }));
    expect(text).toContain('smtp://me:***@mail.x.org:587/');
    expect(text).not.toContain('S3cret');
  });

  it('puts a warning about the sender at the line of the sender', () => {
    const warnings: Report['warnings'] = [
      { code: 'sender-untested', message: 'S' },
      { code: 'uri-on-command-line', message: 'U' },
    ];
    expect(annotate({ warnings })).toBe(
      '::warning file=docker-compose.env,line=7,title=sender-untested::S\n' +
        '::warning file=.env,line=3,title=uri-on-command-line::U\n',
    );
  });

  it('names no file where the setting stands in none', () => {
    const { settings } = makeReport();
    const text = annotate({ ...failed(), settings: { ...settings, uriSource: { kind: 'env' } } });
    expect(text).toMatch(/^::error title=/);
  });

  it('makes a warning of a warning', () => {
    const warnings: Report['warnings'] = [
      { code: 'tls-verification-off', message: 'Off' },
      { code: 'accepted-not-delivered', message: 'Look' },
    ];
    expect(annotate({ warnings })).toBe(
      '::warning file=.env,line=3,title=tls-verification-off::Off\n',
    );
  });

  it('lets no text from outside begin a command of its own', () => {
    const reply = { code: 535, enhanced: null, text: '535-50% \n::set-output name=x::y\r\n535 z' };
    const text = annotate(failed({ reply, title: 'a,b:c%\n::error::x', explanation: 'x' }));
    expect(text.split('\n')).toHaveLength(2);
    expect(text).toContain('title=a%2Cb%3Ac%25 %3A%3Aerror%3A%3Ax');
    expect(text).toContain('535-50%25 %0A::set-output name=x::y%0D%0A535 z');
  });

  it('lets no name of a file begin a property of its own', () => {
    const { settings } = makeReport();
    const uriSource = { kind: 'file', file: 'a,line=9:b%\n.env', line: 1 } as const;
    const text = annotate({ ...failed(), settings: { ...settings, uriSource } });
    expect(text).toMatch(/^::error file=a%2Cline=9%3Ab%25 \.env,line=1,title=/);
  });
});

describe('writeSummary', () => {
  async function summaryOf(changes: Partial<Report>): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), 'tailchat-smtp-summary-'));
    const file = join(folder, 'summary.md');
    await writeFile(file, 'before\n');
    await writeSummary(makeReport(changes), TELLING, { GITHUB_STEP_SUMMARY: file });
    const text = await readFile(file, 'utf8');
    await rm(folder, { recursive: true });
    return text;
  }

  it('is added to what is there', async () => {
    const text = await summaryOf({ steps: [{ name: 'dns', status: 'ok', ms: 5 }] });
    expect(text).toMatch(/^before\n###/);
    expect(text).toContain('| dns | ok | 5 ms |');
  });

  it('escapes Markdown and HTML', async () => {
    const text = await summaryOf(failed({ explanation: '<img src=x> [a](b) `c` *d* | e' }));
    expect(text).toContain('\\<img src=x\\> \\[a\\](b) \\`c\\` \\*d\\* \\| e');
  });

  it('is not written where there is none', async () => {
    await expect(writeSummary(makeReport(), TELLING, {})).resolves.toBeUndefined();
  });
});

describe('isGithubActions', () => {
  it.each([
    [{ GITHUB_ACTIONS: 'true' }, true],
    [{ GITHUB_ACTIONS: 'false' }, false],
    [{ CI: 'true' }, false],
    [{}, false],
  ])('%j: %s', (env, expected) => {
    expect(isGithubActions(env)).toBe(expected);
  });
});
