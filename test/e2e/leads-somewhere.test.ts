import { describe, expect, it } from 'vitest';
import { certificates } from '../helpers/certificates.js';
import { folderWith, otherWarnings, run, runJson, startScript } from './support.js';

const LOGIN = 'me%40example.com:';
const verify = async (files: Record<string, string>, args: string[] = []) =>
  await runJson(['verify', '--offline', ...args], { cwd: await folderWith(files), env: {} });

describe.concurrent('advice leads somewhere', () => {
  it.each([
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a compose file has it
    ['with braces', '${MAIL_PASS}', 'en', /names the variable MAIL_PASS, which is not set/],
    ['without', '$MAIL_PASS', 'zh-CN', /引用了变量 MAIL_PASS/],
    ['in a password', 'pa$word1x', 'en', /^SMTP_URI in compose\.yaml:5 contains a \$.*Write \$\$/],
  ])('where compose finds a name that nothing sets, %s', async (_, password, lang, words) => {
    const uri = `smtps://${LOGIN}a${password}@smtp.example.com`;
    const lines = ['services:', '  core:', '    image: tailchat', '    environment:'];
    const text = [...lines, `      SMTP_URI: ${uri}`, '      SMTP_SENDER: $MAIL_FROM', ''].join(
      '\n',
    );
    const { report } = await verify({ 'compose.yaml': text }, ['--lang', lang]);
    const messages = report.warnings.map(({ message }) => message);
    expect(otherWarnings(report).map(({ code }) => code)).toEqual([
      'misspelt-variable',
      'misspelt-variable',
    ]);
    expect(messages[0]).toMatch(words);
    expect(messages[0]).not.toContain('word1x');
    const given = await verify({ 'compose.yaml': text }, [
      '--uri',
      'smtps://x.org',
      '--sender',
      'a@x.org',
    ]);
    expect(given.report.warnings.map(({ code }) => code)).not.toContain('misspelt-variable');
  });

  it('not where a default stands for the name, or where it is set', async () => {
    const lines = ['services:', '  core:', '    image: tailchat', '    environment:'];
    const uri = `      SMTP_URI: smtps://${LOGIN}\${A_B:-abc}@smtp.example.com`;
    const sender = '      SMTP_SENDER: $MAIL_FROM';
    const compose = [...lines, uri, sender, ''].join('\n');
    const { report } = await verify({ 'compose.yaml': compose, '.env': 'MAIL_FROM=a@x.org\n' });
    expect(report).toMatchObject({ ok: true, warnings: [] });
  });

  it('behind a port that stands there, with what follows it', async () => {
    const { report } = await verify({
      '.env': `SMTP_URI=smtp://${LOGIN}abcdefgh1@smtp.example.com:465 # the port\n`,
    });
    const { failure } = report;
    expect(failure).toMatchObject({ cause: 'uri-invalid' });
    expect(failure?.title).toContain('There is text after the port');
    expect(failure?.nextSteps.join('\n')).not.toContain('Write :465');
    expect(failure?.nextSteps[0]).toContain(`SMTP_URI=smtps://${LOGIN}***@smtp.example.com:465,`);
    expect(report.warnings[0]?.message).toContain(
      `SMTP_URI=smtps://${LOGIN}***@smtp.example.com:465`,
    );
  });

  it.each([
    [
      'smtps://me:ab#cd12ef@smtp.example.com:587',
      'smtp://me:***@smtp.example.com:587/?requireTLS=true',
    ],
    [
      'smtps//me:abcd12ef@smtp.example.com:2525',
      'smtp://me:***@smtp.example.com:2525/?requireTLS=true',
    ],
    ['"smtp://me:abcd12ef@smtp.example.com:465"', 'smtps://me:***@smtp.example.com:465'],
    ['=smtps://me:abcd12ef@smtp.example.com', 'smtps://me:***@smtp.example.com'],
    ['smtps：//me：abcd12ef＠smtp．example．com：465', 'smtps://me:***@smtp.example.com:465'],
    ['smtps://me：abcd12ef@smtp.example.com：465', 'smtps://me:***@smtp.example.com:465'],
  ])('of %j, to a line that is right at once', async (value, line) => {
    const { report } = await runJson(['verify', '--offline'], { env: { SMTP_URI: value } });
    expect(report.failure?.nextSteps[0]).toContain(`SMTP_URI=${line}`);
  });

  it.each([
    [
      'SMTP_URI="smtps://me\n:abcdefgh1@smtp.example.com:465"\n',
      'ends before its quotation mark closes',
    ],
    ["SMTP_URI='smtp://\nmailpit:1025'\n", 'ends before its quotation mark closes'],
  ])('not to a part of a value over several lines: %j', async (text, words) => {
    const { report } = await verify({ '.env': text });
    expect(report.failure?.title).toContain(words);
    expect(report.failure?.nextSteps.join('\n')).not.toContain('smtps://me\n');
    expect(report.failure?.nextSteps[0]).toContain('on one line');
  });

  it('for a full-width sign behind the name', async () => {
    const text = `SMTP_URI：smtps://${LOGIN}abcdefgh1@smtp.example.com\nSMTP_SENDER＝a@x.org\n`;
    const { report } = await verify({ '.env': text });
    expect(report.failure).toMatchObject({ cause: 'uri-missing' });
    expect(report.failure?.nextSteps[0]).toBe(
      'Write = after SMTP_URI in .env:1: the character there is a full-width one',
    );
    expect(report.warnings).toHaveLength(2);
  });

  it.each([
    ['ENV SMTP_URI=', 'ENV SMTP_URI'],
    ['Environment="SMTP_URI=', 'Environment="SMTP_URI'],
    ['{"SMTP_URI":"', '{"SMTP_URI'],
  ])('for a name in the form of %s', async (form, name) => {
    const { report } = await verify({
      '.env': `A=1\n${form}smtps://me:abcdefgh1@mail.example.com\n`,
    });
    expect(report.failure).toMatchObject({ cause: 'uri-missing' });
    expect(report.failure?.nextSteps[0]).toContain(`Rename ${name} in .env:2 to SMTP_URI`);
  });

  it.each([
    [
      'smtps://me:abcdefgh1@https://smtp.example.com',
      'second scheme',
      'smtps://me:***@smtp.example.com',
    ],
    ['smtps://me:abcdefgh1@2001:db8::1:465', 'has no brackets', undefined],
    ['smtps://me:abcdefgh1@::1:465', 'has no brackets', undefined],
    ['<smtps://me:abcdefgh1@smtp.example.com>', '', 'smtps://me:***@smtp.example.com'],
    ['[x](smtps://me:abcdefgh1@smtp.example.com:465)', '', 'smtps://me:***@smtp.example.com:465'],
  ])('of %s', async (value, title, line) => {
    const { report } = await runJson(['verify', '--offline'], { env: { SMTP_URI: value } });
    expect(report.failure?.title).toContain(title);
    if (line) expect(report.failure?.nextSteps[0]).toContain(`SMTP_URI=${line}`);
  });

  it('for a URI in the place of the sender', async () => {
    const env = { SMTP_URI: 'smtps://x.org', SMTP_SENDER: 'smtps://me:abcdefgh1@mail.example.com' };
    const { report } = await runJson(['verify', '--offline'], { env });
    expect(report.failure?.title).toBe('SMTP_SENDER is a URI, not a mail address');
  });

  it.each([
    ['me%40x.com', 'The @ of SMTP_SENDER is percent-encoded', 'SMTP_SENDER 里的 @ 被写成'],
    ['Group: a@b.co, c@d.co;', 'SMTP_SENDER is a group of addresses', '里写的是一个地址组'],
    ['Undisclosed: ;', 'SMTP_SENDER does not hold a mail address', '里没有邮箱地址'],
  ])('for the sender %s, which is no URI', async (SMTP_SENDER, title, chinese) => {
    const env = { SMTP_URI: 'smtps://x.org', SMTP_SENDER };
    const { report } = await runJson(['verify', '--offline'], { env });
    expect(report.failure?.title).toContain(title);
    expect(report.failure?.nextSteps.join()).not.toContain('SMTP_URI');
    const zh = await runJson(['verify', '--offline', '--lang', 'zh-CN'], { env });
    expect(zh.report.failure?.title).toContain(chinese);
  });

  it.each([
    ['Tailchat; me@x.com', 'uses only me@x.com of SMTP_SENDER: a comma or a semicolon outside'],
    ['a"b@x.com', 'reads SMTP_SENDER as a <b@x.com>: a quotation mark that is never closed'],
  ])('for the sender %s, of which a part is read', async (SMTP_SENDER, words) => {
    const env = { SMTP_URI: 'smtps://x.org', SMTP_SENDER };
    const { report } = await runJson(['verify', '--offline'], { env });
    const warning = report.warnings.find(({ code }) => code === 'sender-read-otherwise');
    expect(warning?.message).toContain(words);
  });

  it('for what only a mail shows, to a command that sends one', async () => {
    const server = await startScript({ replies: { '.': '554 Transaction failed' } });
    const env = { SMTP_URI: `smtp://127.0.0.1:${server.port}`, SMTP_SENDER: 'a@x.org' };
    const { report } = await runJson(['test', '--to', 'b@x.org', '--no-suggest'], { env });
    expect(report.failure).toMatchObject({ cause: 'unknown', step: 'data' });
    expect(report.failure?.nextSteps.join('\n')).toContain(
      'smtp test --to you@example.com --verbose',
    );
  });

  it('for one = too many before the sender', async () => {
    const { report } = await verify({
      '.env': 'SMTP_URI=smtps://smtp.example.com\nSMTP_SENDER==me@example.com\n',
    });
    expect(report.warnings).toMatchObject([
      {
        code: 'sender-unlikely',
        message: expect.stringContaining('Write SMTP_SENDER=me@example.com'),
      },
    ]);
  });

  it('for a semicolon between senders', async () => {
    const { report } = await verify({
      '.env': 'SMTP_URI=smtps://smtp.example.com\nSMTP_SENDER=a@example.com; b@example.com\n',
    });
    expect(report.failure?.explanation).toContain('A comma or semicolon');
  });

  it('in a manifest, with the words of Kubernetes', async () => {
    const manifest = [
      'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: mail}\ndata:',
      `  SMTP_URI: "smtps://${LOGIN}ab/cdefgh1@smtp.example.com"\n---`,
      'apiVersion: apps/v1\nkind: StatefulSet\nmetadata: {name: tailchat}\nspec:\n  template:\n    spec:',
      '      containers: [{name: core, image: tailchat, envFrom: [{configMapRef: {name: mail}}]}]\n',
    ].join('\n');
    const cwd = await folderWith({ 'mail.yaml': manifest });
    const { stdout } = await run(['verify', '--offline', '--env-file', 'mail.yaml'], { cwd });
    expect(stdout).toContain(
      'kubectl apply -f mail.yaml && kubectl rollout restart statefulset/tailchat\n',
    );
    expect(stdout).not.toContain('docker');
  });

  it('for the values of a Helm chart, which say nothing of a container', async () => {
    const values =
      'image: {tag: latest}\nenv:\n  SMTP_URI: smtps://me:abcdefgh1@smtp.example.com\n';
    const { report, code } = await verify({ 'values.yaml': values }, ['--env-file', 'values.yaml']);
    expect(code).toBe(78);
    expect(report.failure).toMatchObject({ cause: 'env-file-invalid' });
    expect(report.failure?.nextSteps[0]).toContain('helm template');
    expect(report.warnings).toEqual([]);
  });

  it.each([
    ['550 5.1.1 No such user here', 'tailchat smtp test --to you@example.com\n'],
    ['554 5.7.1 Message rejected as spam', 'tailchat smtp test --to you@example.com\n'],
    ['535 5.7.8 Authentication failed', 'tailchat smtp verify\n'],
  ])('of explain, for %j, to a command that can see it', async (text, last) => {
    const { stdout } = await run(['explain', text]);
    expect(stdout.endsWith(`  ${last}`)).toBe(true);
  });

  it.each([
    ['', false, {}],
    ['?ignoreTLS=true', true, { tls: certificates.trusted }],
    ['?ignoreTLS=true', false, {}],
  ])('says to remove ignoreTLS only where that helps: %j', async (query, isSaid, offer) => {
    const server = await startScript({
      ...offer,
      replies: { MAIL: '530 5.7.0 Must issue a STARTTLS command first' },
    });
    const env = { SMTP_URI: `smtp://127.0.0.1:${server.port}/${query}`, SMTP_SENDER: 'a@x.org' };
    const { report } = await runJson(['verify', '--no-suggest'], { env });
    const steps = report.failure?.nextSteps.join('\n') ?? '';
    expect(report.failure?.cause).toBe('starttls-required');
    expect(steps.includes('Remove ignoreTLS=true from SMTP_URI')).toBe(isSaid);
    expect(steps).not.toContain('if it is there');
  });

  it.each(['smtp.qq.com:465', 'smtps://me:abcdefgh1@smtp.qq.com:465/?x=1', 'SMTP.QQ.COM'])(
    'of providers, for %s',
    async (word) => {
      const { stdout, code } = await run(['providers', word]);
      expect(code).toBe(0);
      expect(stdout).toMatch(/^QQ Mail\n/);
      expect(stdout).not.toContain('abcdefgh1');
    },
  );
});
