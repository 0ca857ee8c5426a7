import type { Context } from '../../context.js';
import type { Texts } from '../../language/texts.js';
import type { CheckCommand } from '../../report/check-command.js';
import type { Sandbox } from '../../sandbox/server.js';
import type { CheckArguments } from './check-arguments.js';

/** What each part of a run of `verify` or `test` works with. */
export interface CheckRun {
  command: CheckCommand;
  args: CheckArguments;
  context: Context;
  /** Aborted when the person or the system asks the program to end. */
  signal: AbortSignal;
  texts: Texts;
  /** The server of `--sandbox`, which lives as long as the run. */
  sandbox?: Sandbox | undefined;
}

/** What questions and output take of a run: words for a person, and none about what a check means. */
export function askingOf({ args, context, signal, texts }: Omit<CheckRun, 'command'>) {
  return { args, context, signal, texts: texts.interface };
}
