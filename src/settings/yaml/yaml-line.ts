import type { LinePlace } from '../../report/line-place.js';

/** How a value is written in the YAML file that it stands in. */
export interface YamlSpot {
  /** The key that it has there; in a list of `NAME=value`, the name. */
  key: string;
  /** It is an item of such a list. */
  isItem?: boolean | undefined;
  /** It stands below `data:` of a Secret, in base64: such a line belongs below `stringData:`. */
  isEncoded?: boolean | undefined;
  /** Compose reads the file, and takes one `$` for the beginning of a name. */
  isCompose?: boolean | undefined;
  /** The file names only a variable whose value it is, `key`: its line in an env file, or the shell. */
  taken?: LinePlace | 'shell' | undefined;
}

/** A value as the line of a YAML file, in single quotes: only the quote itself has a meaning in them. */
export function formatYamlLine({ key, isItem, isCompose }: YamlSpot, value: string): string {
  const written = (isCompose ? value.replaceAll('$', '$$$$') : value).replaceAll("'", "''");
  return isItem ? `- '${key}=${written}'` : `${key}: '${written}'`;
}
