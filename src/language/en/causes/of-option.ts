import type { Facts } from '../../../report/facts.js';
import type { OptionFault } from '../../../report/option-fault.js';
import { stepsOfComparedName } from '../../plans/options.js';
import { known, say, tell } from '../../plans/plan.js';
import type { CauseText } from '../../texts.js';
import { list, paragraph } from '../grammar.js';
import { code, SHOW_CONVERSATION, server } from '../phrases.js';

/** The text for a failure that an option of SMTP_URI makes. */
export function ofOption(fault: OptionFault, facts: Facts): CauseText {
  return tell<OptionFault, CauseText>(fault, {
    'certificate-name': (about) => ({
      title: `The certificate is not valid for ${about.value}, the name in tls.servername`,
      explanation: paragraph(
        `Tailchat compares the certificate with tls.servername in SMTP_URI, not with the host${code(facts)}.`,
        known(facts.certificate?.names, (names) => `It is for ${list(names)}.`),
      ),
      nextSteps: say(stepsOfComparedName(about), facts, {
        'remove-covered': ({ host }) =>
          `Remove tls.servername from SMTP_URI: the certificate is valid for ${host}`,
        'write-other': `Write a name from the certificate as tls.servername, if it is your mail server: ${list(about.fitting)}`,
        'remove-compared':
          'Remove tls.servername from SMTP_URI, and write a name from the certificate as the host',
      }),
    }),
    encryption: ({ options }) => ({
      title: `${server(facts, 'The mail server')} and ${list(options)} in SMTP_URI do not go together`,
      explanation: `This limits the encryption that Tailchat accepts, and no encrypted connection was possible${code(facts)}.`,
      nextSteps: [`Remove ${list(options)} from SMTP_URI`, SHOW_CONVERSATION],
    }),
    'unknown-login': ({ value }) => ({
      title: `Tailchat does not know the login method ${value}, which SMTP_URI asks for (authMethod)`,
      explanation:
        'It fails with "Unknown authentication method" before it sends user and password. It knows PLAIN, LOGIN and CRAM-MD5.',
      nextSteps: [
        'Remove authMethod from SMTP_URI: Tailchat then takes a method that the server offers',
      ],
    }),
    login: ({ value }) => ({
      title: `${server(facts, 'The mail server')} does not offer the login method ${value}, which SMTP_URI asks for (authMethod)`,
      explanation: paragraph(
        'Tailchat uses this method all the same, and the login fails. User and password may well be right.',
        known(facts.mechanisms, (offered) => `The server offers ${list(offered)}.`),
      ),
      nextSteps: [
        'Remove authMethod from SMTP_URI: Tailchat then takes a method that the server offers',
      ],
    }),
    challenge: ({ value, others }) => ({
      title: `${server(facts, 'The mail server')} refuses the login with ${value}, which authMethod in SMTP_URI names`,
      explanation: `For this method the server needs the password itself. A server that keeps only a hash of it, as most do, refuses every such login, even if user and password are right. It also offers ${list(others)}.`,
      nextSteps: [
        'Remove authMethod from SMTP_URI: Tailchat then takes another method',
        'If that is refused as well, check user and password',
      ],
    }),
    wait: ({ option, ms }) => ({
      title: `${server(facts, 'The mail server')} did not answer within ${ms} ms, the limit that ${option} in SMTP_URI sets`,
      explanation: 'Tailchat gives up after this time. The server might have answered later.',
      nextSteps: [
        `Remove ${option} from SMTP_URI, or write a longer time in milliseconds: ${option}=30000`,
        'Check host and port in SMTP_URI, if the server does not answer then either',
      ],
    }),
  });
}
