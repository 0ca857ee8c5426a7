import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith, run, runJson, startScript, uriOf } from './support.js';

const FILE = 'docker-compose.yml';
const OWN = 'docker-compose.env';
const VALUES = 'SMTP_URI=smtps://me%40x.org:Wq7Zx9Kv3Tn5@smtp.example:587/\nSMTP_SENDER=a@x.org\n';
const core = (rest: string) => `services:\n  core:\n    image: tailchat\n${rest}`;

/** A text as XML and HTML have it, on one line. */
const unescaped = (text: string) =>
  text
    .replace(/<\/?[a-z][\w-]*(?: class="[^"]*")?>/g, '')
    .replace(/&(lt|gt|quot|amp|#39|apos|#x27);/g, (_, name) => SIGNS[name] ?? '')
    .replace(/\s+/g, ' ');
const SIGNS: Record<string, string> = {
  ...{ lt: '<', gt: '>', quot: '"', amp: '&' },
  ...{ '#39': "'", apos: "'", '#x27': "'" },
};

const FOLDERS: [string, Record<string, string>, string?][] = [
  ['no service takes the file', { [FILE]: core("    environment: { A: '' }\n"), [OWN]: VALUES }],
  ['a compose file without Tailchat', { [FILE]: 'services: {}\n', [OWN]: VALUES }],
  ['the mask was copied', { [OWN]: VALUES.replace('Wq7Zx9Kv3Tn5', '***') }],
  ['a line that is none', { [FILE]: core(`    env_file: ${OWN}\n`), [OWN]: `${VALUES}A B=c\n` }],
  ['several services', { [FILE]: 'services:\n  a: { image: x }\n  b: { image: y }\n' }],
  ['an env file that is a folder', { [FILE]: core(`    env_file: ${OWN}\n`) }, OWN],
  ['two schemes', { [OWN]: VALUES.replace('smtps://', 'smtps://https://') }],
];

describe.concurrent.each(['en', 'zh-CN'])('all reports say the same: %s', (lang) => {
  it.each(FOLDERS)('%s', async (_, files, folder) => {
    const cwd = await folderWith(files);
    if (folder) await mkdir(join(cwd, folder));
    const offline = ['verify', '--offline', '--lang', lang];
    const reports = ['html', 'junit', 'prometheus', 'github'].flatMap((format) => [
      ...['--report', format, `out.${format}`],
    ]);
    const text = await run([...offline, ...reports], { cwd, env: { COLUMNS: '1000' } });
    const { report, code } = await runJson(offline, { cwd });
    expect(text.code).toBe(code);
    const said = [
      ...(report.failure ? [report.failure.title, ...report.failure.nextSteps] : []),
      ...report.warnings.map(({ message }) => message),
    ];
    expect(said.length).toBeGreaterThan(0);
    const read = async (format: string) => readFile(join(cwd, `out.${format}`), 'utf8');
    const outputs = [text.stdout, await read('html'), await read('junit')];
    for (const output of outputs.map(unescaped)) {
      for (const words of said) expect(output).toContain(words.replace(/\s+/g, ' '));
    }
    const cause = report.failure?.cause ?? '';
    expect(await read('prometheus')).toContain(cause === '' ? 'exit_code{' : `cause="${cause}"`);
    expect(await read('github')).toContain(report.failure?.cause ?? report.warnings[0]?.code);
  });
});

it('names the settings that were given in the commands that it advises', async () => {
  const uri = uriOf(await startScript({ replies: { MAIL: 'what?' } }));
  const cwd = await folderWith({ 'mail.env': `SMTP_URI=${uri}\nSMTP_SENDER=a@x.org\n` });
  const summary = join(cwd, 'summary');
  const env = { COLUMNS: '1000', GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: summary };
  const args = ['verify', '--settings', 'mail.env', '--env-format', 'docker', '--no-suggest'];
  const files = ['html', 'junit', 'github'].flatMap((name) => ['--report', name, `out.${name}`]);
  const text = await run([...args, ...files], { cwd, env });
  const advised = 'tailchat smtp verify --settings mail.env --env-format docker --verbose';
  const written = ['html', 'junit', 'github'].map((name) => `out.${name}`);
  const read = await Promise.all(
    [...written, 'summary'].map((name) => readFile(join(cwd, name), 'utf8')),
  );
  for (const words of [text.stdout, decodeURIComponent(text.stderr), ...read]) {
    expect(unescaped(words).replaceAll('\\', '')).toContain(advised);
  }
  const { report } = await runJson(args, { cwd });
  expect(report.failure?.nextSteps.join()).toContain(advised);
});
