import type { Facts } from '../../../report/facts.js';
import type { CauseText, RelayTexts } from '../../texts.js';
import { mailTo } from '../phrases.js';
import { YOUR_PROVIDER } from './relay-logins.js';

const WHERE =
  "Your mail server accepted the mail and hands it to a relay, not to the recipient's server.";
const THEIR_WORDS = "Send the server's words to whoever runs the relay";

/** What the relay says, or what is in the way to it. */
function ofRelay(title: string, ...nextSteps: string[]): (facts: Facts) => CauseText {
  return (facts) => ({ title: mailTo(facts, title), explanation: WHERE, nextSteps });
}

/** Texts of troubles that lie, by the port that a log shows, with a relay before the recipient's server. */
export const relays: RelayTexts = {
  'sender-rejected': ofRelay(
    'The relay that your mail server sends through refuses the sender',
    'Write an address in SMTP_SENDER that the account at the relay may send from',
    THEIR_WORDS,
  ),
  'ip-blocked': ofRelay(
    'The relay that your mail server sends through refuses its address',
    'Allow the public IP address of your mail server at the relay, if the relay has such a list',
    THEIR_WORDS,
  ),
  'content-rejected': ofRelay(
    'The relay that your mail server sends through objects to the mail',
    THEIR_WORDS,
  ),
  'rate-limited': ofRelay(
    'The relay that your mail server sends through accepts no more mail for now',
    'Send fewer mails at once, or ask for a higher limit',
    THEIR_WORDS,
  ),
  'server-busy': ofRelay(
    'The relay that your mail server sends through is too busy or shutting down',
    THEIR_WORDS,
  ),
  'server-error': ofRelay(
    'The relay that your mail server sends through has a problem of its own',
    THEIR_WORDS,
  ),
  unencrypted: ofRelay(
    'Your mail server and the relay that it sends through did not agree on encryption',
    'Correct port and TLS of the relay (Postfix: relayhost; port 465 needs smtp_tls_wrappermode=yes)',
    YOUR_PROVIDER,
  ),
  unreached: ofRelay(
    'Your mail server does not reach the relay that it sends through',
    'Correct host and port of the relay on your mail server (Postfix: relayhost), if it is your own',
    'Ask the company that hosts your mail server whether it blocks that port',
    YOUR_PROVIDER,
  ),
};
