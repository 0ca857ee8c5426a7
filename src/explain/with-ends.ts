import type { LoggedFinding } from './found-explanation.js';
import type { PutOffMails } from './put-off-mails.js';

/** The findings, where mails were put off with what became of them. Mails that arrived are told where nothing else is. */
export function withEnds(
  found: ReadonlyMap<string, LoggedFinding>,
  mails: PutOffMails,
): LoggedFinding[] {
  const all = [...found].map(([name, one]): LoggedFinding => {
    const { facts } = one.failure;
    const end = facts.putOff ? mails.endOf(name) : 'open';
    if (!facts.putOff || end === 'open') return one;
    const putOff = end === 'failed' ? undefined : { ...facts.putOff, end };
    return { ...one, failure: { ...one.failure, facts: { ...facts, putOff } } };
  });
  const left = all.filter(({ failure }) => failure.facts.putOff?.end !== 'delivered');
  return left.length > 0 ? left : all;
}
