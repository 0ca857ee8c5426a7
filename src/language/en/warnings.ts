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
  return `Such a program reads it in ${list(all)}.`;
}

/** The English texts of all warnings. */
export const warnings: WarningTexts = {
  ...serverWarnings,
  ...settingWarnings,
  'credentials-untested': (facts) =>
    paragraph(
      `${facts.host} offered no login, so user and password were not tried.`,
      facts.port === 465 || facts.port === 587
        ? 'Ask whoever runs the server whether it wants a login on this port.'
        : 'Check the port: 465 and 587 are for mail with a login.',
    ),
  'plaintext-credentials': (facts) =>
    paragraph(
      `User and password travel unencrypted to ${facts.host}: anyone in ` +
        'between can read them.',
      'Write smtps:// with port 465 if the server has it; if it offers STARTTLS, end SMTP_URI with ' +
        '/?requireTLS=true to insist on encryption.',
    ),
  'tls-verification-off': (facts) =>
    paragraph(
      `${facts.variable ? `${facts.variable}=0${inPlace(facts)}` : 'tls.rejectUnauthorized=false'}: it is not checked that this is really ` +
        `${facts.host}, and anyone in between can read the password.`,
      `Remove it${facts.variable ? '' : ' from SMTP_URI'} as soon as the certificate is valid.`,
    ),
  'certificate-expires-soon': (facts) =>
    paragraph(
      `The certificate of ${facts.host} expires on ${facts.validTo.slice(0, 10)} (in ${facts.days} ` +
        `${facts.days === 1 ? 'day' : 'days'}).`,
      'After that, Tailchat cannot send mail until it is renewed.',
    ),
  'credentials-unlikely': (facts) =>
    paragraph(oddities(facts), 'The server will probably refuse the login.'),
  'sender-mismatch-likely': (facts) =>
    paragraph(
      `The address in SMTP_SENDER is not that of the user who logs in (${facts.user}).`,
      `${facts.provider.name} accepts mail only from the address that logs in.`,
    ),
  'sender-unaligned-likely': ({ domain, host, owner, provider }) => {
    const through = provider?.name ?? host;
    return paragraph(
      `Only ${owner.name} can send for ${domain}, the domain of SMTP_SENDER. Through ` +
        `${through}, neither SPF nor DKIM fits it, and receivers refuse such mail or treat it as spam.`,
      `Log in to ${owner.name}, or use a sender in a domain of your own.`,
    );
  },
  'env-overrides-file': (facts) =>
    paragraph(
      `${facts.variable} comes from ${origin(facts)}; the different value in ` +
        `${place(facts)} is not used here.`,
      'Tailchat itself may use the other value.',
    ),
  'readers-disagree': (facts) =>
    paragraph(
      `Not every program that ` +
        `may read the file gets the same value of ${facts.variable}${inPlace(facts)}.`,
      handedOn(facts),
      facts.envLine
        ? `${readers(facts)} read this spelling the same way: ${facts.envLine}`
        : 'Avoid quotation marks, $, # and \\, or percent-encode them in the URI.',
    ),
  'shell-unsafe': ({ variable, shell, by, envLine, ...facts }) =>
    paragraph(
      `${by ? `${by.file}:${by.line} sources the file` : 'The file is read as a shell would source it'}; ` +
        `${shell} reads ${variable}${inPlace(facts)} differently, because ` +
        'spaces, & ; | < > ( ) $ and quotation marks have a meaning in a shell.',
      envLine ? `Write ${envLine}` : 'Percent-encode them in the URI.',
    ),
  'line-end-kept': ({ variable, heldIn, ...facts }) =>
    paragraph(
      `${variable}${inPlace(facts)} ends with a line break, as echo without -n adds it. Tailchat's server ignores ` +
        'it; other programs may not.',
      heldIn ? `Without it: ${writeHeld(heldIn)}` : 'Write the value without it.',
    ),
  'misspelt-variable': (facts) =>
    facts.isOption === false && facts.isUnset && facts.isOfKubernetes
      ? paragraph(
          `${facts.variable}${inPlace(facts)} holds ${facts.name ? `$(${facts.name})` : 'a $(…)'}, but the container has no variable of this name, so Kubernetes keeps the text as part of the value.`,
          'Set that variable above it in env:, or correct the name. Write $$( for a $( in the password.',
        )
      : facts.isOption === false && facts.isUnset
        ? paragraph(
            facts.name
              ? `${facts.variable}${inPlace(facts)} names the variable ${facts.name}, which is not set: Compose replaces it with nothing.`
              : `${facts.variable}${inPlace(facts)} contains a $. Compose reads the text after it as the name of a variable, which is not set, and replaces it with nothing.`,
            facts.name
              ? `Write ${facts.name}=… into .env beside the compose file, or correct the name.`
              : 'Write $$ for a $ in the password.',
          )
        : facts.isOption
          ? paragraph(
              facts.meant || facts.isFor
                ? `The option ${facts.variable} in SMTP_URI${inPlace(facts)} does nothing: Tailchat's server does not know it.`
                : `The option ${facts.variable} in SMTP_URI${inPlace(facts)} does nothing in Tailchat.`,
              facts.meant
                ? `Write ${facts.meant}, capital letters included, if that is what you mean.`
                : facts.isFor === 'login'
                  ? 'User and password belong before the host: smtps://user:password@smtp.example.com:465/'
                  : facts.isFor
                    ? 'Remove it.'
                    : 'The scheme decides: smtps:// is TLS from the start, smtp:// is STARTTLS if it ' +
                      'is offered; requireTLS=true insists on it.',
            )
          : paragraph(
              `Tailchat does not read ${facts.form ? facts.meant : facts.variable}${inPlace(facts)}.`,
              /[：＝]$/.test(facts.variable)
                ? `The character after ${facts.meant} is a full-width one: write = instead.`
                : facts.form && facts.file
                  ? `${notEnvFile(facts.form, facts.meant, { ...facts, file: facts.file })}.`
                  : `If you mean ${facts.meant}, rename it.`,
            ),
  'duplicate-variable': (facts) =>
    paragraph(
      `${facts.variable} is set more than once in ${facts.file}; the last one counts ` +
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
      `${list(facts.addresses)} accepts no connection; ${list(facts.others)} does.`,
      'Tailchat uses one of the IPv4 addresses at random, so its mail will fail now and then. ' +
        'The dead address should be removed from DNS.',
    ),
  'ipv6-unreachable': (facts) =>
    paragraph(
      `${list(facts.addresses)} cannot be reached over IPv6; IPv4 works.`,
      'This does not affect Tailchat, which uses IPv4 if a host has it. Other programs may wait ' +
        'for IPv6 first.',
    ),
  'uri-on-command-line': () =>
    paragraph(
      'Other users of this machine can see a URI on the command line, and the shell keeps ' +
        'it in its history.',
      'Use an env file, or --uri - to read it from standard input.',
    ),
  'accepted-not-delivered': (facts) =>
    facts.isSandbox
      ? 'The sandbox inside this process accepted the mail; nobody else gets it.'
      : paragraph(
          `${facts.host} accepted the mail, but only the mailbox shows whether it arrives.`,
          facts.doubt !== undefined &&
            `Its own reply says that it may not deliver it: ${facts.doubt}`,
          'Look there, and in the spam folder.',
        ),
};
