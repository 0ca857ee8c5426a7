// Writes docs/causes: a page for each cause, of the command's own words and of what is written by hand in
// cause-notes.js. A test fails while a page is not what this makes.
//   npm run docs
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { HOW_TO_TELL } from './cause-notes.js';
import { loadSource } from './load-source.js';

/** What stands for a user's own values. */
const FACTS = {
  host: 'smtp.example.com',
  port: 587,
  user: 'me@example.com',
  senderAddress: 'chat@example.com',
  recipients: ['you@example.org'],
  timeoutSeconds: 30,
};

/** Causes of those who have no login in their settings. */
const WITHOUT_LOGIN = ['auth-required', 'relay-denied', 'ip-blocked'];

/** What may pass within a minute; the others take a quarter of an hour, or days. */
const SOON = [
  ...['dns-unavailable', 'connection-refused', 'connection-timeout', 'network-unreachable'],
  ...['server-silent', 'connection-closed', 'timeout', 'server-busy', 'server-error'],
];

/** @param {string} cause */
function factsOf(cause) {
  return WITHOUT_LOGIN.includes(cause) ? { ...FACTS, user: undefined, port: 25 } : FACTS;
}

const WORDS = /** @type {const} */ ({
  en: {
    means: 'What it means',
    tell: 'How to tell',
    colon: ': ',
    doing: 'What to do',
    passes: {
      stays: 'It does not go away by itself.',
      passing: 'It goes away by itself only where the server says that it is temporary.',
      byCode:
        'Where the reply begins with 4, it ends with 75, and the failure may go away by itself: `--wait 60` tries again.',
      soon: 'It may go away by itself: `--wait 60` tries again.',
      later: 'It may go away by itself, later: the same again at once does not help.',
    },
    code: (/** @type {number} */ code) => `The command ends with ${code}.`,
  },
  'zh-CN': {
    means: '含义',
    tell: '如何判断',
    colon: '：',
    doing: '怎么办',
    passes: {
      stays: '不会自行消失。',
      passing: '只有服务器说明是暂时的，才会自行消失。',
      byCode: '回复以 4 开头时退出码是 75，问题可能自行消失：`--wait 60` 会重试。',
      soon: '可能自行消失：`--wait 60` 会重试。',
      later: '可能过一段时间自行消失：马上重试没有用。',
    },
    code: (/** @type {number} */ code) => `命令的退出码是 ${code}。`,
  },
});

/** @returns {Promise<Map<string, string>>} the pages by their path, from the project's root */
export async function causePages() {
  const [{ CAUSES }, { texts: english }, { texts: chinese }] = await Promise.all([
    loadSource('report/causes.ts'),
    loadSource('language/en/index.ts'),
    loadSource('language/zh-cn/index.ts'),
  ]);
  const names = Object.keys(CAUSES);
  const pages = names.map((cause) => {
    const parts = [section('en', english, CAUSES, cause), section('zh-CN', chinese, CAUSES, cause)];
    const page = `# \`${cause}\`\n\n${parts.join('\n')}`;
    return /** @type {const} */ ([`docs/causes/${cause}.md`, page]);
  });
  const rows = names.map((cause) => {
    const { title } = english.causes[cause](factsOf(cause));
    return `| [\`${cause}\`](${cause}.md) | ${title} | ${chinese.causes[cause](factsOf(cause)).title} |`;
  });
  const head =
    '# Causes\n\nEach failure names one of these. `npm run docs` writes the pages.\n\n| cause | | |\n|---|---|---|\n';
  return new Map([['docs/causes/README.md', `${head}${rows.join('\n')}\n`], ...pages]);
}

/**
 * @param {'en' | 'zh-CN'} language
 * @param {any} texts
 * @param {Record<string, { exitCode: number, retryable: boolean, mayPass: boolean }>} causes
 * @param {string} cause
 */
function section(language, texts, causes, cause) {
  const words = WORDS[language];
  const { title, explanation, nextSteps } = texts.causes[cause](factsOf(cause));
  const note = HOW_TO_TELL[/** @type {keyof typeof HOW_TO_TELL} */ (cause)];
  const info = causes[cause];
  if (!note || !info) throw new Error(`cause-notes.js has nothing about ${cause}`);
  const steps = nextSteps.map(
    (/** @type {string} */ step, /** @type {number} */ index) => `${index + 1}. ${step}`,
  );
  const lasting = info.mayPass ? 'passing' : 'stays';
  const passes =
    cause === 'server-error'
      ? 'byCode'
      : info.retryable
        ? SOON.includes(cause)
          ? 'soon'
          : 'later'
        : lasting;
  const last = `${words.code(info.exitCode)} ${words.passes[passes]}`;
  const parts = [
    `## ${title}`,
    `**${words.means}**${words.colon}${explanation}`,
    `**${words.tell}**${words.colon}${note[language]}`,
    `**${words.doing}**${words.colon.trim()}\n\n${steps.join('\n')}`,
    language === 'en' ? last : last.replace('。 ', '。'),
  ];
  return `${parts.join('\n\n')}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = fileURLToPath(new URL('..', import.meta.url));
  for (const [path, text] of await causePages()) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}
