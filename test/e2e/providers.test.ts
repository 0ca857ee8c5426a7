import { describe, expect, it } from 'vitest';
import { expectNoSecret, plantPassword, runBin } from '../helpers/run-bin.js';
import { expectValidProviderList } from '../helpers/schema.js';

async function list(...words: string[]) {
  const { code, stdout, stderr } = await runBin(['smtp', 'providers', ...words, '--json']);
  const document = expectValidProviderList(JSON.parse(stdout));
  expect({ stderr, code }).toEqual({ stderr: '', code: document.exitCode });
  return document.providers.map(({ id }) => id);
}

describe.concurrent('providers', () => {
  it('lists those that mail can be handed to, by kind', async () => {
    const { code, stdout, stderr } = await runBin(['smtp', 'providers']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^Mailboxes\n {2}139 Mail .* smtps:\/\/<user>:<password>@/);
    expect(stdout).toContain('\nServices that send for others\n');
    expect(stdout).toContain('\nHosting companies\n');
    expect(stdout).not.toContain('pool=true');
    expect(stdout).toMatch(/^ {2}Outlook\.com\s+no password works/m);
    expect((await list()).length).toBeGreaterThan(50);
  });

  it.each([
    [['qq'], ['qq']],
    [['QQ', 'Mail'], ['qq']],
    [['smtp.exmail.qq.com'], ['exmail']],
    [['me@163.com'], ['netease']],
    [['企业'], ['exmail', 'netease-qiye']],
    [['Amazon'], ['ses']],
    [['smtps://me:pw@smtp.qq.com:465/'], ['qq']],
    [['email-smtp.eu-west-1.amazonaws.com:465'], ['ses']],
    [['mailbox.org'], ['mailbox-org']],
  ])('finds %j', async (words, ids) => {
    expect((await list(...words)).sort()).toEqual(ids);
  });

  it.each([
    'smtps://user:pw@x.org',
    'x.org',
    'x.org:465',
    'me@x.org',
    'smtps://user:pw@org',
    'smtp.mail.co',
  ])('takes %s for no part of another name', async (word) => {
    expect(await list(word)).toEqual([]);
  });

  it('says of one what it wants, in either language', async () => {
    const english = await runBin(['smtp', 'providers', 'qq']);
    expect(english.stdout).toContain('  SMTP_URI     smtps://<user>:<password>@smtp.qq.com:465/\n');
    expect(english.stdout).toContain('authorization code (授权码): ');
    expect(english.stdout).toContain('  SMTP_SENDER  only the address that logs in\n');
    const chinese = await runBin(['smtp', 'providers', 'qq', '--lang', 'zh-CN']);
    expect(chinese.stdout).toMatch(/^QQ 邮箱\n/);
    expect(chinese.stdout).toContain('只能是登录用的地址');
  });

  it.each([
    ['gmial', 'Gmail', 'Gmail', 'gmail'],
    ['me@outlok.com', 'Outlook.com', 'Outlook.com', 'outlook'],
    ['qqq', 'QQ Mail', 'QQ 邮箱', 'qq'],
    ['smtp.163.con', 'NetEase Mail', '网易', 'netease'],
  ])('suggests what was likely meant by %s', async (word, english, chinese, id) => {
    const { code, stdout } = await runBin(['smtp', 'providers', word]);
    expect(code).toBe(1);
    expect(stdout).toContain(`Did you mean ${english}`);
    expect(stdout).toContain(`tailchat smtp providers ${id}\n`);
    const said = await runBin(['smtp', 'providers', word, '--lang', 'zh-CN']);
    expect(said.stdout).toContain(`你要找的是不是 ${chinese}`);
    expect((await runBin(['smtp', 'providers', id])).code).toBe(0);
  });

  it.each(['en', 'zh-CN'])(
    'is sorted by the names that are shown, within each kind (%s)',
    async (lang) => {
      const { stdout } = await runBin(['smtp', 'providers', '--json', '--lang', lang]);
      const { providers } = JSON.parse(stdout) as { providers: { kind: string; name: string }[] };
      const kinds = [...new Set(providers.map(({ kind }) => kind))];
      expect(kinds).toEqual(['mailbox', 'relay', 'hosting']);
      for (const kind of kinds) {
        const names = providers.filter((one) => one.kind === kind).map(({ name }) => name);
        expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, lang)));
      }
    },
  );

  it.each([
    ['en', /-q, --quiet +Print the SMTP_URI of one provider only/],
    ['zh-CN', /-q, --quiet +只打印一家服务商的 SMTP_URI/],
  ])('the help says what --quiet leaves (%s)', async (lang, words) => {
    expect((await runBin(['smtp', 'providers', '--help', '--lang', lang])).stdout).toMatch(words);
  });

  it.each([
    ['aliyun-directmail', /<password> +SMTP password: .*Set SMTP Password/],
    ['tencent-ses', /<password> +SMTP password: .*Set SMTP Password/],
    ['outlook', /<password> +no password works \(OAuth only\): choose another provider/],
    ['mailbox.org', /<password> +Mailbox password, or an application password .*: mailbox\.org >/],
    ['gandi', /<password> +Password of the mailbox: .*\(not the Gandi account\)/],
    ['fastmail', /<password> +app password/i],
    ['azure', /<password> +client secret: /],
    ['qq', /<password> +authorization code \(授权码\): .*设置 > 账号 \(Account\)/],
  ])('%s: the password is named as the provider names it', async (id, line) => {
    expect((await runBin(['smtp', 'providers', id])).stdout).toMatch(line);
  });

  it('prints the bare line with --quiet', async () => {
    const { stdout } = await runBin(['smtp', 'providers', 'gmail', '--quiet']);
    expect(stdout).toBe('smtps://<user>:<password>@smtp.gmail.com:465/\n');
  });

  it.each([
    ['me@126.com', 'smtp.126.com:465'],
    ['me@yeah.net', 'smtp.yeah.net:465'],
    ['a@vip.163.com', 'smtp.vip.163.com:465'],
    ['me@188.com', 'smtp.188.com:465'],
    ['mail.126.com', 'smtp.126.com:465'],
    ['a@vip.sina.com', 'smtp.vip.sina.com:465'],
    ['me@aliyun.com', 'smtp.aliyun.com:465'],
    ['smtp.mxhichina.com', 'smtp.mxhichina.com:465'],
    ['email-smtp.eu-west-1.amazonaws.com', 'email-smtp.eu-west-1.amazonaws.com:465'],
    ['smtp://me:pw@smtp.zoho.in:587', 'smtp.zoho.in:465'],
    ['me@zoho.com.cn', 'smtp.zoho.com.cn:465'],
    ['me@zoho.sa', 'smtp.zoho.sa:465'],
    ['me@larksuite.com', 'smtp.larksuite.com:465'],
    ['me@aol.com', 'smtp.aol.com:465'],
    ['me@gmx.com', 'mail.gmx.com:465'],
    ['me@att.net', 'smtp.mail.att.net:465'],
    ['me@foxmail.com', 'smtp.qq.com:465'],
  ])('names for %s the server at which it is known', async (word, server) => {
    const { code, stdout } = await runBin(['smtp', 'providers', word, '--quiet']);
    expect({ code, stdout }).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(`^smtps://[^@]+@${server}/\n$`),
    });
  });

  it('sends the owner of an address to the site of that address', async () => {
    const { stdout } = await runBin(['smtp', 'providers', 'me@126.com']);
    expect(stdout).toContain('mail.126.com >');
    expect(stdout).not.toContain('mail.163.com >');
  });

  it('takes no whole domain for a slip of a much shorter name', async () => {
    for (const word of ['me@88.com', 'me@tom.com', 'me@ymail.com'])
      expect((await runBin(['smtp', 'providers', word])).stdout).not.toContain('Did you mean');
  });

  it('says what to look for where nothing is known, and nothing raw', async () => {
    const { code, stdout, stderr } = await runBin(['smtp', 'providers', 'no\u001b[31mbody']);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(stdout).toMatch(/^No provider known for ".*"\nLook for "SMTP"/);
    expect(stdout).not.toContain('\u001b');
    expect(await list('nobody')).toEqual([]);
    const password = plantPassword();
    const pasted = await runBin(['smtp', 'providers', `smtps://me:${password}@mail.example`]);
    expectNoSecret(pasted, password);
  });
});
