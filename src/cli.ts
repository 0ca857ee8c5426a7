import { type Context, processContext, saveMemory } from './context.js';
import { ExitCode } from './exit-codes.js';
import { readVersion } from './version.js';
import { watchOutput } from './watch-output.js';

// `bin/tailchat.js` runs this file once it is bundled (scripts/build.js). Scripts often ask for nothing but the version, which
// needs no yargs.
async function run(context: Context): Promise<ExitCode> {
  if (context.argv.join(' ') === '--version') {
    const { wasLost } = watchOutput(context);
    context.stdout.write(`${readVersion()}\n`);
    return (await wasLost()) ? ExitCode.unavailable : ExitCode.ok;
  }
  const { main } = await import('./main.js');
  return await main(context);
}

const context: Context = Object.assign(processContext(), { saveMemory });
// A run that stops before its end is no success.
context.setExitCode(ExitCode.software);
void run(context).then(context.setExitCode);
