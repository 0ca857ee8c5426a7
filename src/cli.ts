import { processContext } from './context.js';
import { ExitCode } from './exit-codes.js';
import { readVersion } from './version.js';
import { watchOutput } from './watch-output.js';

// What `bin/tailchat.js` runs, once it is bundled: see scripts/build.js. The version is asked for by
// scripts, in passing: it needs no yargs.
const context = processContext();
if (context.argv.join(' ') === '--version') {
  const { wasLost } = watchOutput(context);
  context.stdout.write(`${readVersion()}\n`);
  if (await wasLost()) context.setExitCode(ExitCode.unavailable);
} else {
  const { main } = await import('./main.js');
  context.setExitCode(await main(context));
}
