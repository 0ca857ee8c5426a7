import type { Context } from '../../context.js';
import type { Texts } from '../../language/texts.js';
import type { Progress } from '../../output/progress.js';
import type { CheckArguments } from './check-arguments.js';

const SILENT: Progress = { listener: () => {}, end: () => {} };

/** The progress display of a check. Where nothing is shown, nothing is loaded. */
export async function showProgress(
  args: CheckArguments,
  context: Context,
  texts: Texts,
): Promise<Progress> {
  const showsSteps = !args.isQuiet && !args.isJson;
  const { isVerbose, isColorWanted } = args;
  if (!showsSteps && !isVerbose) return SILENT;
  const { openProgress } = await import('../../output/progress.js');
  const { output } = texts.interface;
  return await openProgress({ context, isColorWanted, isVerbose, showsSteps, texts: output });
}
