import type { YamlSpot } from './yaml-spot.js';

/** The place for a value that is empty or missing. */
export interface ValueHome {
  file: string;
  /** The line that sets the variable now, without a value. */
  line?: number | undefined;
  /** An addition to the service: below this key, or below the service itself if the key is empty. */
  add?: { service: string; under: string } | undefined;
  /** A variable is to be added to those of the service, which no line can be added to. */
  beside?: { service: string } | undefined;
  /** How the value is written there; default: as in an env file. */
  spot?: YamlSpot | undefined;
}
