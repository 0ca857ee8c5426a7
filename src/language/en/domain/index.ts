import type { DomainTexts } from '../../domain-texts.js';
import { servedBy } from '../../plans/domain.js';
import { known, tell } from '../../plans/plan.js';
import { plural } from '../grammar.js';
import { sending } from './sending.js';
import { signing } from './signing.js';
import { surroundings } from './surroundings.js';
import { quoted } from './words.js';

const results = { pass: 'yes', fail: 'no', unknown: 'not known before a mail has arrived' };

export const domain: DomainTexts = {
  findings: { ...sending, ...signing, ...surroundings },
  differs: (difference, name) =>
    tell(difference, {
      policy: ({ treePolicy, listOrganization }) =>
        `Receivers that follow RFC 9989 find ${quoted(treePolicy)} for ${name}; those that use the list of public suffixes look at ${listOrganization} and find another policy.`,
      'dmarc-testing': ({ policy }) =>
        `t=y: receivers that follow RFC 9989 apply one step less than p=${policy} for ${name}; those that know only RFC 7489 apply p=${policy}.`,
      'dmarc-percent': ({ percent }) =>
        `pct=${percent}: receivers that follow RFC 9989 ignore it; those that know RFC 7489 apply the policy of ${name} to ${percent} % of such mail.`,
      'spf-read-on':
        'Under RFC 7208 this SPF record is an error, and most receivers treat it as one; rspamd skips the wrong part and reads on.',
      'spf-include-gone': (include) =>
        `An include: of ${include.domain}, which has no record, is an error to most receivers (RFC 7208); rspamd ignores it.`,
    }),
  checks: {
    domain: 'Domain',
    mx: 'MX',
    spf: 'SPF',
    dkim: 'DKIM',
    dmarc: 'DMARC',
    'reverse-name': 'Reverse name',
    helo: 'EHLO name',
    blocklist: 'Block lists',
    recipient: 'Recipient',
    'mta-sts': 'MTA-STS',
  },
  panel: {
    name: 'Name',
    type: 'Type',
    value: 'Value',
    splitValue: 'For panels that limit a string to 255 characters:',
    shortName: (name, short) => `If the panel adds ${name} by itself, enter the name ${short}`,
  },
  alignment: {
    heading: 'What a receiver will find',
    spf: (result) => `SPF agrees with the sender: ${results[result]}`,
    dkim: (result) => `DKIM agrees with the sender: ${results[result]}`,
    dmarc: (result, policy) =>
      `DMARC passes: ${results[result]}${known(policy, (one) => ` (policy: ${one})`)}`,
  },
  noDomain: {
    title: 'No domain to look at',
    explanation: 'No domain was given, and SMTP_SENDER holds no address.',
    nextSteps: ['Name the domain: tailchat smtp domain example.com', 'Or set SMTP_SENDER.'],
  },
  offline: (name) => `Offline: DNS was not asked about mail from ${name}`,
  well: (name) => `No error found in DNS for mail from ${name}`,
  wellWithWarnings: (name, count) =>
    `No error found in DNS for mail from ${name}, with ${plural(count, 'warning', 'warnings')}`,
  aroundRecord: (place, check) =>
    tell(place, {
      alias: ({ name, to }) =>
        tell(servedBy(check), {
          policy: `Delete the CNAME at ${name} first (to ${to}): no other record can stand beside it.`,
          hosts: `Put address records in place of the CNAME at ${name} first (to ${to}): no other record can stand beside it.`,
        }),
      wildcard: ({ name }) =>
        `Add the record, and delete nothing: the CNAME at ${name} comes from a wildcard (*), which gives way to it.`,
      'host-of-wildcard': ({ name }) =>
        `Add all records of ${name} too (A, AAAA, MX, TXT such as SPF): a wildcard (*) supplies them, and it ends where one stands at or below a name.`,
    }),
  publish: 'Publish this record:',
  caches: 'DNS servers keep old answers for a while: minutes to a day, by the record’s TTL.',
};
