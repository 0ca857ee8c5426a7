import { startDeadline } from '../deadline.js';
import type { DnsResolver } from '../dns/resolver.js';
import type { NotedResult } from '../mail/authentication-results.js';
import { verifySignatures } from '../mail/dkim/verify-signatures.js';

/** Who has judged, in the place of a receiver's name. */
const OWN_NAME = 'tailchat smtp';
/** The mail is there already: nobody waits long for the rest. */
const LONGEST_MS = 5000;

/**
 * Verifies the DKIM signatures of a mail that arrived, with their keys from DNS.
 *
 * @param bytes the whole mail
 * @param resolver in place of the system's servers
 * @throws the signal's reason when it is aborted
 */
export async function verifyArrived(
  bytes: Buffer,
  signal: AbortSignal,
  resolver?: DnsResolver,
): Promise<NotedResult[]> {
  const deadline = startDeadline(LONGEST_MS, signal);
  try {
    const { createNodeResolver } = await import('../dns/node-resolver.js');
    const dns = resolver ?? createNodeResolver({ signal: deadline.signal });
    const findKey = async (name: string) => {
      const answer = await dns.ask('TXT', name);
      if (answer.status === 'found') return answer.records;
      return answer.status === 'error' || answer.status === 'unaskable' ? undefined : [];
    };
    const verified = await verifySignatures(bytes, findKey);
    return verified.map(({ domain, result, isBodyIntact }) => ({
      ...{ method: 'dkim', result: result ?? 'neutral', domain, by: OWN_NAME },
      // In the words of receivers: what helps is told by them.
      note: isBodyIntact === false ? 'body hash did not verify' : noteOf(domain, result),
    }));
  } finally {
    deadline.clear();
  }
}

function noteOf(domain: string | null, result: string | null): string {
  return domain !== null && result === 'permerror' ? 'no key for signature' : '';
}
