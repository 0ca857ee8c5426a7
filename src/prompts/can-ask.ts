import type { Context } from '../context.js';
import { isCi } from '../output/ci.js';

/** Whether questions may be asked: somebody must be there to see them and to answer. */
export function canAsk(
  context: Context,
  { isInputAllowed, isJson, uri }: { isInputAllowed: boolean; isJson: boolean; uri?: string },
): boolean {
  // With `--uri -` the input is the URI's.
  if (isJson || !isInputAllowed || uri === '-' || isCi(context.env)) return false;
  // Merely looking at a stream opens it.
  return context.stderr.isTTY === true && context.stdin.isTTY === true;
}
