import type { Texts } from '../texts.js';

const LOG = 'docker compose logs --no-color service-core | tailchat smtp explain';

/** What Tailchat's own server says without a reason, in English. */
export const serverWords: Texts['serverWords'] = {
  unavailable: {
    title: 'Tailchat had no working mail service when it started',
    explanation:
      'Tailchat checks mail once, when its server starts. Either SMTP_URI was missing from its environment then, or the ' +
      'check failed: the reason stands further up in the log.',
    nextSteps: [
      'Check from inside the container, with the values that it has: tailchat smtp verify --in',
      `Look for the reason in the whole log: ${LOG}`,
      'After a change, let Compose start the server anew: docker compose up -d ("restart" does not read the file again)',
    ],
  },
  'mail-failed': {
    title: 'Tailchat could not send a mail, and does not say why here',
    explanation:
      'This is what Tailchat shows to its users. The reason stands in the log of its server.',
    nextSteps: [
      `Look for the reason in the log: ${LOG}`,
      'Send a mail in the same way, and see where it stops: tailchat smtp test --to you@example.com',
    ],
  },
  'no-recipients': {
    title: 'A mail was to be sent to nobody',
    explanation:
      'Whoever made the mail gave no address for it: the mail library ended it before it reached a mail server. SMTP_URI is ' +
      'not the reason.',
    nextSteps: [
      'Look in the lines before for what was to be sent, and to which user: the account may have no mail address',
      'Send a mail to an address that you know: tailchat smtp test --to you@example.com',
    ],
  },
  'too-long': {
    title: 'Tailchat gave up: the mail took longer than 10 seconds',
    explanation:
      'Tailchat waits 10 seconds for a mail to go out. The mail server was slower, or did not answer; the mail may still ' +
      'have been sent.',
    nextSteps: [
      'See how long each step takes: tailchat smtp test --to you@example.com --in',
      'If the server takes its time on purpose (greylisting, tarpits), use the port for submission, 465 or 587, or another provider',
      'Look for a firewall, VPN or proxy that holds back part of the traffic',
    ],
  },
};
