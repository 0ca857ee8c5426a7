import { startDeadline } from '../deadline.js';
import type { DnsResolver } from '../dns/resolver.js';
import type { NotedResult } from '../mail/authentication-results.js';
import { verifySignatures } from '../mail/dkim/verify-signatures.js';

/** Who has judged, in the place of a receiver's name. */
const OWN_NAME = 'tailchat smtp';
/** The mail is there already: nobody waits long for the rest. */
const LONGEST_MS = 5000;

/** What the signatures tell, and whether they are valid only with the subject that was sent. */
interface Verified {
  results: NotedResult[];
  isSubjectChanged: boolean;
}

/**
 * Verifies the DKIM signatures of a mail that arrived, with their keys from DNS. One that was broken by a new subject, as filters
 * of receivers write it, counts as it was before.
 *
 * @param bytes the whole mail
 * @param subject the field as it was sent
 * @param resolver in place of the system's servers
 * @throws the signal's reason when it is aborted
 */
export async function verifyArrived(
  bytes: Buffer,
  subject: string,
  signal: AbortSignal,
  resolver?: DnsResolver,
): Promise<Verified> {
  const deadline = startDeadline(LONGEST_MS, signal);
  try {
    const { createNodeResolver } = await import('../dns/node-resolver.js');
    const dns = resolver ?? createNodeResolver({ signal: deadline.signal });
    const findKey = async (name: string) => {
      const answer = await dns.ask('TXT', name);
      if (answer.status === 'found') return answer.records;
      return answer.status === 'error' || answer.status === 'unaskable' ? undefined : [];
    };
    const now = await verifySignatures(bytes, findKey);
    const isFailed = now.some(({ result, isBodyIntact }) => result === 'fail' && isBodyIntact);
    const before = isFailed ? await verifySignatures(withSubject(bytes, subject), findKey) : now;
    const best = now.map((one, at) => (before[at]?.result === 'pass' ? before[at] : one));
    const results = best.map(({ domain, result, isBodyIntact }) => ({
      ...{ method: 'dkim', result: result ?? 'neutral', domain, by: OWN_NAME },
      // In the words of receivers: what helps is told by them.
      note: isBodyIntact === false ? 'body hash did not verify' : noteOf(domain, result),
    }));
    const isSubjectChanged = best.some(({ result }, at) => result !== now[at]?.result);
    return { results, isSubjectChanged };
  } finally {
    deadline.clear();
  }
}

/** The mail with another subject in its header. */
function withSubject(bytes: Buffer, subject: string): Buffer {
  const text = bytes.toString('latin1');
  const end = /\r?\n\r?\n/.exec(text)?.index ?? text.length;
  const header = text.slice(0, end).replace(/^subject[ \t]*:.*(?:\r?\n[ \t].*)*/im, () => subject);
  return Buffer.from(header + text.slice(end), 'latin1');
}

function noteOf(domain: string | null, result: string | null): string {
  return domain !== null && result === 'permerror' ? 'no key for signature' : '';
}
