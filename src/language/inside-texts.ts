import type {
  ComparedThing,
  ComparedVariable,
  ContainerFacts,
  ContainerProblem,
} from '../report/container.js';

/** What is said about checks inside of containers. */
export interface InsideTexts {
  /** Where a check ran. */
  checkedIn: (container: string, engine: string) => string;
  /** What a comparison waits for outside of the container. */
  fromHere: (title: string) => string;
  /** Why a check could not be run there: what is wrong, and what to do. */
  notRun: Record<ContainerProblem, (facts: ContainerFacts) => string>;
  /** The explanation and further steps for a check that did not begin. Documents hold them. */
  notBegun: { explanation: string; nextSteps: string[] };
  /** A step for somebody whose Tailchat runs in Compose. */
  tryInside: string;
  /** A name that only containers know. */
  onlyInside: (host: string) => string;
  /** How a container gets a name for its host. */
  hostGateway: string;
  /** The heading of the table of differences, and of its columns. */
  compared: { title: string; here: string; inside: string; nothing: string; passes: string };
  things: Record<Exclude<ComparedThing, ComparedVariable>, string>;
}
