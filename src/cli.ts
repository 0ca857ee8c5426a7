import { type Context, processContext } from './context.js';
import { ExitCode } from './exit-codes.js';
import { readVersion } from './version.js';
import { watchOutput } from './watch-output.js';

// What `bin/tailchat.js` runs, once it is bundled: see scripts/build.js. The version is asked for by
// scripts, in passing: it needs no yargs.
async function run(context: Context): Promise<ExitCode> {
  if (context.argv.join(' ') === '--version') {
    const { wasLost } = watchOutput(context);
    context.stdout.write(`${readVersion()}\n`);
    return (await wasLost()) ? ExitCode.unavailable : ExitCode.ok;
  }
  const { main } = await import('./main.js');
  return await main(context);
}

/**
 * V8 lets young objects have 48 MB, which a long run comes to use; and it waits with cleaning up until there are twice as
 * many of the old ones. It reads both settings whenever it is about to grow, so they may come late; a version that
 * knows them no more passes over them.
 */
function saveMemory(): void {
  void import('node:v8').then(({ setFlagsFromString }) => {
    setFlagsFromString('--semi-space-growth-factor=1');
    setFlagsFromString('--optimize-for-size');
  });
}

const context: Context = Object.assign(processContext(), { saveMemory });
// Whatever ends a run before its end is no success.
context.setExitCode(ExitCode.software);
void run(context).then(context.setExitCode);
