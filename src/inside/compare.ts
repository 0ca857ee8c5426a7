import { COMPARED_THINGS, type ComparedLine, type ComparedThing } from '../report/container.js';
import type { Observations } from './observe.js';

/** One side of a comparison: what surrounds a check there, and what came of it. */
export interface Side {
  observations: Observations;
  /** The verdict's cause, `ok`, or nothing where there was no check. */
  verdict: string;
}

/** Two sides: all that was looked at, in one order. Pure. */
export function compare(here: Side, inside: Side): ComparedLine[] {
  return COMPARED_THINGS.map((what) => {
    const [one, other] = [observedAt(here, what), observedAt(inside, what)];
    return { what, here: one, inside: other, differs: one !== other };
  });
}

function observedAt({ observations, verdict }: Side, what: ComparedThing): string {
  if (what === 'verdict') return verdict;
  const { environment, ...others } = observations;
  return what in environment
    ? environment[what as keyof typeof environment]
    : others[what as keyof typeof others];
}
