import type { LinePlace } from '../../report/line-place.js';

/** The spelling of a value in the YAML file that holds it. */
export interface YamlSpot {
  /** The key that it has there; in a list of `NAME=value`, the name. */
  key: string;
  /** The value is an item of such a list. */
  isItem?: boolean | undefined;
  /** The value stands below `data:` of a Secret, in base64. A new line belongs below `stringData:`. */
  isEncoded?: boolean | undefined;
  /** Compose reads the file, and takes a single `$` for the beginning of a name. */
  isCompose?: boolean | undefined;
  /** The file only names the variable whose value it takes, `key`. The line belongs in an env file, or in the shell. */
  taken?: LinePlace | 'shell' | undefined;
}

/** A value as the line of a YAML file, in single quotes: only the quote itself has a meaning in them. */
export function formatYamlLine({ key, isItem, isCompose }: YamlSpot, value: string): string {
  const written = (isCompose ? value.replaceAll('$', '$$$$') : value).replaceAll("'", "''");
  return isItem ? `- '${key}=${written}'` : `${key}: '${written}'`;
}
