import type { Facts } from '../../../report/facts.js';
import { stepsOfUnseenTls } from '../../plans/encryption.js';
import { say } from '../../plans/plan.js';
import type { CauseText } from '../../texts.js';
import { SHOW_CONVERSATION, server } from '../phrases.js';

/** A server that wants encryption where there was encryption. */
export function unseenTls(facts: Facts): CauseText {
  return {
    title: `${server(facts, 'The mail server')} takes the connection for unencrypted, though it was encrypted`,
    explanation:
      'The connection was encrypted with TLS when the server said this. It does not know: most likely something in front of it ends the TLS, such as a proxy.',
    nextSteps: say(stepsOfUnseenTls(facts), facts, {
      submission:
        'Write smtp:// with port 587, if the server has it: the mail server itself then turns to TLS (STARTTLS)',
      tell: 'Ask whoever runs the mail server, and pass on its words: what ends the TLS in front of it must pass TLS through, or the server must trust it',
      'show-conversation': SHOW_CONVERSATION,
    }),
  };
}
