import type { DnsAnswer, DnsResolver, RecordData, RecordType } from '../../dns/resolver.js';
import type { FindingFacts } from '../../report/domain-finding.js';
import { repairedSpf } from './meant-as-spf.js';
import { MOST_LOOKUPS } from './spf-outcome.js';
import { doesLetNobody, type SpfTree, walkSpf } from './walk-spf.js';
import { addressTerm, mergeRecords, mergeTerms, withoutTarget } from './write-spf.js';

/**
 * The record to publish in place of one that is worth nothing, where it can be told: read as receivers would read it,
 * and without the includes that lead nowhere.
 *
 * @param tree what was read
 * @param include what the provider asks for
 * @param refusedBy the addresses of the user's own server that the records of a resolver do not let through
 * @returns undefined where no record is known that receivers would take
 */
export async function mendSpf(
  { domain, facts, tree, include, refusedBy }: MendQuestion,
  resolver: DnsResolver,
): Promise<string | undefined> {
  const value = mendedText(domain, facts, tree);
  if (value === undefined) return undefined;
  const whole = include === undefined ? value : mergeTerms(value, [`include:${include}`]);
  const kept = await takeOutDead(domain, whole, resolver);
  const refused = await refusedBy(publishing(domain, kept ?? whole, resolver));
  if (refused.length === 0) return kept;
  return await takeOutDead(domain, mergeTerms(kept ?? whole, refused.map(addressTerm)), resolver);
}

interface MendQuestion {
  domain: string;
  facts: FindingFacts;
  tree: SpfTree;
  include: string | undefined;
  refusedBy: (resolver: DnsResolver) => Promise<string[]>;
}

function mendedText(
  domain: string,
  facts: FindingFacts,
  { problems, text }: SpfTree,
): string | undefined {
  if (facts.kind === 'spf-multiple') {
    const several = problems.find((problem) => problem.kind === 'several-records');
    return several?.kind === 'several-records' ? mergeRecords(several.records) : undefined;
  }
  const { problem } = facts.kind === 'spf-invalid' ? facts : {};
  const isForeign = problem?.kind === 'syntax' && problem.error.problem === 'foreign-sign';
  if (isForeign && problem.domain === domain) return repairedSpf(problem.record);
  const isGone = facts.kind === 'spf-invalid' && facts.problem.kind === 'no-record';
  return isGone ? text : undefined;
}

/** The record without includes of domains that have no record; undefined if receivers would refuse the rest. */
async function takeOutDead(
  domain: string,
  text: string,
  resolver: DnsResolver,
): Promise<string | undefined> {
  const tree = await walkSpf(domain, publishing(domain, text, resolver));
  const { problems, lookups } = tree;
  const dead = problems.flatMap((problem) =>
    problem.kind === 'no-record' ? [problem.domain] : [],
  );
  const kept = dead.reduce((rest, target) => withoutTarget(rest, target) ?? rest, text);
  if (kept !== text) return await takeOutDead(domain, kept, resolver);
  const isRefused = problems.some(({ kind }) => kind !== 'dns-error') || lookups > MOST_LOOKUPS;
  // A record that lets nobody through is no help.
  return isRefused || doesLetNobody(tree) ? undefined : text;
}

/** The same resolver, except that the domain has this TXT record only. */
function publishing(domain: string, text: string, resolver: DnsResolver): DnsResolver {
  return {
    get asked() {
      return resolver.asked;
    },
    async ask<T extends RecordType>(type: T, name: string): Promise<DnsAnswer<RecordData[T]>> {
      if (type !== 'TXT' || name !== domain) return await resolver.ask(type, name);
      return { status: 'found', records: [text] as RecordData[T][] };
    },
  };
}
