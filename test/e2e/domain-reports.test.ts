import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { expectNoSecret, plantPassword } from '../helpers/run-bin.js';
import { runDomain } from './domain-support.js';
import { folderWith } from './support.js';

const FORMATS = ['html', 'junit', 'github', 'prometheus'];
const ALL = FORMATS.flatMap((format) => ['--report', format, `${format}.out`]);

/** A domain with a record that is wrong, one that is missing, and one with markup in it. */
const ZONE = {
  'example.org': {
    mx: [[10, 'mail.example.org']] as [number, string][],
    txt: ['v=spf1 <b>&"x" -all'],
  },
  'mail.example.org': { a: ['192.0.2.25'] },
};

async function reports(lang: string) {
  const password = plantPassword();
  const cwd = await folderWith();
  const env = {
    SMTP_URI: `smtp://me%40example.org:${encodeURIComponent(password)}@mail.example.org`,
    SMTP_SENDER: 'me@example.org',
  };
  const args = [...ALL, '--lang', lang, '--show-secrets'];
  const result = await runDomain(ZONE, args, { cwd, env });
  const texts = await Promise.all(
    FORMATS.map((format) => readFile(join(cwd, `${format}.out`), 'utf8')),
  );
  for (const stdout of texts) expectNoSecret({ ...result, stdout }, password, 'me@example.org');
  const [html = '', junit = '', github = '', prometheus = ''] = texts;
  return { result, html, junit, github, prometheus };
}

describe.concurrent('domain --report', () => {
  it('writes what is wrong in each format', async () => {
    const { result, html, junit, github, prometheus } = await reports('en');
    expect(result.code).toBe(78);
    expect(result.stdout).toContain('[spf-invalid]');
    expect(junit).toMatch(/<testsuite name="tailchat smtp domain" tests="10" failures="2"/);
    expect(junit).toMatch(
      /classname="tailchat\.smtp\.domain\.spf"[^>]*><failure type="spf-invalid"/,
    );
    expect(junit).toMatch(/^dmarc-missing: /m);
    expect(github).toContain('### tailchat smtp domain: failed');
    expect(github).toContain('| DMARC | warning |');
    expect(github).toContain('v=DMARC1; p=none');
    expect(prometheus).toContain('tailchat_smtp_domain_success{domain="example.org"} 0');
    expect(prometheus).toContain(
      'tailchat_smtp_domain_check{domain="example.org",check="spf",status="failed",code="spf-invalid"} 0',
    );
    expect(html).toMatch(/<h1 class="failed">.*\[spf-invalid\]/);
    expect(html).toContain('It has a malformed term: &lt;b&gt;&amp;&quot;x&quot;');
    expect(html).not.toContain('<b>');
    expect(html).toContain('v=DMARC1; p=none');
  });

  it('is in the language of the check', async () => {
    const { html, junit } = await reports('zh-CN');
    expect(html).toContain('<html lang="zh-CN">');
    expect(html).toContain('<td class="status failed">有误</td>');
    expect(junit).toContain('<failure type="spf-invalid" message="');
  });

  it('goes to stdout with -, and the verdict to stderr', async () => {
    const { stdout, stderr, code } = await runDomain(ZONE, [
      'example.org',
      '--report',
      'junit',
      '-',
    ]);
    expect(code).toBe(78);
    expect(stdout.startsWith('<?xml')).toBe(true);
    expect(stderr).toContain('[spf-invalid]');
  });

  it('that cannot be written is said, and ends a check that passed with 69', async () => {
    const well = {
      ...ZONE,
      'example.org': { mx: ZONE['example.org'].mx, txt: ['v=spf1 mx -all'] },
    };
    const args = ['example.org', '--report', 'junit', 'no/such/file', '--json'];
    const { stdout, stderr, code } = await runDomain(well, args);
    expect(code).toBe(69);
    expect(JSON.parse(stdout)).toMatchObject({ ok: true, exitCode: 69 });
    expect(stderr).toContain('no/such/file: there is no such folder (ENOENT)');
  });
});
