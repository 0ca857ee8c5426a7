import type { Failure, Report, Suggestion } from '../../src/report/report.js';

/** A report of a check that passed, with changes. */
export function makeReport(changes: Partial<Report> = {}): Report {
  return {
    schemaVersion: 1,
    command: 'verify',
    ok: true,
    exitCode: 0,
    settings: {
      uri: 'smtps://me:***@mail.x.org:465/',
      uriSource: { kind: 'file', file: '.env', line: 3 },
      host: 'mail.x.org',
      port: 465,
      security: 'tls',
      user: 'me',
      sender: 'me@x.org',
      senderAddress: 'me@x.org',
      senderName: '',
      senderSource: { kind: 'file', file: 'docker-compose.env', line: 7 },
      provider: null,
    },
    steps: [],
    warnings: [],
    failure: null,
    message: null,
    ms: 12,
    ...changes,
  };
}

/** A failure of a login, with changes. */
export function makeFailure(changes: Partial<Failure> = {}): Failure {
  return {
    cause: 'auth-failed',
    step: 'auth',
    retryable: false,
    title: 'The login failed',
    explanation: 'User or password is wrong.',
    nextSteps: ['Look at the password', 'Ask the provider'],
    reply: { code: 535, enhanced: '5.7.8', text: '535 5.7.8 No' },
    suggestion: null,
    docs: 'docs/causes/unknown.md',
    ...changes,
  };
}

/** A suggestion that was tried whole, with changes. */
export function makeSuggestion(changes: Partial<Suggestion> = {}): Suggestion {
  return {
    uri: 'smtp://me:***@mail.x.org:587/',
    sender: null,
    changes: ['port 465 -> 587', 'smtps -> smtp'],
    proof: 'auth',
    refused: null,
    ...changes,
  };
}
