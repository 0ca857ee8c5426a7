// Writes docs/domain: a page for each code that `tailchat smtp domain` gives, of the command's own words and of what is
// written by hand in domain-notes.js. A test fails while a page is not what this makes.
//   npm run docs
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DOMAIN_NOTES } from './domain-notes.js';
import { loadSource } from './load-source.js';

/** Exit codes of the failures that have one of their own. */
const EXIT_CODES = /** @type {Record<string, number>} */ ({
  'domain-unknown': 68,
  'dns-unavailable': 75,
});

const WORDS = /** @type {const} */ ({
  en: {
    means: 'What it means',
    tell: 'How to look for yourself',
    doing: 'What to do',
    colon: ': ',
    ends: {
      failed: (/** @type {number} */ code) => `The command ends with ${code}.`,
      either: (/** @type {number} */ code) =>
        `As a failure it ends the command with ${code}, as a warning with 0.`,
      warning: () => 'It is a warning: the command ends with 0, unless something else is wrong.',
      unknown: (/** @type {number} */ code) =>
        `Nobody knows whether anything is wrong: the command ends with ${code}.`,
      ok: () => 'Nothing is wrong: it is only said.',
    },
  },
  'zh-CN': {
    means: '含义',
    tell: '自己查看',
    doing: '怎么办',
    colon: '：',
    ends: {
      failed: (/** @type {number} */ code) => `命令的退出码是 ${code}。`,
      either: (/** @type {number} */ code) => `作为失败时退出码是 ${code}，作为警告时是 0。`,
      warning: () => '这是警告：没有其他问题时退出码是 0。',
      unknown: (/** @type {number} */ code) => `无法判断是否有问题：退出码是 ${code}。`,
      ok: () => '没有问题，仅作说明。',
    },
  },
});

/** @returns {Promise<Map<string, string>>} the pages by their path, from the project's root */
export async function domainPages() {
  const [{ domain: english }, { domain: chinese }, { DOMAIN_CODES }] = await Promise.all([
    loadSource('language/en/domain/index.ts'),
    loadSource('language/zh-cn/domain/index.ts'),
    loadSource('report/domain-report.ts'),
  ]);
  const codes = /** @type {(keyof typeof DOMAIN_NOTES)[]} */ (DOMAIN_CODES);
  const pages = codes.map((code) => {
    const parts = [section('en', english, code), section('zh-CN', chinese, code)];
    return /** @type {const} */ ([
      `docs/domain/${code}.md`,
      `# \`${code}\`\n\n${parts.join('\n')}`,
    ]);
  });
  const rows = codes.map((code) => {
    const { title } = wordsOf(english, code);
    return `| [\`${code}\`](${code}.md) | ${title} | ${wordsOf(chinese, code).title} |`;
  });
  const head =
    '# What `tailchat smtp domain` finds\n\nEach finding has one of these codes. `npm run docs` writes the pages.\n\n| code | | |\n|---|---|---|\n';
  return new Map([['docs/domain/README.md', `${head}${rows.join('\n')}\n`], ...pages]);
}

/**
 * @param {any} texts
 * @param {keyof typeof DOMAIN_NOTES} code
 */
function wordsOf(texts, code) {
  const { facts, status } = DOMAIN_NOTES[code];
  return texts.findings[/** @type {string} */ (facts.kind)](facts, status);
}

/**
 * @param {'en' | 'zh-CN'} language
 * @param {any} texts
 * @param {keyof typeof DOMAIN_NOTES} code
 */
function section(language, texts, code) {
  const words = WORDS[language];
  const { status, tell } = DOMAIN_NOTES[code];
  const { title, explanation, nextSteps } = wordsOf(texts, code);
  const steps = nextSteps.map(
    (/** @type {string} */ step, /** @type {number} */ index) => `${index + 1}. ${step}`,
  );
  const parts = [
    `## ${title}`,
    `**${words.means}**${words.colon}${explanation}`,
    `**${words.tell}**${words.colon}${tell[language]}`,
    ...(steps.length > 0 ? [`**${words.doing}**${words.colon.trim()}\n\n${steps.join('\n')}`] : []),
    words.ends[status](EXIT_CODES[code] ?? 78),
  ];
  return `${parts.join('\n\n')}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = fileURLToPath(new URL('..', import.meta.url));
  for (const [path, text] of await domainPages()) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}
