import type { CauseTexts } from '../../texts.js';
import { code, SHOW_CONVERSATION, server } from '../phrases.js';

/** The texts of the causes that belong nowhere else. */
export const other = {
  'server-error': (facts) => ({
    title: `${server(facts, 'The mail server')} reports trouble of its own`,
    explanation: 'The fault is on the side of the server. Your settings may well be right.',
    nextSteps: [
      'Try again in a few minutes, or let the check go on trying: tailchat smtp verify --wait 300',
      "Ask whoever runs the mail server, and pass on the server's words",
    ],
  }),
  'protocol-error': (facts) => ({
    title: `${server(facts, 'The mail server')} gave an answer that makes no sense`,
    explanation: 'Its reply does not follow the rules of SMTP, or does not fit what was asked.',
    nextSteps: [
      'Check that host and port in SMTP_URI are those of a mail server for sending',
      SHOW_CONVERSATION,
      'Look for a firewall, virus scanner or proxy that changes the conversation',
    ],
  }),
  unknown: (facts) =>
    facts.strictWarnings?.length
      ? {
          title:
            'The check passed, but --strict counts warnings: ' +
            `${facts.strictWarnings.join(', ')}`,
          explanation:
            'Everything that was tried worked. With --strict a warning is a failure as well.',
          nextSteps: [
            'Remove what each warning is about: its text says how',
            'Leave out --strict to let the check pass with warnings',
          ],
        }
      : {
          title: `The check failed at ${server(facts)} for a reason not known to this program`,
          explanation: `Nothing that was seen points to one certain cause${code(facts)}.`,
          nextSteps: [
            "Read the server's words, if there are any, and look for them on the provider's " +
              'help pages',
            SHOW_CONVERSATION,
          ],
        },
} satisfies Pick<CauseTexts, 'server-error' | 'protocol-error' | 'unknown'>;
