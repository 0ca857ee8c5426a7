import type { Context } from '../context.js';
import { isCi } from '../output/style.js';

/** Whether questions may be asked: somebody must be there to see them and to answer. */
export function canAsk(
  { stdin, stderr, env }: Context,
  { isInputAllowed, isJson }: { isInputAllowed: boolean; isJson: boolean },
): boolean {
  const isTerminal = stdin.isTTY === true && stderr.isTTY === true;
  return isTerminal && !isCi(env) && isInputAllowed && !isJson;
}
