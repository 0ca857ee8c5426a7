import type { Argv } from 'yargs';
import { languageOf } from './commands/language.js';
import type { Context } from './context.js';
import { runToEnd } from './ending.js';
import { ExitCode } from './exit-codes.js';
import { commandLineTexts } from './language/index.js';

/**
 * The command `tailchat`, from the words of the command line to an exit code. It ends nothing: the
 * caller tells the process the code.
 */
export async function main(context: Context): Promise<ExitCode> {
  surviveWriteErrors(context);
  const texts = commandLineTexts(languageOf(context));
  return await runToEnd(context, texts.usage, async () => {
    let exitCode: ExitCode = ExitCode.ok;
    const { createParser } = await import('./parser.js');
    const parser = createParser(context, (code) => {
      exitCode = code;
    });
    await parse(parser, context);
    return exitCode;
  });
}

/** Runs yargs; what it has to say (help, version) it hands over instead of printing it. */
async function parse(parser: Argv, context: Context): Promise<void> {
  let said = '';
  await parser.parseAsync([...context.argv], {}, (_error, _argv, output) => {
    said = output;
  });
  if (said !== '') context.stdout.write(`${said}\n`);
}

/**
 * Whoever reads our output may leave early (`| head -1`), and a disk may be full: the check's own
 * exit code stands all the same.
 */
function surviveWriteErrors({ stdout, stderr }: Context): void {
  stderr.on('error', () => {});
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') stderr.write(`stdout: ${error.message}\n`);
  });
}
