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
      (!rule.codes || rule.codes.some((wanted) => isMet(wanted, code, enhanced))) &&
      !(rule.isBeforeLogin && isAuthenticated) &&
      rule.words.test(words),
  );
}

/** Whether a reply has a code. Where only its enhanced code is left, any code of the same class may have stood before. */
function isMet(wanted: number | string, code: number | null, enhanced: string | null): boolean {
  if (wanted === code || wanted === enhanced) return true;
  return (
    code === null &&
    enhanced !== null &&
    String(wanted).startsWith(`${enhanced[0]}`) &&
    typeof wanted === 'number'
  );
}
