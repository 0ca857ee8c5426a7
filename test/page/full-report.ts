import type { Report } from '../../src/report/report.js';
import { makeFailure, makeReport, makeSuggestion } from '../helpers/report.js';

/** A report with everything that a page can show. */
export const FULL_REPORT: Report = makeReport({
  ok: false,
  exitCode: 77,
  steps: [
    { name: 'settings', status: 'ok', ms: 1 },
    { name: 'dns', status: 'ok', ms: 12, addresses: ['192.0.2.7', '192.0.2.8'] },
    { name: 'connect', status: 'ok', ms: 31, address: '192.0.2.7', port: 465 },
    {
      ...{ name: 'tls', status: 'ok', ms: 40 },
      ...{ protocol: 'TLSv1.3', cipher: 'TLS_AES_256_GCM_SHA384' },
      certificate: {
        subject: 'mail.x.org',
        issuer: 'Example CA',
        names: ['mail.x.org', '*.x.org'],
        validTo: '2027-01-31T00:00:00.000Z',
        sha256: Array(32).fill('AB').join(':'),
      },
    },
    { name: 'greeting', status: 'ok', ms: 40, reply: '220 mail.x.org ESMTP' },
    {
      ...{ name: 'ehlo', status: 'ok', ms: 10 },
      ...{ clientName: '[127.0.0.1]', extensions: ['SIZE 73400320', 'AUTH LOGIN PLAIN'] },
    },
    { name: 'auth', status: 'failed', ms: 200, mechanism: 'PLAIN' },
  ],
  warnings: [
    {
      code: 'readers-disagree',
      message: 'SMTP_URI in .env:3 is not read alike by every program.',
      readers: [
        { reader: 'compose', length: 38, problem: null },
        { reader: 'docker', length: 40, problem: 'quotes-kept' },
      ],
    },
    { code: 'pool-keeps-connections', message: 'Each mail leaves a connection open.' },
  ],
  failure: makeFailure({ suggestion: makeSuggestion() }),
  comparison: [
    { what: 'ports', here: '465, 587', inside: '587', differs: true },
    { what: 'node', here: 'v20.20.2', inside: 'v18.18.0', differs: true },
    { what: 'ipv4', here: '192.0.2.7', inside: '192.0.2.7', differs: false },
  ],
  container: { engine: 'docker', name: 'tailchat-core' },
  ms: 334,
});
