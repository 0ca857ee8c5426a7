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
  const { uri, sender } = values;
  const answers = {
    ...values,
    ...(uri && cure?.uri ? { uri: { ...uri, value: cure.uri } } : {}),
    ...(cure?.sender
      ? { sender: { source: { kind: 'prompt' as const }, ...sender, value: cure.sender } }
      : {}),
  };
  if (!pasteLines(answers, false).some(({ isMasked }) => isMasked)) return;
  const isWanted = await askToConfirm(options, texts.prompts.showPassword, false);
  if (!isWanted) return;
  const lines = pasteLines(answers, true).flatMap((group) => group.lines);
  context.stdout.write(`\n${lines.join('\n')}\n`);
}
