import type { Context } from '../context.js';
import { isCi } from '../output/ci.js';

/** Whether questions may be asked: somebody must be there to see them and to answer. */
export function canAsk(
  { stdin, stderr, env }: Context,
  { isInputAllowed, isJson, uri }: { isInputAllowed: boolean; isJson: boolean; uri?: string },
): boolean {
  const isTerminal = stdin.isTTY === true && stderr.isTTY === true;
  // With `--uri -` the input is the URI's.
  return isTerminal && !isCi(env) && isInputAllowed && !isJson && uri !== '-';
}
