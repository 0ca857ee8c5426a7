import type { InSpam, ReceivedAdvice } from '../report/received-letter.js';

/** Whose records a step is about: SPF's are the envelope's, all others those of the domain that people see. */
export function domainFor(
  code: ReceivedAdvice,
  { from, envelope }: Pick<InSpam, 'from' | 'envelope'>,
): string {
  return (code.startsWith('spf-') ? (envelope ?? from) : (from ?? envelope)) ?? 'example.com';
}
