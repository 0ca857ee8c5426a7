import type { FoundFinding } from './found-explanation.js';

/**
 * Drops two kinds of replies: one whose step was only concluded, if another line has the reply with its step; and one that
 * another line has more of.
 *
 * @param guessed the findings whose step was only concluded
 */
export function withoutRepeats(
  findings: FoundFinding[],
  guessed: ReadonlySet<FoundFinding>,
): FoundFinding[] {
  const isTold = (one: FoundFinding, text: string) =>
    findings.some((other) => {
      const said = other.failure.reply?.text;
      if (said === undefined || other === one) return false;
      return said === text
        ? guessed.has(one) && !guessed.has(other)
        : said.length > text.length && goesOn(said, text);
    });
  if (guessed.size === 0) return findings;
  return findings.filter((one) => {
    const text = one.failure.reply?.text;
    return text === undefined || !isTold(one, text);
  });
}

/** Whether a reply begins with the words of another, with or without the marks that a program has put behind them. */
function goesOn(said: string, text: string): boolean {
  return said.startsWith(`${text} `) || said.startsWith(`${text.replace(/["'.]{1,4}$/, '')}\n`);
}

/** The causes of a refused login. A client that goes on without it is asked for it. */
const OF_LOGIN: ReadonlySet<string> = new Set([
  ...['auth-failed', 'app-password-required', 'auth-disabled', 'oauth-required'],
  ...['auth-mechanism-unsupported', 'auth-throttled', 'account-suspended'],
]);

/** How many lines behind a refusal the end of its connection stands: a client may say more in between. */
const NEAR = 8;

/** Whether a refusal stands shortly before, after which a server hangs up. */
function isRefusedBefore({ line }: FoundFinding, findings: readonly FoundFinding[]): boolean {
  return findings.some(
    (other) => other.failure.reply && other.line < line && line - other.line <= NEAR,
  );
}

/** Whether a server's log tells of a login that failed at it, beside mail that it could not pass on. Any client may try to log in. */
function isOfOtherClient({ failure }: FoundFinding, findings: readonly FoundFinding[]): boolean {
  const { diagnosis, step, facts } = failure;
  const isLogin = step === 'auth' && LOGIN_AT_SERVER.has(diagnosis.cause) && !facts.isSummary;
  return isLogin && !facts.isBounce && findings.some((other) => other.failure.facts.isBounce);
}

const LOGIN_AT_SERVER: ReadonlySet<string> = new Set(['auth-failed', 'protocol-error']);

/**
 * Drops refusals that only follow from an earlier one, after which the client went on: 503, a command in the wrong order (RFC
 * 5321 section 4.2.3), behind any refusal, the demand of a login behind a login that failed, the end of the
 * connection soon behind a refusal, and a login of another client.
 */
export function withoutConsequences(findings: FoundFinding[]): FoundFinding[] {
  return findings.filter((one) => {
    const { reply, diagnosis } = one.failure;
    if (!reply && isOfOtherClient(one, findings)) return false;
    if (!reply) return diagnosis.cause !== 'connection-closed' || !isRefusedBefore(one, findings);
    const before = findings.filter(({ line, failure }) => line < one.line && failure.reply);
    if (reply.code === 503) return before.length === 0;
    if (diagnosis.cause !== 'auth-required') return true;
    return !before.some(({ failure }) => OF_LOGIN.has(failure.diagnosis.cause));
  });
}
