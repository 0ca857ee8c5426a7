import { isDeepStrictEqual } from 'node:util';
import type { FoundFailure } from '../diagnosis/found-failure.js';
import type { FoundWarning } from '../diagnosis/found-warning.js';
import type { Cause } from '../report/causes.js';
import type { SkipReason, StepDetails, StepName } from '../report/report.js';
import type { FoundListener, FoundStep } from './found-report.js';

/** Records the steps and warnings of one check, and tells its listeners. */
export class Recorder {
  readonly steps: FoundStep[] = [];
  readonly warnings: FoundWarning[] = [];
  readonly #listener: FoundListener;
  readonly #started = new Map<StepName, number>();

  constructor(listener: FoundListener) {
    this.#listener = listener;
  }

  /** A new recorder with the same content, for another attempt on the same settings. */
  copy(): Recorder {
    const copy = new Recorder(this.#listener);
    copy.steps.push(...this.steps);
    copy.warnings.push(...this.warnings);
    return copy;
  }

  /** Begins a step. A second call for an open step changes nothing. */
  start(step: StepName): void {
    if (this.#started.has(step)) return;
    this.#started.set(step, performance.now());
    this.#listener({ type: 'step-start', step });
  }

  isRunning(step: StepName): boolean {
    return this.#started.has(step);
  }

  hasEnded(step: StepName): boolean {
    return this.steps.some(({ name }) => name === step);
  }

  hasFailed(step: StepName): boolean {
    return this.steps.some(({ name, status }) => name === step && status === 'failed');
  }

  /** The steps that have begun and not ended, oldest first. */
  get running(): StepName[] {
    return [...this.#started.keys()];
  }

  ok(step: StepName, details: StepDetails = {}): void {
    this.#end({ name: step, status: 'ok', ms: this.#elapsed(step), ...details });
  }

  /** @param cause what it looks like so far, for listeners; absent where the server's words tell it */
  failed(step: StepName, details: StepDetails = {}, cause?: Cause): void {
    this.#end({ name: step, status: 'failed', ms: this.#elapsed(step), ...details }, cause);
  }

  /** Makes a failed step of one that has ended well. */
  overturn(step: StepName): void {
    const ended = this.steps.find(({ name }) => name === step);
    if (ended) ended.status = 'failed';
  }

  skipped(step: StepName, why: SkipReason, details: StepDetails = {}): void {
    this.#end({ name: step, status: 'skipped', ms: 0, why, ...details });
  }

  /** Adds facts to a step after its end. */
  amend(step: StepName, details: StepDetails): void {
    const ended = this.steps.find(({ name }) => name === step);
    if (ended) Object.assign(ended, details);
  }

  /** Notes a warning. The same warning again changes nothing. */
  warn(warning: FoundWarning): void {
    if (this.warnings.some((known) => isDeepStrictEqual(known, warning))) return;
    this.warnings.push(warning);
    this.#listener({ type: 'warning', warning });
  }

  /** Takes back a warning that has turned out to be wrong. */
  retract(code: FoundWarning['code']): void {
    const index = this.warnings.findIndex((warning) => warning.code === code);
    if (index >= 0) this.warnings.splice(index, 1);
  }

  /**
   * Leaves the advice about `SMTP_URI` to a line that a trial has found. No warning proposes another, or speaks of the port that
   * the line replaces.
   */
  leaveUriToTrial(): void {
    this.retract('port-unlikely');
    this.retract('host-unlikely');
    for (const [index, warning] of this.warnings.entries()) {
      const isOfUri = 'variable' in warning && warning.variable === 'SMTP_URI';
      if (!isOfUri || !(warning.code === 'readers-disagree' || warning.code === 'shell-unsafe'))
        continue;
      this.warnings[index] = { ...warning, envLine: undefined, isMasked: undefined };
    }
  }

  /**
   * Takes back, or cuts short, the warnings that a failure outweighs: nothing is to be changed about a server that does not exist,
   * and a verdict about the machine itself has the steps.
   */
  leaveToFailure({ diagnosis: { cause }, facts }: FoundFailure): void {
    if (cause === 'host-not-found' && !facts.provider) {
      this.retract('port-unlikely');
      this.retract('sender-unaligned-likely');
    }
    if (cause === 'auth-failed') this.#proposeNothingRefused();
    if (cause !== 'connection-refused') return;
    for (const [index, warning] of this.warnings.entries()) {
      if (warning.code === 'loopback-in-container')
        this.warnings[index] = { ...warning, isInSteps: true };
    }
  }

  /** Of a value that the server has just refused, no warning says that it was meant, or how to spell it. */
  #proposeNothingRefused(): void {
    for (const [index, warning] of this.warnings.entries()) {
      if (!('variable' in warning) || warning.variable !== 'SMTP_URI') continue;
      const unproposed = { envLine: undefined, isMasked: undefined };
      // Another shell than the file's own reader is told to read what that one reads.
      if (warning.code === 'shell-unsafe' && warning.by)
        this.warnings[index] = { ...warning, ...unproposed };
      if (warning.code !== 'readers-disagree') continue;
      const { readers, fileReader } = warning;
      const own = readers.find(({ reader }) => reader === fileReader);
      if (own?.problem !== null) continue;
      const others = readers.map((one) => ({ ...one, problem: one.problem ?? 'differs' }));
      this.warnings[index] = { ...warning, ...unproposed, readers: others };
    }
  }

  #elapsed(step: StepName): number {
    const start = this.#started.get(step);
    return start === undefined ? 0 : Math.round(performance.now() - start);
  }

  #end(step: FoundStep, cause?: Cause): void {
    this.#started.delete(step.name);
    this.steps.push(step);
    this.#listener({ type: 'step-end', step, ...(cause ? { cause } : {}) });
  }
}
