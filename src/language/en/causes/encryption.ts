import type { Facts } from '../../../report/facts.js';
import {
  demandOfStarttls,
  encryptionHad,
  lackInTls,
  laterEncryption,
  stepsOfEncryptionWanted,
  stepsOfFailedTls,
  stepsOfNoStarttls,
  stepsOfNoVersion,
  stepsOnPlainPort,
  stepsOnTlsPort,
  whyFailedTls,
  whyNoStarttls,
  whyNoVersion,
} from '../../plans/encryption.js';
import { atEnd } from '../../plans/phrases.js';
import { say, tell } from '../../plans/plan.js';
import type { CauseText, CauseTexts } from '../../texts.js';
import { paragraph } from '../grammar.js';
import { code, SCHEME_AND_PORT, SHOW_CONVERSATION, server } from '../phrases.js';
import { NO_TLS, tlsReason, tlsReasonStep, USUAL_CIPHERS } from './tls-reasons.js';
import { unseenTls } from './unseen-tls.js';
import { ASK_ABOUT_TLS, TLS_FIRST, WANTED_TLS } from './wanted-tls.js';

function wantsStarttls(facts: Facts): CauseText {
  return {
    title: `${server(facts, 'The mail server')} wants an encrypted connection first`,
    explanation: 'The server does nothing else until STARTTLS encrypts the connection.',
    nextSteps: say(stepsOfEncryptionWanted(facts), facts, WANTED_TLS),
  };
}

const ONLY_IN_TRUST = 'only in a network you trust: anyone in between can read what is sent';

/** The texts of the causes that lie in the encryption. */
export const encryption = {
  'tls-on-plain-port': (facts) => ({
    title:
      `${server(facts, 'The mail server')} does not use TLS from the start, but SMTP_URI says ` +
      'smtps://',
    explanation: paragraph(
      `This port answers in plain text${code(facts)}, but smtps:// expects TLS from the first byte.`,
      tell(laterEncryption(facts), {
        unseen: 'On ports 587 and 25, mail servers begin TLS later, with STARTTLS.',
        taken: 'TLS comes later there, with STARTTLS.',
        'not-offered': 'The server does not offer STARTTLS, which begins TLS later, either.',
        refused: 'The server offers STARTTLS, which begins TLS later, but refuses it.',
      }),
    ),
    nextSteps: say(stepsOnPlainPort(facts), facts, {
      starttls:
        `Write smtp://, keep the port, and end SMTP_URI with ${atEnd('requireTLS=true', facts)}: ` +
        'STARTTLS then encrypts the connection before the login',
      'starttls-if-offered':
        `Write smtp://, keep the port, and end SMTP_URI with ${atEnd('requireTLS=true', facts)}, ` +
        'if the server offers STARTTLS: that encrypts before the login',
      'tls-port': 'Or keep smtps:// and write port 465, if the server has it',
      'tls-first': 'Keep smtps:// and write port 465, if the server has it',
      'ask-about-tls': ASK_ABOUT_TLS,
      'plain-text': `Write smtp:// and keep the port, but ${ONLY_IN_TRUST}`,
      'ignore-starttls': `Write smtp://, keep the port and end SMTP_URI with ${atEnd('ignoreTLS=true', facts)}, but ${ONLY_IN_TRUST}`,
    }),
  }),
  'plain-on-tls-port': (facts) => ({
    title: `${server(facts, 'The mail server')} wants TLS at once, but SMTP_URI says smtp://`,
    explanation: paragraph(
      'This port expects TLS from the first byte and stays silent until then.',
      'smtp:// begins unencrypted and waits for a greeting that never comes.',
    ),
    nextSteps: say(stepsOnTlsPort(facts), facts, {
      'tls-scheme': 'Write smtps:// instead of smtp:// and keep the port',
      'starttls-port': `Or keep smtp://, write port 587 and end SMTP_URI with ${atEnd('requireTLS=true', facts)}, if the server has that port`,
    }),
  }),
  'tls-version': (facts) => ({
    title: `${server(facts, 'The mail server')} and this machine ${NO_TLS[lackInTls(facts)]}`,
    explanation: paragraph(
      ...say(whyNoVersion(facts), facts, {
        'what-tls-says': tlsReason,
        'nothing-in-common': `There is no TLS version or cipher that both sides accept${code(facts)}.`,
        'too-old': 'Usually one side is too old.',
      }),
    ),
    nextSteps: say(stepsOfNoVersion(facts), facts, {
      'tls-reason': tlsReasonStep,
      update:
        'Update the mail server so that it offers TLS 1.2 or newer, or ask whoever runs it to',
      usual: USUAL_CIPHERS,
      'check-server':
        'Check host and port against the help pages of your mail provider: there may be a ' +
        'newer server',
    }),
  }),
  'tls-failed': (facts) => ({
    title: `No encrypted connection to ${server(facts)} was possible`,
    explanation: paragraph(
      ...say(whyFailedTls(facts), facts, {
        'what-tls-says': tlsReason,
        'could-not-finish': `The TLS handshake began, but was not completed${code(facts)}.`,
      }),
    ),
    nextSteps: say(stepsOfFailedTls(facts), facts, {
      'tls-reason': tlsReasonStep,
      'scheme-and-port': SCHEME_AND_PORT,
      'look-between': 'Look for a virus scanner, firewall or proxy in between',
      'show-conversation': SHOW_CONVERSATION,
    }),
  }),
  'starttls-unavailable': (facts) => ({
    title: `${server(facts, 'The mail server')} does not switch to encryption${tell(
      demandOfStarttls(facts),
      { demanded: ', which SMTP_URI demands', 'not-demanded': '' },
    )}`,
    explanation: paragraph(
      ...say(whyNoStarttls(facts), facts, {
        'not-offered':
          'The server does not offer STARTTLS, the command that encrypts a plain connection.',
        refused:
          'The server offers STARTTLS, the command that encrypts a plain connection, and then refuses it.',
        'not-offered-or-refused':
          'The server does not offer STARTTLS, the command that encrypts a plain connection, or refused it.',
        'nothing-more-sent': 'Because of requireTLS=true, nothing more was sent.',
        'stops-there': "Tailchat's mail library stops there.",
        'goes-no-further':
          "If the server offers it and then refuses it, Tailchat's mail library stops.",
      }),
    ),
    nextSteps: say(stepsOfNoStarttls(facts), facts, {
      'tls-first': TLS_FIRST,
      'look-for-remover':
        "Look for a firewall or virus scanner that removes STARTTLS from the server's reply",
      'demand-less':
        'Remove requireTLS=true from SMTP_URI only in a network you trust: anyone in between ' +
        'can then read the password',
      'ask-about-tls': ASK_ABOUT_TLS,
    }),
  }),
  'starttls-required': (facts) =>
    tell(encryptionHad(facts), { unseen: unseenTls(facts), none: wantsStarttls(facts) }),
  'not-smtp': (facts) => ({
    title: `${server(facts, 'The server')} is not a mail server for sending`,
    explanation:
      'Something else answers there, for example a web server or a server for reading mail.',
    nextSteps: [
      'Check the port in SMTP_URI: 465 or 587 to send (143, 993, 110, 995 are for reading, ' +
        '80 and 443 for the web)',
      'Check the host: your provider calls the right one "SMTP server" or "outgoing server"',
    ],
  }),
} satisfies Pick<
  CauseTexts,
  | 'tls-on-plain-port'
  | 'plain-on-tls-port'
  | 'tls-version'
  | 'tls-failed'
  | 'starttls-unavailable'
  | 'starttls-required'
  | 'not-smtp'
>;
