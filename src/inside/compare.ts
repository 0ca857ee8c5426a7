import { COMPARED_THINGS, type ComparedLine, type ComparedThing } from '../report/container.js';
import type { Observations } from './observe.js';

/** One side of a comparison: the surroundings of a check, and its result. */
export interface Side {
  observations: Observations;
  /** The verdict's cause, `ok`, or empty without a check. */
  verdict: string;
}

/** The differences of two sides, with everything that was observed on both, in one order. Pure. */
export function compare(here: Side, inside: Side): ComparedLine[] {
  return COMPARED_THINGS.flatMap((what) => {
    const [one, other] = [observedAt(here, what), observedAt(inside, what)];
    if (one === undefined || other === undefined) return [];
    return { what, here: one, inside: other, differs: one !== other };
  });
}

function observedAt({ observations, verdict }: Side, what: ComparedThing): string | undefined {
  if (what === 'verdict') return verdict;
  const { environment, ...others } = observations;
  return what in environment
    ? environment[what as keyof typeof environment]
    : others[what as keyof typeof others];
}
