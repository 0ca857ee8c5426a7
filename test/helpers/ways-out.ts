import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { exitCodeOf } from '../../src/commands/run-to-end.js';
import { explain, sendTest, verify } from '../../src/index.js';
import { commandLineTexts, loadTexts } from '../../src/language/index.js';
import { main } from '../../src/main.js';
import { formatDiff } from '../../src/output/diff.js';
import { formatPasteLines } from '../../src/output/paste-lines.js';
import { styleOf } from '../../src/output/style.js';
import { maskTypedUri } from '../../src/prompts/mask-typed.js';
import { Secret } from '../../src/safety/secret.js';
import { setInEnvFile } from '../../src/settings/saving/set-in-env-file.js';
import { maskSmtpUri } from '../../src/settings/uri/mask-uri.js';
import { readUri } from '../../src/settings/uri/read-uri.js';
import type { Damaged } from './damage.js';
import { createFakeContext, type FakeContextOptions } from './fake-context.js';
import { CLIENT_FORMS, ECHOES } from './paste-forms.js';

/** All that one way out prints of a value, wherever it prints it. */
export type WayOut = (damaged: Damaged, cwd: string) => Promise<string>;

const GOOD = { SMTP_URI: 'smtp://127.0.0.1:1', SMTP_SENDER: 'a@x.org' };
const OFFLINE = ['verify', '--offline'];

async function run(words: string[], options: FakeContextOptions): Promise<string> {
  const context = createFakeContext({ argv: ['smtp', ...words], ...options });
  const code = await main(context);
  return `${code}\n${context.out}\n${context.err}`;
}

const inEnvironment =
  (...words: string[]): WayOut =>
  ({ value }, cwd) =>
    run([...OFFLINE, ...words], { cwd, env: { ...GOOD, SMTP_URI: value } });

const asSender =
  (...words: string[]): WayOut =>
  ({ value }, cwd) =>
    run([...OFFLINE, ...words], { cwd, env: { ...GOOD, SMTP_SENDER: value } });

/** A file by the content that it gets. */
const inFile =
  (name: string, content: (value: string) => string, ...words: string[]): WayOut =>
  async ({ value }, cwd) => {
    await writeFile(join(cwd, name), content(value));
    try {
      return await run([...OFFLINE, ...words], { cwd, env: {} });
    } finally {
      await rm(join(cwd, name));
    }
  };

const words =
  (of: (value: string) => string[], env: Record<string, string> = GOOD): WayOut =>
  ({ value }, cwd) =>
    run(of(value), { cwd, env });

/** The files that a run leaves behind, and what it prints. */
const withReports: WayOut = async ({ value }, cwd) => {
  const out = join(cwd, 'out');
  await mkdir(out, { recursive: true });
  const files = ['html', 'junit', 'github', 'prometheus'].flatMap((name) => [
    '--report',
    name,
    `out/${name}`,
  ]);
  const env = { CI: 'true', GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: join(out, 'summary') };
  try {
    const printed = await run([...OFFLINE, '--verbose', '--strict', ...files], {
      cwd,
      env: { ...GOOD, ...env, SMTP_URI: value },
    });
    const names = await readdir(out);
    const written = await Promise.all(names.map((name) => readFile(join(out, name), 'utf8')));
    return [printed, ...written].join('\n');
  } finally {
    await rm(out, { recursive: true });
  }
};

const typed: WayOut = async ({ value }) => {
  const steps = Array.from({ length: value.length }, (_, end) => value.slice(0, end + 1));
  return [...steps.map(maskTypedUri), maskSmtpUri(value.trim())].join('\n');
};

/** What the question whether to save shows, for a line that is replaced by one that works. */
const saved: WayOut = async ({ value }) => {
  const style = styleOf(createFakeContext().stderr, {}, false);
  const wanted = { variable: 'SMTP_URI', value: new Secret('smtps://me:pw@mail.example') } as const;
  const shown = (['dotenv', 'compose', 'docker'] as const).flatMap((reader) => {
    const use = { reader, lookup: () => undefined };
    const line = setInEnvFile(Buffer.from(`SMTP_URI=${value}\nA=1\n`), wanted, use);
    const change = { variable: 'SMTP_URI', value: new Secret(value) } as const;
    const other = setInEnvFile(Buffer.from('A=1\n'), change, use);
    const edits = [line, other].filter((edit) => edit !== undefined);
    return [
      formatDiff('.env', edits, { style, showsSecrets: false }),
      inspect(edits.map((e) => ({ ...e, content: '' }))),
    ];
  });
  const found = { value: new Secret(value), source: { kind: 'prompt' } } as const;
  const { prompts } = (await loadTexts('en')).interface;
  const lines = formatPasteLines(
    { uri: readUri(found), sender: found },
    { showsSecrets: false, isProven: true, mayAsk: false },
    prompts,
  );
  return [...shown, lines].join('\n');
};

const inLibrary: WayOut = async ({ value }, cwd) => {
  const told: unknown[] = [];
  const onEvent = (event: unknown) => told.push(event);
  const common = { offline: true, cwd, onEvent };
  const outcomes = await Promise.allSettled([
    verify({ ...common, uri: value, sender: value }),
    verify({ ...common, env: { SMTP_URI: value } }),
    verify({ ...common, uri: value, lang: value as 'en' }),
    verify({ ...common, uri: value, envFormat: value as 'auto' }),
    verify({ ...common, uri: value, timeout: value as unknown as number }),
    verify({ ...common, uri: value, wait: value as unknown as number }),
    verify({ ...common, uri: value, envFiles: [value] }),
    sendTest({ uri: 'smtp://127.0.0.1:1', sender: 'a@x.org', to: value, suggest: false }),
    sendTest({
      uri: 'smtp://127.0.0.1:1',
      sender: 'a@x.org',
      to: 'a@x.org',
      subject: `${value}\n`,
    }),
    explain(value, { lang: value as 'en' }),
    explain(value),
  ]);
  return [...outcomes, ...told].map((part) => inspect(part, { depth: 9 })).join('\n');
};

const bug: WayOut = async ({ value }) => {
  const context = createFakeContext({ argv: ['smtp', 'verify', '--verbose'] });
  const { usage } = commandLineTexts('en');
  const errors = [new TypeError(`Invalid URL: '${value}'`), new Error(value), value, JSON.parse];
  for (const error of errors) await exitCodeOf(error, context, usage);
  return context.err;
};

const ENV_FILES: [string, (value: string) => string][] = [
  ['.env', (value) => `SMTP_URI=${value}\nSMTP_SENDER=a@x.org\n`],
  ['docker-compose.env', (value) => `A=1\nSMTP_URI=${value}\nSMTP_URI=${value} # x\n`],
  ['.env', (value) => `SMTP_URI: ${value}\n`],
  ['.env', (value) => `SMTP_URI="${value}\n`],
  ['.env', (value) => `export SMTP_URI='${value}' # ${value}\n`],
  ['docker-compose.env', (value) => `SMTP_URI="${value}"\nSMTP_SENDER=${value}\n`],
  ['.env', (value) => `SMTP_URL=${value}\nsmtp_uri=${value}\nMAIL_URL=${value}\n`],
  ['.env', (value) => `${value}=SMTP_URI\n${value}\n`],
  ['docker-compose.env', (value) => `SMTP_URI=$${value}\nSMTP_SENDER=\${${value}}\n`],
  ['compose.yaml', (value) => `services:\n  a:\n    environment:\n      SMTP_URI: ${value}\n`],
  ['compose.yaml', (value) => `services:\n  a:\n    environment:\n      - SMTP_URI=${value}\n`],
  ['compose.yaml', (value) => `services:\n  a: { env_file: "${value}" }\n  ${value}: x\n`],
  [
    'compose.yaml',
    (value) => `x: &m { SMTP_URI: "${value}" }\nservices:\n  a: { environment: *m }\n`,
  ],
  ['compose.yaml', (value) => `services:\n  a:\n    environment: { SMTP_URI: '${value}' }\n`],
  ['compose.yaml', (value) => `services:\n  a:\n    environment: [SMTP_URI=\${M:-${value}}]\n`],
  [
    'compose.yaml',
    (value) => `services:\n  a:\n    environment:\n      SMTP_URI: >-\n        ${value}\n`,
  ],
  ['Dockerfile', (value) => `FROM node\nENV SMTP_URI="${value}"\nENV SMTP_PASS ${value}\n`],
  ['mail.service', (value) => `[Service]\nEnvironment="SMTP_URI=${value}" A=${value}\n`],
  ['values.yaml', (value) => `env:\n  SMTP_URI: ${value}\nsmtp:\n  password: ${value}\n`],
  ['settings.json', (value) => JSON.stringify({ SMTP_URI: value, smtp: { pass: value } })],
  ['run.sh', (value) => `docker run -e SMTP_URI='${value}' -e SMTP_PASS=${value} tailchat\n`],
  [
    'deployment.yaml',
    (value) =>
      `kind: ConfigMap\nmetadata: { name: m }\ndata:\n  SMTP_URI: ${value}\n---\nkind: Deployment\nmetadata: { name: d }\nspec: { template: { spec: { containers: [ { name: c, envFrom: [ { configMapRef: { name: m } } ] } ] } } }\n`,
  ],
  [
    'secret.yaml',
    (value) =>
      `kind: Secret\nmetadata: { name: m }\nstringData: { SMTP_URI: "${value}" }\ndata: { SMTP_SENDER: ${Buffer.from(value).toString('base64')} }\n`,
  ],
];

/** The files that are found in a folder. Others are named. */
const FOUND = /^(?:\.env|docker-compose\.env|compose\.yaml)$/;

const namedAs = (name: string) => (FOUND.test(name) ? [] : ['--settings', name]);

/** A password in one of the forms of a paste, and a line that repeats it. Which ones, its own letters tell. */
const inPaste =
  (...words: string[]): WayOut =>
  ({ value, secret }, cwd) => {
    const number = Number.parseInt(createHash('sha1').update(value).digest('hex').slice(0, 8), 16);
    const form = CLIENT_FORMS[number % CLIENT_FORMS.length];
    const echo = ECHOES[number % ECHOES.length];
    const given = number % 3 === 0 ? value : secret;
    const stdin = `${form?.(given)}\n${echo?.(secret)}\n`;
    return run(['explain', ...words], { cwd, env: {}, stdin });
  };

/** Every way in which a setting, or what a person puts in its place, can come out again. */
export const WAYS_OUT: Readonly<Record<string, WayOut>> = {
  'the environment': inEnvironment(),
  'the environment, as JSON': inEnvironment('--json'),
  'the environment, in Chinese': inEnvironment('--lang', 'zh-CN', '-q'),
  'the sender': asSender('--verbose'),
  'the sender, as JSON': asSender('--json', '--strict', '--lang', 'zh-CN'),
  reports: withReports,
  typing: typed,
  saving: saved,
  'the library': inLibrary,
  'a bug': bug,
  '--uri': words((value) => [...OFFLINE, `--uri=${value}`, '--json']),
  '--sender': words((value) => [...OFFLINE, `--sender=${value}`]),
  '--to': words((value) => ['test', `--to=${value}`, '--no-suggest']),
  '--to, one of several': words((value) => [
    'test',
    '--to',
    'a@x.org',
    `--to=${value}`,
    '--json',
    '--no-suggest',
  ]),
  stdin: ({ value }, cwd) => run([...OFFLINE, '--uri', '-'], { cwd, env: {}, stdin: value }),
  'the wrong option': words((value) => [...OFFLINE, '--sender', 'a@x.org', '--env-file', value]),
  'an option with choices': words((value) => [...OFFLINE, `--lang=${value}`]),
  'another option with choices': words((value) => [
    ...OFFLINE,
    `--env-format=${value}`,
    '--lang',
    'zh-CN',
  ]),
  'an option for numbers': words((value) => [...OFFLINE, `--timeout=${value}`]),
  'a switch': words((value) => [...OFFLINE, `--json=${value}`]),
  'an unknown option': words((value) => [...OFFLINE, `--${value}`]),
  'letters of options': words((value) => [...OFFLINE, `-${value}`]),
  'a word too many': words((value) => [...OFFLINE, value]),
  'several words': words((value) => [...OFFLINE, ...value.split(' ')]),
  'an option twice': words((value) => [...OFFLINE, '--uri', value, '--uri', value]),
  'behind dashes': words((value) => [...OFFLINE, '--', value]),
  'a command': words((value) => [value]),
  '--html': words((value) => ['test', '--to', 'a@x.org', `--html=${value}`]),
  '--report': words((value) => [
    ...OFFLINE,
    '--report',
    'junit',
    `/dev/null/${value}`,
    '--report',
    value,
    value,
  ]),
  '--control-host': words((value) => [...OFFLINE, `--control-host=${value}`, '--json']),
  '--subject': words((value) => ['test', '--to', 'a@x.org', '--no-suggest', `--subject=${value}`]),
  explain: words((value) => ['explain', value]),
  'explain, a file beside it': words((value) => ['explain', '--file', 'x.log', `my ${value}`]),
  'explain, a name': words((value) => ['explain', '--file', value, '--json']),
  'explain in a log': ({ value }, cwd) =>
    run(['explain', '--json'], {
      cwd,
      env: {},
      stdin: `core | Error: Invalid login: 535 5.7.8 failed\nSMTP_URI=${value}\n`,
    }),
  'explain a paste': inPaste(),
  'explain a paste, as JSON': inPaste('--json', '--lang', 'zh-CN'),
  ...Object.fromEntries(
    ENV_FILES.flatMap(([name, content], index) => [
      [`${name} ${index}`, inFile(name, content, '--json', ...namedAs(name))],
      [
        `${name} ${index} for people`,
        inFile(name, content, '--env-format', 'auto', '--lang', 'zh-CN', ...namedAs(name)),
      ],
    ]),
  ),
};
