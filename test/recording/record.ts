/**
 * Records what the program says, for two builds to be compared byte for byte:
 *
 *     npm run record -- FOLDER [ROOT] [texts]
 *
 * ROOT is the checkout to record, this one by default; with `texts`, only random facts are put into words. It runs from source, inside this process; each run is
 * a file of FOLDER, with its exit code, stdout, stderr and report files; the events of the library, and many
 * random facts put into words, stand beside them. What changes from run to run is taken out.
 */
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { readCorpus } from '../helpers/corpus.js';
import { createFakeContext } from '../helpers/fake-context.js';
import { startScriptedServer } from '../helpers/scripted-server.js';
import { CASES, type RecordedCase } from './cases.js';
import { normalise } from './normalise.js';
import { randomFacts, seededDraw } from './random-facts.js';
import { findingOf, randomFinding } from './random-findings.js';
import { sayInterface } from './random-interface.js';
import { randomWarnings } from './random-warnings.js';

const LANGUAGES = ['en', 'zh-CN'] as const;
const REPORTS = ['junit', 'github', 'prometheus'];
const FACT_SETS = 5000;
const BLOCK = 250;
const DIFFERENCES = ['policy', 'dmarc-testing', 'dmarc-percent', 'spf-read-on', 'spf-include-gone'];
const AT_ONCE = 6;

const [out = '', given, part] = process.argv.slice(2);
const here = fileURLToPath(new URL('../..', import.meta.url));
const root = resolve(given ?? here);
if (out === '') throw new Error('a folder is needed: npm run record -- FOLDER [ROOT]');
const load = (path: string) => import(pathToFileURL(join(root, 'src', path)).href);
const { main } = (await load('main.ts')) as typeof import('../../src/main.js');
const { sendTest, verify } = (await load('index.ts')) as typeof import('../../src/index.js');
const { loadDomainTexts, loadPageTexts, loadTexts } = (await load(
  'language/index.ts',
)) as typeof import('../../src/language/index.js');

async function save(name: string, text: string): Promise<void> {
  const file = join(out, name);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}

async function sideBySide<T>(items: readonly T[], act: (item: T) => Promise<void>): Promise<void> {
  const left = [...items].reverse();
  const work = async () => {
    for (let item = left.pop(); item !== undefined; item = left.pop()) await act(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

/** One run in each language and form. */
async function recordCase(one: RecordedCase): Promise<void> {
  for (const lang of LANGUAGES) {
    for (const form of ['text', 'json', 'terminal', 'github']) await recordRun(one, lang, form);
  }
}

async function recordRun(one: RecordedCase, lang: string, form: string): Promise<void> {
  const { args = ['verify'], env = {}, files = {}, stdin, name } = one;
  const target = await one.start?.();
  const cwd = await mkdtemp(join(tmpdir(), 'tailchat-smtp-record-'));
  try {
    const put = (text: string) => text.replaceAll('{port}', String(target?.port));
    for (const [file, text] of Object.entries(files)) await writeFile(join(cwd, file), put(text));
    const isCheck = args[0] === 'verify' || args[0] === 'test';
    const isReporting = isCheck && form === 'text' && !args.includes('--report');
    const reports = isReporting ? REPORTS.flatMap((each) => ['--report', each, each]) : [];
    const context = createFakeContext({
      argv: ['smtp', ...args.map(put), ...(form === 'json' ? ['--json'] : []), ...reports],
      env: {
        ...Object.fromEntries(Object.entries(env).map(([key, value]) => [key, put(value)])),
        LANG: lang,
        ...(form === 'github'
          ? { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: join(cwd, 's') }
          : {}),
      },
      cwd,
      ...(stdin === undefined ? {} : { stdin }),
      ...(form === 'terminal' ? { terminals: ['stdout', 'stderr'] as const, columns: 70 } : {}),
    } as Parameters<typeof createFakeContext>[0]);
    const code = await main(context);
    const written = await Promise.all(
      [...(isReporting ? REPORTS : []), 's'].map(async (file) => {
        const text = await readFile(join(cwd, file), 'utf8').catch(() => undefined);
        return text === undefined ? '' : `== ${file}\n${text}`;
      }),
    );
    // A spinner writes when it likes.
    const err = form === 'terminal' ? '' : `== stderr\n${context.err}\n`;
    const text = `exit ${code}\n== stdout\n${context.out}\n${err}${written.join('\n')}`;
    const names = new Map([[cwd, '<cwd>']]);
    if (target) names.set(String(target.port), '<port>');
    await save(`runs/${name}.${lang}.${form}.txt`, normalise(text, names));
  } finally {
    await target?.close();
    await rm(cwd, { recursive: true, force: true });
  }
}

/** What the library tells of a run. */
async function recordEvents(one: RecordedCase): Promise<void> {
  const { args = [], env = {}, name } = one;
  const target = await one.start?.();
  if (!target) return;
  const put = (text: string) => text.replaceAll('{port}', String(target.port));
  const uri = put(env.SMTP_URI ?? '');
  const sender = env.SMTP_SENDER;
  const events: unknown[] = [];
  const options = {
    ...{ uri, timeout: args.includes('--timeout') ? 0.6 : 20 },
    ...(sender === undefined ? {} : { sender }),
    onEvent: (event: unknown) => void events.push(structuredClone(event)),
  };
  try {
    const isTest = args[0] === 'test';
    const report = isTest
      ? await sendTest({ ...options, to: args[2] ?? '' })
      : await verify(options);
    const text = [...events, report].map((each) => JSON.stringify(each)).join('\n');
    const names = new Map([[String(target.port), '<port>']]);
    await save(`events/${name}.jsonl`, normalise(text, names));
  } finally {
    await target.close();
  }
}

/** Each reply of the corpus, explained. */
async function recordCorpus(): Promise<void> {
  for (const lang of LANGUAGES) {
    const texts: string[] = [];
    for (const { id, reply } of readCorpus()) {
      for (const form of [[], ['--json']]) {
        const argv = ['smtp', 'explain', '--lang', lang, ...form, '--', reply];
        const context = createFakeContext({ argv });
        const code = await main(context);
        texts.push(`=== ${id} ${code}\n${context.out}${context.err}`);
      }
    }
    await save(`explain.${lang}.txt`, texts.join('\n'));
  }
}

/** Each reply of the corpus that a server gives to a sender, live. */
async function recordSessions(): Promise<void> {
  const verbs: Record<string, string> = { auth: 'AUTH', 'mail-from': 'MAIL', 'rcpt-to': 'RCPT' };
  const texts: string[] = [];
  const replies = readCorpus().filter(({ step }) => verbs[step]);
  for (const { id, step, reply } of replies) {
    const said = reply.replaceAll('\n', '\r\n');
    const server = await startScriptedServer({ replies: { [verbs[step] ?? '']: said } });
    const { port } = server;
    const uri = `smtp://me%40example.com:Pw-8c1f2e77ab@127.0.0.1:${port}/`;
    const lang = texts.length % 2 === 0 ? 'en' : 'zh-CN';
    const to = 'you@example.org';
    const report = await sendTest({ uri, sender: 'me@example.com', to, lang, timeout: 20 });
    const names = new Map([[String(port), '<port>']]);
    texts.push(`=== ${id}\n${normalise(JSON.stringify(report, null, 1), names)}`);
    await server.close();
  }
  await save('sessions.txt', texts.join('\n'));
}

/** Many random facts in words: blocks of them as hashes, the first in full. */
async function recordFacts(): Promise<void> {
  for (const lang of LANGUAGES) {
    const texts = await loadTexts(lang);
    const domain = await loadDomainTexts(lang);
    const page = await loadPageTexts(lang);
    const draw = seededDraw(15);
    const said = new Map<string, string[]>();
    const note = (name: string, words: unknown) => {
      const all = said.get(name) ?? [];
      said.set(name, all);
      all.push(JSON.stringify(words));
    };
    for (let set = 0; set < FACT_SETS; set += 1) {
      const facts = randomFacts(draw);
      for (const kind of ['causes', 'bounces'] as const) {
        for (const [cause, describe] of Object.entries(texts[kind])) {
          const text = describe(facts);
          const nextSteps = texts.withProvider(text.nextSteps, facts.provider as never);
          note(`${kind}.${cause}`, { facts: set < 20 ? facts : null, ...text, nextSteps });
        }
      }
      const finding = randomFinding(draw);
      for (const [kind, describe] of Object.entries(domain.findings)) {
        note(`finding.${kind}`, describe(findingOf(kind, finding) as never, 'warning'));
      }
      note('domain', [
        ...DIFFERENCES.map((kind) =>
          domain.differs({ ...finding, kind, percent: 50 } as never, 'example.com'),
        ),
        domain.alignment.dmarc(finding.result as never, finding.policy as never),
        domain.wellWithWarnings('example.com', finding.count as number),
        page.total(set * 7),
      ]);
      for (const [name, words] of Object.entries(sayInterface(texts.interface, draw))) {
        note(`interface.${name}`, words);
      }
      for (const warning of randomWarnings(draw)) {
        const describe = texts.warnings[warning.code as keyof typeof texts.warnings];
        note(`warning.${warning.code}`, { warning, message: describe(warning as never) });
      }
    }
    for (const [name, all] of said) {
      const blocks = Array.from({ length: Math.ceil(all.length / BLOCK) }, (_, index) => {
        const block = all.slice(index * BLOCK, (index + 1) * BLOCK).join('\n');
        return createHash('sha1').update(block).digest('hex');
      });
      await save(`facts/${name}.${lang}.txt`, [...all.slice(0, 20), ...blocks, ''].join('\n'));
    }
  }
}

if (part !== 'texts') {
  await sideBySide(CASES, recordCase);
  await sideBySide(CASES, recordEvents);
  await recordCorpus();
  await recordSessions();
}
await recordFacts();
console.log(`recorded ${root}`);
