import { Chalk, type ChalkInstance } from 'chalk';
import type { Context, Output } from '../context.js';
import { isCi } from './ci.js';

/** How a stream may be written to: decided once, for each stream by itself. */
export interface StreamStyle {
  paint: ChalkInstance;
  /** The cursor may be moved: spinners are welcome. */
  isAnimated: boolean;
  /** Where to wrap lines; Infinity where the other side is no terminal. */
  width: number;
}

const WIDEST = 100;
const NARROWEST = 20;
const USUAL = 80;

/**
 * Decides about colour and movement: both only on a terminal, outside CI, and not when the person
 * said no (`--no-color`, `NO_COLOR`, `TERM=dumb`). `FORCE_COLOR` asks for colour all the same.
 */
export function styleOf(stream: Output, env: Context['env'], isColorWanted: boolean): StreamStyle {
  const isTerminal = stream.isTTY === true && env.TERM !== 'dumb' && !isCi(env);
  const isForced =
    Boolean(env.FORCE_COLOR) && env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  const isRefused = env.FORCE_COLOR === '0' || env.FORCE_COLOR === 'false' || Boolean(env.NO_COLOR);
  const isColored = isColorWanted && (isForced || (isTerminal && !isRefused));
  // A terminal of width 0 does not know its width. The usual width is assumed, and nothing moves.
  const columns = Math.max(NARROWEST, Math.min(stream.columns || USUAL, WIDEST));
  return {
    paint: new Chalk({ level: isColored ? 1 : 0 }),
    isAnimated: isTerminal && stream.columns !== 0,
    width: stream.isTTY === true ? columns : Number.POSITIVE_INFINITY,
  };
}
