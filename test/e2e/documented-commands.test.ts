import { spawn } from 'node:child_process';
import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ExitCode } from '../../src/exit-codes.js';
import { BIN, NODE, plantPassword } from '../helpers/run-bin.js';
import { folderWith, runJson, SENDER, startSmtp, USER, uriOf } from './support.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const BOUNCE =
  'From: MAILER-DAEMON\nSubject: Undelivered Mail\nMIME-Version: 1.0\n\n<a@x.org>: host mx.x.org said: 550 5.1.1 User unknown\n';
/** What ends the shell where there is no such program. */
const NO_SUCH_PROGRAM = 127;

/** A command line that some page tells people to run. */
interface Documented {
  line: string;
  page: string;
}

async function pages(): Promise<string[]> {
  const inDocs = await readdir(join(ROOT, 'docs'), { recursive: true });
  return ['README.md', 'README.zh-CN.md', ...inDocs.map((name) => join('docs', name))].filter(
    (name) => name.endsWith('.md'),
  );
}

/** Every command line of ours in the code of the pages, each once. */
async function documented(): Promise<Documented[]> {
  const found = new Map<string, string>();
  for (const page of await pages()) {
    const text = await readFile(join(ROOT, page), 'utf8');
    const blocks = [...text.matchAll(/```sh\n(.*?)```/gs)].flatMap(([, block = '']) =>
      block.split('\n'),
    );
    const spans = [...text.matchAll(/`([^`\n]+)`/g)].map(([, span = '']) => span);
    for (const code of [...blocks, ...spans]) {
      const line = code.replace(/\s+# .*/, '').trim();
      if (/(^|\| )(tailchat|npx tailchat-cli-smtp) smtp( |$)/.test(line)) found.set(line, page);
    }
  }
  return [...found].map(([line, page]) => ({ line, page }));
}

/** A folder as the pages speak of it, with a mail server that takes what comes, and programs of the names that they use. */
async function scene(): Promise<{ cwd: string; env: Record<string, string> }> {
  const password = plantPassword();
  const server = await startSmtp({ security: 'plain', users: { [USER]: password } });
  const cwd = await folderWith({
    'docker-compose.env': `SMTP_URI=${uriOf(server, { password })}\nSMTP_SENDER=${SENDER}\n`,
    'bounce.eml': BOUNCE,
  });
  const programs = join(cwd, 'programs');
  await mkdir(programs);
  const write = async (name: string, script: string) => {
    await writeFile(join(programs, name), `#!/bin/sh\n${script}\n`);
    await chmod(join(programs, name), 0o755);
  };
  const ours = `exec '${NODE}' '${BIN}' "$@"`;
  await write('tailchat', ours);
  await write('npx', `shift; ${ours}`);
  await write('docker', 'test "$2" = logs && echo "Error: Invalid login: 535 5.7.8 no" || exit 1');
  return { cwd, env: { PATH: `${programs}:/usr/bin:/bin`, HOME: cwd, LANG: 'C' } };
}

async function runLine(line: string, { cwd, env }: Awaited<ReturnType<typeof scene>>) {
  const child = spawn('sh', ['-c', line], { cwd, env });
  child.stdin.end('imaps://a%40x.org:p@127.0.0.1:1\n');
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  }
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, said };
}

/** Words that stand for the reader's own, as he would write them; what would ask DNS stays at home. */
function asTyped(line: string): string {
  return line
    .replace(/ <[^>]+>/g, ' qq')
    .replaceAll('…', 'x')
    .replace(/ smtp domain\b/, ' smtp domain --offline');
}

const lines = await documented();

describe.concurrent('what the pages tell people to run', () => {
  it('is found', () => {
    expect(lines.length).toBeGreaterThan(15);
    expect(lines.map(({ line }) => line)).toEqual(
      expect.arrayContaining(['tailchat smtp verify', 'tailchat smtp explain bounce.eml']),
    );
  });

  it.each(lines)('$line ($page)', async ({ line }) => {
    const place = await scene();
    const { code, said } = await runLine(asTyped(line), place);
    const wrong = [ExitCode.usage, ExitCode.software, NO_SUCH_PROGRAM, null];
    expect(wrong, said).not.toContain(code);
    if (
      / (verify|test|explain|providers)\b/.test(line) &&
      !/--(in|await)\b|--settings|--env-file/.test(line)
    ) {
      expect(code, said).toBe(0);
    }
  });
});

describe('the two lines that the pages tell people to write', () => {
  it.each([
    'README.md',
    'README.zh-CN.md',
    'docs/mail-in-tailchat.md',
    'docs/mail-in-tailchat.zh-CN.md',
  ])('of %s are read alike by every program', async (page) => {
    const text = await readFile(join(ROOT, page), 'utf8');
    const lines = text.match(/^ *SMTP_(?:URI|SENDER)=.*$/gm)?.map((line) => line.trim()) ?? [];
    expect(lines.map((line) => line.split('=', 1)[0])).toEqual(['SMTP_URI', 'SMTP_SENDER']);
    // The example's own password would be told as that of an example.
    const own = lines.join('\n').replace(':password@', ':Wq7Zx9Kv3Tn5@');
    const cwd = await folderWith({ 'docker-compose.env': `${own}\n` });
    const { report } = await runJson(['verify', '--offline', '--strict'], { cwd });
    expect(report).toMatchObject({ ok: true, warnings: [] });
  });
});
