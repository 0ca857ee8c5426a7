import { stepOfCommand } from '../../diagnosis/conversation.js';
import type { StepName } from '../../report/report.js';
import { addressIn } from './addresses.js';
import { type ReportedReply, repliesIn } from './words-of-reply.js';

/** The refusals of a conversation that a report quotes, by recipient in lower case. */
export interface Transcript {
  byRecipient: ReadonlyMap<string, readonly ReportedReply[]>;
  /** Refusals that name no recipient. */
  others: readonly ReportedReply[];
  /** The host of the conversation, as the report names it. */
  host: string | null;
}

/** A client's line: Sendmail's and Courier's `>>>`, Postfix's `In:` for its own server. */
const COMMAND = /^\s{0,8}(?:>{3}|In:)\s{1,4}([A-Za-z]{4})\b(.*)$/;
/** A server's line. */
const REPLY = /^\s{0,8}(?:<{3}|Out:)\s{1,4}([45]\d\d\b.*)$/;
/** Sendmail's summary for a recipient: `550 5.1.1 <x>... User unknown`. */
const SUMMARY =
  /^\s{0,8}(?:[45]\d\d (?:[45]\.\d{1,3}\.\d{1,3} )?)?<?[^\s<>]{1,255}@[^\s<>]{1,255}>?\.\.\. /;
/** The recipient that a reply names first: `550 5.1.1 <x>... User unknown`. */
const NAMED =
  /^\d{3}[ -](?:\d\.\d{1,3}\.\d{1,3} )?(<?[^\s<>]{1,255}@[^\s<>]{1,255}>?)(?:\.\.\.|:|\s)/;
const TALKING_TO = /\btalking to ([\w.-]{1,255}?)\.?:/i;

/** Replies that only follow from the refusal of all recipients (RFC 5321 section 4.1.4). */
const AFTER_REFUSAL =
  /^(?:503|554) (?:5\.\d\.\d )?.{0,30}(?:need RCPT|no valid recipients|need recipient|valid RCPT|bad sequence|RCPT first)/i;

/** Reads the conversation that a report quotes, if it quotes one. */
export function readTranscript(text: string): Transcript {
  const byRecipient = new Map<string, ReportedReply[]>();
  let unnamed: ReportedReply[] = [];
  const others: ReportedReply[] = [];
  let step: StepName | undefined;
  let recipient: string | undefined;
  let host: string | null = null;
  let open: string | undefined;
  const give = (address: string, replies: readonly ReportedReply[]) =>
    byRecipient.set(address, [...(byRecipient.get(address) ?? []), ...replies]);
  const close = () => {
    if (open === undefined) return;
    const replies = AFTER_REFUSAL.test(open) ? [] : repliesIn(open);
    const withStep = replies.map(({ reply, step: told }) => ({ reply, step: told ?? step }));
    const address = recipient ?? addressIn(NAMED.exec(open)?.[1])?.toLowerCase();
    if (address) give(address, withStep);
    else unnamed.push(...withStep);
    open = undefined;
  };
  for (const line of text.split('\n')) {
    const said = REPLY.exec(line)?.[1];
    // Several lines of one reply are joined.
    if (said && open?.startsWith(`${said.slice(0, 3)}-`)) {
      if (open.length < 4096) open += ` ${said}`;
      continue;
    }
    close();
    const talkingTo = TALKING_TO.exec(line)?.[1];
    if (talkingTo) {
      host ??= talkingTo;
      others.push(...unnamed);
      unnamed = [];
      step = undefined;
      recipient = undefined;
    }
    const [, verb = '', rest = ''] = COMMAND.exec(line) ?? [];
    if (verb) {
      step = stepOfCommand(verb.toUpperCase());
      recipient = step === 'rcpt-to' ? addressIn(rest)?.toLowerCase() : undefined;
    } else if (said) open = said;
    else if (SUMMARY.test(line)) {
      const address = addressIn(line)?.toLowerCase();
      if (address && unnamed.length > 0) give(address, unnamed);
      unnamed = [];
    }
  }
  close();
  return { byRecipient, others: [...others, ...unnamed], host };
}
