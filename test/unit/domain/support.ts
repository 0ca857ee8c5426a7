import { checkDomainOf } from '../../../src/domain/check-domain.js';
import type { DomainQuestion } from '../../../src/domain/question.js';
import type { Provider } from '../../../src/providers/provider.js';
import { type ZoneRecords, zoneResolver } from '../../helpers/zone-resolver.js';

/** A fact as the providers' files have it. */
export const sourced = <T>(value: T) => ({ value, source: 'test', checked: '2026-11-27' });

/** A mailbox provider that lists its networks and signs with one selector. */
export const mailbox: Provider = {
  ...{ id: 'post', kind: 'mailbox', name: { en: 'Post', 'zh-CN': '邮' } },
  ...{ checked: '2026-11-27', servers: [] },
  delivery: {
    spf: sourced('spf.post.example'),
    envelope: sourced('sender'),
    dkim: sourced({ form: 'fixed', selectors: ['post'] }),
  },
};
/** A relay that sends in its own name. */
export const relay: Provider = {
  ...{ id: 'relay', kind: 'relay', name: { en: 'Relay', 'zh-CN': '中继' } },
  ...{ checked: '2026-11-27', servers: [], delivery: { envelope: sourced('provider') } },
};
/** A provider that gives everybody an address. */
export const free: Provider = {
  ...mailbox,
  ...{ id: 'free', name: { en: 'Free', 'zh-CN': '免费' } },
  delivery: { freeMail: [sourced({ domains: ['free.example'], policy: 'none' as const })] },
};

/** What the provider publishes. */
export const PROVIDER_ZONE = {
  'spf.post.example': { TXT: ['v=spf1 ip4:192.0.2.0/24 ip4:198.51.100.0/25 -all'] },
} satisfies Record<string, ZoneRecords>;
const KEY = 'v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=';
/** A domain that is set up. */
export const HEALTHY = {
  ...PROVIDER_ZONE,
  'example.org': {
    MX: [[10, 'mx.example.org']],
    A: ['203.0.113.1'],
    TXT: ['v=spf1 include:spf.post.example -all', 'other=text'],
  },
  'mx.example.org': { A: ['203.0.113.2'] },
  'post._domainkey.example.org': { TXT: [KEY] },
  '_dmarc.example.org': { TXT: ['v=DMARC1; p=reject'] },
} satisfies Record<string, ZoneRecords>;

const question: DomainQuestion = {
  ...{ domain: 'example.org', provider: mailbox, addresses: [] },
  ...{ selectors: [], asksBlocklists: false },
};

/** Checks `example.org` through a provider called Post, unless told otherwise. */
export async function check(zone: Record<string, ZoneRecords>, more: Partial<DomainQuestion> = {}) {
  const resolver = zoneResolver(zone);
  const view = await checkDomainOf({ ...question, ...more }, resolver);
  const find = (name: string) => view.findings.find((finding) => finding.name === name);
  return { view, find, resolver };
}

/** The same with other records of the domain itself. */
export const withRecord = (records: ZoneRecords, others: Record<string, ZoneRecords> = {}) => ({
  ...HEALTHY,
  'example.org': records,
  ...others,
});
