import type { ArrivalTexts } from '../language/arrival-texts.js';
import type { AuthenticationResult } from '../report/arrival.js';
import type { Report } from '../report/report.js';
import { stripToLine } from '../safety/control-characters.js';
import { EMPTY, type Line, plain } from './failure-lines.js';

/** Where the test mail was found, what its receiver wrote into it, and whose mailbox that was; nothing where nobody looked for it. */
export function arrivalLines(report: Report, texts: ArrivalTexts): Line[] {
  const { arrival } = report;
  if (!arrival) return [];
  const { found, folder, ms, authentication, isSubjectChanged, isDoubted } = arrival;
  const lines = [
    ...(found
      ? [plain(stripToLine(texts.found(folder ?? '', ms))), ...judgedLines(authentication, texts)]
      : []),
    ...(isDoubted ? [plain(texts.doubted)] : []),
    ...(isSubjectChanged ? [plain(texts.subjectChanged)] : []),
    ...ownerLines(report, texts),
  ];
  return lines.length > 0 ? [...lines, EMPTY] : [];
}

function ownerLines({ arrival, message }: Report, texts: ArrivalTexts): Line[] {
  const { others = [] } = arrival ?? {};
  if (others.length === 0) return [];
  const isAssumed = others.length === message?.accepted.length;
  return [plain(stripToLine(isAssumed ? texts.assumed(others) : texts.others(others)))];
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
