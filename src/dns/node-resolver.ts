import type { promises } from 'node:dns';
import { throwIfInterrupted } from '../deadline.js';
import { errorCodeOf } from '../errors.js';
import { createCAres, systemServers } from './c-ares.js';
import type { DnsAnswer, DnsResolver, RecordData, RecordType } from './resolver.js';

const QUERY = { timeoutMs: 1500, tries: 2 };

/** How to ask. */
export interface NodeResolverOptions {
  /** `address` or `address:port`, IPv6 in brackets; the system's servers where none is given. */
  servers?: readonly string[];
  /** Cancels all questions. */
  signal: AbortSignal;
}

/**
 * A resolver over `node:dns` (c-ares), which asks the servers directly and knows no hosts file.
 *
 * @throws TypeError for a server that is no address
 */
export function createNodeResolver({ servers, signal }: NodeResolverOptions): DnsResolver {
  const all = servers ?? systemServers();
  // The first resolver asks all servers in turn as long as none answers. After an error it asks no second one.
  const resolvers = all.map((_, at) => createCAres({ ...QUERY, servers: all.slice(at) }));
  const cancel = () => {
    for (const resolver of resolvers) resolver.cancel();
  };
  signal.addEventListener('abort', cancel, { once: true });
  const answers = new Map<string, Promise<DnsAnswer<never>>>();
  let asked = 0;
  return {
    get asked() {
      return asked;
    },
    ask<T extends RecordType>(type: T, name: string): Promise<DnsAnswer<RecordData[T]>> {
      const key = `${type} ${name.toLowerCase()}`;
      const known = answers.get(key);
      if (known) return known;
      throwIfInterrupted(signal);
      asked += 1;
      const asking = signal.aborted ? Promise.reject(timedOut()) : askEach(resolvers, type, name);
      const answer = answerOf(asking as Promise<RecordData[T][]>, signal);
      answers.set(key, answer as Promise<DnsAnswer<never>>);
      return answer;
    },
  };
}

/** Codes of servers that know nothing. Another server may answer. */
const NO_ANSWERS = ['ESERVFAIL', 'EREFUSED', 'ENOTIMP', 'EFORMERR'];

async function askEach(
  [resolver, ...others]: readonly promises.Resolver[],
  type: RecordType,
  name: string,
): Promise<RecordData[RecordType][]> {
  if (!resolver) throw Object.assign(new Error('no DNS server'), { code: 'ENOSERVER' });
  try {
    return await query(resolver, type, name);
  } catch (error) {
    const isLast = others.length === 0 || !NO_ANSWERS.includes(errorCodeOf(error) ?? '');
    if (isLast) throw error;
    return await askEach(others, type, name);
  }
}

async function query(
  resolver: promises.Resolver,
  type: RecordType,
  name: string,
): Promise<RecordData[RecordType][]> {
  if (type === 'TXT') {
    // Node returns a record as the strings that it was split into (RFC 7208 section 3.3).
    return (await resolver.resolveTxt(name)).map((strings) => ofOctets(strings.join('')));
  }
  return (await resolver.resolve(name, type)) as RecordData[RecordType][];
}

/** The text of a record. Node makes one character of each octet; people write UTF-8 there. */
function ofOctets(text: string): string {
  if (!/[\x80-\xff]/.test(text) || /[^\0-\xff]/.test(text)) return text;
  const read = Buffer.from(text, 'latin1').toString();
  return read.includes('\ufffd') ? text : read;
}

async function answerOf<R>(asking: Promise<R[]>, signal: AbortSignal): Promise<DnsAnswer<R>> {
  try {
    const records = await asking;
    // A CNAME to a name without such data gives an empty list.
    return records.length > 0 ? { status: 'found', records } : { status: 'no-data' };
  } catch (error) {
    throwIfInterrupted(signal);
    return failedAnswer(errorCodeOf(error) ?? 'EUNKNOWN');
  }
}

function timedOut(): Error {
  return Object.assign(new Error('the time is up'), { code: 'ECANCELLED' });
}

function failedAnswer(code: string): DnsAnswer<never> {
  if (code === 'ENOTFOUND') return { status: 'no-name' };
  if (code === 'ENODATA') return { status: 'no-data' };
  // c-ares refuses `+`, `=`, `'`, `:` and labels that are too long without asking.
  if (code === 'EBADNAME' || code === 'EBADQUERY') return { status: 'unaskable' };
  // The time of the whole check is up, so nobody knows what the answer would have been.
  return { status: 'error', code: code === 'ECANCELLED' ? 'ETIMEOUT' : code };
}
