import { describe, expect, it } from 'vitest';
import { commandLine as english } from '../../../src/language/en/help.js';
import { texts as englishTexts } from '../../../src/language/en/index.js';
import { commandLine as chinese } from '../../../src/language/zh-cn/help.js';
import { texts as chineseTexts } from '../../../src/language/zh-cn/index.js';
import { CONTAINER_PROBLEMS } from '../../../src/report/container.js';
import type { ValueSource } from '../../../src/report/report.js';
import { ARRIVAL_SAMPLES } from './arrival-samples.js';
import { COMMAND_LINE_SAMPLES } from './command-line-samples.js';

const ENGLISH = { commandLine: english, interface: englishTexts.interface };
const CHINESE = { commandLine: chinese, interface: chineseTexts.interface };
const LANGUAGES = [['en', ENGLISH] as const, ['zh-CN', CHINESE] as const];

const SOURCES: ValueSource[] = [
  { kind: 'flag' },
  { kind: 'env' },
  { kind: 'file', file: 'docker-compose.env', line: 20 },
  { kind: 'file', file: '.env' },
  { kind: 'prompt' },
  { kind: 'stdin' },
  { kind: 'sandbox' },
];

const MAIL_FACTS = {
  sender: 'a@x.org',
  machine: 'x',
  date: '2026-01-02',
  server: 'mail.x.org:465',
};

/** Of containers in which nothing could be run. */
const NOT_RUN = [
  [{ container: 'core', engine: 'docker' }],
  [
    {
      container: 'core',
      engine: 'kubectl',
      names: ['a', 'b'],
      create: 'x',
      state: 'exited',
      version: 'v16.0.0',
      detail: 'x',
    },
  ],
];

/** What each function is called with: one list of arguments or several, by its key path. */
const SAMPLES: Record<string, unknown[][]> = {
  'interface.output.encrypted': [['TLSv1.3', 'TLS_AES_256_GCM_SHA384', 'certificate 证书']],
  'interface.prompts.searchHint': [[78]],
  ...ARRIVAL_SAMPLES,
  ...COMMAND_LINE_SAMPLES,
  'interface.inside.fromHere': [['邮件服务器拒绝连接']],
  'interface.inside.checkedIn': [['core', 'docker']],
  'interface.inside.onlyInside': [['host.docker.internal']],
  ...Object.fromEntries(
    CONTAINER_PROBLEMS.map((one) => [`interface.inside.notRun.${one}`, NOT_RUN]),
  ),
  'interface.prompts.passwordOf': [['授权码']],
  'interface.prompts.notIn.folder': [['/srv/chat']],
  'interface.prompts.notIn.files': [[['.env']], [['.env', 'docker-compose.env']]],
  'interface.output.verifyNext': [['tailchat smtp test --to you@example.com']],
  'interface.output.recreate': [
    [undefined],
    ['compose1'],
    ['podman'],
    ['kubectl'],
    ['systemd'],
    ['dotenv'],
  ],
  'interface.output.from': SOURCES.map((source) => ['x', 'SMTP_URI', source]),
  'interface.output.hidden': SOURCES.map((source) => ['SMTP_URI', source]),
  'interface.output.reportFailed': [
    ['report.xml', 'ENOENT'],
    ['report.xml', 'EIO'],
  ],
  'interface.output.join': [[['x', 'y']]],
  'interface.output.suggestion': [null, ...SOURCES].flatMap((source) =>
    (['none', 'greeting', 'tls', 'auth'] as const).flatMap((proof) =>
      [true, false].map((is) => [
        {
          ...{ source, proof, isInPod: is, isMasked: is, hasLogin: is, hasSender: is },
          ...{ lines: is ? 1 : 2, linesHere: is ? 1 : 2, isAnother: is && proof === 'greeting' },
          refused: proof === 'tls' ? { step: 'mail-from', reply: '553 x' } : null,
          otherHost: is ? 'mail.y.org' : undefined,
          writtenInto: !is && proof === 'auth' ? '.env' : null,
        },
      ]),
    ),
  ),
  'interface.output.spellingHolds': [[['compose']], [['compose', 'dotenv']]],
  'interface.search.join': [['一。', '二。']],
  'interface.search.nothingAnswers': [undefined, [], [465], [25, 587]].flatMap((open) => [
    [{ host: 'smtp.x.org', port: 25 }, [25, 465], undefined],
    [{ host: 'smtp.x.org', port: 25 }, [25, 465], { host: 'mail.y.org', open }],
  ]),
  'interface.letters.delayed': [['2026-01-02T03:04:05.000Z'], [null]],
  'interface.letters.refusedBy': [
    ['mx.x.org', 'mail.y.org', true],
    ['mx.x.org', null, false],
    [null, 'mail.y.org', false],
  ],
  'interface.letters.about': [
    ['Hello', '2026-01-02T03:04:05.000Z'],
    ['Hello', null],
  ],
  'interface.letters.foundIn': [['x', 12]],
  'interface.letters.progress': [[512, 3]],
  'interface.save.ask': [['.env']],
  'interface.save.saved': [['.env', '.env.bak']],
  ...Object.fromEntries(
    Object.entries(englishTexts.interface.save.refused).map(([problem, words]) => [
      `interface.save.refused.${problem}`,
      [['.env', 'SMTP_URI', '.env.bak'].slice(0, words.length)],
    ]),
  ),
  'interface.output.valueLength': [[12], [null]],
  'interface.output.summaryFailed': [['x']],
  'interface.output.more': [[3]],
  'interface.output.resolved': [[['192.0.2.1', '2001:db8::1']]],
  'interface.output.connected': [['192.0.2.1', 465]],
  'interface.output.certificate': [[['mail.x.org', '*.x.org'], 'X CA', '2026-01-02T03:04:05.000Z']],
  'interface.output.ehlo': [
    ['x', ['PIPELINING', 'STARTTLS']],
    ['x', []],
  ],
  'interface.output.took': [[11]],
  'interface.output.loggedIn': [['PLAIN']],
  'interface.output.loginRefused': [['PLAIN']],
  'interface.output.verifyPassed': [
    ['mail.x.org:465', true, true],
    ['mail.x.org:465', true, false],
    ['mail.x.org:465', false, true],
    ['mail.x.org:465', false, false],
  ],
  'interface.output.testPassed': [
    [['a@x.org'], false],
    [['a@x.org', 'b@x.org'], false],
    [['a@x.org'], true],
  ],
  'interface.output.testNext': [['<1@x.org>', 'tailchat smtp domain x.org']],
  'interface.output.failedAt': [['x', 'y']],
  'interface.output.foundAt': [['x', 'y', 12]],
  'interface.output.nothingFound': [
    [1, [], undefined, 32768],
    [12, ['Redis'], undefined, undefined],
    [2, [], { name: 'Ghost', log: 'docker logs ghost' }, undefined],
    [3, [], { name: 'Vaultwarden', log: 'docker logs', more: 'SMTP_DEBUG=true' }, undefined],
  ],
  'interface.output.recreatePod': [[undefined], ['deploy/tailchat']],
  'interface.output.apply': [
    ['k.yaml', 'deployment/tailchat'],
    [undefined, undefined],
  ],
  'interface.output.checkAgain': [['tailchat smtp verify']],
  'interface.output.checkSettings': [['tailchat smtp verify']],
  'interface.output.checkRecipient': [['tailchat smtp test --to you@example.com']],
  'interface.output.warning': [['x', 'sender-untested']],
  'interface.output.accepted': [['a@x.org']],
  'interface.output.rejected': [['a@x.org', '550 x']],
  'interface.output.recipientsAnswered': [[2, 30]],
  'interface.output.retry': [['x', 5]],
  'interface.output.summary': [
    ['verify', true],
    ['test', false],
  ],
  'interface.prompts.keep': [['smtps://x:***@mail.x.org']],
  'interface.prompts.foreign': [[['SMTP_HOST']], [['SMTP_HOST', 'SMTP_USER']]],
  'interface.prompts.useUri': [['smtps://x:***@mail.x.org']],
  'interface.mail.body': [[MAIL_FACTS]],
  'interface.sandboxMail.body': [[MAIL_FACTS]],
  'interface.headline': [['x', 'auth-failed']],
};

/** The Chinese texts that hold technical words only. */
const TECHNICAL = new Set([
  'interface.output.steps.dns',
  'interface.output.steps.tls',
  'interface.output.steps.ehlo',
  'interface.output.steps.starttls',
  'interface.output.join',
  'interface.output.took',
  'interface.output.resolved',
  'interface.output.readers.compose',
  'interface.output.readers.docker',
  'interface.output.readers.compose1',
  'interface.output.readers.podman',
  'interface.output.readers.kubectl',
  'interface.output.readers.node',
  'interface.output.readers.node20',
  'interface.output.readers.python-dotenv',
  'interface.output.readers.bash',
  'interface.output.readers.dash',
  'interface.output.readers.zsh',
  'interface.prompts.uri',
  'interface.language',
  'interface.headline',
]);

const CJK = /[\u4e00-\u9fff]/;

/** A value that is no group of further texts. */
interface Leaf {
  path: string;
  value: unknown;
}

function leavesOf(value: unknown, path = ''): Leaf[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [{ path, value }];
  return Object.entries(value).flatMap(([key, inner]) =>
    leavesOf(inner, path ? `${path}.${key}` : key),
  );
}

/** What a leaf says: itself, or what it returns for each of its samples. */
function wordsOf({ path, value }: Leaf): unknown[] {
  if (typeof value !== 'function') return [value];
  const samples = SAMPLES[path];
  if (!samples) throw new Error(`Add sample arguments for ${path}`);
  for (const sample of samples) expect(sample.length, path).toBe(value.length);
  return samples.map((sample) => value(...sample));
}

/** The lines of a text, which is a string or a list of them. */
function linesOf(said: unknown, path: string): string[] {
  const lines = Array.isArray(said) ? said.flat() : [said];
  expect(lines.length, path).toBeGreaterThan(0);
  for (const line of lines) expect(line, path).toBeTypeOf('string');
  return lines;
}

/** Where a text stands and of which kind it is. */
function shapeOf(texts: object): string[] {
  return leavesOf(texts)
    .map(({ path, value }) =>
      typeof value === 'function' ? `${path}(${value.length})` : `${path}: ${typeof value}`,
    )
    .sort();
}

describe.each(LANGUAGES)('the interface in %s', (_language, texts) => {
  it.each(leavesOf(texts))('has words for $path', (leaf) => {
    for (const said of wordsOf(leaf)) {
      for (const line of linesOf(said, leaf.path)) {
        expect(line).toMatch(/\S/);
        expect(line).not.toMatch(/undefined|null|NaN|\[object|\$\{/);
        expect(line).not.toMatch(/—|\s–\s/);
        expect(line).not.toMatch(/^\s|[^\S\n]$| {2}/);
      }
    }
  });
});

describe('the interface', () => {
  it('has the same texts in both languages', () => {
    expect(shapeOf(CHINESE)).toEqual(shapeOf(ENGLISH));
  });

  it('is tested with samples and exceptions that are still in use', () => {
    const paths = new Set(leavesOf(ENGLISH).map(({ path }) => path));
    for (const path of [...Object.keys(SAMPLES), ...TECHNICAL]) {
      expect(paths.has(path), path).toBe(true);
    }
  });
});

describe('the Chinese interface', () => {
  it.each(leavesOf(CHINESE))('is Chinese in $path', (leaf) => {
    for (const said of wordsOf(leaf)) {
      for (const line of linesOf(said, leaf.path)) {
        const isCommand =
          /^(?:docker|docker-compose|podman|systemctl|tailchat|kubectl) [a-zA-Z/ .&@|-]+$/.test(
            line,
          );
        if (isCommand || TECHNICAL.has(leaf.path)) expect(line).not.toMatch(CJK);
        else expect(line).toMatch(CJK);
        expect(line).not.toMatch(/[\u4e00-\u9fff] [\u4e00-\u9fff]/);
        expect(line).not.toMatch(/[\u4e00-\u9fff][,;?!:]/);
      }
    }
  });

  it('names each step in at most four characters, or by its technical word', () => {
    for (const name of Object.values(CHINESE.interface.output.steps)) {
      expect(name).toMatch(/^([\u4e00-\u9fff]{1,4}|[A-Z]+)$/);
    }
  });

  it('says where a setting came from', () => {
    const { from } = CHINESE.interface.output;
    const source = { kind: 'file', file: 'docker-compose.env', line: 20 } as const;
    expect(from('x', 'SMTP_URI', source)).toBe('x（SMTP_URI 来自 docker-compose.env:20）');
    expect(from('x', 'SMTP_URI', { kind: 'env' })).toBe('x（SMTP_URI 来自环境变量）');
  });
});
