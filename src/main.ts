import type { Argv } from 'yargs';
import { languageOf } from './commands/language-of.js';
import { exitCodeOf } from './commands/run-to-end.js';
import type { Context } from './context.js';
import { ExitCode } from './exit-codes.js';
import { commandLineTexts } from './language/index.js';
import type { Language } from './language-codes.js';
import { createParser, PROGRAM } from './parser.js';
import { type OutputWatch, watchOutput } from './watch-output.js';

/**
 * Runs the command `tailchat`: from the words of the command line to an exit code. It does not end the process. The caller sets
 * the exit code.
 */
export async function main(
  context: Context,
  { wasLost }: OutputWatch = watchOutput(context),
): Promise<ExitCode> {
  const language = languageOf(context);
  const texts = commandLineTexts(language);
  let exitCode: ExitCode = ExitCode.ok;
  try {
    const parser = createParser(context, language, (code) => {
      exitCode = code;
    });
    await parse(parser, context, language);
    if (exitCode !== ExitCode.ok) return exitCode;
    return (await wasLost()) ? ExitCode.unavailable : exitCode;
  } catch (error) {
    return await exitCodeOf(error, context, texts.usage);
  }
}

/** Runs yargs. Its texts (help, version) are returned instead of printed. */
async function parse(parser: Argv, context: Context, language: Language): Promise<void> {
  let said = '';
  let words: string[] | undefined;
  await parser.parseAsync([...context.argv], {}, (_error, argv, output) => {
    said = output;
    words = argv.help === true ? argv._.map(String) : undefined;
  });
  if (said === '') return;
  const { helpFor } = await import('./commands/help.js');
  const help = words && (await helpFor(words, PROGRAM, context, language));
  context.stdout.write(`${help ?? said}\n`);
}
