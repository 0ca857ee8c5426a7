// Writes docs/providers: a table of the known providers in each language, of the very data that
// `tailchat smtp providers` shows. A test fails while a page is not what this makes.
//   npm run docs
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadSource } from './load-source.js';

const PAGES = /** @type {const} */ ([
  {
    ...{
      language: 'en',
      path: 'docs/providers.md',
      title: 'Providers',
      other: '[简体中文](providers.zh-CN.md)',
    },
    intro:
      'What to write into `SMTP_URI` for each provider. Put your own values in place of `<user>` and `<password>`, percent-encoded: ' +
      '`@` is `%40`, `#` is `%23`, `/` is `%2F`. `tailchat smtp providers <name>` says more of one: limits, senders, help pages.',
    head: ['provider', '`SMTP_URI`', 'user', 'password', 'checked'],
  },
  {
    ...{
      language: 'zh-CN',
      path: 'docs/providers.zh-CN.md',
      title: '服务商',
      other: '[English](providers.md)',
    },
    intro:
      '各家服务商的 `SMTP_URI` 写法。把 `<user>` 和 `<password>` 换成你自己的值，并做百分号编码：`@` 写成 `%40`，`#` 写成 `%23`，`/` 写成 `%2F`。' +
      '`tailchat smtp providers <名称>` 会给出一家的更多信息：限额、发件人、帮助页面。',
    head: ['服务商', '`SMTP_URI`', '用户名', '密码', '核对日期'],
  },
]);

/** The pages by their paths from the root. */
export async function providerPages() {
  const [{ listedProviders, LISTED_KINDS }, { describeProviders }] = await Promise.all([
    loadSource('providers/search.ts'),
    loadSource('words/describe-providers.ts'),
  ]);
  /** @type {Map<string, string>} */
  const pages = new Map();
  for (const { language, path, title, other, intro, head } of PAGES) {
    const { providerList: texts } = await loadSource(
      `language/${language.toLowerCase()}/provider-list.ts`,
    );
    /** @type {import('../src/report/provider-list.js').ProviderEntry[]} */
    const entries = describeProviders(listedProviders(), language, texts).providers;
    const sections = LISTED_KINDS.map((/** @type {'mailbox'} */ kind) => {
      const rows = entries.filter((entry) => entry.kind === kind).map(row);
      const table = [line(head), `|${head.map(() => '---').join('|')}|`, ...rows].join('\n');
      return `## ${texts.kinds[kind]}\n\n${table}`;
    });
    pages.set(path, `# ${title}\n\n${other}\n\n${intro}\n\n${sections.join('\n\n')}\n`);
  }
  return pages;
}

/** @param {import('../src/report/provider-list.js').ProviderEntry} entry */
function row({ name, servers, user, password, checked }) {
  const cells = [name, `\`${servers[0]?.uri}\``, user?.words ?? '', password?.name ?? '', checked];
  return line(cells.map((cell) => cell.replaceAll('|', '\\|')));
}

/** @param {readonly string[]} cells */
function line(cells) {
  return `| ${cells.join(' | ')} |`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = fileURLToPath(new URL('..', import.meta.url));
  for (const [path, text] of await providerPages()) writeFileSync(join(root, path), text);
}
