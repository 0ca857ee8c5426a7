import type { Context } from './context.js';

/** What is known of the output. */
export interface OutputWatch {
  /** Whether what was written until now was lost. */
  wasLost: () => Promise<boolean>;
  stop: () => void;
}

/**
 * Watches our output. A reader may leave early (`| head -1`), which is no failure. An output that cannot be written, as on a full
 * disk, has shown nobody the result, so the run must not count as good.
 *
 * Once the watch is stopped, the owner of a failing stream handles its errors again.
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
      // A failed write is reported after this turn of the event loop.
      await new Promise((resolve) => setImmediate(resolve));
      return isLost;
    },
    stop: () => {
      stderr.off('error', pass);
      stdout.off('error', note);
    },
  };
}
