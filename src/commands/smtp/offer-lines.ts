import { pasteLines } from '../../output/paste-lines.js';
import { askToConfirm } from '../../prompts/ask.js';
import type { SaveOptions } from './save-settings.js';

/**
 * Ends prompt mode: asks once whether to print the lines that contain the password, since masked lines cannot be copied whole.
 * The lines are those that were found to work, else those of the answers.
 *
 * @throws InterruptedError on Ctrl-C at the question
 */
export async function offerLines({ report, cure, values, ...options }: SaveOptions): Promise<void> {
  const { context, args, texts } = options;
  if (args.showsSecrets || context.stdout.isTTY !== true) return;
  if (report.failure?.suggestion && !cure) return;
  const lines = {
    uri: cure?.uri ?? values.uri?.value,
    sender: cure?.sender ?? values.sender?.value,
  };
  if (!pasteLines(lines, false).isMasked) return;
  const isWanted = await askToConfirm(options, texts.prompts.showPassword, false);
  if (isWanted) context.stdout.write(`\n${pasteLines(lines, true).lines.join('\n')}\n`);
}
