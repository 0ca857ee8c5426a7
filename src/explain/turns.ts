import { stepOfCommand } from '../diagnosis/conversation.js';
import type { Evidence } from '../diagnosis/evidence.js';
import { type Cause, type Diagnosis, diagnosisOf } from '../report/causes.js';
import type { StepName } from '../report/report.js';
import { CLIENT_COMMAND } from './client-command.js';

/** A command of a conversation, whose reply is awaited. */
interface Command {
  /** Undefined where a person typed what is no command. */
  step: StepName | undefined;
  /** The address that it names. */
  address: string;
}

/** A refusal of a command. */
export interface Turn extends Command {
  code: number;
  isTyped: boolean;
  greeting: string | undefined;
  /** The refusals that the conversation has not got over. */
  open: Set<Turn>;
}

/** The state of one conversation. */
interface Conversation {
  greeting?: string;
  isTyped: boolean;
  hasReply: boolean;
  unanswered: Command[];
  last: Command | undefined;
  open: Set<Turn>;
}

/** The most conversations at a time. */
const MOST_OPEN = 200;

/** The number that nodemailer gives to a connection. */
const CONNECTION = /\[(\w{4,20})\] [CS]: /;
const REPLY =
  /^(?:.{0,100}\s)?(?:S:|<-|<~|<\*\*|<{1,3}|SERVER -> CLIENT:) {0,2}([2-5]\d\d)([ -].*|$)|^([2-5]\d\d)([ -].*|$)/;
/** What the programs for typing to a server say themselves. */
const OF_TERMINAL = /^(?:Escape character is |Trying \d|read R BLOCK$|CONNECTED\(0{3,8})/;
/** A command in small letters, as no program sends it. */
const TYPED =
  /^(?=.{0,9}[a-z])((?:ehlo|helo) \S{1,255}|starttls|data|auth (?:login|plain|cram-md5|xoauth2)\b.*|(?:mail from|rcpt to) ?:.*)$/i;
const ADDRESS = /[^\s<>:]{1,64}@[^\s<>]{1,255}/;
/** Commands that belong to no step: their success says nothing of an earlier refusal. */
const BESIDE = /(?:^|[>:~] ?)(?:RSET|NOOP|QUIT)$/i;

/** Follows conversations with servers: a refusal that one got over is no failure. */
export class Turns {
  readonly #conversations = new Map<string, Conversation>();
  readonly #reasons = new Map<string, Turn[]>();
  /** The failures that no conversation can get over. */
  readonly #lost = new Set<string>();

  /** The refusal in a line of a conversation, before the line is read. */
  turnIn(service: string, text: string): Turn | undefined {
    const { code } = replyIn(text) ?? { code: 0 };
    const talk = this.#conversations.get(keyOf(service, text));
    const command = talk?.unanswered[0] ?? talk?.last;
    if (!talk || !command || code < 400) return undefined;
    const { isTyped, greeting, open } = talk;
    return { ...command, code, isTyped, greeting, open };
  }

  /** @param reason a name for the failure */
  add(turn: Turn | undefined, reason: string): void {
    if (!turn) this.#lost.add(reason);
    else {
      turn.open.add(turn);
      this.#reasons.set(reason, [...(this.#reasons.get(reason) ?? []), turn]);
    }
  }

  /** Whether each refusal for a reason was got over. */
  isOver(reason: string): boolean {
    const all = this.#reasons.get(reason) ?? [];
    return !this.#lost.has(reason) && all.length > 0 && all.every((turn) => !turn.open.has(turn));
  }

  /** Reads the next line, behind all failures before it. */
  read(service: string, text: string): void {
    const key = keyOf(service, text);
    const talk = this.#conversations.get(key);
    const reply = replyIn(text);
    if (reply?.code === 220 && talk?.last?.step !== 'starttls') {
      this.#begin(key, {
        isTyped: talk?.hasReply === false && talk.isTyped,
        greeting: reply.words,
      });
    } else if (reply) answer(talk, reply);
    else this.#command(key, text);
  }

  #begin(key: string, known: Pick<Conversation, 'isTyped'> & { greeting?: string }): Conversation {
    if (this.#conversations.size >= MOST_OPEN) this.#conversations.clear();
    const hasReply = known.greeting !== undefined;
    const begun = { ...known, hasReply, unanswered: [], last: undefined, open: new Set<Turn>() };
    this.#conversations.set(key, begun);
    return begun;
  }

  #command(key: string, text: string): void {
    const known = this.#conversations.get(key);
    if (OF_TERMINAL.test(text)) {
      if (known) known.isTyped = true;
      else this.#begin(key, { isTyped: true });
      return;
    }
    const typed = TYPED.exec(text)?.[1]?.toUpperCase();
    const found = typed === undefined ? CLIENT_COMMAND.exec(text) : undefined;
    const step = stepOfCommand(typed ?? found?.[1] ?? '');
    const isByHand = typed !== undefined || (known !== undefined && isFirst(known, text));
    // In a login the lines without a verb are answers. Any other line is what a person took for a command.
    const isSlip = (known?.isTyped || isByHand) && known?.last?.step !== 'auth' && text !== '';
    if (!step && !isSlip && !(known && BESIDE.test(text))) return;
    const talk = known ?? this.#begin(key, { isTyped: isByHand });
    talk.isTyped ||= isByHand;
    // Behind a reply nothing is awaited any more, even if the text leaves some replies out.
    if (talk.hasReply) talk.unanswered = [];
    talk.hasReply = false;
    talk.unanswered.push({ step, address: (ADDRESS.exec(text)?.[0] ?? '').toLowerCase() });
  }
}

/** Whether a line behind the greeting begins in small letters: a program's first command does not. */
function isFirst({ greeting, unanswered, last }: Conversation, text: string): boolean {
  return greeting !== undefined && !last && unanswered.length === 0 && /^[a-z]{2}/.test(text);
}

function keyOf(service: string, text: string): string {
  return `${service}\n${CONNECTION.exec(text)?.[1] ?? ''}`;
}

/** The last line of a reply. */
function replyIn(text: string): { code: number; words: string } | undefined {
  const [, marked, wordsOfMarked = '', bare, words = ''] = REPLY.exec(text) ?? [];
  const code = marked ?? bare;
  const said = marked === undefined ? words : wordsOfMarked;
  return code === undefined || said.startsWith('-')
    ? undefined
    : { code: Number(code), words: said };
}

function answer(talk: Conversation | undefined, { code }: { code: number }): void {
  if (!talk) return;
  talk.hasReply = true;
  talk.last = talk.unanswered.shift() ?? talk.last;
  if (code >= 300 || code === 221 || !talk.last?.step) return;
  for (const turn of talk.open) if (getsOver(talk.last, turn)) talk.open.delete(turn);
}

/** The steps without which a mail goes on. */
const PREPARING: ReadonlySet<StepName | undefined> = new Set<StepName>(['ehlo', 'starttls']);
const OF_MAIL: ReadonlySet<StepName | undefined> = new Set<StepName>(['mail-from', 'data']);

/** Whether a refusal is over once a later command was accepted. */
function getsOver(accepted: Command, { step, address, isTyped, code }: Turn): boolean {
  if (isTyped && isOfCommand(code)) return true;
  if (PREPARING.has(step) && OF_MAIL.has(accepted.step)) return true;
  return step === accepted.step && address === accepted.address;
}

/** Causes that an order of a person's may have, and that tell nothing of the settings then. */
const SLIPS: ReadonlySet<Cause> = new Set<Cause>([
  ...(['protocol-error', 'sender-syntax', 'recipient-syntax'] as const),
]);

/** The diagnosis of a reply, where a person has typed what it answers: the order may be at fault. */
export function asTyped(diagnosis: Diagnosis, { isTyped, reply }: Evidence): Diagnosis {
  const isSlip = isTyped && SLIPS.has(diagnosis.cause) && isOfCommand(reply?.code ?? 0);
  return isSlip ? diagnosisOf('protocol-error') : diagnosis;
}

/** RFC 5321 section 4.2.2: the server does not know the command, its form or its place. */
function isOfCommand(code: number): boolean {
  return code >= 500 && code <= 504;
}
