import type { Context } from './context.js';

/** What is known of the output. */
export interface OutputWatch {
  /** Whether what was written until now was lost. */
  wasLost: () => Promise<boolean>;
  stop: () => void;
}

/**
 * A reader of our output may leave early (`| head -1`), which is no failure. An output that cannot be written, as on a
 * full disk, has told nobody the result: the run must not pass for a good one.
 *
 * Once it is stopped, a failing stream is its owner's again.
 */
export function watchOutput({ stdout, stderr }: Pick<Context, 'stdout' | 'stderr'>): OutputWatch {
  let isLost = false;
  const pass = () => {};
  const note = (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return;
    isLost = true;
    stderr.write(`stdout: ${error.code}\n`);
  };
  stderr.on('error', pass);
  stdout.on('error', note);
  return {
    wasLost: async () => {
      // A failed write is told of behind it.
      await new Promise((resolve) => setImmediate(resolve));
      return isLost;
    },
    stop: () => {
      stderr.off('error', pass);
      stdout.off('error', note);
    },
  };
}
