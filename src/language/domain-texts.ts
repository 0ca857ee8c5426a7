import type { FindingFacts, ReceiverDifference } from '../report/domain-finding.js';
import type { AlignmentResult, DomainCheckName, DomainStatus } from '../report/domain-report.js';
import type { RecordPlace } from '../report/record-place.js';

export interface FindingWords {
  title: string;
  explanation: string;
  /** The steps in their order. Empty if all is well. */
  nextSteps: string[];
}

/** Facts of one kind, in one language. */
export type FactsOf<K extends FindingFacts['kind']> = Extract<FindingFacts<string>, { kind: K }>;

/** The words of each kind of finding: a missing one fails the type check. */
export type FindingTexts = {
  [K in FindingFacts['kind']]: (facts: FactsOf<K>, status: DomainStatus) => FindingWords;
};

/** What `tailchat smtp domain` says. */
export interface DomainTexts {
  findings: FindingTexts;
  differs: (difference: ReceiverDifference, domain: string) => string;
  checks: Record<DomainCheckName, string>;
  /** Of records that are to be published. */
  panel: {
    name: string;
    type: string;
    value: string;
    splitValue: string;
    /** The name to enter if the panel adds the domain by itself. */
    shortName: (domain: string, name: string) => string;
  };
  alignment: {
    heading: string;
    spf: (result: AlignmentResult) => string;
    dkim: (result: AlignmentResult) => string;
    dmarc: (result: AlignmentResult, policy: string | null) => string;
  };
  /** Neither a domain nor a sender is given. */
  noDomain: FindingWords;
  /** Nothing was asked, so nothing is said. */
  offline: (domain: string) => string;
  well: (domain: string) => string;
  wellWithWarnings: (domain: string, count: number) => string;
  /** What is to be seen to at the name of a record before it is published there. */
  aroundRecord: (place: RecordPlace, check: DomainCheckName) => string;
  publish: string;
  /** After a change: DNS answers are kept for a while. */
  caches: string;
}
