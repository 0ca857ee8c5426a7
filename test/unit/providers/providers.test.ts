import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { providerOf } from '../../../src/diagnosis/provider-of.js';
import type { Localized } from '../../../src/language-codes.js';
import { findProviderByWords, findProviderOfHost } from '../../../src/providers/find.js';
import { PROVIDERS } from '../../../src/providers/index.js';
import type { Provider } from '../../../src/providers/provider.js';
import { CAUSES } from '../../../src/report/causes.js';
import { STEP_NAMES } from '../../../src/report/report.js';

const FOLDER = fileURLToPath(new URL('../../../src/providers/', import.meta.url));
const CASES = PROVIDERS.map((provider) => [provider.id, provider] as const);
const CJK = /[\u4e00-\u9fff]/;

const FILES = readdirSync(FOLDER, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name: kind }) =>
    readdirSync(`${FOLDER}${kind}`).map((file) => [kind, file] as const),
  );

const TLS_PORTS = [443, 465, 994, 2465, 8465];
const STARTTLS_PORTS = [25, 80, 587, 1025, 2525, 2587];

/** What the project promises to know, by id. */
const PROMISED =
  `qq exmail netease aliyun-mail aliyun-directmail feishu sina sohu china-mobile-139 gmail
google-workspace-relay outlook microsoft365 yahoo icloud zoho yandex mailru gmx webde fastmail proton ses
sendgrid mailgun mailjet postmark brevo resend mailtrap sparkpost ovh ionos hostinger godaddy namecheap
postfix exim exchange dovecot opensmtpd stalwart mailcow hmailserver haraka cpanel`.split(/\s+/);

/** Every text in two languages that a provider's data holds, with the way to it. */
function textsOf(value: unknown, path: string): [path: string, text: Localized][] {
  if (typeof value !== 'object' || value === null || value instanceof RegExp) return [];
  if ('en' in value || 'zh-CN' in value) return [[path, value as Localized]];
  return Object.entries(value).flatMap(([key, inner]) => textsOf(inner, `${path}.${key}`));
}

/** Every expression in a provider's data, with the way to it. */
function patternsOf(value: unknown, path: string): [path: string, pattern: RegExp][] {
  if (value instanceof RegExp) return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => patternsOf(inner, `${path}.${key}`));
}

/** The words that an expression is made of, each with what could follow it, and single characters. */
function fragmentsOf({ source }: RegExp): string[] {
  const words = source
    .replace(/\(\?(?:<?[=!]|:)/g, '(')
    .replace(/\\[bB]/g, '')
    .replace(/\\[sSdDwW]|\[[^\]]*\]|\{[\d,]+\}|(?<!\\)\./g, '|')
    .replace(/\\(\W)/g, '$1')
    .split(/[()|?*+^$]/)
    .map((word) => word.trim());
  const joined = words.flatMap((word) => ['', ' ', '.', '-', '1'].map((end) => word + end));
  return [...new Set([...joined, 'a', '_', '1', ' ', 'a ', 'a.', 'a-', '@', '<', '[', '\n', '中'])];
}

/** What the processor has had to do, in milliseconds: a busy machine does not count. */
function millisecondsOf(pattern: RegExp, text: string): number {
  const start = process.cpuUsage();
  pattern.test(text);
  return process.cpuUsage(start).user / 1000;
}

/**
 * Whether 20,000 repetitions take more than 100 ms. What takes the square of the length shows a
 * hundredth of it with a tenth of them: only that is looked at closer, and more than once, as other
 * processes may have had the time.
 */
function isSlow(pattern: RegExp, fragment: string): boolean {
  if (millisecondsOf(pattern, fragment.repeat(2000)) < 1) return false;
  const text = fragment.repeat(20_000);
  return [1, 2, 3, 4].every(() => millisecondsOf(pattern, text) > 100);
}

describe('the list', () => {
  it.each(FILES)(
    'has the provider of %s/%s once, with the folder as its kind',
    async (kind, file) => {
      const module: Record<string, Provider> = await import(`${FOLDER}${kind}/${file}`);
      const [provider, ...others] = Object.values(module);
      expect(others).toEqual([]);
      expect(PROVIDERS.filter(({ id }) => id === provider?.id)).toEqual([provider]);
      expect(provider?.kind).toBe(kind);
    },
  );

  it('has nothing besides, and no id twice', () => {
    expect(PROVIDERS).toHaveLength(FILES.length);
    expect(new Set(PROVIDERS.map(({ id }) => id)).size).toBe(FILES.length);
  });

  it('has all that is promised', () => {
    const ids = PROVIDERS.map(({ id }) => id);
    expect(PROMISED.filter((id) => !ids.includes(id))).toEqual([]);
  });
});

describe.each(CASES)('%s', (id, provider) => {
  const { servers, domains = [], pages = {}, replies = [] } = provider;

  it('has an id in kebab case, and a day on which it was checked', () => {
    expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(provider.checked).toMatch(/^20\d\d-\d\d-\d\d$/);
    expect(new Date(provider.checked).toISOString().slice(0, 10)).toBe(provider.checked);
  });

  it('has hosts and domains that are its alone', () => {
    for (const host of [...servers.map(({ host }) => host), ...domains]) {
      expect(host).toMatch(/^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/);
    }
    for (const { host } of servers) {
      for (const written of [host, host.toUpperCase(), `${host}.`]) {
        expect(findProviderOfHost(written)?.id, written).toBe(id);
      }
    }
    for (const domain of domains) expect(findProviderOfHost(`mx1.${domain}`)?.id, domain).toBe(id);
    const others = PROVIDERS.filter((other) => other !== provider).flatMap(
      (other) => other.servers,
    );
    expect(others.filter((other) => servers.some(({ host }) => host === other.host))).toEqual([]);
    expect(new Set(domains).size).toBe(domains.length);
  });

  it('has ports that go with their encryption, and none twice', () => {
    for (const { host, port, security } of servers) {
      expect(security === 'tls' ? TLS_PORTS : STARTTLS_PORTS, `${host}:${port}`).toContain(port);
    }
    expect(new Set(servers.map(({ host, port }) => `${host}:${port}`)).size).toBe(servers.length);
  });

  it('has pages that are addresses without trackers, for causes that exist', () => {
    for (const [key, page] of Object.entries(pages)) {
      expect(['smtp', ...Object.keys(CAUSES)]).toContain(key);
      expect(page).toMatch(/^https:\/\/[a-z0-9.-]+(\/[\w./~%&?=+-]*(#[\w-]+)?)?$/i);
      expect(page).not.toMatch(/[?&](utm_\w*|gclid|fbclid|msclkid|mc_\w*|ref|source|hl|spm|_ga)=/i);
      expect(URL.canParse(page), page).toBe(true);
    }
  });

  it('has texts in both languages', () => {
    for (const [path, text] of textsOf(provider, id)) {
      expect(Object.keys(text).sort(), path).toEqual(['en', 'zh-CN']);
      for (const words of [text.en, text['zh-CN']]) {
        expect(words.length, path).toBeLessThanOrEqual(200);
        expect(words, path).toMatch(/^\S.*[^\s.。]$/);
        expect(words, path).not.toMatch(/ {2}|[\n\t]|undefined|—/);
      }
      const isName = text.en.replace(/^(an?|the) /, '') === text['zh-CN'];
      if (!isName || path.includes('.advice.')) expect(text['zh-CN'], path).toMatch(CJK);
    }
  });

  it('has expressions without memory that do not match nothing', () => {
    for (const [path, pattern] of patternsOf(provider, id)) {
      expect(pattern.flags, path).not.toMatch(/[gy]/);
      const rule = replies.find(({ words }) => words === pattern);
      if (pattern.test('')) expect(rule?.codes, path).toBeDefined();
    }
  });

  it('has rules with steps, codes and causes that exist', () => {
    for (const { words, steps, codes, cause } of replies) {
      const name = String(words);
      expect(CAUSES, name).toHaveProperty([cause]);
      expect(steps?.length, name).not.toBe(0);
      expect(codes?.length, name).not.toBe(0);
      expect(steps?.filter((step) => !STEP_NAMES.includes(step)) ?? [], name).toEqual([]);
      for (const code of codes ?? []) {
        const form = typeof code === 'number' ? /^[45][0-7]\d$/ : /^[45]\.\d\.\d{1,3}$/;
        expect(String(code), name).toMatch(form);
      }
    }
    const keys = replies.map((rule) => [rule.words, rule.steps, rule.codes].join());
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('is not slowed down by what a server says', () => {
    const slow = patternsOf(provider, id).flatMap(([path, pattern]) => {
      const by = fragmentsOf(pattern).find((fragment) => isSlow(pattern, fragment));
      return by === undefined ? [] : [`${path} by ${JSON.stringify(by)}`];
    });
    expect(slow).toEqual([]);
  });
});

describe('a host', () => {
  const unknown = `localhost 127.0.0.1 mail.example.org notgmail.com smtp.notgmail.com
    smtp.gmail.com.evil.example smtp.gmail.comx gmail com s3.amazonaws.com
    email-smtp.us-east-1.amazonaws.com.example`;

  it.each(['', '.', ...unknown.split(/\s+/)])('%j is nobody’s', (host) => {
    expect(findProviderOfHost(host)).toBeUndefined();
  });

  it.each([
    ['smtp-relay.gmail.com', 'google-workspace-relay'],
    ['gmail.com', 'gmail'],
    ['smtp.exmail.qq.com', 'exmail'],
    ['smtp.foxmail.com', 'qq'],
    ['smtp.qiye.163.com', 'netease-qiye'],
    ['example-com.mail.protection.outlook.com', 'microsoft365'],
    ['hotmail-com.olc.protection.outlook.com', 'outlook'],
    ['smtpdm.aliyun.com', 'aliyun-directmail'],
    ['smtp.live.com', 'outlook'],
    ['smtp.126.com', 'netease'],
    ['smtp.yeah.net', 'netease'],
    ['smtp.188.com', 'netease'],
  ])('%s is that of %s', (host, id) => {
    expect(findProviderOfHost(host)?.id).toBe(id);
  });
});

const CPANEL = `220-host.example.com ESMTP Exim 4.96.2 #2 Tue, 02 Jan 2024 10:11:12 +0000
220-We do not authorize the use of this system to transport unsolicited,
220 and/or bulk e-mail.`;

/** As they were logged, by people who asked for help. */
const GREETINGS: [greeting: string, id: string | undefined][] = [
  ['220 smtp.gmail.com ESMTP x62sm16538695wmf.13 - gsmtp', 'gmail'],
  ['220 newxmesmtplogicsvrsza5.qq.com XMail Esmtp QQ Mail Server.', 'qq'],
  ['220 163.com Anti-spam GT for Coremail System (163com[20141201])', 'netease'],
  ['220 126.com Anti-spam GT for Coremail System (126com[20140526])', 'netease'],
  ['220 smtp.aliyun-inc.com MX AliMail Server(10.147.42.135)', 'aliyun-mail'],
  [
    '220 AM3PR05CA0094.outlook.office365.com Microsoft ESMTP MAIL Service ready at Wed',
    'microsoft365',
  ],
  [
    '220 mx.local Microsoft ESMTP MAIL Service ready at Tue, 30 Jun 2020 12:32:44 +0200',
    'exchange',
  ],
  ['220 smtp.mail.yahoo.com ESMTP ready', 'yahoo'],
  ['220 mx.zohomail.com SMTP Server ready January 25, 2018 12:17:24 AM PST', 'zoho'],
  ['220 smtp18.mail.yandex.net ESMTP (Want to use Yandex.Mail for your domain?', 'yandex'],
  ['220 mail-nwsmtp-smtp-production-main-44.sas.yp-c.yandex.net 1689717923', 'yandex'],
  ['220 smtp43.i.mail.ru ESMTP ready', 'mailru'],
  ['220 gmx.net (mrgmx105) Nemesis ESMTP Service ready', 'gmx'],
  ['220 web.de (mrweb105) Nemesis ESMTP Service ready', 'webde'],
  ['220 kundenserver.de (mreue106) Nemesis ESMTP Service ready', 'ionos'],
  ['220 perfora.net (mreueus003) Nemesis ESMTP Service ready', 'ionos'],
  ['220 mail.messagingengine.com ESMTP ready', 'fastmail'],
  ['220-mailinzur105.protonmail.ch ESMTP Postfix\n220 mailinzur105.protonmail.ch', 'proton'],
  ['220 127.0.0.1 ESMTP Service Ready', 'proton'],
  ['220 127.0.0.1 ESMTP service ready', undefined],
  ['220 email-smtp.amazonaws.com ESMTP SimpleEmailService-909942753 aSK3of4ybdKqba6CpB7f', 'ses'],
  ['220 SG ESMTP service ready at ismtpd0013p1las1.sendgrid.net', 'sendgrid'],
  ['220 Mailgun Influx ready', 'mailgun'],
  ['220 in.mailjet.com ESMTP Mailjet', 'mailjet'],
  ['220 2.0.0 smtp.sparkpostmail.com ESMTP ecelerity 4.1.5.48834 r(Core:4.1.5.3)', 'sparkpost'],
  ['220 smtp.mailtrap.io ESMTP ready', 'mailtrap'],
  ['220 ssl0.ovh.net player739', 'ovh'],
  [
    '220 smtp14.relay.ord1a.emailsrvr.com ESMTP - VA Code Section 18.2-152.3:1 forbids',
    'rackspace',
  ],
  ['220 p3plsmtpa11-06.prod.phx3.secureserver.net ESMTP', 'godaddy'],
  ['220 smtpin.rzone.de ESMTP RZmta 55.6.2 ready', 'strato'],
  ['220 mail-tester.com ESMTP Postfix (Ubuntu)', 'postfix'],
  ['220-wn09.webd.pl ESMTP Exim 4.96.2 #2 Sat, 24 Aug 2024 09:58:17 +0200', 'exim'],
  [CPANEL, 'cpanel'],
  ['220 mail.example.com Dovecot ready.', 'dovecot'],
  ['220 mail.example.com ESMTP OpenSMTPD', 'opensmtpd'],
  ['220 mail.bez.digital Stalwart ESMTP at your service', 'stalwart'],
  ['220 mail.gizmonet.eu ESMTP Postcow', 'mailcow'],
  ['220 003d5d40acd9 ESMTP Haraka/2.8.27 ready', 'haraka'],
  ['220 gateway.brd.ro SMTP Service ready', undefined],
  ['220 scripted.example ESMTP', undefined],
];

describe('a greeting', () => {
  it.each(GREETINGS)('%j is that of %s', (greeting, id) => {
    expect(findProviderByWords(greeting)?.id).toBe(id);
  });

  it('says less than the host, and less than a reply that names Exmail', () => {
    const greeting = '220 smtp.gmail.com ESMTP x62sm16538695wmf.13 - gsmtp';
    expect(providerOf({ host: 'smtp-relay.gmail.com', greeting })?.id).toBe(
      'google-workspace-relay',
    );
    expect(providerOf({ host: 'mail.example.org', greeting })?.id).toBe('gmail');
    const tencent = '220 newxmesmtplogicsvrszc11.qq.com XMail Esmtp QQ Mail Server.';
    const help =
      '535 Error: http://service.exmail.qq.com/cgi-bin/help?subtype=1&&id=28&&no=1001256';
    expect(findProviderByWords(tencent, undefined, help)?.id).toBe('exmail');
    expect(findProviderByWords(undefined)).toBeUndefined();
  });

  it.each(CASES)('with the host of %s is that of nobody else', (id, { servers }) => {
    for (const { host } of servers) {
      const found = findProviderByWords(`220 ${host} ESMTP ready`)?.id;
      expect([id, undefined], `${host}: ${found}`).toContain(found);
    }
  });
});
