import type { ArrivalTexts } from '../language/arrival-texts.js';
import type { AuthenticationResult } from '../report/arrival.js';
import type { Report } from '../report/report.js';
import { stripToLine } from '../safety/control-characters.js';
import { EMPTY, type Line, plain } from './failure-lines.js';

/** Where the test mail was found, and what its receiver wrote into it; nothing where nobody looked for it. */
export function arrivalLines({ arrival }: Report, texts: ArrivalTexts): Line[] {
  if (!arrival?.found) return [];
  const { folder, ms, authentication } = arrival;
  return [
    plain(stripToLine(texts.found(folder ?? '', ms))),
    ...judgedLines(authentication, texts),
    EMPTY,
  ];
}

/** Who judged a mail, and how: one line each. */
export function judgedLines(
  authentication: readonly AuthenticationResult[],
  texts: ArrivalTexts,
): Line[] {
  const groups = new Map<string | null, AuthenticationResult[]>();
  for (const result of authentication) {
    groups.set(result.by, [...(groups.get(result.by) ?? []), result]);
  }
  const judged = [...groups].map(([by, results]) => stripToLine(texts.judged(by, results)));
  return (judged.length > 0 ? judged : [texts.notJudged]).map(plain);
}
