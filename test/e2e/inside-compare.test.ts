import { describe, expect, it } from 'vitest';
import { startDnsServer } from '../helpers/dns-fixture.js';
import { DNS_PRELOAD, expectNoSecret, NODE, plantPassword } from '../helpers/run-bin.js';
import { COMPOSE, ID, serverAndEngine, withEngine } from './inside-support.js';
import {
  closeAtEnd,
  closedPort,
  folderWith,
  run,
  runJson,
  startScript,
  USER,
  uriOf,
} from './support.js';

describe.concurrent('--compare', () => {
  it('shows what differs first, in one table, and no secret', async () => {
    const { password, settings } = await serverAndEngine();
    const env = await withEngine({
      containers: [
        { id: ID, name: 'core', env: { ...settings, NODE_TLS_REJECT_UNAUTHORIZED: '1' } },
      ],
    });
    const other = plantPassword();
    const cwd = await folderWith({
      '.env': `SMTP_URI=${settings.SMTP_URI.replace(encodeURIComponent(password), encodeURIComponent(other))}\nSMTP_SENDER=a@x.org\n`,
    });
    const result = await run(['verify', '--in', 'core', '--compare'], { cwd, env });
    expect(result.code).toBe(0);
    expectNoSecret(result, password, USER);
    expectNoSecret(result, other, USER);
    expect(result.stdout).toMatch(/^≠ SMTP_URI +#[0-9a-f]{6} +#[0-9a-f]{6}$/m);
    expect(result.stdout).toMatch(/^≠ NODE_TLS_REJECT_UNAUTHORIZED +none +1$/m);
    expect(result.stdout).toMatch(/^ {2}verdict +passed +passed$/m);
    expect(result.stdout).toMatch(/^ {2}SMTP_SENDER +#/m);
    const { report } = await runJson(['verify', '--in', 'core', '--compare'], { cwd, env });
    const differing = report.comparison?.filter(({ differs }) => differs).map(({ what }) => what);
    // The stand-in for the container runs the tests' own Node, which may be another than the command's.
    const ofNode = NODE === process.execPath ? [] : ['node', 'openssl', 'authorities'];
    const others = differing?.filter((what) => !ofNode.includes(what));
    expect(others).toEqual(['SMTP_URI', 'NODE_TLS_REJECT_UNAUTHORIZED']);
  });

  it('does without settings here, and tells two verdicts apart', async () => {
    const { settings } = await serverAndEngine();
    const env = await withEngine({ containers: [{ id: ID, name: 'core', env: settings }] });
    const none = await runJson(['verify', '--in', 'core', '--compare'], { env });
    expect(none.report.comparison?.[0]).toEqual({
      what: 'verdict',
      here: '',
      inside: 'ok',
      differs: true,
    });
    const { port } = await closedPort();
    const cwd = await folderWith({ '.env': `SMTP_URI=smtp://127.0.0.1:${port}/\n` });
    const wrong = await runJson(['verify', '--in', 'core', '--compare'], { cwd, env });
    expect(wrong.report.comparison?.[0]).toMatchObject({
      here: 'connection-refused',
      inside: 'ok',
    });
  });
});

describe.concurrent('--compare with --wait', () => {
  it.each([
    ['en', /^… From here: .* refuses connections; trying again within \d s$/m],
    ['zh-CN', /^… 从这里检查：.*秒后重试$/m],
  ])('says what is awaited here, in %s', async (lang, words) => {
    const { settings } = await serverAndEngine();
    const env = await withEngine({ containers: [{ id: ID, name: 'core', env: settings }] });
    const { port } = await closedPort();
    const cwd = await folderWith({ '.env': `SMTP_URI=smtp://127.0.0.1:${port}/\n` });
    const args = ['verify', '--in', 'core', '--compare', '--wait', '2', '--lang', lang];
    const { code, stderr } = await run(args, { cwd, env });
    expect(code).toBe(0);
    expect(stderr).toMatch(words);
    for (const silent of ['--json', '-q']) {
      expect((await run([...args, silent], { cwd, env })).stderr).toBe('');
    }
  });
});

describe.concurrent('what points to --in', () => {
  it('is a step where a compose file is near, and nowhere else', async () => {
    const { port } = await closedPort();
    const env = { SMTP_URI: `smtp://127.0.0.1:${port}/` };
    const near = await run(['verify', '--no-suggest'], {
      cwd: await folderWith({ 'compose.yaml': COMPOSE }),
      env,
    });
    expect(near.stdout).toContain('tailchat smtp verify --in');
    const far = await run(['verify', '--no-suggest'], { env });
    expect(far.stdout).not.toContain('--in');
    const cwd = await folderWith({ 'docker-compose.yml': COMPOSE });
    const explained = await run(['explain', 'Error: getaddrinfo ENOTFOUND smtp.example.com'], {
      cwd,
    });
    expect(explained.stdout).toContain('tailchat smtp verify --in');
  });

  it.each(['en', 'zh-CN'])(
    'says of names that only containers know what they are (%s)',
    async (lang) => {
      const dns = await startDnsServer({});
      closeAtEnd(() => dns.close());
      const cwd = await folderWith({
        'docker-compose.yml': `${COMPOSE}  mailhog:\n    image: x\n`,
      });
      const verify = (host: string, where = cwd) =>
        runJson(['verify', '--no-suggest', '--lang', lang], {
          cwd: where,
          env: { SMTP_URI: `smtp://${host}:25/`, TEST_DNS_SERVER: dns.address },
          preload: [DNS_PRELOAD],
        });
      const gateway = await verify('host.docker.internal', await folderWith());
      expect(gateway.report.failure?.nextSteps.slice(0, 2).join('\n')).toMatch(
        /host\.docker\.internal.*--in.*host-gateway/s,
      );
      const service = await verify('mailhog');
      expect(service.report.failure?.nextSteps[0]).toMatch(/mailhog.*--in/);
      const unknown = await verify('nosuchname');
      expect(unknown.report.failure?.nextSteps[0]).not.toContain('--in');
    },
  );
});

describe.concurrent('both sides of --compare', () => {
  const differing = async (words: string[], cwd: string, containers: object[]) => {
    const env = await withEngine({ containers: containers as never });
    const { report } = await runJson([...words, '--compare', '--no-suggest'], { cwd, env });
    const about = ['verdict', 'SMTP_URI', 'SMTP_SENDER'];
    return (report.comparison ?? []).filter(({ what, differs }) => differs && about.includes(what));
  };

  it('are asked for the same: command, service, sender and strictness', async () => {
    const server = await startScript({ replies: { RCPT: '550 5.1.1 User unknown' } });
    const settings = { SMTP_URI: uriOf(server), SMTP_SENDER: 'a@x.org' };
    const text = `SMTP_URI=${settings.SMTP_URI}\nSMTP_SENDER=a@x.org\n`;
    const mailer = `  mailer:\n    image: tailchat\n    env_file: mailer.env\n`;
    const cwd = await folderWith({
      'docker-compose.yml': `${COMPOSE}${mailer}`,
      'docker-compose.env': 'SMTP_URI=smtp://127.0.0.1:9/\nSMTP_SENDER=b@x.org\n',
      'mailer.env': text,
    });
    const labels = {
      'com.docker.compose.service': 'mailer',
      'com.docker.compose.project': 'chat',
      'com.docker.compose.project.working_dir': cwd,
    };
    const containers = [{ id: 'aaaa', name: 'm-1', labels, env: settings }];
    const inside = (...words: string[]) => differing(words, cwd, containers);
    expect(await inside('verify', '--in', 'mailer')).toEqual([]);
    expect(await inside('verify', '--in', '--service', 'mailer')).toEqual([]);
    expect(await inside('verify', '--in', 'mailer', '--sender', 'c@x.org')).toEqual([]);
    expect(await inside('verify', '--in', 'mailer', '--strict')).toEqual([]);
    expect(await inside('test', '--in', 'm-1', '--to', 'you@x.org')).toEqual([]);
    // Here and there are really asked.
    expect(server.connections).toBe(10);
  });
});
