import { describe, expect, it } from 'vitest';
import { causes as english } from '../../../src/language/en/causes/index.js';
import { warnings as englishWarnings } from '../../../src/language/en/warnings.js';
import type { CauseText } from '../../../src/language/texts.js';
import { causes as chinese } from '../../../src/language/zh-cn/causes/index.js';
import { warnings as chineseWarnings } from '../../../src/language/zh-cn/warnings.js';
import { CAUSES, type Cause } from '../../../src/report/causes.js';
import type { Facts } from '../../../src/report/facts.js';
import type { SettingProblem } from '../../../src/report/setting-problem.js';
import { WARNING_CODES } from '../../../src/report/warning-infos.js';
import { SAMPLE_WARNINGS } from '../../helpers/sample-warnings.js';

const NAMES = Object.keys(CAUSES) as Cause[];

const FULL: Facts = {
  host: 'smtp.qq.com',
  port: 587,
  user: 'me@qq.com',
  senderAddress: 'other@example.com',
  recipients: ['a@example.com', 'b@example.com', 'c@example.com', 'd@example.com', 'e@example.com'],
  file: 'docker-compose.env',
  line: 20,
  errorCode: 'ECODE',
  detail: 'cut-short',
  missing: ['uri', 'sender', 'recipient'],
  certificate: {
    names: ['mail.example.org', '*.example.org'],
    issuer: 'Example CA',
    validTo: '2026-01-02T03:04:05.000Z',
  },
  timeoutSeconds: 30,
  mechanisms: ['XOAUTH2'],
  encrypted: true,
  addresses: ['2001:db8::1'],
  strictWarnings: ['sender-untested', 'plaintext-credentials'],
  authenticated: true,
};

const DETAILS: SettingProblem[] = [
  'no-scheme',
  'wrong-scheme',
  'no-host',
  'bad-host',
  'bad-port',
  'server-left-out',
  'bad-option',
  'quotes-kept',
  'white-space-kept',
  'control-character',
  'cut-short',
  'bare-percent',
  'trailing-punctuation',
  'user-without-password',
  'password-without-user',
  'no-address',
  'several-addresses',
  'bad-address',
  'not-found',
  'no-permission',
  'is-a-folder',
  'too-large',
  'binary',
  'unreadable',
];

/** The facts that every cause is put into words with. */
const CASES: [string, Facts][] = [
  ['no facts', {}],
  ['all facts', FULL],
  ['a host without a port', { host: 'mail.example.org' }],
  ['a loopback host', { host: '::1', port: 465, authenticated: false, encrypted: false }],
  [
    'empty lists',
    { recipients: [], missing: [], mechanisms: [], addresses: [], strictWarnings: [] },
  ],
  ['an empty value in a file', { file: 'server/.env', line: 3, missing: ['uri'] }],
  ['an expired certificate', { ...FULL, errorCode: 'CERT_HAS_EXPIRED' }],
  ['a certificate of the future', { errorCode: 'CERT_NOT_YET_VALID' }],
  ['a self-signed certificate', { errorCode: 'DEPTH_ZERO_SELF_SIGNED_CERT' }],
  ['an unknown authority', { errorCode: 'SELF_SIGNED_CERT_IN_CHAIN' }],
  ['a missing intermediate', { errorCode: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' }],
  ...DETAILS.map((detail): [string, Facts] => [detail, { detail }]),
];

/** The verbs that an English next step begins with. */
const VERB =
  /^(Or [a-z]+|Add|Allow|Ask|Change|Check|Compare|Correct|Create|End|Fix|Follow|Get|Give|Include|Install|Issue|Keep|Leave|Log|Look|Move|Name|Percent-encode|Put|Raise|Read|Remove|Renew|Replace|Run|Save|Say|See|Send|Separate|Set|Stop|Switch|Try|Type|Update|Use|Verify|Wait|Write) /;

const CJK = /[\u4e00-\u9fff]/;

const LANGUAGES = [
  ['en', english],
  ['zh-CN', chinese],
] as const;

function everyText(text: CauseText): string[] {
  return [text.title, text.explanation, ...text.nextSteps];
}

/** What no text may hold: leftovers of missing facts, dashes, stray white space. */
function expectClean(text: string): void {
  expect(text).not.toMatch(/undefined|null|NaN|\[object|\$\{/);
  expect(text).not.toMatch(/—|\s–\s/);
  expect(text).not.toMatch(/^\s|\s$|\n| {2}| [,，。：；、）]| \.(\s|$)/);
}

describe.each(LANGUAGES)('the causes in %s', (_language, causes) => {
  it('has words for every cause', () => {
    expect(Object.keys(causes).sort()).toEqual([...NAMES].sort());
  });

  it.each(CASES)('reads well with %s', (_case, facts) => {
    for (const cause of NAMES) {
      const text = causes[cause](facts);
      expect(text.title, cause).toMatch(/^\S.*[^.。\s]$/);
      expect(text.explanation, cause).toMatch(/[.。]$/);
      expect(text.nextSteps.length, cause).toBeGreaterThanOrEqual(1);
      expect(text.nextSteps.length, cause).toBeLessThanOrEqual(4);
      expect(new Set(text.nextSteps).size, cause).toBe(text.nextSteps.length);
      for (const step of text.nextSteps) expect(step, cause).not.toMatch(/[.。]$/);
      for (const each of everyText(text)) expectClean(each);
    }
  });
});

describe('the English causes', () => {
  it.each(CASES)('begins each next step with a verb, with %s', (_case, facts) => {
    for (const cause of NAMES) {
      for (const step of english[cause](facts).nextSteps) expect(step, cause).toMatch(VERB);
    }
  });

  it('says what happened with the facts at hand', () => {
    const facts: Facts = { host: 'smtp.qq.com', port: 587, user: 'me@qq.com' };
    expect(english['connection-refused'](facts).title).toBe('smtp.qq.com:587 refuses connections');
    expect(english['auth-failed'](facts).title).toContain('me@qq.com');
    expect(english['connection-refused']({ host: '::1', port: 25 }).title).toContain('[::1]:25');
  });

  it('names all missing values, each with its flag and variable', () => {
    const steps = english['uri-missing']({ missing: ['uri', 'sender', 'recipient'] }).nextSteps;
    expect(steps[0]).toMatch(/SMTP_URI.*--uri/);
    expect(steps[1]).toMatch(/SMTP_SENDER.*--sender/);
    expect(steps[2]).toContain('--to');
  });

  it('names the place of an empty variable', () => {
    const text = english['uri-missing']({ file: 'docker-compose.env', line: 20 });
    expect(text.title).toBe('SMTP_URI is empty in docker-compose.env:20');
  });

  it('names the warnings that --strict turned into a failure', () => {
    const { title } = english['strict-warnings']({ strictWarnings: ['sender-untested'] });
    expect(title).toContain('--strict');
    expect(title).toContain('sender-untested');
  });

  it('offers to switch off the certificate check last, and says what is at stake', () => {
    for (const cause of NAMES) {
      const steps = english[cause](FULL).nextSteps;
      const index = steps.findIndex((step) => step.includes('rejectUnauthorized'));
      if (index === -1) continue;
      expect(index, cause).toBe(steps.length - 1);
      expect(steps[index]).toContain('read the password');
    }
  });
});

describe('the Chinese causes', () => {
  it.each(CASES)('matches the English ones with %s', (_case, facts) => {
    for (const cause of NAMES) {
      const text = chinese[cause](facts);
      for (const each of everyText(text)) {
        expect(each, cause).toMatch(CJK);
        expect(each, cause).not.toMatch(/[\u4e00-\u9fff] [\u4e00-\u9fff]/);
        expect(each, cause).not.toMatch(/[\u4e00-\u9fff][,;?!]/);
      }
      expect(text.nextSteps.length, cause).toBe(english[cause](facts).nextSteps.length);
    }
  });
});

describe('the warnings', () => {
  it.each(WARNING_CODES)('%s reads well', (code) => {
    for (const warning of SAMPLE_WARNINGS[code]) {
      const inEnglish = (englishWarnings[code] as (about: typeof warning) => string)(warning);
      const inChinese = (chineseWarnings[code] as (about: typeof warning) => string)(warning);
      expect(inEnglish).toMatch(/^[\w.=]+.*[^.]$|\.$/);
      expect(inChinese).toMatch(CJK);
      expect(inChinese).not.toMatch(/[\u4e00-\u9fff] [\u4e00-\u9fff]/);
      expectClean(inEnglish);
      expectClean(inChinese);
    }
  });
});
