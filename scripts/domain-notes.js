// What the pages about a domain's records say beyond the command's own words: an example to make them of, how it ends,
// and how to look for oneself, written by hand.

/**
 * @typedef {object} DomainNote
 * @property {Record<string, unknown>} facts what the words are made of
 * @property {'failed' | 'warning' | 'either' | 'unknown' | 'ok'} status how the check ends
 * @property {import('../src/language-codes.js').Localized} tell
 */

const domain = 'example.com';
const selector = 's1';
const address = '192.0.2.25';
/** @param {string} command */
const look = (command) => `\`${command}\``;

/** @type {Record<import('../src/report/domain-report.js').DomainCode, DomainNote>} */
export const DOMAIN_NOTES = {
  'domain-unknown': {
    ...{ facts: { kind: 'domain-unknown', domain }, status: 'failed' },
    tell: {
      en: `${look('dig example.com MX')} says NXDOMAIN. A WHOIS query shows whether the domain has expired.`,
      'zh-CN': `${look('dig example.com MX')} 返回 NXDOMAIN。域名是否过期可在注册商处查询 WHOIS。`,
    },
  },
  'mx-missing': {
    facts: { kind: 'mx-missing', domain, takesByAddress: false, isNullMx: false, unusable: null },
    status: 'either',
    tell: {
      en: `${look('dig example.com MX')} has no answer, \`0 .\`, or names that have no address. It is only a warning if the domain has an address that could take mail.`,
      'zh-CN': `${look('dig example.com MX')} 没有结果，或结果是 \`0 .\`，或其中的主机名没有地址。如果域名有可以收信的地址，则只是警告。`,
    },
  },
  'spf-missing': {
    facts: { kind: 'spf-missing', domain, provider: null, isOfEnvelope: true },
    status: 'either',
    tell: {
      en: `${look('dig example.com TXT')} shows no text that begins with \`v=spf1\`. Records of the type SPF no longer count.`,
      'zh-CN': `${look('dig example.com TXT')} 的结果里没有以 \`v=spf1\` 开头的文本。SPF 类型的记录早已作废。`,
    },
  },
  'spf-multiple': {
    ...{ facts: { kind: 'spf-multiple', domain, count: 2 }, status: 'failed' },
    tell: {
      en: `${look('dig example.com TXT')} shows more than one text that begins with \`v=spf1\`. Each service whose guide you followed may have added one.`,
      'zh-CN': `${look('dig example.com TXT')} 的结果里有多条以 \`v=spf1\` 开头的文本。分别按各家服务的说明设置时常会这样。`,
    },
  },
  'spf-invalid': {
    facts: {
      ...{ kind: 'spf-invalid', domain },
      problem: { kind: 'no-record', domain: 'spf.gone.example' },
    },
    status: 'failed',
    tell: {
      en: 'The evidence is the record as DNS has it; the explanation names the term. Usual slips: `ipv4:` instead of `ip4:`, a comma between terms, an `include:` of a service that no longer exists.',
      'zh-CN':
        '证据里是 DNS 中的记录原文，说明里指出有问题的条目。常见错误：把 `ip4:` 写成 `ipv4:`，条目之间用逗号，`include:` 的服务已不存在。',
    },
  },
  'spf-too-many-lookups': {
    ...{ facts: { kind: 'spf-too-many-lookups', domain, lookups: 12 }, status: 'failed' },
    tell: {
      en: 'Each `include:`, `a`, `mx`, `ptr`, `exists:` and `redirect=` counts, those in included records too; `ip4:` and `ip6:` do not.',
      'zh-CN':
        '每个 `include:`、`a`、`mx`、`ptr`、`exists:` 和 `redirect=` 都算一次，被包含的记录里的也算；`ip4:` 和 `ip6:` 不算。',
    },
  },
  'spf-provider-missing': {
    facts: {
      ...{ kind: 'spf-provider-missing', domain, isPartial: false },
      provider: 'Tencent Exmail',
    },
    status: 'either',
    tell: {
      en: "The evidence names networks that the provider sends from and your record lacks. The check compares networks, not the text of an `include:`. It is only a warning if the record holds some of them, or if nothing is known of the provider's networks and the record names other providers alone.",
      'zh-CN':
        '证据里列出服务商发信所用、而你的记录没有包含的网段。比较的是网段本身，不是 `include:` 的文字。只包含一部分时是警告；不知道服务商的网段、而记录里只有别的服务商时，也是警告。',
    },
  },
  'dkim-key-missing': {
    ...{ facts: { kind: 'dkim-key-missing', domain, selector, isGiven: true }, status: 'failed' },
    tell: {
      en: `${look('dig s1._domainkey.example.com TXT')} has no answer. A name such as \`s1._domainkey.example.com.example.com\` with an answer shows that the panel added the domain once more.`,
      'zh-CN': `${look('dig s1._domainkey.example.com TXT')} 没有结果。如果 \`s1._domainkey.example.com.example.com\` 有结果，说明面板又补了一次域名。`,
    },
  },
  'dkim-key-revoked': {
    ...{ facts: { kind: 'dkim-key-revoked', domain, selector }, status: 'failed' },
    tell: {
      en: `${look('dig s1._domainkey.example.com TXT')} ends in \`p=\` with nothing after it.`,
      'zh-CN': `${look('dig s1._domainkey.example.com TXT')} 的结果以 \`p=\` 结尾，后面没有内容。`,
    },
  },
  'dkim-key-malformed': {
    facts: { kind: 'dkim-key-malformed', domain, selector, problem: 'not-a-key' },
    status: 'failed',
    tell: {
      en: 'Compare the evidence with what the provider shows, to the last character. A key of 2048 bits has some 390 characters: more than the 255 that a string of a TXT record takes, so it needs two strings in one record, not two records.',
      'zh-CN':
        '把证据与服务商给出的内容逐字比较。2048 位的公钥约有 390 个字符，超过 TXT 记录单个字符串的 255 个，因此要写成同一条记录里的两个字符串，而不是两条记录。',
    },
  },
  'dkim-unknown': {
    ...{ facts: { kind: 'dkim-unknown', domain, hasKeys: null }, status: 'either' },
    tell: {
      en: 'In a mail that arrived, `DKIM-Signature` has `d=` (whose key) and `s=` (the selector). No name below `_domainkey` means that there is no key at all.',
      'zh-CN':
        '在已收到的邮件里，`DKIM-Signature` 中的 `d=` 是域名，`s=` 是选择器。`_domainkey` 下没有任何名称，说明根本没有公钥。',
    },
  },
  'dmarc-missing': {
    ...{ facts: { kind: 'dmarc-missing', domain }, status: 'warning' },
    tell: {
      en: `${look('dig _dmarc.example.com TXT')} has no answer, and no domain above has a record either. Receivers do not look for it at \`example.com\` itself.`,
      'zh-CN': `${look('dig _dmarc.example.com TXT')} 没有结果，上级域名也没有。写在 \`example.com\` 本身的记录不会被读取。`,
    },
  },
  'dmarc-invalid': {
    facts: { kind: 'dmarc-invalid', domain, problem: { kind: 'no-policy' }, policy: null },
    status: 'either',
    tell: {
      en: 'The evidence is the record as DNS has it. It is only a warning if the record still counts, for some receivers or not as it was meant.',
      'zh-CN':
        '证据里是 DNS 中的记录原文。如果记录仍然有效，只是部分收件方不认或读法不同，则是警告。',
    },
  },
  'dmarc-multiple': {
    ...{ facts: { kind: 'dmarc-multiple', domain, count: 2 }, status: 'failed' },
    tell: {
      en: `${look('dig _dmarc.example.com TXT')} shows more than one text that begins with \`v=DMARC1\`. OpenDMARC takes one of them, rspamd none.`,
      'zh-CN': `${look('dig _dmarc.example.com TXT')} 的结果里有多条以 \`v=DMARC1\` 开头的文本。OpenDMARC 会取其中一条，rspamd 则一条也不用。`,
    },
  },
  'dmarc-misaligned': {
    facts: { kind: 'dmarc-misaligned', domain, policy: 'reject', reason: { kind: 'records' } },
    status: 'either',
    tell: {
      en: 'DMARC asks for one of two: SPF passes for the domain of the sender, or a DKIM signature has it in `d=`. The lines at the end say which of them agrees. It is only a warning while the policy is `none`.',
      'zh-CN':
        'DMARC 要求二者之一：以发件人域名通过 SPF，或 DKIM 签名的 `d=` 是该域名。末尾几行说明哪一项一致。策略是 `none` 时为警告。',
    },
  },
  'reverse-name-missing': {
    facts: { kind: 'reverse-name-missing', addresses: [address], name: null, isPartial: false },
    status: 'either',
    tell: {
      en: `${look('dig -x 192.0.2.25')} gives a name, and \`dig\` of that name gives the address back. Only mail servers of your own need it. It is only a warning while another address of the server has one.`,
      'zh-CN': `${look('dig -x 192.0.2.25')} 应给出一个名称，再用 \`dig\` 查询该名称应得到同一地址。只有自建邮件服务器才需要。服务器的其他地址有反向解析时为警告。`,
    },
  },
  'helo-unqualified': {
    ...{ facts: { kind: 'helo-unqualified', name: 'mail', isInDns: false }, status: 'warning' },
    tell: {
      en: 'The name is in the first `Received` of a mail that arrived, after `from`. Postfix: `postconf myhostname`.',
      'zh-CN':
        '服务器自报的名称在已收到邮件最早的 `Received` 里，位于 `from` 之后。Postfix：`postconf myhostname`。',
    },
  },
  blocklisted: {
    ...{
      facts: { kind: 'blocklisted', what: address, lists: ['zen.spamhaus.org'] },
      status: 'failed',
    },
    tell: {
      en: `${look('dig 25.2.0.192.zen.spamhaus.org')} answers with 127.0.0.x. An answer of 127.255.255.x means that the list refused the question, not that you are listed. Lists are asked only with \`--blocklists\`.`,
      'zh-CN': `${look('dig 25.2.0.192.zen.spamhaus.org')} 返回 127.0.0.x。返回 127.255.255.x 表示查询被拒绝，并不是被列入。只有加上 \`--blocklists\` 才会查询。`,
    },
  },
  'recipient-takes-no-mail': {
    facts: {
      kind: 'recipient-takes-no-mail',
      domain: 'example.net',
      isNullMx: false,
      exists: true,
      unusable: null,
    },
    status: 'failed',
    tell: {
      en: `${look('dig example.net MX')} of the recipient's domain: NXDOMAIN, \`0 .\`, names without an address, or neither MX nor address.`,
      'zh-CN': `查询收件人域名 ${look('dig example.net MX')}：NXDOMAIN、\`0 .\`、没有地址的主机名，或既无 MX 也无地址。`,
    },
  },
  'recipient-requires-tls': {
    ...{ facts: { kind: 'recipient-requires-tls', domain: 'example.net' }, status: 'ok' },
    tell: {
      en: `${look('dig _mta-sts.example.net TXT')} shows \`v=STSv1\`. The policy is at https://mta-sts.example.net/.well-known/mta-sts.txt; \`mode: enforce\` demands TLS. Providers follow it by themselves.`,
      'zh-CN': `${look('dig _mta-sts.example.net TXT')} 的结果有 \`v=STSv1\`。策略在 https://mta-sts.example.net/.well-known/mta-sts.txt，\`mode: enforce\` 表示必须使用 TLS。服务商会自行遵守。`,
    },
  },
  'readers-differ': {
    facts: { kind: 'readers-differ', domain, treePolicy: 'reject', listPolicy: null },
    status: 'warning',
    tell: {
      en: 'The record is between your domain and the one that was registered, or above it. Most filters today (OpenDMARC, rspamd) go by the list of public suffixes; newer ones walk up the tree.',
      'zh-CN':
        '记录位于你的域名与注册域名之间，或在其上级。目前多数过滤器（OpenDMARC、rspamd）使用公共后缀列表，较新的则沿域名树向上查找。',
    },
  },
  'dns-unavailable': {
    ...{ facts: { kind: 'dns-unavailable', name: domain, code: 'ESERVFAIL' }, status: 'unknown' },
    tell: {
      en: `${look('dig example.com TXT @1.1.1.1')} asks another DNS server. ESERVFAIL: the domain's own servers do not answer, or DNSSEC is broken. ETIMEOUT: the way to the DNS server is blocked. EREFUSED: that server does not answer you.`,
      'zh-CN': `${look('dig example.com TXT @1.1.1.1')} 可换一个 DNS 服务器查询。ESERVFAIL：域名自己的服务器没有答复，或 DNSSEC 有问题。ETIMEOUT：到 DNS 服务器的路不通。EREFUSED：该服务器拒绝答复你。`,
    },
  },
};
