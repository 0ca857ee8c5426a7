import type { Context } from './context.js';

/**
 * Whoever reads our output may leave early (`| head -1`): that is no failure. Where it cannot be
 * written, on a full disk, nobody has read the result, and it must not pass for a good one.
 */
export function watchOutput({ stdout, stderr }: Pick<Context, 'stdout' | 'stderr'>): {
  isLost: boolean;
} {
  const output = { isLost: false };
  stderr.on('error', () => {});
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return;
    output.isLost = true;
    stderr.write(`stdout: ${error.code}\n`);
  });
  return output;
}
