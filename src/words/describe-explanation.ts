import type { FoundExplanation } from '../explain/found-explanation.js';
import type { Texts } from '../language/texts.js';
import type { FoundReceived } from '../mail/received-mail.js';
import type { Explanation } from '../report/explanation.js';
import { domainFor } from './advised-domain.js';
import { describeFailure } from './describe-failure.js';

/** Puts what was found in a text into words. */
export function describeExplanation(
  { letters, ...found }: FoundExplanation,
  texts: Texts,
): Explanation {
  const findings = found.findings.map(({ line, failure, bounce, file }) => {
    const { suggestion: _, ...finding } = describeFailure(failure, texts, 'elsewhere');
    return { ...finding, line, ...bounce, ...(file === undefined ? {} : { file }) };
  });
  const { sorts } = texts.interface.letters;
  const named = letters?.map(({ kind, sort, received, ...letter }) => ({
    kind,
    title: sorts[sort],
    ...letter,
    ...(received ? { received: describeReceived(received, texts) } : {}),
  }));
  return { ...found, findings, ...(named ? { letters: named } : {}) };
}

function describeReceived(found: FoundReceived, texts: Texts) {
  const { advice, isSpam: _, ...facts } = found;
  const { received } = texts.interface;
  const nextSteps = advice.map((code) => received.advice[code](domainFor(code, facts)));
  return { ...facts, nextSteps };
}
