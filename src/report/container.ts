/** The container that a check ran in. */
export interface ReportContainer {
  engine: 'docker' | 'podman' | 'kubectl';
  name: string;
}

/** Why a check could not be run inside a container: it never began. */
export const CONTAINER_PROBLEMS = [
  'no-client',
  'engine-down',
  'no-permission',
  'unknown',
  'ambiguous',
  'not-running',
  'no-node',
  'old-node',
  'lost',
  'failed',
] as const;

/** Why a check could not be run inside a container. */
export type ContainerProblem = (typeof CONTAINER_PROBLEMS)[number];

/** What is known of it. */
export interface ContainerFacts {
  /** What was asked for, or found. */
  container: string;
  /** The client's name. */
  engine: string;
  /** Containers that could be meant. */
  names?: readonly string[];
  /** The container's state in the engine's words. */
  state?: string;
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

/** One of them. */
export type ComparedVariable = (typeof VARIABLES)[number];

/** What two places are compared in. */
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

/** One of them. */
export type ComparedThing = (typeof COMPARED_THINGS)[number];

/** A line of the comparison; an empty text: there is none. */
export interface ComparedLine {
  what: ComparedThing;
  here: string;
  inside: string;
  differs: boolean;
}
