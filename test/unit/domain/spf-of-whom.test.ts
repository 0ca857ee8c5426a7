import { describe, expect, it } from 'vitest';
import { check, mailbox, relay, withRecord } from './support.js';

describe('an SPF record with a fault', () => {
  const behind = Array.from({ length: 11 }, (_, index) => `a:n${index}.example`).join(' ');
  const others = {
    ...Object.fromEntries(
      Array.from({ length: 11 }, (_, index) => [`n${index}.example`, { A: ['192.0.3.1'] }]),
    ),
    'twice.example': { TXT: ['v=spf1 -all', 'v=spf1 +all'] },
    'nested.example': { TXT: [`v=spf1 include:spf.post.example ${behind} -all`] },
  };
  const through = { provider: mailbox };
  const own = { provider: undefined, addresses: ['192.0.2.1'] };

  // Terms are read from left to right, and the first that matches ends it (RFC 7208 section 4.6.2).
  it.each([
    [through, `include:spf.post.example ${behind}`, 'spf-too-many-lookups', 'warning'],
    [through, `${behind} include:spf.post.example`, 'spf-too-many-lookups', 'failed'],
    [through, 'include:spf.post.example include:gone.example', 'spf-invalid', 'warning'],
    [through, 'include:spf.post.example include:twice.example', 'spf-invalid', 'warning'],
    [through, 'include:gone.example include:spf.post.example', 'spf-invalid', 'failed'],
    [through, 'redirect=nested.example', 'spf-too-many-lookups', 'warning'],
    [
      through,
      'ip4:192.0.2.0/25 ip4:198.51.100.0/25 include:gone.example include:spf.post.example',
      ...(['spf-invalid', 'failed'] as const),
    ],
    [
      through,
      'ip4:192.0.2.0/25 ip4:198.51.100.0/25 ip4:192.0.2.128/25 include:gone.example',
      ...(['spf-invalid', 'warning'] as const),
    ],
    [own, `ip4:192.0.2.1 ${behind}`, 'spf-too-many-lookups', 'warning'],
    [own, 'mx include:gone.example', 'spf-invalid', 'warning'],
    [own, 'mx ip4:nonsense', 'spf-invalid', 'failed'],
    [own, 'include:gone.example mx', 'spf-invalid', 'failed'],
    [{ provider: undefined }, 'mx include:gone.example', 'spf-invalid', 'failed'],
  ])('fails no mail that passes before it: %j, %s', async (more, terms, kind, status) => {
    const TXT = [`v=spf1 ${terms}${terms.startsWith('redirect') ? '' : ' -all'}`];
    const zone = withRecord(
      { TXT, A: ['203.0.113.1'], MX: [[10, 'mail.example.org']] },
      { ...others, 'mail.example.org': { A: ['192.0.2.1'] } },
    );
    const { find, view } = await check(zone, more);
    expect(find('spf')).toMatchObject({ status, facts: { kind } });
    expect(view.alignment.spf).toBe(status === 'failed' ? 'fail' : 'pass');
    expect(view.receiversDiffer.length).toBe(status === 'failed' ? 1 : 0);
  });
});

describe('an SPF record that lets nobody send', () => {
  const relayed = { ...relay, delivery: {} };
  const unlisted = { ...mailbox, delivery: {} };

  it.each([
    ['-all', { provider: undefined }, 'failed'],
    ['~all', { provider: undefined }, 'failed'],
    ['?all', { provider: undefined }, 'failed'],
    ['?ip4:192.0.2.1', { provider: undefined }, 'failed'],
    ['-all', { provider: unlisted }, 'failed'],
    ['include:empty.example', { provider: unlisted }, 'failed'],
    // It may send with an envelope sender of its own.
    ['-all', { provider: relayed }, 'ok'],
    ['-all', { provider: relay }, 'ok'],
    ['exists:%{i}.example.org -all', { provider: undefined }, 'ok'],
    ['include:open.example -all', { provider: undefined }, 'warning'],
  ])('is wrong wherever mail leaves from: %s', async (terms, more, status) => {
    const zone = withRecord(
      { TXT: [`v=spf1 ${terms}`], A: ['203.0.113.1'] },
      {
        'empty.example': { TXT: ['v=spf1 -all'] },
        'open.example': { TXT: ['v=spf1 +all'] },
        'post._domainkey.example.org': {},
      },
    );
    const { find, view } = await check(zone, more);
    expect(find('spf')).toMatchObject({ status, record: null });
    const kinds = { failed: 'spf-address-missing', ok: 'spf-found', warning: 'spf-open' };
    expect(find('spf')?.facts.kind).toBe(kinds[status as keyof typeof kinds]);
    if (status === 'failed') expect(view.alignment.spf).toBe('fail');
  });
});

describe('an SPF record that names only other providers', () => {
  const hint = { en: 'Add it', 'zh-CN': '添加' };
  const moved = { ...mailbox, delivery: {}, advice: { 'auth-policy-rejected': hint } };
  const tencent = { 'spf.mail.qq.com': { TXT: ['v=spf1 ip4:192.0.2.0/24 -all'] } };
  const netease = { 'spf.163.com': { TXT: ['v=spf1 ip4:198.51.100.0/24 -all'] } };

  it.each([
    ['include:spf.mail.qq.com -all', { provider: moved }],
    ['include:SPF.mail.QQ.com. include:spf.163.com ~all', { provider: moved }],
    ['redirect=spf.mail.qq.com', { provider: moved }],
  ])('is warned of, and proves nothing: %s', async (terms, more) => {
    const zone = withRecord({ TXT: [`v=spf1 ${terms}`] }, { ...tencent, ...netease });
    const { find, view } = await check(zone, more);
    const { status, facts } = find('spf') ?? {};
    expect(status).toBe('warning');
    expect(facts).toMatchObject({ kind: 'spf-of-others', provider: mailbox.name, hint });
    expect(JSON.stringify(facts)).toContain('Exmail');
    expect(view.alignment.spf).toBe('unknown');
  });

  it.each([
    ['include:spf.mail.qq.com ip4:203.0.113.9 -all', { provider: moved }],
    ['include:spf.mail.qq.com include:spf.company.example -all', { provider: moved }],
    ['include:spf.mail.qq.com -all', { provider: { ...moved, kind: 'relay' as const } }],
    ['include:spf.mail.qq.com -all', { provider: undefined }],
  ])('is not where further servers may be meant: %s', async (terms, more) => {
    const company = { 'spf.company.example': { TXT: ['v=spf1 ip4:203.0.113.8 -all'] } };
    const { find } = await check(
      withRecord({ TXT: [`v=spf1 ${terms}`] }, { ...tencent, ...company }),
      more,
    );
    expect(find('spf')).toMatchObject({ status: 'ok', facts: { kind: 'spf-found' } });
  });
});

describe('a domain without an SPF record', () => {
  it.each([
    [{ provider: undefined }, 'failed'],
    [{ provider: undefined, isUriUnread: true }, 'warning'],
    [{ provider: undefined, isUriUnread: true, addresses: ['192.0.2.1'] }, 'failed'],
  ])('is at fault where the server that sends is known: %j', async (more, status) => {
    const { find } = await check(withRecord({ TXT: [], A: ['203.0.113.1'] }), more);
    expect(find('spf')).toMatchObject({ status, facts: { kind: 'spf-missing' } });
  });
});
