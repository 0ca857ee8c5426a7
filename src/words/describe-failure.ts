import type { FoundFailure } from '../diagnosis/found-failure.js';
import { leadsHome } from '../language/facts.js';
import { readableTime } from '../language/plans/letters.js';
import type { Seat, Texts } from '../language/texts.js';
import type { Facts } from '../report/facts.js';
import type { InSpam } from '../report/received-letter.js';
import { relayTrouble } from '../report/relay-trouble.js';
import type { Arrival, Failure } from '../report/report.js';
import { stripControls, stripToLine } from '../safety/control-characters.js';
import { domainFor } from './advised-domain.js';
import { localizeOddities } from './localize-oddities.js';
import { providerFacts } from './provider-facts.js';

/**
 * Puts a failure into words.
 *
 * @param place where it happened, if that is not known from the facts
 */
export function describeFailure(found: FoundFailure, texts: Texts, place?: Seat): Failure {
  const { cause, retryable } = found.diagnosis;
  const { language } = texts.interface;
  const { provider, oddities, ...known } = found.facts;
  const { home } = found;
  // What the provider there gives out is of no use where the address is another's.
  const advised = home?.kind === 'elsewhere' || isRelayedByLogin(found) ? NO_ADVICE : {};
  const facts = {
    ...known,
    provider: provider && {
      ...providerFacts(provider, language, cause, known),
      ...advised,
      isKnownHost: provider.servers.some(({ host }) => host === known.host?.toLowerCase()),
    },
    oddities: localizeOddities(oddities ?? [], language),
    hasLine: found.suggestion !== null,
    isLetOut: isLetOut(found),
  };
  const seat = facts.seat ?? place;
  const seated = (text: string) => (seat ? texts.atSeat(text, seat) : text);
  const trouble = facts.isToRelay ? relayTrouble(cause) : undefined;
  const atRelay = trouble && texts.relays[trouble];
  const ofOwn = facts.isOwn && cause === 'server-error' ? texts.ofOwnServer : undefined;
  const inBounce = facts.isBounce ? (atRelay ?? ofOwn ?? texts.bounces[cause]) : undefined;
  const inDelay = facts.putOff ? textOfDelay(cause, facts.putOff, texts) : undefined;
  const { title, explanation, nextSteps } = facts.mailbox
    ? aboutMailbox(facts.mailbox, texts)
    : facts.serverWords
      ? texts.serverWords[facts.serverWords]
      : facts.ofOption
        ? texts.ofOption(facts.ofOption, facts)
        : (inDelay ?? inBounce ?? texts.causes[cause])(facts);
  return {
    cause,
    step: found.step,
    retryable,
    title: seated(stripToLine(title)),
    explanation: stripControls(withMore(seated(explanation), found, texts, seated)),
    nextSteps: [
      ...goHome(home, texts),
      ...texts.withProvider(
        [...adviceOfFilters(facts.inSpam, texts), ...whileTrying(nextSteps, facts, texts)],
        facts.provider,
      ),
    ]
      .map((step) => stripToLine(isBehindSender(found) ? step.replace(VERIFY, TEST) : step))
      .map(seated),
    reply: found.reply,
    suggestion: found.suggestion,
    docs: `docs/causes/${cause}.md`,
  };
}

/** Whether a login was made that should let mail through. What a server's software advises for that is to log in. */
function isRelayedByLogin({ diagnosis, facts }: FoundFailure): boolean {
  const isOfSoftware = facts.provider?.kind === 'software';
  return diagnosis.cause === 'relay-denied' && facts.authenticated === true && isOfSoftware;
}

const NO_ADVICE = {
  ...{ advice: undefined, page: undefined },
  ...{ passwordName: undefined, passwordSource: undefined, userForm: undefined },
};

/** The step to the server where the address of the login is at home. */
function goHome(home: FoundFailure['home'], texts: Texts): string[] {
  if (!home) return [];
  const { kind, domain, server, provider } = home;
  const { name, passwordName } = providerFacts(provider, texts.interface.language);
  const { host, port, security } = server;
  const scheme = security === 'tls' ? 'smtps://' : 'smtp://';
  return [texts.goHome({ kind, domain, scheme, host, port, name, passwordName })];
}

/** What is said of a mail that was put off otherwise than of one that came back. */
function textOfDelay(
  cause: Failure['cause'],
  { end }: NonNullable<Facts['putOff']>,
  { delays }: Texts,
) {
  return end === 'delivered' ? () => delays.delivered : delays.causes[cause];
}

/** The steps, without one that sends the mail again while a server still tries. */
function whileTrying(steps: string[], { putOff }: Pick<Facts, 'putOff'>, { delays }: Texts) {
  if (!putOff || putOff.end === 'delivered') return steps;
  const { again, wait, look, thaw } = delays;
  const { until, end } = putOff;
  const isOver = until !== null && Date.parse(until) < Date.now();
  const trying = isOver ? look(readableTime(until)) : wait(until && readableTime(until));
  const waiting = end === 'frozen' ? thaw : trying;
  return steps.includes(again)
    ? steps.map((step) => (step === again ? waiting : step))
    : [...steps, waiting];
}

const VERIFY = 'tailchat smtp verify --';
const TEST = 'tailchat smtp test --to you@example.com --';

/** Whether `verify` does not reach the step, since it sends no mail. */
function isBehindSender({ step }: FoundFailure): boolean {
  return step === 'rcpt-to' || step === 'data';
}

function isLetOut({ portsTried }: FoundFailure): boolean {
  return portsTried?.control?.open?.includes(portsTried.server.port) ?? false;
}

/** The explanation, with each refused recipient, and with the ports that take no connection. */
function withMore(
  explanation: string,
  { refused, portsTried, facts }: FoundFailure,
  texts: Texts,
  seated: (text: string) => string,
) {
  const { output, search, received } = texts.interface;
  const judged =
    facts.inSpam?.filters.map((verdict) => stripToLine(received.filter(verdict))) ?? [];
  const lines = refused.map(({ address, reply }) => output.rejected(address, stripToLine(reply)));
  const supposed = facts.isSupposed ? [output.supposed] : [];
  const words = [explanation, ...supposed, ...judged, ...lines].join('\n');
  if (!portsTried) return words;
  const { server, ports, control } = portsTried;
  // The name's own server was never asked where DNS leads to this machine.
  const host = (leadsHome(facts) === 'address' && facts.addresses?.[0]) || server.host;
  const asked = { ...server, host };
  return search.join(words, seated(search.nothingAnswers(asked, ports, control)));
}

/** The words for another server's failure after the sending passed. */
function aboutMailbox(problem: NonNullable<Arrival['problem']>, { interface: { arrival } }: Texts) {
  return {
    title: arrival.unreadTitle(problem),
    explanation: arrival.unread(problem),
    nextSteps: arrival.unreadSteps(problem.kind),
  };
}

/** What helps against what the header of a mail says. */
function adviceOfFilters(inSpam: InSpam | undefined, { interface: { received } }: Texts): string[] {
  return inSpam?.advice.map((code) => received.advice[code](domainFor(code, inSpam))) ?? [];
}
