import { COMPARED_THINGS, type ComparedLine, type ComparedThing } from '../report/container.js';
import type { Observations } from './observe.js';

/** A place: what surrounds a check there, and what came of it. */
export interface Place {
  observations: Observations;
  /** The verdict's cause, `ok`, or nothing where there was no check. */
  verdict: string;
}

/** Two places side by side: all that was looked at, in one order. Pure. */
export function compare(here: Place, inside: Place): ComparedLine[] {
  return COMPARED_THINGS.map((what) => {
    const [one, other] = [partOf(here, what), partOf(inside, what)];
    return { what, here: one, inside: other, differs: one !== other };
  });
}

function partOf({ observations, verdict }: Place, what: ComparedThing): string {
  if (what === 'verdict') return verdict;
  const { environment, ...others } = observations;
  return what in environment
    ? environment[what as keyof typeof environment]
    : others[what as keyof typeof others];
}
