import type { DmarcPolicy, FindingFacts, SpfProblem } from '../../report/domain-finding.js';
import type { DomainCheckName, DomainStatus } from '../../report/domain-report.js';
import { isIP } from '../../safety/is-ip.js';
import { plan } from './plan.js';

type FactsOf<K> = Extract<FindingFacts<string>, { kind: K }>;

/** Where mail to a domain without usable MX records goes. */
export function wayToDomain({ isNullMx, takesByAddress, unusable }: FactsOf<'mx-missing'>) {
  if (isNullMx) return 'null-mx';
  if (unusable?.areInside) return 'to-inside';
  if (unusable) return unusable.areAddresses ? 'to-address' : 'to-nothing';
  return takesByAddress ? 'by-address' : 'nowhere';
}

/** Whom the name of a record serves: that of a policy itself only, that of a sender its hosts, too. */
export const servedBy = (check: DomainCheckName) => (check === 'dmarc' ? 'policy' : 'hosts');

/** Whether MX records are there, and are to be corrected, or are to be added. */
export const mendMx = ({ unusable }: FactsOf<'mx-missing'>) => (unusable ? 'correct' : 'add');

/** The exchanges that take no mail; as many as are shown. */
export const unusableShown = ({
  unusable,
}: FactsOf<'mx-missing'> | FactsOf<'recipient-takes-no-mail'>) =>
  unusable?.exchanges.slice(0, 3) ?? [];

/** Whose record receivers check: that of the envelope's domain is this one, or the provider's own. */
export const whoseRecordCounts = ({ isOfEnvelope }: FactsOf<'spf-missing'>) =>
  isOfEnvelope ? 'this' : 'provider';

/** Where a text stands that was meant as the SPF record: at its name, but spoilt, or where nobody looks for it. */
export function whereMeant({ domain, meantAt: at }: FactsOf<'spf-missing'>) {
  if (at === undefined) return { kind: 'nowhere' } as const;
  return at === domain ? ({ kind: 'spoilt' } as const) : ({ kind: 'elsewhere', at } as const);
}

/** How much of a provider's networks a record covers. */
export const shareCovered = ({ isPartial }: FactsOf<'spf-provider-missing'>) =>
  isPartial ? 'some' : 'none';

/** Whom a faulty record fails: mail that passes before the fault is only warned of it. */
export const whomFaultMeets = (status: DomainStatus) =>
  status === 'warning' ? 'others' : 'everybody';

/** Whether a record leaves out addresses that are known, or every address. */
export const whomRecordLeavesOut = (addresses: readonly string[]) =>
  addresses.length === 0 ? 'everybody' : 'some';

/** A problem of a record that only its own repair helps against. */
type Repairable =
  | ('no-record' | 'loop' | 'several-records' | 'syntax')
  | ('unaskable' | 'too-many-void-lookups');

/** What repairs a record. */
export function repairFor(
  problem: SpfProblem,
): Extract<SpfProblem, { kind: Repairable }> | { kind: 'fewer-terms' } {
  switch (problem.kind) {
    // Only some versions of Node ask DNS for an address of a web page.
    case 'no-record':
      return /[/:@]/.test(problem.domain) ? { kind: 'unaskable', name: problem.domain } : problem;
    case 'loop':
    case 'several-records':
    case 'syntax':
    case 'unaskable':
    case 'too-many-void-lookups':
      return problem;
    default:
      return { kind: 'fewer-terms' };
  }
}

/** What receivers do with mail that fails. Not all of them take a softened policy at its word. */
export function treatment({ policy, isSoftened }: FactsOf<'dmarc-misaligned'>) {
  if (policy === 'reject') return isSoftened ? 'refuse-or-spam' : 'refuse';
  return policy === 'quarantine' && !isSoftened ? 'spam' : 'of-their-own';
}

/** Whether a key is as long as is advised (RFC 8301 section 3.2). */
export const strengthOf = (bits: number | null) =>
  bits !== null && bits < 2048 ? 'short' : 'good';

/** Who says that there is a selector. */
export const whoNamesSelector = ({ isGiven }: FactsOf<'dkim-key-missing'>) =>
  isGiven ? 'person' : 'provider';

/** Whether a domain has any key: where it may have some, nobody can guess their selectors. */
export const keysOf = ({ hasKeys }: FactsOf<'dkim-unknown'>) =>
  hasKeys === false ? 'none' : 'unknown';

/** Whose policy it is. */
export const whosePolicy = ({ at, domain }: FactsOf<'dmarc-found'>) =>
  at === domain ? 'own' : 'from-above';

/** What a record with a mistake is to receivers that keep to RFC 9989. */
export const worthOf = (policy: DmarcPolicy | null) => (policy === null ? 'nothing' : 'a-policy');

/** Whether an address has a name that leads elsewhere, or none. */
export const reverseNameOf = (name: string | null) => (name ? 'leads-elsewhere' : 'none');

/** What is said of addresses whose reverse names are at fault. */
export const aboutReverseNames = ({ name, isPartial }: FactsOf<'reverse-name-missing'>) =>
  plan(name !== null && 'name-leads-elsewhere', 'who-refuses', isPartial && 'others-are-well');

/** What mends reverse names. A mail server can leave out IPv6, but not the address that is left. */
export const stepsOfReverseNames = ({ addresses, isPartial }: FactsOf<'reverse-name-missing'>) =>
  plan('set', 'address', isPartial && addresses.every((one) => isIP(one) === 6) && 'without-six');

/** Where mail to a recipient goes whose domain has no MX record that leads out. */
export const wayToRecipient = ({ exchanges }: FactsOf<'recipient-mx-missing'>) =>
  exchanges.length > 0 ? 'to-inside' : 'by-address';

/** Whether DNS knows the recipient's domain. */
export const fameOf = ({ exists }: FactsOf<'recipient-takes-no-mail'>) =>
  exists ? 'known' : 'unknown';

/** Why a recipient's domain takes no mail. */
export function whyNoMail(facts: FactsOf<'recipient-takes-no-mail'>) {
  if (facts.isNullMx) return 'null-mx';
  return facts.unusable ? 'unusable' : fameOf(facts);
}
