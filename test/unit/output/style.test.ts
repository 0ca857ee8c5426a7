import { describe, expect, it } from 'vitest';
import { isCi } from '../../../src/output/ci.js';
import { styleOf } from '../../../src/output/style.js';
import { createFakeContext } from '../../helpers/fake-context.js';

type Env = Record<string, string>;

const TERMINAL = createFakeContext({ terminals: ['stdout'], columns: 90 }).stdout;
const PIPE = createFakeContext().stdout;

/** On a terminal and on a pipe: whether there is colour, and whether something may move. */
const CASES: [env: Env, wantsColor: boolean, terminal: [boolean, boolean], pipe: boolean][] = [
  [{}, true, [true, true], false],
  [{ TERM: 'xterm-256color' }, true, [true, true], false],
  [{}, false, [false, true], false],
  [{ NO_COLOR: '1' }, true, [false, true], false],
  [{ NO_COLOR: '0' }, true, [false, true], false],
  [{ NO_COLOR: '' }, true, [true, true], false],
  [{ TERM: 'dumb' }, true, [false, false], false],
  [{ CI: 'true' }, true, [false, false], false],
  [{ CI: '1' }, true, [false, false], false],
  [{ CI: 'false' }, true, [true, true], false],
  [{ CI: '' }, true, [true, true], false],
  [{ FORCE_COLOR: '1' }, true, [true, true], true],
  [{ FORCE_COLOR: 'true' }, true, [true, true], true],
  [{ FORCE_COLOR: '3', TERM: 'dumb' }, true, [true, false], true],
  [{ FORCE_COLOR: '1', CI: 'true' }, true, [true, false], true],
  [{ FORCE_COLOR: '1', NO_COLOR: '1' }, true, [true, true], true],
  [{ FORCE_COLOR: '1' }, false, [false, true], false],
  [{ FORCE_COLOR: '0' }, true, [false, true], false],
  [{ FORCE_COLOR: 'false' }, true, [false, true], false],
  [{ FORCE_COLOR: '' }, true, [true, true], false],
];

describe('styleOf', () => {
  it.each(CASES)('%j, colour wanted: %s', (env, wantsColor, [isColored, isAnimated], onPipe) => {
    const onTerminal = styleOf(TERMINAL, env, wantsColor);
    expect(onTerminal.paint.red('x')).toBe(isColored ? '\x1b[31mx\x1b[39m' : 'x');
    expect(onTerminal.isAnimated).toBe(isAnimated);
    const style = styleOf(PIPE, env, wantsColor);
    expect(style.paint.red('x')).toBe(onPipe ? '\x1b[31mx\x1b[39m' : 'x');
    expect(style.isAnimated).toBe(false);
  });

  it.each([
    [80, 80],
    [100, 100],
    [300, 100],
    [1, 20],
    [0, 80],
  ])('wraps on a terminal of %i columns at %i', (columns, width) => {
    const { stdout } = createFakeContext({ terminals: ['stdout'], columns });
    expect(styleOf(stdout, {}, true).width).toBe(width);
  });

  it('moves nothing on a terminal that says it has 0 columns', () => {
    const { stdout } = createFakeContext({ terminals: ['stdout'], columns: 0 });
    expect(styleOf(stdout, {}, true).isAnimated).toBe(false);
  });

  it('does not wrap on a pipe', () => {
    expect(styleOf(PIPE, {}, true).width).toBe(Number.POSITIVE_INFINITY);
    expect(styleOf(PIPE, { FORCE_COLOR: '1' }, true).width).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('isCi', () => {
  it.each([
    [{ CI: 'true' }, true],
    [{ CI: '1' }, true],
    [{ CI: 'woodpecker' }, true],
    [{ CI: 'false' }, false],
    [{ CI: '0' }, false],
    [{ CI: '' }, false],
    [{}, false],
  ])('%j: %s', (env, expected) => {
    expect(isCi(env)).toBe(expected);
  });
});
