import type { ContainerFacts, ContainerProblem } from '../report/container.js';

/** The check could not be run inside the container. */
export class ContainerError extends Error {
  override name = 'ContainerError';
  readonly problem: ContainerProblem;
  readonly facts: ContainerFacts;

  constructor(problem: ContainerProblem, facts: ContainerFacts) {
    super(problem);
    this.problem = problem;
    this.facts = facts;
  }
}
