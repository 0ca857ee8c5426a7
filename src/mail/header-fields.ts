/** One field of a header (RFC 5322 section 2.2), or of a report's group (RFC 3464 section 2.1). */
export interface HeaderField {
  /** In lower case. */
  name: string;
  /** Unfolded, without white space around it; encoded words are left as they are. */
  value: string;
}

/** Fields of one block, in the order in which they stand. */
export type HeaderFields = readonly HeaderField[];

/** The longest value. No field needs more, and a hostile one is endless. */
const LONGEST_VALUE = 16 * 1024;

/** Some gateways write a space before the colon. */
const FIELD = /^([A-Za-z][\w.-]{0,76})[ \t]{0,4}:[ \t]?(.*)$/;

/**
 * Reads a block of fields. Folded lines are joined by one space, and lines without a field are left out.
 *
 * @param block lines separated by `\n` or `\r\n`
 */
export function readFields(block: string): HeaderField[] {
  const fields: HeaderField[] = [];
  for (const line of block.split(/\r?\n/)) {
    const last = fields.at(-1);
    if (/^[ \t]/.test(line) && last) {
      if (last.value.length < LONGEST_VALUE) last.value = `${last.value} ${line.trim()}`.trim();
      continue;
    }
    const [, name, value = ''] = FIELD.exec(line) ?? [];
    if (name)
      fields.push({ name: name.toLowerCase(), value: value.trim().slice(0, LONGEST_VALUE) });
  }
  return fields;
}

/**
 * The groups of a report: blocks of fields that empty lines separate (RFC 3464 section 2.1).
 *
 * @param text the content of a `message/delivery-status` or `message/feedback-report`
 */
export function readGroups(text: string): HeaderField[][] {
  return text
    .split(/\r?\n[ \t]*\r?\n/)
    .map(readFields)
    .filter((fields) => fields.length > 0);
}

/** The value of the first field with this name, undefined where there is none or it is empty. */
export function fieldOf(fields: HeaderFields, name: string): string | undefined {
  return fields.find((field) => field.name === name)?.value || undefined;
}
