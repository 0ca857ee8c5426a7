/** The container that a check ran in. */
export interface ReportContainer {
  engine: 'docker' | 'podman' | 'kubectl';
  name: string;
}

/** Why a check could not be run inside a container: it never began. */
export const CONTAINER_PROBLEMS = [
  'no-client',
  'engine-down',
  'no-config',
  'no-login',
  'no-permission',
  'unknown',
  'not-here',
  'in-pod',
  'ambiguous',
  'not-running',
  'no-node',
  'no-start',
  'old-node',
  'gone',
  'killed',
  'lost',
  'failed',
] as const;

/** Why a check could not be run inside a container. */
export type ContainerProblem = (typeof CONTAINER_PROBLEMS)[number];

/** What is known of a container in which no check could be run. */
export interface ContainerFacts {
  /** The container that was asked for, or that was found. */
  container: string;
  /** The client's name. */
  engine: string;
  /** Containers that the question may have meant. */
  names?: readonly string[];
  /** What creates it. */
  create?: string | undefined;
  /** The container's state in the engine's words. */
  state?: string;
  /** Compose made it. */
  isOfCompose?: boolean;
  /** The version of its Node. */
  version?: string;
  /** The client's own words. */
  detail?: string;
}

/** Variables that decide about mail. */
const VARIABLES = [
  'SMTP_URI',
  'SMTP_SENDER',
  'NODE_EXTRA_CA_CERTS',
  'NODE_TLS_REJECT_UNAUTHORIZED',
  'NODE_OPTIONS',
] as const;

/** A variable that is compared. */
export type ComparedVariable = (typeof VARIABLES)[number];

/** What the two places are compared in. */
export const COMPARED_THINGS = [
  'verdict',
  'node',
  'openssl',
  'nameServers',
  'ipv4',
  'ipv6',
  'system',
  'families',
  'ports',
  'authorities',
  ...VARIABLES,
] as const;

/** What a line of the comparison is about. */
export type ComparedThing = (typeof COMPARED_THINGS)[number];

/** One line of the comparison. An empty text means that the place has no value. */
export interface ComparedLine {
  what: ComparedThing;
  here: string;
  inside: string;
  differs: boolean;
}
