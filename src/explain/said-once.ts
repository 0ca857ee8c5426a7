import type { LoggedFinding } from './found-explanation.js';

/**
 * Drops two kinds of replies: one whose step was only concluded, if another line has the reply with its step; and one that
 * another line has more of.
 */
export function withoutRepeats(findings: LoggedFinding[]): LoggedFinding[] {
  const isTold = (one: LoggedFinding, text: string) =>
    findings.some((other) => {
      const said = other.failure.reply?.text;
      if (said === undefined || other === one) return false;
      return said === text
        ? one.origin.isStepGuessed && !other.origin.isStepGuessed
        : said.length > text.length && goesOn(said, text);
    });
  if (!findings.some(({ origin }) => origin.isStepGuessed)) return findings;
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

/** Whether another line of the same moment tells why no encrypted connection came about. */
function isToldBetter(
  { line, failure }: LoggedFinding,
  findings: readonly LoggedFinding[],
): boolean {
  if (failure.diagnosis.cause !== 'tls-failed' || failure.reply) return false;
  return findings.some(
    ({ line: at, failure: other }) =>
      Math.abs(at - line) <= SAME_MOMENT &&
      (other.step === 'tls' || other.step === 'starttls') &&
      other.diagnosis.cause !== 'tls-failed',
  );
}

/** How many lines a server needs for one failed handshake. */
const SAME_MOMENT = 2;

/** How many lines behind a refusal the end of its connection stands: a client may say more in between. */
const NEAR = 8;

/** Whether a refusal stands shortly before, after which a server hangs up. */
function isRefusedBefore({ line }: LoggedFinding, findings: readonly LoggedFinding[]): boolean {
  return findings.some(
    (other) => other.failure.reply && other.line < line && line - other.line <= NEAR,
  );
}

/**
 * Whether a server's log tells of a login that failed at it, beside mail that it could not pass on. Any client may try to log in,
 * or break its login off.
 */
function isOfOtherClient(
  { failure, origin }: LoggedFinding,
  findings: readonly LoggedFinding[],
): boolean {
  const { diagnosis, step, facts, reply } = failure;
  const isStrange = origin.isOfStranger && diagnosis.cause === 'auth-failed';
  const isBroken = !reply && diagnosis.cause === 'protocol-error';
  const isLogin = step === 'auth' && (isStrange || isBroken) && !facts.isSummary;
  return isLogin && !facts.isBounce && findings.some((other) => other.failure.facts.isBounce);
}

/**
 * Drops what a person has mistyped, and refusals that only follow from an earlier one, after which the client went on: 503, a
 * command in the wrong order (RFC 5321 section 4.2.3), behind any refusal, the demand of a login behind a login that failed, the
 * end of the connection soon behind a refusal, and a login of another client.
 */
export function withoutConsequences(findings: LoggedFinding[]): LoggedFinding[] {
  const meant = findings.filter(({ failure }) => !failure.facts.isTyped);
  if (meant.length > 0 && meant.length < findings.length) return withoutConsequences(meant);
  return findings.filter((one) => {
    const { reply, diagnosis } = one.failure;
    if (isToldBetter(one, findings)) return false;
    if (isOfOtherClient(one, findings)) return false;
    if (!reply) return diagnosis.cause !== 'connection-closed' || !isRefusedBefore(one, findings);
    const before = findings.filter(({ line, failure }) => line < one.line && failure.reply);
    if (reply.code === 503) return before.length === 0;
    if (diagnosis.cause !== 'auth-required') return true;
    return !before.some(({ failure }) => OF_LOGIN.has(failure.diagnosis.cause));
  });
}
