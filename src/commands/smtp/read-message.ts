import { resolve } from 'node:path';
import type { Context } from '../../context.js';
import { UnreadableFileError } from '../../errors.js';
import { commandLineTexts } from '../../language/index.js';
import type { Language } from '../../language-codes.js';
import { shownPath } from '../../safety/shown-word.js';
import { readTextFile } from '../../settings/env-files/text-file.js';
import type { MessageOptions } from '../../smtp/message-options.js';
import type { CheckArguments } from './check-arguments.js';

/**
 * The words of the mail that the command line asks for.
 *
 * @throws UnreadableFileError for `--html`; the signal's reason, unless it is that the time is up
 */
export async function readMessage(
  { subject, text, htmlFile }: CheckArguments,
  context: Context,
  signal: AbortSignal,
  language: Language,
): Promise<MessageOptions> {
  if (htmlFile === undefined) return { subject, text };
  const read = await readTextFile(resolve(context.cwd, htmlFile), signal);
  if (read.ok) return { subject, text, html: read.text };
  const { usage } = commandLineTexts(language);
  throw new UnreadableFileError(usage.unreadableFile('--html', shownPath(htmlFile)));
}
