import type { PageTexts } from '../page-texts.js';
import { duration } from '../plans/outcomes.js';
import { tell } from '../plans/plan.js';

export const page: PageTexts = {
  steps: 'Steps',
  status: { ok: 'passed', failed: 'failed', skipped: 'skipped' },
  checks: {
    ...{ ok: 'ok', warning: 'warning', failed: 'failed', unknown: 'unknown' },
    skipped: 'skipped',
  },
  took: (ms) => `${ms} ms`,
  total: (ms) =>
    tell(duration(ms), {
      milliseconds: `The check took ${ms} ms.`,
      seconds: ({ seconds }) => `The check took ${seconds} s.`,
    }),
  settings: 'Settings',
  server: 'Server',
  warnings: 'Warnings',
  readers: {
    caption: 'What each program makes of the line',
    reader: 'Program',
    length: 'Length',
    reads: 'Reads it',
  },
  certificate: {
    title: 'Certificate of the server',
    subject: 'Subject',
    issuer: 'Issuer',
    names: 'Names',
    validTo: 'Valid until',
    fingerprint: 'SHA-256 fingerprint',
  },
  message: 'Mail',
  sandbox: 'The mail went to the sandbox inside the process: nobody got it.',
  more: (page) => `More about this cause: ${page}`,
  made: (version, date) => `tailchat smtp ${version}, ${date}. Passwords are masked.`,
};
