import type { Argv } from 'yargs';
import { languageOf } from './commands/language-of.js';
import { exitCodeOf } from './commands/run-to-end.js';
import type { Context } from './context.js';
import { ExitCode } from './exit-codes.js';
import { commandLineTexts } from './language/index.js';
import { createParser } from './parser.js';
import { type OutputWatch, watchOutput } from './watch-output.js';

/**
 * The command `tailchat`, from the words of the command line to an exit code. It ends nothing: the
 * caller tells the process the code.
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
    await parse(parser, context);
    if (exitCode !== ExitCode.ok) return exitCode;
    return (await wasLost()) ? ExitCode.unavailable : exitCode;
  } catch (error) {
    return await exitCodeOf(error, context, texts.usage);
  }
}

/** Runs yargs; what it has to say (help, version) it hands over instead of printing it. */
async function parse(parser: Argv, context: Context): Promise<void> {
  let said = '';
  await parser.parseAsync([...context.argv], {}, (_error, _argv, output) => {
    said = output;
  });
  if (said !== '') context.stdout.write(`${said}\n`);
}
