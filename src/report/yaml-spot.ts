import type { Secret } from '../safety/secret.js';
import type { LinePlace } from './line-place.js';

/**
 * How an entry of a YAML file is not a line of its own: in braces or brackets; or on several lines, or behind something
 * else on its line.
 */
export type EntryForm = 'flow' | 'lines';

/** A part of a URI that names of variables stand for, as in `smtps://me:${MAIL_PASS}@mail.x.org`. */
export interface NamedPart {
  part: 'user' | 'password' | 'host' | 'port';
  /** What came of it. */
  was: Secret;
  /** How it is written, with nothing secret in it. */
  written: string;
}

/** The spelling of a value in the YAML file that holds it. */
export interface YamlSpot {
  /** The key that it has there; in a list of `NAME=value`, the name. */
  key: string;
  /** The entry of a container has this name and no value: the line takes the place of the name. */
  ofName?: string | undefined;
  /** The value is an item of such a list. */
  isItem?: boolean | undefined;
  /** Absent where the entry is one line, and the line nothing else. */
  form?: EntryForm | undefined;
  /** The value stands below `data:` of a Secret, in base64. A new line belongs below `stringData:`. */
  isEncoded?: boolean | undefined;
  /** Compose reads the file, and takes a single `$` for the beginning of a name. */
  isCompose?: boolean | undefined;
  /** The file only names the variable whose value it takes, `key`. The line belongs in an env file, or in the shell. */
  taken?: LinePlace | 'shell' | undefined;
  /** The parts of a URI that are written with names. They stay so where they do not change. */
  named?: readonly NamedPart[] | undefined;
}

/** The same of both values. */
export type YamlSpots = Partial<Record<'uri' | 'sender', YamlSpot | undefined>>;
