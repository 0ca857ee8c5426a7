import type { ExitCode } from '../exit-codes.js';
import type { Texts } from '../language/texts.js';
import type { Diagnosis } from '../report/causes.js';
import type { Facts } from '../report/facts.js';
import type { Failure, SentMessage } from '../report/report.js';
import { stripToLine } from '../safety/control-characters.js';
import type { Settings } from '../settings/settings.js';
import type { AttemptOutcome, Situation } from './attempt.js';
import { findCredentialOddities } from './credential-oddities.js';
import { diagnose } from './diagnose.js';
import type { Evidence } from './evidence.js';
import { providerFacts } from './provider-facts.js';
import { providerOf } from './provider-of.js';
import { parseMechanisms, replyClass } from './reply.js';
import type { RecipientReply } from './session-recorder.js';

/** A failure as the report shows it, with the exit code of its cause. */
export interface NamedFailure {
  failure: Failure;
  exitCode: ExitCode;
}

/** What became of the mail; null when the server did not take it. */
export function describeMessage(
  id: string,
  { accepted, recipientReplies, situation }: AttemptOutcome,
): SentMessage | null {
  if (accepted === undefined) return null;
  return {
    id,
    accepted: recipientReplies.filter(isTaken).map(({ address }) => address),
    rejected: recipientReplies
      .filter((answer) => !isTaken(answer))
      .map(({ address, reply }) => ({
        address,
        cause: diagnose({ ...situation, step: 'rcpt-to', reply }).cause,
        reply: reply.text,
      })),
    reply: accepted,
  };
}

/**
 * The failure of an attempt, if it failed.
 *
 * @param timeoutMs the bound on the attempt, in milliseconds, for the words about it
 */
export function findFailure(
  texts: Texts,
  settings: Settings,
  outcome: AttemptOutcome,
  timeoutMs: number,
): NamedFailure | null {
  const refused = outcome.recipientReplies.filter((answer) => !isTaken(answer));
  const evidence = outcome.evidence ?? refusedRecipient(refused, outcome.situation);
  if (!evidence) return null;
  const { host, port, user, password } = settings.uri;
  const diagnosis = diagnose(evidence);
  const provider = providerOf(evidence);
  const ofThisCause = refused.filter(
    ({ reply }) => diagnose({ ...evidence, reply }).cause === diagnosis.cause,
  );
  const isAboutSome = ofThisCause.length > 0 && evidence.step === 'rcpt-to';
  const facts: Facts = {
    host,
    port,
    user,
    senderAddress: settings.sender?.address,
    recipients: isAboutSome ? ofThisCause.map(({ address }) => address) : settings.recipients,
    errorCode: evidence.errorCode,
    timeoutSeconds: Math.round(timeoutMs / 100) / 10,
    mechanisms: evidence.unusableMechanisms ?? parseMechanisms(evidence.extensions ?? []),
    encrypted: evidence.isEncrypted,
    authenticated: evidence.isAuthenticated,
    certificate: outcome.certificate,
    addresses: outcome.addresses,
    provider: providerFacts(provider, texts.interface.language, diagnosis.cause),
    oddities:
      user !== undefined && password
        ? findCredentialOddities(
            { user, password: password.reveal() },
            provider,
            texts.interface.language,
          )
        : [],
  };
  const named = describeFailure(texts, diagnosis, evidence, facts);
  if (outcome.accepted === undefined && refused.length > 1) {
    // Nothing was sent, so the report has no message in which each recipient is named.
    const { rejected } = texts.interface.output;
    const lines = refused.map(({ address, reply }) => rejected(address, stripToLine(reply.text)));
    named.failure.explanation = [named.failure.explanation, ...lines].join('\n');
  }
  return named;
}

/** Some recipients were refused and others not: the mail went out, and the check failed all the same. */
function refusedRecipient([first]: RecipientReply[], situation: Situation): Evidence | undefined {
  return first && { ...situation, step: 'rcpt-to', reply: first.reply };
}

/** Puts a diagnosis into words. */
export function describeFailure(
  texts: Texts,
  { cause, retryable, exitCode }: Diagnosis,
  { step, reply }: Evidence,
  facts: Facts,
): NamedFailure {
  const { title, explanation, nextSteps } = texts.causes[cause](facts);
  const failure = {
    cause,
    step,
    retryable,
    title,
    explanation,
    nextSteps: texts.withProvider(nextSteps, facts.provider),
    reply: reply ?? null,
    suggestion: null,
  };
  return { failure, exitCode };
}

function isTaken({ reply }: RecipientReply): boolean {
  return replyClass(reply) === 2;
}
