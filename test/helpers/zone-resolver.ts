import type { DnsAnswer, DnsResolver, RecordType } from '../../src/dns/resolver.js';

/** The records of a name; a name that holds nothing exists all the same. */
export type ZoneRecords =
  | {
      A?: string[];
      AAAA?: string[];
      MX?: [number, string][];
      TXT?: string[];
      PTR?: string[];
      CNAME?: string[];
    }
  | { error: string };

/** A resolver over a few names in memory. */
export interface ZoneResolver extends DnsResolver {
  /** What was asked for, each once: `TXT example.org`. */
  questions: string[];
}

/** Makes a resolver that knows these names and no others. */
export function zoneResolver(zone: Readonly<Record<string, ZoneRecords>>): ZoneResolver {
  const questions: string[] = [];
  const names = Object.keys(zone).map((name) => name.toLowerCase());
  return {
    questions,
    get asked() {
      return questions.length;
    },
    async ask(type: RecordType, name: string): Promise<DnsAnswer<never>> {
      const asked = name.toLowerCase().replace(/\.$/, '');
      if (!questions.includes(`${type} ${asked}`)) questions.push(`${type} ${asked}`);
      // Node's resolver does not send such names.
      if (/[^\w./*-]/.test(asked)) return { status: 'unaskable' };
      return answerOf(type, asked);
    },
  };

  /** The records of a name, or those of the wildcard below the nearest name that exists (RFC 4592 section 3.3.1). */
  function recordsOf(name: string): ZoneRecords | undefined {
    if (zone[name] || doesExist(name)) return zone[name];
    const labels = name.split('.');
    const above = labels.map((_, at) => labels.slice(at).join('.')).find(doesExist);
    return above === undefined ? undefined : zone[`*.${above}`];
  }

  /** A name above one that exists does exist (RFC 8020). */
  function doesExist(name: string): boolean {
    return names.some((one) => one === name || one.endsWith(`.${name}`));
  }

  function answerOf(type: RecordType, asked: string): DnsAnswer<never> {
    const known = recordsOf(asked);
    if (known && 'error' in known) return { status: 'error', code: known.error };
    if (!known) return { status: doesExist(asked) ? 'no-data' : 'no-name' };
    const [alias] = known.CNAME ?? [];
    if (alias !== undefined && type !== 'CNAME') return answerOf(type, alias);
    const found = (known as Record<string, unknown[] | undefined>)[type] ?? [];
    if (found.length === 0) return { status: 'no-data' };
    const records =
      type === 'MX'
        ? (found as [number, string][]).map(([priority, exchange]) => ({ priority, exchange }))
        : found;
    return { status: 'found', records: records as never[] };
  }
}
