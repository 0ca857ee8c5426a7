/** Why a mailbox cannot be read. */
const MAILBOX_PROBLEMS = [
  ...['host-not-found', 'not-reached', 'silent', 'certificate', 'tls', 'tls-version'],
  ...['no-starttls', 'login', 'oauth', 'folder', 'lost', 'folders', 'copy', 'protocol'],
];

const ADVICE = [
  ...['spf-missing', 'spf-failed', 'spf-broken', 'dkim-missing', 'dkim-failed'],
  ...['dkim-body-changed', 'dkim-key-missing', 'forwarded', 'forwarder-changed'],
  ...['not-aligned', 'judged-otherwise', 'sender-blamed', 'dmarc-missing', 'not-judged'],
  ...['dmarc-broken', 'dmarc-failed'],
];

/** What the functions about a mail that arrived are called with. */
export const ARRIVAL_SAMPLES: Record<string, unknown[][]> = {
  'interface.received.filter': [
    [
      {
        ...{ filter: 'rspamd', isSpam: true, score: 16, limit: 15, where: 'receiver' },
        reasons: ['R_SPF_FAIL'],
      },
    ],
    [
      {
        ...{ filter: 'Microsoft', isSpam: false, score: null, limit: null, where: 'before' },
        reasons: ['CAT:SPOOF', 'dest:J'],
      },
    ],
  ],
  'interface.received.agreement': [
    ['x.org', 'x.org', ['x.org', 'y.org'], { spf: 'pass', dkim: 'fail' }],
    ['x.org', null, [], { spf: 'unknown', dkim: 'unknown' }],
  ],
  'interface.received.signature': ['intact', 'changed'].map((body) => [
    { domain: 'x.org', selector: 's1', body },
  ]),
  'interface.received.forwarded': [
    ['mx.x.org', [{ method: 'spf', result: 'pass', domain: 'x.org', by: 'mx.x.org' }]],
    [null, []],
  ],
  'interface.received.hop': [
    [{ from: 'a.org', by: 'b.org', at: '2026-01-02T03:04:05.000Z', delayMs: 3000 }],
    ...[300_000, 9_000_000, 400_000_000].map((delayMs) => [
      { from: 'a.org', by: 'b.org', at: null, delayMs },
    ]),
    [{ from: null, by: null, at: null, delayMs: null }],
  ],
  ...Object.fromEntries(ADVICE.map((code) => [`interface.received.advice.${code}`, [['x.org']]])),
  'interface.received.advice.content': [[]],
  'interface.received.advice.unanswered': [[]],
  'interface.received.advice.policy': [[]],
  'interface.arrival.found': [['INBOX', 3210]],
  'interface.arrival.judged': [
    ['mx.x.org', [{ method: 'spf', result: 'pass', domain: 'x.org', by: 'mx.x.org' }]],
    [null, [{ method: 'dkim', result: 'none', domain: null, by: null }]],
  ],
  'interface.arrival.others': [[['you@x.org']], [['you@x.org', 'me@x.org']]],
  'interface.arrival.assumed': [[['you@x.org']]],
  'interface.arrival.unreadTitle': [
    [{ kind: 'login', host: 'imap.x.org', words: null }],
    [{ kind: 'copy', host: 'imap.x.org', words: 'Gesendet' }],
  ],
  'interface.arrival.unread': MAILBOX_PROBLEMS.flatMap((kind) => [
    [{ kind, host: 'imap.x.org', words: null }],
    [{ kind, host: 'imap.x.org', words: 'ECONNREFUSED' }],
  ]),
  'interface.arrival.unreadSteps': MAILBOX_PROBLEMS.map((kind) => [kind]),
};
