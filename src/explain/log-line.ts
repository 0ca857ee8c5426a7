import { stripVTControlCharacters } from 'node:util';
import { decodeReplyText } from '../mail/unknown-charset.js';
import { stripToLine } from '../safety/control-characters.js';
import { withoutEntities } from './readable-parts.js';

/** A line of a log, without the prefix of surrounding programs. */
export interface LogLine {
  /** The service that wrote the line, where Compose names it. Lines of several services come mixed. */
  service: string;
  text: string;
  /** How far the text is indented. Lines that belong to an error are indented. */
  indent: number;
}

// `docker compose logs`: service-core-1  | text. Pm2 puts its number before the name: 0|tailchat  | text
const SERVICE = /^(?:\d{1,4}\|)?([\w.-]{1,80}) {0,40}\| ?/;
// ISO 8601, as `docker compose logs --timestamps` and others write it.
const TIME =
  /^\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?\]?:?(?=[ \t]|$)[ \t]?/;

/** Prefixes of syslog (RFC 3164, RFC 5424), journald and Kubernetes. */
const COLLECTORS: readonly RegExp[] = [
  // RFC 3339 times, as rsyslog writes them, were taken off before.
  /^[\w.-]{1,255} [a-z][\w./-]{1,100}\[\d{1,10}\]: (?=\S)/,
  /^(?:<\d{1,3}>)?[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d [\w.:-]{1,255} [\w./-]{1,100}(?:\[\d{1,10}\])?: ?/,
  /^<\d{1,3}>1 \S{1,40} \S{1,255} \S{1,48} \S{1,128} \S{1,32} (?:-|\[[^\]]{0,1000}\]) ?/,
  /^std(?:out|err) [FP] /,
  // Moleculer's level, node and module.
  /^(?:FATAL|ERROR|WARN|INFO|DEBUG|TRACE) {1,3}[\w.-]{1,100}\/[A-Z][\w.$-]{0,60}: (?=\S)/,
  // Android's logcat, in the forms of the command and of the development tools.
  /^\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}:? {1,4}(?:\d{1,6}[- ] {0,4}\d{1,6}\S{0,200} )?[VDIWEF][/ ][\w.$-]{1,60} ?(?:\( {0,5}\d{1,6}\))?: ?/,
  // The prefix of `kubectl logs --prefix`, and the marks of a quote in a mail or a forum.
  /^\[pod\/[\w./-]{1,200}\] /,
  /^(?:> ?){1,5}(?=[^\s>\w]|\d{3}[ -]|[A-Za-z][a-z]|\[)/,
];

/** Reads one line of a log. */
export function readLogLine(line: string): LogLine {
  const plain = withoutEnvelope(line);
  const service = SERVICE.exec(plain)?.[1] ?? '';
  const behindTime = plain.replace(SERVICE, '').replace(TIME, '');
  const bare = COLLECTORS.reduce((line, prefix) => line.replace(prefix, ''), behindTime);
  const text = withoutEntities(bare);
  const indent = text.length - text.trimStart().length;
  return { service, text: stripToLine(decodeReplyText(text)), indent };
}

/** The service of a line, as `readLogLine` finds it, at less cost. */
export function serviceOf(line: string): string {
  return SERVICE.exec(withoutEnvelope(line))?.[1] ?? '';
}

function withoutEnvelope(line: string): string {
  const plain = unwrapJson(line);
  return plain.includes('\x1b') ? stripVTControlCharacters(plain) : plain;
}

/** The line inside of an object: Docker's json-file driver keeps each line in one. */
function unwrapJson(line: string): string {
  if (!line.startsWith('{"log":')) return line;
  try {
    const { log } = JSON.parse(line) as { log?: unknown };
    return typeof log === 'string' ? log.replace(/\r?\n$/, '') : line;
  } catch {
    return line;
  }
}
