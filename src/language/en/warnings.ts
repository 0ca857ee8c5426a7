import { READER_NAMES } from '../../report/report.js';
import { SERVICE_NAME } from '../examples.js';
import type { WarningOf, WarningTexts } from '../texts.js';
import { writeHeld } from './causes/repair-held.js';
import { notEnvFile } from './file-forms.js';
import { inPlace, list, paragraph, place } from './phrases.js';
import { oddities } from './provider.js';
import { READERS } from './readers.js';
import { serverWarnings } from './server-warnings.js';
import { settingWarnings } from './setting-warnings.js';

/** Where the value comes from that is used instead of the one in the file. */
function origin({ by }: WarningOf<'env-overrides-file'>): string {
  return by.file ? place(by) : 'the environment of this command';
}

/** Who reads the suggested line alike. */
function readers({ holders = READER_NAMES }: WarningOf<'readers-disagree'>): string {
  const others = READER_NAMES.filter((name) => !holders.includes(name));
  return others.length === 0 ? 'All' : `All but ${list(others.map((name) => READERS[name]))}`;
}

/** Which files nearby hand the env file to a reader that sees another value. */
function handedOn({ nearby }: WarningOf<'readers-disagree'>): string {
  if (nearby.length === 0) return '';
  const all = nearby.map(({ reader, file, line }) => `${file}:${line} (${READERS[reader]})`);
  return `It is handed to such a reader in ${list(all)}.`;
}

/** The English texts of all warnings. */
export const warnings: WarningTexts = {
  ...serverWarnings,
  ...settingWarnings,
  'credentials-untested': (facts) =>
    paragraph(
      `${facts.host} offered no login, so user and password were never tried.`,
      facts.port === 465 || facts.port === 587
        ? 'Ask whoever runs the server whether it wants a login here at all.'
        : 'Check that the port is the right one: 465 or 587 is for mail with a login.',
    ),
  'plaintext-credentials': (facts) =>
    paragraph(
      `User and password travel unencrypted to ${facts.host}: anyone in ` +
        'between can read them.',
      'Write smtps:// with port 465 if the server has it; where it offers STARTTLS, end SMTP_URI in ' +
        '/?requireTLS=true to insist on encryption.',
    ),
  'tls-verification-off': (facts) =>
    paragraph(
      `${facts.variable ? `${facts.variable}=0${inPlace(facts)}` : 'tls.rejectUnauthorized=false'}: nobody checks that this is really ` +
        `${facts.host}, and anyone in between can read the password.`,
      `Remove it${facts.variable ? '' : ' from SMTP_URI'} as soon as the certificate is in order.`,
    ),
  'certificate-expires-soon': (facts) =>
    paragraph(
      `The certificate of ${facts.host} expires on ${facts.validTo.slice(0, 10)} (in ${facts.days} ` +
        `${facts.days === 1 ? 'day' : 'days'}).`,
      'After that Tailchat can send no mail until it is renewed.',
    ),
  'credentials-unlikely': (facts) =>
    paragraph(oddities(facts), 'The login will likely be refused.'),
  'sender-mismatch-likely': (facts) =>
    paragraph(
      `The address in SMTP_SENDER is not that of the user who logs in (${facts.user}).`,
      `${facts.provider.name} takes mail from the address that logs in, and from no other.`,
    ),
  'sender-unaligned-likely': ({ domain, host, owner, provider }) => {
    const through = provider?.name ?? host;
    return paragraph(
      `The address in SMTP_SENDER is one of ${domain}, for which only ${owner.name} can send: through ` +
        `${through}, neither SPF nor DKIM agrees with it, and receivers put such mail into spam or refuse it.`,
      `Log in to ${owner.name} itself, or use a sender in a domain of your own.`,
    );
  },
  'env-overrides-file': (facts) =>
    paragraph(
      `${facts.variable} comes from ${origin(facts)}, and the different one in ` +
        `${place(facts)} is not used here.`,
      'Tailchat itself may see the other value.',
    ),
  'readers-disagree': (facts) =>
    paragraph(
      `${facts.variable}${inPlace(facts)} is not the same value for everyone who ` +
        'may read the file.',
      handedOn(facts),
      facts.envLine
        ? `${readers(facts)} read this spelling alike: ${facts.envLine}`
        : 'Leave out quotation marks, $, # and \\, or percent-encode them in the URI.',
    ),
  'shell-unsafe': ({ variable, shell, by, envLine, ...facts }) =>
    paragraph(
      `${by ? `${by.file}:${by.line} sources the file` : 'The file is read as a shell would source it'}, and ` +
        `${shell} makes something else of ${variable}${inPlace(facts)}: to a shell, ` +
        'spaces, & ; | < > ( ) $ and quotation marks mean something.',
      envLine ? `Write ${envLine}` : 'Percent-encode them in the URI.',
    ),
  'line-end-kept': ({ variable, heldIn, ...facts }) =>
    paragraph(
      `${variable}${inPlace(facts)} ends in a line break, as echo without -n puts it there. Tailchat's server passes over ` +
        'it; others who read the value may not.',
      heldIn ? `Without it: ${writeHeld(heldIn)}` : 'Write the value without one.',
    ),
  'misspelt-variable': (facts) =>
    facts.isOption === false && facts.isUnset && facts.isOfKubernetes
      ? paragraph(
          `${facts.variable}${inPlace(facts)} holds ${facts.name ? `$(${facts.name})` : 'a $(…)'}, and the container has no variable of this name: Kubernetes leaves it as it stands, as a part of the value.`,
          'Set that variable above it in env:, or correct the name; write $$( for a $( that belongs to the password.',
        )
      : facts.isOption === false && facts.isUnset
        ? paragraph(
            facts.name
              ? `${facts.variable}${inPlace(facts)} names the variable ${facts.name}, and nothing sets it: Compose puts nothing in its place.`
              : `${facts.variable}${inPlace(facts)} has a $ in it, and Compose takes what follows for the name of a variable that nothing sets: it puts nothing in its place.`,
            facts.name
              ? `Write ${facts.name}=… into .env beside the compose file, or correct the name.`
              : 'Write $$ for a $ of the password.',
          )
        : facts.isOption
          ? paragraph(
              facts.meant || facts.isFor
                ? `Tailchat's server knows no option ${facts.variable}, which stands in SMTP_URI${inPlace(facts)}: it does nothing.`
                : `The option ${facts.variable} in SMTP_URI${inPlace(facts)} does nothing in Tailchat.`,
              facts.meant
                ? `Write ${facts.meant}, capital letters included, if that is what you mean.`
                : facts.isFor === 'login'
                  ? 'User and password stand before the host, with an @ behind them: smtps://user:password@smtp.example.com:465/'
                  : facts.isFor
                    ? 'Leave it out.'
                    : 'The beginning of the URI decides: smtps:// is TLS from the start, smtp:// is STARTTLS where it ' +
                      'is offered; requireTLS=true insists on it.',
            )
          : paragraph(
              `Tailchat does not read ${facts.form ? facts.meant : facts.variable}${inPlace(facts)}.`,
              /[：＝]$/.test(facts.variable)
                ? `The sign behind ${facts.meant} is a full-width one: write = in its place.`
                : facts.form && facts.file
                  ? `${notEnvFile(facts.form, facts.meant, { ...facts, file: facts.file })}.`
                  : `If it is to be ${facts.meant}, rename it.`,
            ),
  'duplicate-variable': (facts) =>
    paragraph(
      `${facts.variable} is set more than once in ${facts.file}, and the last one counts ` +
        `(line ${facts.line}).`,
      `Remove line ${list(facts.otherLines.map(String))}.`,
    ),
  'loopback-in-container': (facts) =>
    paragraph(
      facts.isOfKubernetes
        ? `Inside a pod ${facts.host} means the pod itself.`
        : `Inside a container ${facts.host} means the container itself, not the machine around it.`,
      facts.isOfKubernetes
        ? `Write the name of the mail server's Service, ${SERVICE_NAME} from another namespace.`
        : "Write the mail container's service name, or host.docker.internal for the machine.",
    ),
  'address-unreachable': (facts) =>
    paragraph(
      `${list(facts.addresses)} takes no connection; ` + `${list(facts.others)} does.`,
      'Tailchat takes one of the IPv4 addresses at random, so its mail will fail now and then. ' +
        'Have the dead address removed from DNS.',
    ),
  'ipv6-unreachable': (facts) =>
    paragraph(
      `${list(facts.addresses)} cannot be reached over IPv6; IPv4 works.`,
      'That does not hurt Tailchat, which uses IPv4 where a host has it; other programs may wait ' +
        'for it in vain.',
    ),
  'uri-on-command-line': () =>
    paragraph(
      'Other users of this machine can see a URI on the command line, and the shell keeps ' +
        'it in its history.',
      'Use an env file, or --uri - to read it from standard input.',
    ),
  'accepted-not-delivered': (facts) =>
    facts.isSandbox
      ? 'The sandbox inside this process has taken the mail: nobody else gets it.'
      : paragraph(
          `${facts.host} has accepted the mail; whether it arrives shows only in the mailbox.`,
          facts.doubt !== undefined && `It says itself that it may not deliver it: ${facts.doubt}`,
          'Look there, in the spam folder too.',
        ),
};
