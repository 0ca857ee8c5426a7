import type { Facts } from '../../../report/facts.js';
import { stepsOfUnseenTls } from '../../plans/encryption.js';
import { say } from '../../plans/plan.js';
import type { CauseText } from '../../texts.js';
import { SHOW_CONVERSATION, server } from '../phrases.js';

/** A server that wants encryption where there was encryption. */
export function unseenTls(facts: Facts): CauseText {
  return {
    title: `${server(facts, 'The mail server')} treats an encrypted connection as unencrypted`,
    explanation:
      'The connection was encrypted with TLS, but the server does not know it. Most likely a proxy in front of it ends the TLS.',
    nextSteps: say(stepsOfUnseenTls(facts), facts, {
      submission:
        'Write smtp:// with port 587, if the server has it: the mail server itself then does the TLS (STARTTLS)',
      tell: 'Ask whoever runs the mail server: the proxy must pass TLS through, or the server must trust the proxy',
      'show-conversation': SHOW_CONVERSATION,
    }),
  };
}
