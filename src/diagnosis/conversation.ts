import type { StepName } from '../report/report.js';

const STEP_OF_VERB: Record<string, StepName> = {
  EHLO: 'ehlo',
  HELO: 'ehlo',
  LHLO: 'ehlo',
  STARTTLS: 'starttls',
  AUTH: 'auth',
  MAIL: 'mail-from',
  RCPT: 'rcpt-to',
  DATA: 'data',
};

/** The step that a command belongs to, by its verb; none for RSET, QUIT and what is no command. */
export function stepOfCommand(line: string): StepName | undefined {
  return STEP_OF_VERB[verbOf(line)];
}

function verbOf(line: string): string {
  return /^[A-Z]+(?= |$)/.exec(line)?.[0] ?? '';
}

/**
 * Tells which step a reply belongs to. Replies come in the order of the commands (RFC 2920 section
 * 3.1), so a queue of the commands that are not yet answered is enough, pipelined or not.
 */
export class Conversation {
  readonly #unanswered: (StepName | null)[] = ['greeting'];
  #last: StepName | null = 'greeting';

  /**
   * Notes a command.
   *
   * @returns the step that it belongs to; null for RSET and QUIT, which are part of none
   */
  command(line: string): StepName | null {
    const verb = verbOf(line);
    // What follows a challenge (RFC 4954 section 4) is a line without a verb.
    const isChallengeAnswer = this.#last === 'auth' && !(verb in STEP_OF_VERB) && !isBare(verb);
    const step = isChallengeAnswer ? 'auth' : (STEP_OF_VERB[verb] ?? null);
    this.#unanswered.push(step);
    this.#last = step;
    return step;
  }

  /** Notes a reply, and says to which step it belongs; the reply to a sent message has no command. */
  reply(): StepName | null {
    const step = this.#unanswered.shift();
    return step === undefined ? this.#last : step;
  }
}

function isBare(verb: string): boolean {
  return verb === 'RSET' || verb === 'QUIT';
}
