import type { Localized } from '../language-codes.js';
import type { DkimKeyProblem } from './dkim-key-problem.js';
import type {
  DnsRecordToWrite,
  DomainCheckName,
  DomainCode,
  DomainStatus,
} from './domain-report.js';
import type { RecordPlace } from './record-place.js';

/** What is wrong with a record, and the term that it is wrong with. */
export interface SpfSyntaxError {
  problem:
    | ('unknown-term' | 'bad-term' | 'bad-address' | 'bad-prefix' | 'bad-domain' | 'repeated')
    /** A sign that is none of ASCII, such as a full-width colon. */
    | 'foreign-sign';
  term: string;
}

/** Why SPF cannot be evaluated. */
export type SpfProblem =
  | { kind: 'too-many-lookups' }
  | { kind: 'too-many-void-lookups' }
  /** More than ten mail exchanges (RFC 7208 section 4.6.4). */
  | { kind: 'too-many-names'; domain: string }
  /** An `include` or a `redirect` leads to a domain without a record. */
  | { kind: 'no-record'; domain: string }
  /** The record includes itself, or leads back to itself through others. */
  | { kind: 'loop'; domain: string }
  | { kind: 'several-records'; domain: string; records: string[] }
  | { kind: 'syntax'; domain: string; record: string; error: SpfSyntaxError }
  | { kind: 'dns-error'; name: string; code: string }
  /** Node's resolver does not send a name like this. */
  | { kind: 'unaskable'; name: string };

/** What the owner of a domain wants done with mail that fails (RFC 9989). */
export type DmarcPolicy = 'none' | 'quarantine' | 'reject';

/** What is wrong with a DMARC record: receivers pass over it, or read it in different ways. */
export type DmarcProblem =
  /** `p=` is missing, or has a value that the standard does not know. */
  | { kind: 'no-policy' }
  /** The policy for subdomains has a value that the standard does not know (RFC 9989 section 4.10.1). */
  | { kind: 'bad-subdomain-policy'; tag: 'sp' | 'np' }
  /** A tag that stands twice. */
  | { kind: 'repeated'; tag: string }
  /** The text means to be a record, and does not begin as one. */
  | { kind: 'bad-beginning' }
  /** A value that the tag does not have. */
  | { kind: 'bad-value'; tag: string }
  /** Capitals, blanks or empty parts, where some programs expect none. */
  | { kind: 'odd-spelling' };

/**
 * Facts for a finding's words. Each member has exactly its own. A provider is named in every language until the words are made.
 */
export type FindingFacts<Name = Localized> =
  // domain and mx
  | { kind: 'domain-found'; domain: string }
  | { kind: 'domain-unknown'; domain: string }
  | { kind: 'mx-found'; domain: string; exchanges: string[] }
  | {
      kind: 'mx-missing';
      domain: string;
      takesByAddress: boolean;
      isNullMx: boolean;
      unusable: UnusableExchanges | null;
    }
  // SPF
  | { kind: 'spf-covers'; domain: string; provider: Name | null }
  | { kind: 'spf-found'; domain: string }
  /** `doesPass`: no exception of the record keeps this mail from passing. */
  | { kind: 'spf-open'; domain: string; doesPass: boolean }
  /** `meantAt`: the name where a text stands that was meant as the record. */
  | {
      kind: 'spf-missing';
      domain: string;
      provider: Name | null;
      isOfEnvelope: boolean;
      meantAt?: string;
    }
  | { kind: 'spf-multiple'; domain: string; count: number }
  | { kind: 'spf-invalid'; domain: string; problem: SpfProblem }
  | { kind: 'spf-too-many-lookups'; domain: string; lookups: number }
  | { kind: 'spf-provider-missing'; domain: string; provider: Name; isPartial: boolean }
  | { kind: 'spf-address-missing'; domain: string; addresses: string[] }
  /** `hint`: the provider's own words about its records. */
  | { kind: 'spf-of-others'; domain: string; provider: Name; others: Name[]; hint: Name | null }
  // DKIM
  /** `isAlone`: there is no other key that could agree with the sender. */
  | {
      kind: 'dkim-found';
      domain: string;
      selectors: string[];
      shortest: number | null;
      isAlone?: boolean;
    }
  | {
      kind: 'dkim-key-missing';
      domain: string;
      selector: string;
      isGiven: boolean;
      isAlone?: boolean;
    }
  | { kind: 'dkim-key-revoked'; domain: string; selector: string }
  | { kind: 'dkim-key-malformed'; domain: string; selector: string; problem: DkimKeyProblem }
  | { kind: 'dkim-unknown'; domain: string; hasKeys: boolean | null }
  // DMARC
  | { kind: 'dmarc-found'; domain: string; at: string; policy: DmarcPolicy }
  | { kind: 'dmarc-missing'; domain: string; meantAt?: string }
  /** `policy`: what receivers that keep to RFC 9989 make of it all the same. */
  | { kind: 'dmarc-invalid'; domain: string; problem: DmarcProblem; policy: DmarcPolicy | null }
  | { kind: 'dmarc-multiple'; domain: string; count: number }
  | {
      kind: 'dmarc-misaligned';
      domain: string;
      policy: DmarcPolicy | null;
      /** `t=y` or `pct=`: some receivers apply one step less. */
      isSoftened: boolean;
      reason: Misalignment<Name>;
    }
  | { kind: 'readers-differ'; domain: string; treePolicy: string | null; listPolicy: string | null }
  // the user's own server
  | { kind: 'reverse-name-found'; addresses: string[]; names: string[] }
  /** `isPartial`: other addresses of the same server have a name. */
  | { kind: 'reverse-name-missing'; addresses: string[]; name: string | null; isPartial: boolean }
  | { kind: 'helo-found'; name: string }
  | { kind: 'helo-unqualified'; name: string; isInDns: boolean }
  /** `unanswered`: those that gave no answer, or refused the question. */
  | { kind: 'not-listed'; lists: string[]; unanswered: string[] }
  | { kind: 'blocklisted'; what: string; lists: string[] }
  | { kind: 'blocklist-refused'; lists: string[] }
  // the recipient
  | { kind: 'recipient-found'; domain: string; exchanges: string[] }
  /** No MX record leads to a host that the outside reaches; without exchanges, the domain has an address of its own. */
  | { kind: 'recipient-mx-missing'; domain: string; exchanges: string[] }
  | {
      kind: 'recipient-takes-no-mail';
      domain: string;
      isNullMx: boolean;
      exists: boolean;
      unusable: UnusableExchanges | null;
    }
  | { kind: 'recipient-requires-tls'; domain: string }
  | { kind: 'recipient-without-policy'; domain: string }
  // nobody knows, or nobody asked
  | { kind: 'dns-unavailable'; name: string; code: string }
  | { kind: 'skipped'; why: UncheckedReason };

/** Mail exchanges that take no mail: DNS has no address for any of them. */
export interface UnusableExchanges {
  exchanges: string[];
  /** Addresses stand there in place of names (RFC 5321 section 5.1). */
  areAddresses: boolean;
  /** Their addresses are such as only the machine itself or its network reaches. */
  areInside: boolean;
}

/** Why no domain that receivers check can agree with the sender's. */
export type Misalignment<Name = Localized> =
  /** An address of a free-mail provider, sent through somebody else. */
  | { kind: 'free-mail'; owner: Name; through: Name | null }
  /** The provider lets the address of the login, which is in a free-mail domain of its, send as nothing else. */
  | { kind: 'login'; loginDomain: string; through: Name }
  /** The provider sends in its own name, and no key of the domain is known. */
  | { kind: 'provider'; provider: Name }
  /** Neither the SPF record nor a key of the domain fits. */
  | { kind: 'records' };

/** Why a check was not made. */
export type UncheckedReason =
  | ('offline' | 'no-domain' | 'domain-unknown' | 'provider-sends' | 'owner-sets')
  | ('login-decides' | 'uri-unread' | 'no-address' | 'no-name' | 'no-recipient' | 'not-asked');

export type ReceiverDifference =
  /** Some receivers find the policy up the tree (RFC 9989), others by the list of public suffixes. */
  | { kind: 'policy'; treePolicy: DmarcPolicy | null; listOrganization: string }
  /** `t=y`: one step less by RFC 9989, and nothing to those who know RFC 7489 alone. */
  | { kind: 'dmarc-testing'; policy: DmarcPolicy }
  /** `pct=` of RFC 7489, which RFC 9989 no longer knows. */
  | { kind: 'dmarc-percent'; percent: number }
  /** An `include:` names a domain without a record: an error for some receivers, passed over by others. */
  | { kind: 'spf-include-gone'; domain: string }
  /** A record that is an error by RFC 7208. rspamd continues behind the error. */
  | { kind: 'spf-read-on' };

/** One check before it is put into words. */
export interface DomainFinding {
  name: DomainCheckName;
  status: DomainStatus;
  facts: FindingFacts;
  /** What DNS answered, unchanged. */
  evidence: string[];
  record: DnsRecordToWrite | null;
  /** What is to be seen to where the record is published. */
  place?: RecordPlace;
}

/** The code that stands in the document; null if the check found nothing to report. */
export function codeOf({ kind }: FindingFacts): DomainCode | null {
  switch (kind) {
    case 'spf-address-missing':
    case 'spf-of-others':
      return 'spf-provider-missing';
    case 'recipient-mx-missing':
      return 'mx-missing';
    case 'domain-unknown':
    case 'mx-missing':
    case 'spf-missing':
    case 'spf-multiple':
    case 'spf-invalid':
    case 'spf-too-many-lookups':
    case 'spf-provider-missing':
    case 'dkim-key-missing':
    case 'dkim-key-revoked':
    case 'dkim-key-malformed':
    case 'dkim-unknown':
    case 'dmarc-missing':
    case 'dmarc-invalid':
    case 'dmarc-multiple':
    case 'dmarc-misaligned':
    case 'readers-differ':
    case 'reverse-name-missing':
    case 'helo-unqualified':
    case 'blocklisted':
    case 'recipient-takes-no-mail':
    case 'recipient-requires-tls':
    case 'dns-unavailable':
      return kind;
    default:
      return null;
  }
}
