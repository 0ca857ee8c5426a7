import type { DnsResolver, RecordType } from './resolver.js';

/** A label that nobody uses. */
export const UNUSED_LABEL = 'tailchat-no-such-name';

/**
 * Whether DNS makes the answer for a name from a wildcard such as `*.example.com` (RFC 4592), so that no record stands at the name
 * itself. An unused label gets the same answer then, beside the name and below it: a wildcard above a name that exists does not
 * reach below it (section 2.2.1).
 */
export async function isFromWildcard(
  type: RecordType,
  name: string,
  resolver: DnsResolver,
): Promise<boolean> {
  const textOf = async (asked: string): Promise<string | undefined> => {
    const answer = await resolver.ask(type, asked);
    return answer.status === 'found' ? answer.records.map(inText).sort().join('\n') : undefined;
  };
  const own = await textOf(name);
  if (own === undefined) return false;
  if (own !== (await textOf(`${UNUSED_LABEL}.${name.slice(name.indexOf('.') + 1)}`))) return false;
  // Some servers take a wildcard for one label alone. No name with an underscore is made like that of any host.
  return name.includes('_') || own === (await textOf(`${UNUSED_LABEL}.${name}`));
}

const inText = (record: unknown) => JSON.stringify(record);
