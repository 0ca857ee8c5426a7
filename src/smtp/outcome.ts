import { findUriOddities } from '../diagnosis/credential-oddities.js';
import { diagnose } from '../diagnosis/diagnose.js';
import type { Evidence } from '../diagnosis/evidence.js';
import { type FoundFacts, type FoundFailure, foundFailure } from '../diagnosis/found-failure.js';
import { providerOf } from '../diagnosis/provider-of.js';
import { hasExtension, parseMechanisms } from '../diagnosis/reply.js';
import { findHomeOfLogin } from '../providers/find.js';
import { nearestKnownHost } from '../providers/known-hosts.js';
import type { Cause } from '../report/causes.js';
import type { RejectedRecipient } from '../report/report.js';
import { MASK } from '../safety/secret.js';
import { redactFor } from '../settings/redact-for.js';
import type { Settings } from '../settings/settings.js';
import { shownUser } from '../settings/uri/mask-uri.js';
import { shownHost } from '../settings/uri/shown-host.js';
import type { AttemptOutcome, Situation } from './attempt-outcome.js';
import { optionFaultOf } from './option-fault.js';
import { isTaken, type RecipientReply } from './session/session-recorder.js';

/** The recipients whom the server refused, each with the cause. */
export function describeRejected({
  recipientReplies,
  situation,
}: AttemptOutcome): RejectedRecipient[] {
  return recipientReplies
    .filter((answer) => !isTaken(answer))
    .map(({ address, reply }) => ({
      address,
      cause: diagnose({ ...situation, step: 'rcpt-to', reply }).cause,
      reply: reply.text,
    }));
}

/**
 * The failure of an attempt, if it failed.
 *
 * @param timeoutMs the bound on the attempt, in milliseconds, for the words about it
 */
export function failureOfOutcome(
  settings: Settings,
  outcome: AttemptOutcome,
  timeoutMs: number,
): FoundFailure | null {
  const refused = outcome.recipientReplies.filter((answer) => !isTaken(answer));
  const evidence = outcome.evidence ?? refusedRecipient(refused, outcome.situation);
  if (!evidence) return null;
  const { host, port, user, password = '' } = settings.uri;
  const redact = redactFor(settings);
  const diagnosis = diagnose(evidence);
  const provider = providerOf(evidence);
  const oddities = findUriOddities(settings.uri, provider);
  const ofThisCause = refused.filter(
    ({ reply }) => diagnose({ ...evidence, reply }).cause === diagnosis.cause,
  );
  const isAboutSome = ofThisCause.length > 0 && evidence.step === 'rcpt-to';
  const facts: FoundFacts = {
    host: shownHost(settings.uri),
    port,
    meantHost: diagnosis.cause === 'host-not-found' ? nearestKnownHost(host) : undefined,
    user: user && shownUser(user, password),
    isPasswordPlain: settings.uri.isPasswordPlain,
    senderAddress:
      settings.sender && (settings.isSenderSecret ? MASK : redact(settings.sender.address)),
    isSenderBare: settings.sender && settings.sender.name === '',
    spots: settings.spots,
    isLoginRefusedAsSender: outcome.takesLoginAsSender === false,
    security: settings.uri.security,
    hasOptions: settings.uri.hasOptions,
    offersStarttls: hasExtension(evidence.extensions ?? [], 'STARTTLS'),
    clientName: settings.uri.clientName,
    recipients: isAboutSome
      ? ofThisCause.map(({ address }) => address)
      : settings.recipients.map(redact),
    errorCode: evidence.errorCode,
    lackedFamily: evidence.lackedFamily,
    ofOption: optionFaultOf(diagnosis.cause, evidence, settings.uri, outcome.certificate),
    timeoutSeconds: secondsOf(timeoutMs),
    hasBlankLine: evidence.hasBlankLine,
    begun: evidence.begun,
    ...(outcome.isMessageUnanswered ? { mayBeSent: true } : {}),
    isTlsUnanswered: evidence.isTlsUnanswered,
    waitedSeconds: evidence.waitedMs && secondsOf(evidence.waitedMs),
    silentSeconds: evidence.silentMs && secondsOf(evidence.silentMs),
    neighbour: evidence.neighbour,
    // nodemailer 6.7.8 then takes XOAUTH2 and fails over the missing token. Nobody catches that error.
    crashesTailchat: evidence.unusableMechanisms?.includes('XOAUTH2') ?? false,
    mechanisms: evidence.unusableMechanisms ?? parseMechanisms(evidence.extensions ?? []),
    encrypted: evidence.isEncrypted,
    authenticated: evidence.isAuthenticated,
    certificate: outcome.certificate,
    addresses: outcome.addresses,
    provider,
    oddities,
    isPasswordInForm: Boolean(provider?.password?.shape && password) && oddities.length === 0,
    ...(evidence.option ? { detail: 'bad-option' as const, about: evidence.option } : {}),
  };
  const isOfLogin = evidence.step === 'auth' && OF_LOGIN.includes(diagnosis.cause);
  const home = isOfLogin && user !== undefined ? findHomeOfLogin(user, host) : undefined;
  const failure = { ...foundFailure(diagnosis, evidence, facts), home };
  // After something was sent, the report has a message that names each recipient.
  const isUnsaid = outcome.accepted === undefined && refused.length > 1;
  if (!isUnsaid) return failure;
  return {
    ...failure,
    refused: refused.map(({ address, reply }) => ({ address, reply: reply.text })),
  };
}

/** What a server says whose mailbox it is not. */
const OF_LOGIN: readonly Cause[] = ['auth-failed', 'app-password-required', 'auth-disabled'];

/** The failure where only some recipients were refused. The mail was sent, and the check failed all the same. */
function refusedRecipient([first]: RecipientReply[], situation: Situation): Evidence | undefined {
  return first && { ...situation, step: 'rcpt-to', reply: first.reply };
}

/** Milliseconds in seconds, as finely as a person tells a wait: tenths below ten seconds. */
function secondsOf(ms: number): number {
  return ms < 10_000 ? Math.round(ms / 100) / 10 : Math.round(ms / 1000);
}
