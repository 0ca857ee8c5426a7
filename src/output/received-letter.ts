import type { InterfaceTexts } from '../language/interface-texts.js';
import type { LetterSummary } from '../report/explanation.js';
import { stripToLine } from '../safety/control-characters.js';
import { judgedLines } from './arrival.js';
import { EMPTY, type Line, numberedLines, plain } from './failure-lines.js';

/** Who judged a mail that arrived, whether its domains agree, and the way it took. */
export function receivedLines(
  { received }: LetterSummary,
  { received: words, arrival }: InterfaceTexts,
): Line[] {
  if (!received) return [];
  const { from, envelope, signers, signatures, authentication, forwarding } = received;
  const { alignment, filters, hops, nextSteps } = received;
  return [
    ...judgedLines(authentication, arrival),
    ...(forwarding
      ? [plain(stripToLine(words.forwarded(forwarding.by, forwarding.authentication)))]
      : []),
    ...filters.map((verdict) => plain(stripToLine(words.filter(verdict)))),
    ...(from ? [plain(stripToLine(words.agreement(from, envelope, signers, alignment)))] : []),
    ...signatures
      .filter(({ body }) => body !== 'unknown')
      .map((signature) => plain(stripToLine(words.signature(signature)))),
    EMPTY,
    ...(hops.length > 0 ? [plain(words.way)] : []),
    ...numberedLines(hops.map((hop) => stripToLine(words.hop(hop)))),
    ...(hops.length > 0 ? [EMPTY] : []),
    ...(nextSteps.length > 0 ? [plain(words.helps)] : []),
    ...numberedLines(nextSteps),
    ...(nextSteps.length > 0 ? [EMPTY] : []),
  ];
}
