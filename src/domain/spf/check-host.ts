import { UNUSED_LABEL } from '../../dns/is-from-wildcard.js';
import type { DnsAnswer, DnsResolver } from '../../dns/resolver.js';
import type { SpfProblem } from '../../report/domain-finding.js';
import { addressNumber, isInBlock } from '../networks.js';
import { findSpfRecord } from './find-spf-record.js';
import { MacroReader } from './macro-reader.js';
import type { Mechanism, Qualifier } from './parse-spf.js';
import { prefetch } from './prefetch.js';
import { MOST_LOOKUPS, type SpfOutcome, type SpfQuestion, type SpfResult } from './spf-outcome.js';
import { costsLookup, targetOf } from './terms.js';
import { MOST_NAMES } from './validate-names.js';

const MOST_VOID_LOOKUPS = 2;

const RESULTS: Readonly<Record<Qualifier, SpfResult>> = {
  '+': 'pass',
  '-': 'fail',
  '~': 'softfail',
  '?': 'neutral',
};

/** Ends the evaluation with an error. */
class SpfError extends Error {
  readonly problem: SpfProblem;

  constructor(problem: SpfProblem) {
    super(problem.kind);
    this.problem = problem;
  }
}

/** The function `check_host` of RFC 7208 section 4: may this address send for this domain? */
export async function checkHost(question: SpfQuestion, resolver: DnsResolver): Promise<SpfOutcome> {
  const evaluation = new Evaluation(question, resolver);
  return await evaluation.run(question.domain);
}

class Evaluation {
  readonly #question: SpfQuestion;
  readonly #resolver: DnsResolver;
  readonly #macros: MacroReader;
  #lookups = 0;
  #voidLookups = 0;

  constructor(question: SpfQuestion, resolver: DnsResolver) {
    this.#question = question;
    this.#resolver = resolver;
    // An error about the names counts as no match.
    this.#macros = new MacroReader(question, resolver, (answer) => this.#noteVoid(answer));
  }

  async run(domain: string): Promise<SpfOutcome> {
    try {
      const { result, term, exp, expDomain } = await this.#check(domain, true);
      const explanation =
        result === 'fail' && exp !== undefined ? await this.#explain(exp, expDomain) : undefined;
      return {
        result,
        ...(term === undefined ? {} : { term }),
        ...(explanation === undefined ? {} : { explanation }),
        lookups: this.#lookups,
      };
    } catch (error) {
      if (!(error instanceof SpfError)) throw error;
      const { problem } = error;
      const isTemporary = problem.kind === 'dns-error' || problem.kind === 'unaskable';
      return { result: isTemporary ? 'temperror' : 'permerror', problem, lookups: this.#lookups };
    }
  }

  async #check(domain: string, isFirst: boolean): Promise<Matched> {
    const found = await findSpfRecord(domain, this.#resolver);
    if (found.status === 'none') {
      if (isFirst) return { result: 'none', expDomain: domain };
      throw new SpfError({ kind: 'no-record', domain });
    }
    if (found.status === 'problem') throw new SpfError(found.problem);
    const { record } = found;
    if (this.#lookups < MOST_LOOKUPS) prefetch(record, domain, this.#addressType, this.#resolver);
    for (const mechanism of record.mechanisms) {
      if (!(await this.#matches(mechanism, domain))) continue;
      const { qualifier, text } = mechanism;
      const { exp } = record;
      return {
        result: RESULTS[qualifier],
        term: text,
        expDomain: domain,
        ...(exp === undefined ? {} : { exp }),
      };
    }
    if (record.redirect === undefined) return { result: 'neutral', expDomain: domain };
    this.#count();
    return await this.#check(await this.#macros.nameOf(record.redirect, domain), false);
  }

  async #matches(mechanism: Mechanism, domain: string): Promise<boolean> {
    if (costsLookup(mechanism)) this.#count();
    if (mechanism.name === 'all') return true;
    if (mechanism.name === 'ip4' || mechanism.name === 'ip6') {
      return this.#isIn(mechanism.address, mechanism.prefix);
    }
    const target = targetOf(mechanism, domain);
    // A term without a name means this domain, which holds no macros.
    const made = target === domain ? domain : await this.#macros.nameOf(target, domain);
    const isWritten = mechanism.name !== 'include' && !target.includes('%');
    const name = isWritten ? await this.#askableName(made) : made;
    switch (mechanism.name) {
      case 'include':
        return await this.#includes(name);
      case 'exists':
        return (await this.#ask('A', name)).length > 0;
      case 'a':
        return await this.#hasAddress(name, mechanism, true);
      case 'mx':
        return await this.#isExchange(name, mechanism);
      case 'ptr':
        return await this.#isNamed(name);
    }
  }

  /** Whether an include matches: the result of the other domain decides (RFC 7208 section 5.2). */
  async #includes(domain: string): Promise<boolean> {
    const { result } = await this.#check(domain, false);
    return result === 'pass';
  }

  async #isExchange(domain: string, prefixes: Prefixes): Promise<boolean> {
    const exchanges = await this.#ask('MX', domain);
    if (exchanges.length > MOST_NAMES) throw new SpfError({ kind: 'too-many-names', domain });
    const names = exchanges.map(({ exchange }) => exchange).filter((exchange) => exchange !== '');
    for (const name of names) void this.#resolver.ask(this.#addressType, name).catch(() => {});
    for (const name of names) {
      if (await this.#hasAddress(name, prefixes, false)) return true;
    }
    return false;
  }

  async #hasAddress(name: string, prefixes: Prefixes, countsVoid: boolean): Promise<boolean> {
    const isIpv6 = this.#addressType === 'AAAA';
    const addresses = await this.#ask(this.#addressType, name, countsVoid);
    const prefix = isIpv6 ? prefixes.prefix6 : prefixes.prefix4;
    return addresses.some((address) => this.#isIn(address, prefix));
  }

  /** Whether `ptr` matches: a validated name of the address belongs to the domain (RFC 7208 section 5.5). */
  async #isNamed(domain: string): Promise<boolean> {
    const target = domain.toLowerCase();
    const names = await this.#macros.validatedNames();
    return names.some((name) => name === target || name.endsWith(`.${target}`));
  }

  /** The domain's own words for a refusal; undefined if they have any fault (section 6.2). */
  async #explain(spec: string, domain: string): Promise<string | undefined> {
    const answer = await this.#resolver.ask('TXT', await this.#macros.nameOf(spec, domain));
    if (answer.status !== 'found' || answer.records.length !== 1) return undefined;
    const [text = ''] = answer.records;
    return await this.#macros.textOf(text, domain);
  }

  /**
   * A name that is answered like one that Node's resolver does not send, such as `https://mail.example.com`: nobody has a record
   * for it, only a wildcard may cover it.
   */
  async #askableName(name: string): Promise<string> {
    const labels = name.split('.').map((label) => (/[^\w/*-]/.test(label) ? UNUSED_LABEL : label));
    const standIn = labels.join('.');
    if (standIn === name) return name;
    const { status } = await this.#resolver.ask('A', name);
    return status === 'unaskable' ? standIn : name;
  }

  /** The records of a name. An empty answer counts as a void look-up. */
  async #ask<T extends 'A' | 'AAAA' | 'MX'>(type: T, name: string, countsVoid = true) {
    const answer = await this.#resolver.ask(type, name);
    if (answer.status === 'found') return answer.records;
    if (answer.status === 'error') {
      throw new SpfError({ kind: 'dns-error', name, code: answer.code });
    }
    if (answer.status === 'unaskable') throw new SpfError({ kind: 'unaskable', name });
    if (countsVoid) this.#noteVoid(answer);
    return [];
  }

  #noteVoid({ status }: DnsAnswer<unknown>): void {
    if (status !== 'no-data' && status !== 'no-name') return;
    this.#voidLookups += 1;
    if (this.#voidLookups > MOST_VOID_LOOKUPS)
      throw new SpfError({ kind: 'too-many-void-lookups' });
  }

  #count(): void {
    this.#lookups += 1;
    if (this.#lookups > MOST_LOOKUPS) throw new SpfError({ kind: 'too-many-lookups' });
  }

  get #addressType(): 'A' | 'AAAA' {
    return addressNumber(this.#question.ip)?.family === 6 ? 'AAAA' : 'A';
  }

  #isIn(address: string, prefix: number): boolean {
    return isInBlock(this.#question.ip, address, prefix);
  }
}

interface Prefixes {
  prefix4: number;
  prefix6: number;
}

interface Matched {
  result: SpfResult;
  term?: string;
  exp?: string;
  /** The domain whose `exp=` counts: the one whose record matched. */
  expDomain: string;
}
