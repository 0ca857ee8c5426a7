import type { Texts } from '../../src/language/texts.js';
import { chooser, type Draw, HOSTS, READERS, SOURCES } from './random-facts.js';

const STEPS = ['dns', 'auth', 'mail-from'];
const AGREES = ['pass', 'fail', 'unknown'];
const MAILBOX = [
  ...['host-not-found', 'not-reached', 'silent', 'certificate', 'tls', 'no-starttls', 'login'],
  ...['unavailable', 'contact-admin', 'needs-tls', 'expired', 'folder', 'protocol'],
];

/** What the interface says of something, by the name of the text: each that has anything to decide. */
export function sayInterface(texts: Texts['interface'], draw: Draw): Record<string, unknown> {
  const { one, some, isSo, maybe } = chooser(draw);
  const { output, prompts, search, inside, letters, arrival, received } = texts;
  const host = one(HOSTS);
  const words = maybe(() => 'EREFUSED');
  const or = (make: () => string) => maybe(make) ?? null;
  const names = some(['MAIL_HOST', 'MAIL_PORT'], 1);
  const about = {
    ...{ proof: one(['none', 'tls', 'plain', 'auth']), hasLogin: isSo(), hasSender: isSo() },
    ...{ lines: 1, linesHere: 1, isAnother: false, otherHost: maybe(() => host) },
    refused: isSo(0.3) ? { step: one(STEPS), reply: or(() => '550 No') } : null,
    source: maybe(() => one([...SOURCES, { kind: 'stdin' }, { kind: 'prompt' }])) ?? null,
    ...{ writtenInto: isSo(0.2) ? '.env' : null, isInPod: isSo(), isEncoded: isSo() },
    isMasked: isSo(),
  };
  const facts = {
    ...{ container: 'chat', engine: one(['docker', 'podman', 'kubectl']) },
    ...{ names: maybe(() => some(['a', 'b'])), state: maybe(() => 'exited') },
    ...{ version: maybe(() => '16.1.0'), detail: maybe(() => 'no route') },
  };
  const problem = { kind: one(MAILBOX), host, words: words ?? null };
  const verdict = {
    ...{ filter: 'rspamd', isSpam: one([true, false, null]), score: one([null, 7]) },
    ...{ limit: one([null, 15]), reasons: some(['A', 'B']) },
    where: one(['receiver', 'before'] as const),
  };
  const results = some([
    { method: 'spf', result: 'pass', domain: 'x.org', by: 'mx' },
    { method: 'dkim', result: 'fail', domain: null, by: 'mx' },
  ]);
  const control = maybe(() => ({
    ...{ host: 'smtp.gmail.com', open: maybe(() => some([465, 587, 25])) },
  }));
  const said: Record<string, unknown> = {
    from: SOURCES.map((source) => output.from('x', 'SMTP_URI', source as never)),
    hidden: SOURCES.map((source) => output.hidden('SMTP_URI', source as never)),
    ehlo: output.ehlo('me', some(['SIZE', 'STARTTLS'])),
    verifyPassed: output.verifyPassed('mail', isSo(), isSo()),
    testPassed: output.testPassed(names, isSo()),
    recreatePod: output.recreatePod(maybe(() => 'deployment/chat')),
    apply: output.apply(
      maybe(() => 'x.yaml'),
      maybe(() => 'deployment/chat'),
    ),
    spellingHolds: output.spellingHolds(some(READERS) as never),
    suggestion: output.suggestion(about as never),
    nothingFound: output.nothingFound(
      one([1, 7]),
      some(['DNS', 'TLS']),
      maybe(() => ({ name: 'Ghost', log: 'docker logs ghost' })),
      maybe(() => 32768),
    ),
    valueLength: output.valueLength(one([null, 1, 9])),
    summary: output.summary('verify', isSo()),
    reportFailed: output.reportFailed('x', one(['ENOENT', 'EWHAT'])),
    foreign: prompts.foreign(names),
    nothingAnswers: search.nothingAnswers({ host, port: one([25, 465]) }, [465, 587], control),
    delayed: letters.delayed(or(() => '2026-01-02T03:04:05.000Z')),
    refusedBy: letters.refusedBy(
      or(() => 'mx.x'),
      or(() => one(['mx.x', 'me'])),
      isSo(),
    ),
    about: letters.about(
      or(() => 'Hi'),
      or(() => '2026-01-02T03:04:05.000Z'),
    ),
    found: arrival.found('INBOX', one([40, 61_000])),
    judged: arrival.judged(
      or(() => 'mx.x'),
      results,
    ),
    unread: arrival.unread(problem as never),
    unreadSteps: arrival.unreadSteps(problem.kind as never),
    filter: received.filter(verdict),
    agreement: received.agreement(...(['x.org', or(() => 'y.org'), some(['z.org'])] as const), {
      spf: one(AGREES),
      dkim: one(AGREES),
    } as never),
    signature: received.signature({
      ...{ domain: or(() => 'x.org'), selector: or(() => 's1') },
      body: one(['intact', 'changed', 'unknown'] as const),
    }),
    forwarded: received.forwarded(
      or(() => 'mx.x'),
      results,
    ),
    hop: received.hop({
      ...{ from: or(() => 'a'), by: or(() => 'b'), at: null, delayMs: one([null, 2500]) },
    }),
  };
  for (const [name, say] of Object.entries(inside.notRun)) {
    said[`notRun.${name}`] = say(facts as never);
  }
  return said;
}
