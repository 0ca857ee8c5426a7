import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Vitest's `globalSetup` of every suite: what a run makes in the temporary folder goes into one of its own, which is removed when
 * the run ends, however its tests end, and when it is interrupted. Fixtures need not tidy up.
 */
export default function ownTemporaryFolder(): void {
  const folder = mkdtempSync(join(tmpdir(), 'tailchat-'));
  // As the system's own: programs of other users write into it, too, and none removes what is another's.
  chmodSync(folder, 0o1777);
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) process.env[name] = folder;
  process.on('exit', () => {
    try {
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    } catch (error) {
      // Such as a mount that is left there. What the tests found counts for more.
      console.error(`${folder} is left behind: ${error}`);
    }
  });
}
