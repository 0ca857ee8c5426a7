import { stripVTControlCharacters } from 'node:util';
import { stripToLine } from '../safety/control-characters.js';
import { decodeReplyText } from '../smtp/reply-charset.js';

/** A line of a log, without what the programs around have put before it. */
export interface LogLine {
  /** Who wrote it, where Compose says so: lines of several services come mixed. */
  service: string;
  text: string;
  /** How far the text is indented: what belongs to an error is. */
  indent: number;
}

// `docker compose logs`: service-core-1  | text
const COMPOSE_PREFIX = /^([\w.-]{1,80}) {0,40}\| ?/;
// ISO 8601, as `docker compose logs --timestamps` and others write it.
const TIME =
  /^\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?\]?(?=[ \t]|$)[ \t]?/;

/** Reads one line of a log. */
export function readLogLine(line: string): LogLine {
  const plain = stripVTControlCharacters(unwrapJson(line));
  const service = COMPOSE_PREFIX.exec(plain)?.[1] ?? '';
  const text = plain.replace(COMPOSE_PREFIX, '').replace(TIME, '');
  const indent = text.length - text.trimStart().length;
  return { service, text: stripToLine(decodeReplyText(text)), indent };
}

/** Docker's json-file driver keeps each line in an object of its own. */
function unwrapJson(line: string): string {
  if (!line.startsWith('{"log":')) return line;
  try {
    const { log } = JSON.parse(line) as { log?: unknown };
    return typeof log === 'string' ? log.replace(/\r?\n$/, '') : line;
  } catch {
    return line;
  }
}
