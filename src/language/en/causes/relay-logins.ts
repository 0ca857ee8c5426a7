import type { Facts } from '../../../report/facts.js';
import type { BounceTexts, CauseText } from '../../texts.js';
import { mailTo, withRecipients } from '../phrases.js';

export const YOUR_PROVIDER =
  "Send the server's words to your provider's support, if a provider delivers your mail";
const ENTER =
  'Enter user and password for the relay on your mail server (Postfix: smtp_sasl_password_maps), if it is your own';
const OTHER_RELAY =
  'Send through another relay (Postfix: relayhost), if the mail server is your own';

/** What a relay says of the login of a mail server, which had taken the mail. */
function ofLogin(title: string, ...nextSteps: string[]): (facts: Facts) => CauseText {
  return (facts) => ({
    title: withRecipients(facts, title),
    explanation:
      "Tailchat's own login is not the reason: your mail server accepted the mail. The relay that it sends through refused its login.",
    nextSteps: [...nextSteps, YOUR_PROVIDER],
  });
}

/** Texts of the causes that are about an account of one's own: in a bounce it is the one at the relay. */
export const relayLogins = {
  'auth-failed': ofLogin(
    'A mail server on the way could not log in to the next one',
    'Correct the user and password for the relay on your mail server (Postfix: smtp_sasl_password_maps), if it is your own',
  ),
  'app-password-required': ofLogin(
    'The next mail server wants an authorization code or app password',
    "Create an authorization code or app password on the website of the relay's provider",
    ENTER,
  ),
  'auth-disabled': ofLogin(
    'The next mail server has switched off the login over SMTP for the account',
    "Switch on SMTP for the account on the website of the relay's provider, or ask its administrator to",
  ),
  'oauth-required': ofLogin('The next mail server accepts no password, only OAuth', OTHER_RELAY),
  'auth-mechanism-unsupported': (facts) => ({
    title: withRecipients(facts, 'A mail server on the way found no way to log in to the next one'),
    explanation:
      "Tailchat's own login is not the reason: your mail server accepted the mail. It knows none of the ways to log in " +
      'that the next server offers, or may use none of them; user and password may well be right.',
    nextSteps: [
      'Install the SASL modules on your mail server if it is your own (Debian: libsasl2-modules; Red Hat: cyrus-sasl-plain), and restart it',
      'Let it use PLAIN and LOGIN over TLS (Postfix: smtp_sasl_security_options = noanonymous, and see smtp_sasl_mechanism_filter)',
      YOUR_PROVIDER,
    ],
  }),
  'auth-required': (facts) => ({
    title: mailTo(facts, 'A server on the way wants a login'),
    explanation:
      'Your mail server passed the mail to another server, which accepts mail only after a login.',
    nextSteps: [ENTER, YOUR_PROVIDER],
  }),
  'sender-mismatch': (facts) => ({
    title: mailTo(facts, 'A server on the way does not let the account send as this sender'),
    explanation:
      'It allows only senders of the account that logs in: yours, or the one that your mail server uses at a relay.',
    nextSteps: [
      'Set SMTP_SENDER to an address of that account',
      'Rewrite the sender on your mail server (Postfix: smtp_generic_maps), if it is your own',
      YOUR_PROVIDER,
    ],
  }),
} satisfies BounceTexts;
