import type { Facts } from '../../../report/facts.js';
import {
  namesThatFit,
  sideOfTime,
  stepsOfOtherName,
  stepsOfUntrusted,
  stepsOutOfTime,
  whyOtherName,
  whyOutOfTime,
  whyUntrusted,
} from '../../plans/encryption.js';
import { atEnd } from '../../plans/phrases.js';
import { say } from '../../plans/plan.js';
import type { CauseTexts } from '../../texts.js';
import { list, paragraph } from '../grammar.js';
import { code, server } from '../phrases.js';
import { tlsReason, tlsReasonStep } from './tls-reasons.js';

const lastResort = (facts: Facts) =>
  `End SMTP_URI with ${atEnd('tls.rejectUnauthorized=false', facts)} only as the very last resort: ` +
  'anyone in between can then read the password';

const CHECK_CLOCK =
  'Check the clock of this machine with `date`: with a wrong clock, good certificates look bad';

const RENEW =
  'Renew the certificate on the mail server and restart the server, or ask whoever runs it to';

/** What is known about who issued the certificate. */
function issuer({ certificate }: Facts): string {
  return `It was issued by ${certificate?.issuer}.`;
}

const LOOK_BETWEEN =
  'Look for a virus scanner or company proxy that puts its own certificate in between';

/** The texts of the causes that lie in a certificate. */
export const certificates = {
  'certificate-untrusted': (facts) => ({
    title: `The certificate of ${server(facts)} is not trusted`,
    explanation: paragraph(
      ...say(whyUntrusted(facts), facts, {
        'what-tls-says': tlsReason,
        'other-came':
          `This is not the certificate of ${facts.provider?.name}: it is self-signed, or from an authority unknown here${code(facts)}. ` +
          'Most likely a program in between shows its own instead.',
        'likelier-here':
          `The certificate of ${facts.provider?.name} itself is rarely at fault: most likely this side does not know all authorities${code(facts)}, ` +
          'or a program in between shows a certificate of its own.',
        'self-signed': `The server signed its certificate itself${code(facts)}.`,
        'unknown-authority': `The certificate comes from an authority that this machine does not know${code(facts)}.`,
        incomplete:
          'The server does not send its intermediate certificates, or its authority is ' +
          `unknown here${code(facts)}.`,
        'any-reason': `The certificate is self-signed, its authority is unknown here, or a part is missing${code(facts)}.`,
        issuer,
        'nobody-vouches': 'So nothing proves that this is really the server you mean.',
      }),
    ),
    nextSteps: say(stepsOfUntrusted(facts), facts, {
      'tls-reason': tlsReasonStep,
      'look-between': LOOK_BETWEEN,
      'update-authorities':
        'Update the authorities that the program trusts: ca-certificates in its image, ' +
        'or a newer Node',
      'new-certificate': 'Get a new certificate, if the mail server is your own',
      'full-chain':
        'Install the full certificate chain on the mail server, or ask whoever runs it to ' +
        "(with Let's Encrypt: fullchain.pem, not cert.pem)",
      'public-authority':
        "Get a certificate from a public authority, such as Let's Encrypt, for the mail server, or ask whoever runs it to",
      'own-authority':
        'Set NODE_EXTRA_CA_CERTS=/path/to/ca.pem for this command, and for Tailchat with the path in ' +
        'its container, if the authority is your own',
      'last-resort': lastResort,
    }),
  }),
  'certificate-expired': (facts) => ({
    title: {
      'too-early': `The certificate of ${server(facts)} is not valid yet`,
      'too-late': `The certificate of ${server(facts)} has expired`,
      either: `The certificate of ${server(facts)} has expired or is not valid yet`,
    }[sideOfTime(facts)],
    explanation: paragraph(
      ...say(whyOutOfTime(facts), facts, {
        outside: `A certificate is valid for a limited time, and today is outside it${code(facts)}.`,
        end: `It ends on ${facts.certificate?.validTo.slice(0, 10)}.`,
        issuer,
      }),
    ),
    nextSteps: say(stepsOutOfTime(facts), facts, {
      'check-clock': CHECK_CLOCK,
      renew: RENEW,
      'last-resort': lastResort,
    }),
  }),
  'certificate-hostname': (facts) => ({
    title: `The certificate is not valid for ${facts.host ?? "the mail server's name"}`,
    explanation: paragraph(
      ...say(whyOtherName(facts), facts, {
        'other-names': `The server's certificate does not cover the host in SMTP_URI${code(facts)}.`,
        'other-answers': `So it is not ${facts.provider?.name} that answers there, but something in its place.`,
        'its-names': `It is for ${list(facts.certificate?.names ?? [])}.`,
      }),
    ),
    nextSteps: say(stepsOfOtherName(facts), facts, {
      'who-answers': `Compare \`nslookup ${facts.host}\` with \`nslookup ${facts.host} 1.1.1.1\`: a DNS filter, a hosts file or the network may lead the name elsewhere`,
      'look-between': LOOK_BETWEEN,
      'name-of-certificate':
        'Write a name from the certificate as the host in SMTP_URI, if it is your mail ' +
        `server: ${list(namesThatFit(facts))}`,
      'name-of-provider':
        "Write the server's name as your mail provider gives it in SMTP_URI, not an alias or " +
        'an IP address',
      issue:
        `Issue a certificate that covers ${facts.host ?? 'the name in SMTP_URI'}, if the mail ` +
        'server is your own',
      'last-resort': lastResort,
    }),
  }),
} satisfies Pick<
  CauseTexts,
  'certificate-untrusted' | 'certificate-expired' | 'certificate-hostname'
>;
