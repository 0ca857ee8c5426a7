/**
 * Who reads an env file: Tailchat's server from source (dotenv 10), Docker Compose, `docker run --env-file`,
 * docker-compose 1.29, podman, kubectl's `--from-env-file`, systemd's `EnvironmentFile=`, `node --env-file` from
 * Node 22 on and of Node 20, dotenv from version 15 on, python-dotenv, and shells that source it.
 */
export const READER_NAMES = [
  'dotenv',
  'compose',
  'docker',
  'compose1',
  'podman',
  'kubectl',
  'systemd',
  'node',
  'node20',
  'dotenv16',
  'python-dotenv',
  'bash',
  'dash',
  'zsh',
] as const;

/** A program that reads env files in its own way. */
export type ReaderName = (typeof READER_NAMES)[number];

/** A change by a reader that was likely not intended. */
export const READER_PROBLEMS = [
  /** The reader sees no assignment in this line. */
  'not-set',
  /** The reader refuses the whole file because of this line. */
  'file-refused',
  'quotes-kept',
  'backslashes-kept',
  'escapes-replaced',
  'comment-kept',
  'cut-at-hash',
  'dollar-replaced',
  'dollar-kept',
  'differs',
] as const;

/** What a reader did to a value. */
export type ReaderProblem = (typeof READER_PROBLEMS)[number];

/** What one reader makes of a line, without telling the value. */
export interface ReaderView {
  reader: ReaderName;
  /** How many characters the value has for this reader; null if it gets none. */
  length: number | null;
  /** null if the reader gets what was likely meant. */
  problem: ReaderProblem | null;
  /** The value itself. Present only if secrets are to be shown. */
  value?: string;
}

/** A file nearby that hands the env file to a reader, and the line where it does. */
export interface NearbyReader {
  reader: ReaderName;
  file: string;
  line: number;
}
