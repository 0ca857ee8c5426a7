import type { Texts } from '../texts.js';

const LOG = 'docker compose logs --no-color service-core | tailchat smtp explain';

/** What Tailchat's own server says without a reason, in English. */
export const serverWords: Texts['serverWords'] = {
  unavailable: {
    title: 'Tailchat had no working mail service when it started',
    explanation:
      'Tailchat tests its mail settings once, when its server starts. At that time SMTP_URI was missing from its environment, or the ' +
      'check failed. The reason is further up in the log.',
    nextSteps: [
      'Check inside the container, with its own values: tailchat smtp verify --in',
      `Look for the reason in the whole log: ${LOG}`,
      'After a change, run docker compose up -d (docker compose restart keeps the old settings)',
    ],
  },
  'mail-failed': {
    title: 'Tailchat could not send a mail; the reason is not in this text',
    explanation: 'This is what Tailchat shows its users. The reason is in the log of its server.',
    nextSteps: [
      `Look for the reason in the log: ${LOG}`,
      'Send a mail the same way and see where it stops: tailchat smtp test --to you@example.com',
    ],
  },
  'no-recipients': {
    title: 'A mail had no recipient',
    explanation:
      'The program gave no address, so the mail library stopped before it reached a mail server. SMTP_URI is ' +
      'not the reason.',
    nextSteps: [
      'Check the lines before it: which user should have got the mail? The account may have no mail address',
      'Send a mail to a known address: tailchat smtp test --to you@example.com',
    ],
  },
  'too-long': {
    title: 'Tailchat gave up: the mail took longer than 10 seconds',
    explanation:
      'Tailchat waits 10 seconds for a mail to go out. The mail server was slower or did not answer. The mail may still ' +
      'have been sent.',
    nextSteps: [
      'See how long each step takes: tailchat smtp test --to you@example.com --in',
      'Use port 465 or 587, or another provider, if the server delays mail on purpose (greylisting, tarpits)',
      'Look for a firewall, VPN or proxy that blocks part of the traffic',
    ],
  },
};
