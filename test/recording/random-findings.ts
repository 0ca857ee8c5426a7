import { chooser, type Draw } from './random-facts.js';

const DOMAINS = ['example.com', 'example.org'];
const SYNTAX = ['unknown-term', 'bad-term', 'bad-address', 'bad-prefix', 'bad-domain', 'repeated'];
const KEYS = [
  ...['no-tags', 'wrong-version', 'unknown-key-type', 'no-key', 'revoked', 'not-base64'],
  ...['not-a-key', 'too-short', 'not-for-mail', 'quoted', 'several-records'],
];
const SKIPPED = [
  ...[
    'offline',
    'no-domain',
    'domain-unknown',
    'provider-sends',
    'uri-unread',
    'no-address',
    'no-name',
  ],
  ...['no-recipient', 'not-asked'],
];
const SPF = [
  ...['too-many-lookups', 'too-many-void-lookups', 'too-many-names', 'no-record', 'loop'],
  ...['several-records', 'syntax', 'dns-error', 'unaskable'],
];
const DMARC = [
  ...[
    'no-policy',
    'bad-subdomain-policy',
    'repeated',
    'bad-beginning',
    'bad-value',
    'odd-spelling',
  ],
];
const ALIGNED = ['pass', 'fail', 'unknown'];

/** What may be known of a domain: facts that fit every kind of finding. */
export function randomFinding(draw: Draw): Record<string, unknown> {
  const { one, some, isSo, maybe } = chooser(draw);
  const name = () => one(['QQ Mail', 'Amazon SES']);
  const policy = () => one(['none', 'quarantine', 'reject', null]);
  const domain = one(DOMAINS);
  return {
    ...{ domain, at: one(DOMAINS), exchanges: some(['mx1.x.org', 'mx2.x.org'], 1) },
    ...{ takesByAddress: isSo(), isNullMx: isSo(), isOfEnvelope: isSo(), isPartial: isSo() },
    ...{ isGiven: isSo(), isInDns: isSo(), exists: isSo(), hasKeys: one([true, false, null]) },
    ...{
      provider: name(),
      count: one([1, 2]),
      lookups: 12,
      names: ['a.example'],
      unanswered: some(['c.example'], 0),
    },
    addresses: some(['192.0.2.1', '2001:db8::1'], 1),
    ...{ selectors: some(['a', 'b', 'c'], 1), shortest: one([null, 1024, 2048]), selector: 'a' },
    ...{ policy: policy(), treePolicy: policy(), listPolicy: policy(), address: '192.0.2.1' },
    ...{ name: 'mail.example.com', lists: some(['a.example', 'b.example'], 1), what: domain },
    ...{ code: 'ESERVFAIL', why: one(SKIPPED), keyProblem: one(KEYS) },
    dmarcProblem: { kind: one(DMARC), tag: 'sp' },
    spfProblem: {
      ...{ kind: one(SPF), domain: one(DOMAINS), records: ['v=spf1', 'v=spf1 -all'], record: 'x' },
      ...{ name: 'x.example', code: 'EREFUSED', error: { problem: one(SYNTAX), term: 'ip4:x' } },
    },
    reason: {
      kind: one(['free-mail', 'provider', 'records', 'login']),
      owner: name(),
      provider: name(),
    },
    ...{ through: maybe(name) ?? null, result: one(ALIGNED) },
  };
}

/** The facts as one kind of finding has them. */
export function findingOf(kind: string, facts: Record<string, unknown>) {
  const { reason, through, provider, keyProblem, dmarcProblem, spfProblem } = facts;
  const ofKey = kind === 'dkim-key-malformed' ? keyProblem : spfProblem;
  const problem = kind === 'dmarc-invalid' ? dmarcProblem : ofKey;
  const isNullable = kind === 'spf-covers' || kind === 'spf-missing' || kind === 'dkim-unknown';
  return {
    ...{ ...facts, kind, problem, reason: { ...(reason as object), through } },
    provider: isNullable ? through : provider,
    name: kind === 'reverse-name-missing' ? (through as string | null) : facts.name,
  };
}
