import type { Context } from './context.js';

/**
 * Whoever reads our output may leave early (`| head -1`): that is no failure. Where it cannot be
 * written, on a full disk, nobody has read the result, and it must not pass for a good one.
 *
 * @returns tells whether what was written until then was lost
 */
export function watchOutput({
  stdout,
  stderr,
}: Pick<Context, 'stdout' | 'stderr'>): () => Promise<boolean> {
  let isLost = false;
  stderr.on('error', () => {});
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return;
    isLost = true;
    stderr.write(`stdout: ${error.code}\n`);
  });
  return async () => {
    // A failed write is told of behind it.
    await new Promise((resolve) => setImmediate(resolve));
    return isLost;
  };
}
