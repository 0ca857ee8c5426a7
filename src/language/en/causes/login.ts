import type { Facts } from '../../../report/facts.js';
import { URI_FORM } from '../../examples.js';
import { encryptionHad, stepsOfEncryptionWanted } from '../../plans/encryption.js';
import {
  fateOfOffer,
  stepsOfAppPassword,
  stepsOfDisabled,
  stepsOfFailedLogin,
  stepsOfNoLogin,
  stepsOfNoMechanism,
  whyAppPassword,
  whyFailedLogin,
  whyNoMechanism,
  whyOnlyOauth,
} from '../../plans/login.js';
import { atEnd } from '../../plans/phrases.js';
import { known, say, tell } from '../../plans/plan.js';
import type { CauseText, CauseTexts } from '../../texts.js';
import { list, paragraph } from '../grammar.js';
import { ENCODING, SHOW_CONVERSATION, server } from '../phrases.js';
import { getPassword, oddities, renewPassword, WRITE_USER } from '../provider.js';
import { unseenTls } from './unseen-tls.js';
import { TLS_FIRST, WANTED_TLS } from './wanted-tls.js';

const WHERE_TO_GET_A_CODE =
  'QQ Mail: 设置 > 账号 (Settings > Account); 163: 设置 > POP3/SMTP/IMAP; Gmail: App passwords';

const OTHER_PASSWORD =
  'Try an authorization code (QQ Mail, 163) or an app password (Gmail) instead of the password of ' +
  'the account, if your provider has one';

const NOT_OFFERED =
  'Ask whoever runs the mail server why it offers no login here: SMTP_URI has a user and a password';

/** What the server offers to log in with. */
function offered({ mechanisms = [] }: Facts): string {
  return `It offers only ${list(mechanisms)}.`;
}

/** What Tailchat's server does where XOAUTH2 is on offer and nothing for a password. */
const CRASH =
  "Worse, it crashes Tailchat's server (TypeError: ... 'getToken'): remove SMTP_URI " +
  'until you have other settings.';

const OWN_SERVER =
  'If it is your own server, and user and password are right, check its log: servers often give this same reply when ' +
  'Dovecot or saslauthd is down, or cannot reach its database.';

function needsTls(facts: Facts): CauseText {
  return {
    title: `${server(facts, 'The mail server')} does not allow a login on an unencrypted connection`,
    explanation:
      'The server wants encryption first, so that nobody can read the password on the way.',
    nextSteps: say(stepsOfEncryptionWanted(facts), facts, WANTED_TLS),
  };
}

/** The texts of the causes at the login. */
export const login = {
  'auth-failed': (facts) => ({
    title: `${server(facts, 'The mail server')} refuses ${known(
      facts.user,
      (user) => `the login of ${user}`,
      'the user or the password',
    )}`,
    explanation: paragraph(
      ...say(whyFailedLogin(facts), facts, {
        'not-accepted':
          'The connection works, but the server does not accept this user with this password.',
        'not-which': 'It does not say which of the two is wrong.',
        'own-server': OWN_SERVER,
        'user-unknown': 'The server says in its log that it does not know this user.',
        'password-wrong':
          'The server says in its log that it knows this user, and that the password is another one.',
        expired: 'The connection works, and the server says why: the password has expired.',
        oddities,
      }),
    ),
    nextSteps: say(stepsOfFailedLogin(facts), facts, {
      'get-password': getPassword,
      ...WRITE_USER,
      'check-user':
        'Check the user in SMTP_URI, often the whole mail address (with %40 for the @), and retype the password there',
      'try-name':
        'Check the user in SMTP_URI, for which some servers want only the part before the @, and retype the password there',
      retype: 'Compare the user in SMTP_URI letter by letter, and retype the password there',
      'renew-password': renewPassword,
      'other-password': OTHER_PASSWORD,
      encode: `Percent-encode special characters of the password: ${ENCODING}`,
      'replace-expired':
        "Set a new password on the provider's website, or ask whoever runs the mail server for one",
      'write-new': `Write the new password into SMTP_URI: ${URI_FORM}`,
      'switch-on':
        "Switch on SMTP in the mailbox settings on the provider's website, if there is " +
        'a switch for it',
    }),
  }),
  'app-password-required': (facts) => ({
    title: known(
      facts.user,
      (user) => `${user} must log in with an authorization code or app password`,
      'An authorization code or app password is needed to log in',
    ),
    explanation: paragraph(
      ...say(whyAppPassword(facts), facts, {
        'of-website':
          'The password that you use on the website does not work here. The provider issues ' +
          'a separate one for programs such as Tailchat.',
        'in-form':
          'The password in SMTP_URI has the form of one. It may be mistyped, belong to another account, or have ended when the password of the account was changed.',
        oddities,
      }),
    ),
    nextSteps: say(stepsOfAppPassword(facts), facts, {
      'get-password': getPassword,
      'create-one': `Create an authorization code or app password on the website (${WHERE_TO_GET_A_CODE})`,
      'write-it': `Write it into SMTP_URI as the password, without spaces: ${URI_FORM}`,
    }),
  }),
  'auth-disabled': (facts) => ({
    title: `Sending over SMTP is switched off for ${facts.user ?? 'this account'}`,
    explanation:
      'The server does not let this account, or its whole organisation, log in with a ' +
      'password over SMTP. This can be switched on.',
    nextSteps: say(stepsOfDisabled(facts), facts, {
      'switch-on':
        'Switch on SMTP (also called "SMTP service" or "SMTP AUTH") in the settings of the mailbox',
      'ask-for-it':
        'Ask the administrator of the mail domain to allow it, if you find no such switch',
      later: 'Try again after a few minutes: the change may take a while',
      'other-way':
        'Send through an SMTP relay of the organisation or another mail service, if it stays forbidden',
    }),
  }),
  'oauth-required': (facts) => ({
    title: `${server(facts, 'The mail server')} accepts no password, only OAuth`,
    explanation: paragraph(
      ...say(whyOnlyOauth(facts), facts, {
        'no-password-works':
          'No password will work here, however often you change it: Tailchat logs in with the ' +
          'user and password in SMTP_URI, and cannot do OAuth.',
        crash: CRASH,
      }),
    ),
    nextSteps: [
      'Use another mail account or mail service that accepts a password or an app password',
      'Ask the administrator of the mail domain for an SMTP relay that needs no OAuth',
      'Run a proxy that does OAuth for Tailchat, for example email-oauth2-proxy',
    ],
  }),
  'auth-mechanism-unsupported': (facts) => ({
    title: tell(fateOfOffer(facts), {
      refused: `${server(facts, 'The mail server')} offers a login, but refuses it when it is used`,
      useless: `${server(facts, 'The mail server')} offers no way to log in that Tailchat knows`,
    }),
    explanation: paragraph(
      ...say(whyNoMechanism(facts), facts, {
        'must-share':
          'Client and server need a common way to pass on the password, such as PLAIN or LOGIN.',
        offered,
        'offers-and-refuses': ({ mechanisms = [] }) =>
          `It offers ${list(mechanisms)}, but then refuses the login as unknown or forbidden.`,
        'not-the-password': 'User and password may well be right.',
        crash: CRASH,
      }),
    ),
    nextSteps: say(stepsOfNoMechanism(facts), facts, {
      'tls-first': TLS_FIRST,
      'other-mechanism': `Try the other way that it offers, at the end of SMTP_URI: ${atEnd('authMethod=LOGIN', facts)}, or ${atEnd('authMethod=PLAIN', facts)}`,
      'ask-why':
        'Check the login settings of the mail server if it is your own (Postfix: smtpd_sasl_auth_enable), or ask whoever runs it',
      'other-port':
        'Try another port that your mail provider names: 465 with smtps://, 587 with smtp://',
      'switch-on':
        'Switch on PLAIN or LOGIN on the mail server, for encrypted connections, if it is your own',
      'show-conversation': SHOW_CONVERSATION,
    }),
  }),
  'auth-needs-tls': (facts) =>
    tell(encryptionHad(facts), { unseen: unseenTls(facts), none: needsTls(facts) }),
  'auth-required': (facts) => ({
    title: `${server(facts, 'The mail server')} wants a login, but nobody logged in`,
    explanation: 'The server accepts mail only after a login with user and password.',
    nextSteps: say(stepsOfNoLogin(facts), facts, {
      'use-line': 'Use the line below: with yours, the server offers no login',
      'not-offered': NOT_OFFERED,
      'write-login': `Write user and password into SMTP_URI: ${URI_FORM}`,
      'check-port':
        'Check the port: 465 and 587 are for mail with a login; port 25 often offers none',
    }),
  }),
  'auth-throttled': (facts) => ({
    title: `The server accepts no login${known(facts.user, (user) => ` of ${user}`)} for now`,
    explanation:
      'There were too many logins in a short time, or one looked suspicious. The ' +
      'password may well be right.',
    nextSteps: [
      'Wait at least 15 minutes before the next try: every try may make the wait longer',
      "Log in on the provider's website and confirm any security message there",
      'Stop other programs that still log in with an old password',
    ],
  }),
  'account-suspended': (facts) => ({
    title: `The account${known(facts.user, (user) => ` ${user}`)} is locked or suspended`,
    explanation:
      'The server knows the account but does not let it send. Other settings will not help.',
    nextSteps: [
      "Log in on the provider's website and follow what it says there",
      'Check for unpaid bills and for messages from the provider',
      'Ask the provider or your administrator to unlock it',
    ],
  }),
} satisfies Pick<
  CauseTexts,
  | 'auth-failed'
  | 'app-password-required'
  | 'auth-disabled'
  | 'oauth-required'
  | 'auth-mechanism-unsupported'
  | 'auth-needs-tls'
  | 'auth-required'
  | 'auth-throttled'
  | 'account-suspended'
>;
