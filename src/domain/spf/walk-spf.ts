import type { DnsResolver } from '../../dns/resolver.js';
import type { SpfProblem } from '../../report/domain-finding.js';
import { type Network, networkOf } from '../networks.js';
import { findSpfRecord } from './find-spf-record.js';
import type { Mechanism, Qualifier, SpfRecord } from './parse-spf.js';
import { costsLookup, countingTerms, targetOf } from './terms.js';
import { MOST_NAMES } from './validate-names.js';

/** The permissions of an SPF record, as far as they can be told without a client's address. */
export interface SpfTree {
  /** The domain's own record. Absent if the domain has none, or an unreadable one. */
  text?: string;
  record?: SpfRecord;
  /** Blocks of addresses that pass. */
  networks: Network[];
  /** The domains that an `include:` or `redirect=` leads to, each once. */
  domains: string[];
  /** A term before the others keeps some addresses from passing: `-ip4:…`, `?mx`. The evaluation alone knows which. */
  hasExceptions: boolean;
  /** Terms that depend on the client's address: macros, `exists`, `ptr`. */
  undecided: string[];
  /** The record's verdict on everybody else. Absent without an `all`. */
  rest?: Qualifier;
  /** The number of DNS look-ups for an address that matches nothing (RFC 7208 section 4.6.4). */
  lookups: number;
  problems: SpfProblem[];
}

// A record may use ten look-ups; a hostile one names thousands.
const MOST_DOMAINS = 40;
const MOST_TERMS = 200;

/** All addresses of a family: `ip4:0.0.0.0/0` is `+all` by another name. */
export const EVERYBODY = ['0.0.0.0', '::'].flatMap((base) => networkOf(base, 0) ?? []);

/**
 * Reads an SPF record and all that it includes, side by side, for no address: what they allow together, what they cost,
 * everything that is wrong. `checkHost` cannot tell that: it asks for one address, in order, and ends at the first match
 * or error (RFC 7208 section 4.6). Terms and records are read by the same functions in both.
 */
export async function walkSpf(domain: string, resolver: DnsResolver): Promise<SpfTree> {
  const walk = new Walk(resolver);
  await walk.visit(domain, 'own', true);
  return walk.finish(domain);
}

/** Whether no address at all passes, as far as DNS has answered. */
export function doesLetNobody({ networks, undecided, rest, problems }: SpfTree): boolean {
  const isKnown = problems.every(({ kind }) => kind !== 'dns-error');
  return isKnown && networks.length + undecided.length === 0 && rest !== '+';
}

class Walk {
  readonly tree: SpfTree = {
    ...{ networks: [], domains: [], undecided: [], problems: [] },
    ...{ hasExceptions: false, lookups: 0 },
  };
  readonly #resolver: DnsResolver;
  /** The own cost of each record that was read, and the records that it leads to. */
  readonly #seen = new Map<string, Node>();

  constructor(resolver: DnsResolver) {
    this.#resolver = resolver;
  }

  /** @param isPassing what the record lets pass does pass: false inside an include with a minus */
  async visit(domain: string, role: Role, isPassing: boolean): Promise<void> {
    if (this.#seen.size >= MOST_DOMAINS) return;
    const node: Node = { lookups: 0, targets: [] };
    this.#seen.set(keyOf(domain), node);
    const found = await findSpfRecord(domain, this.#resolver);
    if (found.status === 'none') {
      if (role !== 'own') this.tree.problems.push({ kind: 'no-record', domain });
      return;
    }
    if (found.status === 'problem') {
      this.tree.problems.push(found.problem);
      return;
    }
    const { record, text } = found;
    if (role === 'own') Object.assign(this.tree, { record, text });
    else this.tree.domains.push(domain);
    const { mechanisms, all, redirect } = countingTerms(record);
    if (role !== 'included' && all) this.tree.rest = all.qualifier;
    else if (isPassing && all?.qualifier === '+') this.tree.networks.push(...EVERYBODY);
    const others = mechanisms
      .slice(0, MOST_TERMS)
      .map((mechanism) => this.#visitTerm(mechanism, domain, node, isPassing));
    if (redirect !== undefined) {
      node.lookups += 1;
      others.push(
        this.#follow(redirect, node, role === 'included' ? role : 'redirected', isPassing),
      );
    }
    await Promise.all(others);
  }

  /** Adds up the cost from the first record on, and finds records that lead back to themselves. */
  finish(domain: string): SpfTree {
    const costs = new Map<string, number>();
    const loops = new Set<string>();
    const costOf = (name: string, path: readonly string[]): number => {
      if (path.includes(name)) {
        loops.add(name);
        return 0;
      }
      const known = costs.get(name);
      if (known !== undefined) return known;
      const { lookups, targets } = this.#seen.get(name) ?? { lookups: 0, targets: [] };
      const below = targets.map((target) => costOf(target, [...path, name]));
      const cost = below.reduce((sum, one) => sum + one, lookups);
      costs.set(name, cost);
      return cost;
    };
    const lookups = costOf(keyOf(domain), []);
    for (const name of loops) this.tree.problems.push({ kind: 'loop', domain: name });
    return { ...this.tree, lookups };
  }

  async #visitTerm(
    mechanism: Mechanism,
    domain: string,
    node: Node,
    isPassing: boolean,
  ): Promise<void> {
    const passes = isPassing && mechanism.qualifier === '+';
    if (mechanism.qualifier !== '+') this.tree.hasExceptions = true;
    if (costsLookup(mechanism)) node.lookups += 1;
    switch (mechanism.name) {
      case 'ip4':
      case 'ip6':
        if (passes) this.#add(mechanism.address, mechanism.prefix);
        return;
      case 'include':
        return await this.#follow(mechanism.domain, node, 'included', passes);
      case 'a':
      case 'mx': {
        const name = targetOf(mechanism, domain);
        if (name.includes('%')) this.tree.undecided.push(mechanism.text);
        else if (passes) await this.#addHosts(mechanism.name, name, mechanism);
        return;
      }
      default:
        if (passes) this.tree.undecided.push(mechanism.text);
    }
  }

  async #follow(target: string, node: Node, role: Role, isPassing: boolean): Promise<void> {
    if (target.includes('%')) {
      this.tree.undecided.push(target);
      return;
    }
    node.targets.push(keyOf(target));
    // A record that is included twice is read once. Its cost is counted twice, and loops are found, in `finish`.
    if (this.#seen.has(keyOf(target))) return;
    await this.visit(target, role, isPassing);
  }

  async #addHosts(kind: 'a' | 'mx', name: string, prefixes: Prefixes): Promise<void> {
    const hosts = kind === 'a' ? [name] : await this.#exchangesOf(name);
    await Promise.all(
      hosts.slice(0, MOST_NAMES).map(async (host) => {
        const [four, six] = await Promise.all([
          this.#resolver.ask('A', host),
          this.#resolver.ask('AAAA', host),
        ]);
        if (four.status === 'found') {
          for (const address of four.records) this.#add(address, prefixes.prefix4);
        }
        if (six.status === 'found') {
          for (const address of six.records) this.#add(address, prefixes.prefix6);
        }
        const failed = [four, six].find(({ status }) => status === 'error');
        if (failed?.status !== 'error') return;
        this.tree.problems.push({ kind: 'dns-error', name: host, code: failed.code });
      }),
    );
  }

  async #exchangesOf(name: string): Promise<string[]> {
    const answer = await this.#resolver.ask('MX', name);
    if (answer.status === 'error') {
      this.tree.problems.push({ kind: 'dns-error', name, code: answer.code });
    }
    if (answer.status !== 'found') return [];
    return answer.records.map(({ exchange }) => exchange).filter((exchange) => exchange !== '');
  }

  #add(address: string, prefix: number): void {
    const network = networkOf(address, prefix);
    if (network) this.tree.networks.push(network);
  }
}

/** The form of a name that DNS compares. */
function keyOf(domain: string): string {
  return domain.toLowerCase().replace(/\.$/, '');
}

/** How a record was reached. The target of a redirect stands in for the domain's own record. */
type Role = 'own' | 'redirected' | 'included';

/** The own cost of a record, and the records that it leads to. */
interface Node {
  lookups: number;
  targets: string[];
}

interface Prefixes {
  prefix4: number;
  prefix6: number;
}
