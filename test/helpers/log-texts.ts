import { readdirSync, readFileSync } from 'node:fs';
import { readCorpus } from './corpus.js';
import { FRAME, logged, usual } from './server-log.js';

const LOGS = new URL('../fixtures/server-logs/', import.meta.url);

/** Lines of real logs of Tailchat's server. */
export function serverLogLines(): string[] {
  return readdirSync(LOGS).flatMap((file) => readFileSync(new URL(file, LOGS), 'utf8').split('\n'));
}

const PASTES = new URL('../pastes/', import.meta.url);

/** Lines that people pasted, of many programs. */
export function pastedLines(): string[] {
  return readdirSync(PASTES)
    .filter((file) => file.endsWith('.jsonl'))
    .flatMap((file) => readFileSync(new URL(file, PASTES), 'utf8').trimEnd().split('\n'))
    .flatMap((line) => (JSON.parse(line) as { paste: string }).paste.split('\n'));
}

/** What programs write around a reply. */
const AROUND: readonly ((reply: string, index: number) => string[])[] = [
  (reply) => [reply],
  (reply) => logged('Invalid login', reply, 'AUTH PLAIN'),
  (reply) => [
    `Nov 27 10:12:13 mx postfix/smtp[12]: 4F: to=<a@x.org>, status=bounced (host mx.x.org[1.2.3.4] said: ${reply} (in reply to RCPT TO command))`,
  ],
  (reply) => [
    JSON.stringify({ level: 50, err: { response: reply, stack: `Error\n at ${FRAME}` } }),
  ],
  (reply) => [JSON.stringify({ log: `core-1 | ${reply}\n`, stream: 'stderr' })],
  (reply) => [`smtplib.SMTPDataError: (${reply.slice(0, 3)}, b'${reply.slice(4)}')`],
  (reply) => [`-> RCPT TO:<a@x.org>`, `<** ${reply}`],
  (reply) => [`\x1b[31mERROR\x1b[39m got \x1b[1m${reply.slice(0, 3)}\x1b[22m ${reply.slice(4)}`],
  (reply, index) => [`mail-${index % 3}  | ${reply.replaceAll('\n', `\nmail-${index % 3}  | `)}`],
  (reply) => [`the server answered ${reply.replaceAll('"', '&quot;').replaceAll("'", '&#39;')}`],
];

/** The replies of the corpus as programs log them, between lines that are about something else. */
export function corpusLog(): string[] {
  return readCorpus().flatMap(({ reply }, index) => [
    usual(index),
    ...(AROUND[index % AROUND.length]?.(reply, index) ?? []),
    ...(index % 4 === 0 ? [usual(index), usual(index + 1)] : []),
  ]);
}
