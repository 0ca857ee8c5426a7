// Writes docs/providers and docs/mail-in-tailchat: a table of the known providers in each language, of the very data that
// `tailchat smtp providers` shows. A test fails while a page is not what this makes.
//   npm run docs
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadSource } from './load-source.js';

/**
 * The characters of user and password that a URI wants encoded. Compose reads a $ as the name of a variable.
 *
 * @param {string} is @param {string} comma
 */
function encoding(is, comma) {
  return [...'#/?\\%@:$']
    .map((one) => `\`${one}\`${is}\`%${one.charCodeAt(0).toString(16).toUpperCase()}\``)
    .join(comma);
}

const PAGES = /** @type {const} */ ([
  {
    ...{
      language: 'en',
      path: 'docs/providers.md',
      title: 'Providers',
      other: '[简体中文](providers.zh-CN.md)',
    },
    intro:
      'What to write into `SMTP_URI` for each provider. Replace `<user>` and `<password>` by your own values, percent-encoded: ' +
      `${encoding(' is ', ', ')}. ` +
      '`tailchat smtp providers <name>` shows the rest: limits, senders and help pages.',
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
      '各家服务商的 `SMTP_URI` 写法。把 `<user>` 和 `<password>` 换成你自己的值，并做百分号编码：' +
      `${encoding(' 写成 ', '，')}。` +
      '`tailchat smtp providers <名称>` 会给出一家的更多信息：限额、发件人、帮助页面。',
    head: ['服务商', '`SMTP_URI`', '用户名', '密码', '核对日期'],
  },
]);

/** The providers that people run Tailchat with most: their lines stand on the page for Tailchat's own documentation. */
const MOST_USED = [
  'qq',
  'netease',
  'exmail',
  'gmail',
  'icloud',
  'yahoo',
  'zoho',
  'ses',
  'sendgrid',
];

const LINES = `\`\`\`sh
SMTP_URI=smtps://user%40example.com:password@smtp.example.com:465/
SMTP_SENDER=user@example.com
\`\`\``;

const GUIDES = /** @type {const} */ ([
  {
    ...{ language: 'en', path: 'docs/mail-in-tailchat.md', all: 'providers.md' },
    /** @param {string} table @param {string} all */
    text: (table, all) => `# Send mail from Tailchat

[简体中文](mail-in-tailchat.zh-CN.md)

Tailchat's own documentation may take this page over, as it is or in parts. Tests keep it true.

Tailchat sends mail to recover passwords and to verify mail addresses. Its server reads two variables:

| variable | what it holds |
|---|---|
| \`SMTP_URI\` | the mail server, and the user and password to log in with |
| \`SMTP_SENDER\` | the address that the mail comes from, such as \`user@example.com\` or \`Tailchat <user@example.com>\` |

## Write them down

1. Find the line of your provider:

${table}

   More of them: [the list of providers](${all}).

2. Replace \`<user>\` and \`<password>\` by your own values, and percent-encode these characters in them:
   ${encoding(' is ', ', ')}.

3. Write both lines into \`docker-compose.env\`, without quotation marks:

${indented(LINES)}

4. Start the server with them. \`docker compose restart\` does not read the file again.

${indented('```sh\ndocker compose up -d\n```')}

## Check them

\`\`\`sh
# Does the server accept the login and the sender? No mail is sent.
tailchat smtp verify

# Send a mail.
tailchat smtp test --to you@example.com

# The server's log has an error: what does it mean?
docker compose logs service-core | tailchat smtp explain
\`\`\`

Many providers want a separate password for programs (an app password, an authorization code), and accept only the address of the login as
the sender. Many hosting companies block port 25: use 465 or 587.
`,
  },
  {
    ...{ language: 'zh-CN', path: 'docs/mail-in-tailchat.zh-CN.md', all: 'providers.zh-CN.md' },
    /** @param {string} table @param {string} all */
    text: (table, all) => `# 让 Tailchat 发送邮件

[English](mail-in-tailchat.md)

Tailchat 的官方文档可以直接采用本页，全部或部分都可以。本页的内容由测试保证正确。

Tailchat 用邮件找回密码、验证邮箱。服务端读取两个变量：

| 变量 | 内容 |
|---|---|
| \`SMTP_URI\` | 邮件服务器，以及登录用的用户名和密码 |
| \`SMTP_SENDER\` | 发件人地址，例如 \`user@example.com\` 或 \`Tailchat <user@example.com>\` |

## 写好配置

1. 找到你的服务商的写法：

${table}

   其他服务商见[服务商列表](${all})。

2. 把 \`<user>\` 和 \`<password>\` 换成你自己的值，其中的这些字符要做百分号编码：
   ${encoding(' 写成 ', '，')}。

3. 把这两行写进 \`docker-compose.env\`，不加引号：

${indented(LINES)}

4. 用新配置启动服务。\`docker compose restart\` 不会重新读取文件。

${indented('```sh\ndocker compose up -d\n```')}

## 检查配置

\`\`\`sh
# 服务器接受登录和发件人吗？不会发送邮件。
tailchat smtp verify

# 发一封邮件。
tailchat smtp test --to you@example.com

# 服务端日志里有报错：是什么意思？
docker compose logs service-core | tailchat smtp explain
\`\`\`

许多服务商要求第三方程序使用另外的密码（授权码、应用专用密码），并且只接受登录账号自己的地址作为发件人。云服务器通常封锁 25 端口，请用 465 或 587。
`,
  },
]);

/** @param {string} text */
function indented(text) {
  return text.replace(/^/gm, '   ');
}

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
  for (const { language, path, all, text } of GUIDES) {
    const { providerList: texts } = await loadSource(
      `language/${language.toLowerCase()}/provider-list.ts`,
    );
    /** @type {import('../src/report/provider-list.js').ProviderEntry[]} */
    const entries = describeProviders(listedProviders(), language, texts).providers;
    const rows = MOST_USED.map((id) => {
      const entry = entries.find((one) => one.id === id);
      if (!entry) throw new Error(`No provider ${id}`);
      return line([entry.name, `\`${entry.servers[0]?.uri}\``, entry.password?.name ?? '']);
    });
    const head = PAGES.find((page) => page.language === language)?.head ?? [];
    const columns = [head[0] ?? '', head[1] ?? '', head[3] ?? ''];
    const table = [line(columns), '|---|---|---|', ...rows].join('\n');
    pages.set(path, text(indented(table), all));
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
