import type { ReplyRule } from '../../providers/provider.js';
import type { Reply } from '../../report/report.js';
import type { Evidence } from '../evidence.js';

/** The first rule that a reply at this step meets. */
export function findRule(
  rules: readonly ReplyRule[],
  { step, isAuthenticated }: Evidence,
  { code, enhanced }: Reply,
  words: string,
): ReplyRule | undefined {
  return rules.find(
    (rule) =>
      (!rule.steps || rule.steps.includes(step)) &&
      (!rule.codes || rule.codes.some((wanted) => wanted === code || wanted === enhanced)) &&
      !(rule.isBeforeLogin && isAuthenticated) &&
      rule.words.test(words),
  );
}
