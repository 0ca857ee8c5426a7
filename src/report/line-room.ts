/**
 * Where a line for a YAML file belongs, if it does not take the place of another line: below another key of a Secret, since
 * `data:` is base64; or in the place of an entry that is more or less than a line.
 */
export type LineRoom = 'stringData' | 'entry';
