import { HOST_GATEWAY, SERVICE_NAME } from '../examples.js';
import { known, say, tell } from '../plans/plan.js';
import { othersThan } from '../plans/readers.js';
import {
  notRead,
  ofShell,
  purposeOfPort,
  remarksOnLoopback,
  wayOfPlainLogin,
  whatLeavesUnchecked,
  whoTookIt,
} from '../plans/warnings.js';
import type { WarningOf, WarningTexts } from '../texts.js';
import { unmask, writeHeld } from './causes/repair-held.js';
import { notEnvFile } from './file-forms.js';
import { list, paragraph, plural } from './grammar.js';
import { inPlace, named } from './phrases.js';
import { oddities } from './provider.js';
import { READERS } from './readers.js';
import { serverWarnings } from './server-warnings.js';
import { settingWarnings } from './setting-warnings.js';

/** Who reads the suggested line alike. */
function readers({ holders }: WarningOf<'readers-disagree'>): string {
  const others = othersThan(holders).map((name) => READERS[name]);
  return known(others, (names) => `All but ${list(names)}`, 'All');
}

/** Which files nearby hand the env file to a reader that sees another value. */
function handedOn({ nearby }: WarningOf<'readers-disagree'>): string {
  const all = nearby.map(({ reader, file, line }) => `${file}:${line} (${READERS[reader]})`);
  return known(all, (files) => `These lines hand the file to such a program: ${list(files)}.`);
}

/** How a `$` is written in an env file that means itself. */
const LITERAL_DOLLAR = {
  percent: 'Write %24 for a $ that belongs to the password.',
  quotes: 'Put the value in single quotes if the $ belongs to it.',
};

export const warnings: WarningTexts = {
  ...serverWarnings,
  ...settingWarnings,
  'credentials-untested': (facts) =>
    paragraph(
      `${facts.host} offered no login, so user and password were not tried.`,
      tell(purposeOfPort(facts), {
        login: 'Ask whoever runs the server whether it wants a login on this port.',
        other: 'Check the port: 465 and 587 are for mail with a login.',
      }),
    ),
  'plaintext-credentials': (facts) =>
    tell(wayOfPlainLogin(facts), {
      here: 'User and password travel unencrypted, but do not leave this machine. Use TLS for a server elsewhere.',
      network: paragraph(
        `User and password travel unencrypted to ${facts.host}: anyone in ` +
          'between can read them.',
        'Write smtps:// with port 465 if the server has it; if not, only whoever runs it can enable TLS there.',
      ),
      ignored: paragraph(
        `User and password travel unencrypted to ${facts.host}: anyone in between can read them.`,
        'The server offers STARTTLS: write requireTLS=true in place of ignoreTLS=true.',
      ),
    }),
  'tls-verification-off': (facts) =>
    paragraph(
      `${known(facts.variable, (variable) => `${variable}=0${inPlace(facts)}`, 'tls.rejectUnauthorized=false')}: nothing checks that this is really ` +
        `${facts.host}, so anyone in between can read the password.`,
      `Remove it${tell(whatLeavesUnchecked(facts), { variable: '', uri: ' from SMTP_URI' })} as soon as the certificate is valid.`,
    ),
  'certificate-expires-soon': (facts) =>
    paragraph(
      `The certificate of ${facts.host} expires on ${facts.validTo.slice(0, 10)} (in ${plural(facts.days, 'day', 'days')}).`,
      'After that, Tailchat cannot send mail until it is renewed.',
    ),
  'credentials-unlikely': (facts) =>
    paragraph(oddities(facts), 'Servers mostly refuse such a login.'),
  'sender-mismatch-likely': (facts) =>
    paragraph(
      `SMTP_SENDER is not the address of the user who logs in (${facts.user}).`,
      `${facts.provider.name} accepts mail only from the address that logs in.`,
    ),
  'sender-unaligned-likely': ({ domain, host, owner, provider }) => {
    const through = known(provider?.name, (name) => name, host);
    return paragraph(
      `Only ${owner.name} can send for ${domain}, the domain of SMTP_SENDER. Through ` +
        `${through}, neither SPF nor DKIM fits it, and receivers refuse such mail or treat it as spam.`,
      `Log in to ${owner.name}, or use a sender in a domain of your own.`,
    );
  },
  'readers-disagree': (facts) =>
    paragraph(
      `Programs that may read the file get different values of ${facts.variable}${inPlace(facts)}.`,
      handedOn(facts),
      known(
        facts.envLine,
        (line) => `${readers(facts)} read this spelling the same way: ${line}${unmask(facts)}`,
        'Avoid quotation marks, $, # and \\, or percent-encode them in the URI.',
      ),
    ),
  'shell-unsafe': (facts) =>
    paragraph(
      `${known(facts.by, (one) => `${one.file}:${one.line} sources the file`, 'The file is read as a shell would source it')}; ` +
        `${facts.shell} reads ${facts.variable}${inPlace(facts)} differently, because ` +
        tell(ofShell(facts), {
          'line-end': 'it keeps the carriage return of a line end of Windows (CRLF).',
          sign: ({ sign }) => `${named(sign)} outside quotation marks has a meaning in a shell.`,
          any: 'spaces, & ; | < > ( ) $ and quotation marks have a meaning in a shell.',
        }),
      known(
        facts.envLine,
        (line) => `Write ${line}${unmask(facts)}`,
        tell(ofShell(facts), {
          'line-end':
            "Save the file with the line ends of Linux (LF), such as with sed -i 's/\\r$//'",
          sign: 'Percent-encode them in the URI.',
          any: 'Percent-encode them in the URI.',
        }),
      ),
    ),
  'line-end-kept': ({ variable, heldIn, ...facts }) =>
    paragraph(
      `${variable}${inPlace(facts)} ends with a line break, such as echo without -n or an editor of Windows adds. Tailchat's server ` +
        'ignores it; other programs may not.',
      known(heldIn, (held) => `Without it: ${writeHeld(held)}`, 'Write the value without it.'),
    ),
  'misspelt-variable': (facts) => {
    const variable = `${facts.variable}${inPlace(facts)}`;
    return tell(notRead(facts), {
      'unset-in-pod': ({ name }) =>
        paragraph(
          `${variable} holds ${known(name, (one) => `$(${one})`, 'a $(…)')}, but no variable of this name is set above it in the container, so Kubernetes keeps the text as part of the value.`,
          'Set that variable above it in env:, or correct the name. Write $$( for a $( in the password.',
        ),
      unset: ({ name }) =>
        paragraph(
          `${variable} names the variable ${name}, which is not set: Compose replaces it with nothing.`,
          `Write ${name}=… into .env beside the compose file, or correct the name.`,
        ),
      'stray-dollar': paragraph(
        `${variable} contains a $. Compose reads the text after it as the name of a variable, which is not set, and replaces it with nothing.`,
        'Write $$ for a $ in the password.',
      ),
      'unset-in-file': ({ name, reader, literal }) =>
        paragraph(
          `${variable} names the variable ${name}, which is not set, so nothing is put in its place (${READERS[reader]}).`,
          `Write ${name}=… above it in the file, or correct the name.`,
          LITERAL_DOLLAR[literal],
        ),
      'dollar-in-file': ({ reader, literal }) =>
        paragraph(
          `${variable} contains a $. The text after it is read as the name of a variable, which is not set, so nothing is put in its place (${READERS[reader]}).`,
          LITERAL_DOLLAR[literal],
        ),
      option: ({ effect, remedy }) =>
        paragraph(
          tell(effect, {
            unknown: `The option ${facts.variable} in SMTP_URI${inPlace(facts)} does nothing: Tailchat's server does not know it.`,
            none: `The option ${facts.variable} in SMTP_URI${inPlace(facts)} does nothing in Tailchat.`,
          }),
          tell(remedy, {
            write: ({ meant }) =>
              `Write ${meant}, capital letters included, if that is what you mean.`,
            login:
              'User and password belong before the host: smtps://user:password@smtp.example.com:465/',
            'leave-out': 'Remove it.',
            scheme:
              'The scheme decides: smtps:// is TLS from the start, smtp:// is STARTTLS if it ' +
              'is offered; requireTLS=true insists on it.',
          }),
        ),
      variable: ({ name, remedy }) =>
        paragraph(
          `Tailchat does not read ${name}${inPlace(facts)}.`,
          tell(remedy, {
            'full-width': ({ meant }) =>
              `The character after ${meant} is a full-width one: write = instead.`,
            'other-form': ({ form, meant, at }) => `${notEnvFile(form, meant, at)}.`,
            blank: ({ meant }) =>
              `Its name has a space, or a character that cannot be seen, beside ${meant}: remove it, also before the =.`,
            'look-alike': ({ meant }) =>
              `A letter of it only looks like one of ${meant}: type the name anew.`,
            rename: ({ meant }) => `If you mean ${meant}, rename it.`,
          }),
        ),
    });
  },
  'duplicate-variable': (facts) =>
    paragraph(
      `${facts.variable} is set more than once in ${facts.file}; the last one counts ` +
        `(line ${facts.line}).`,
      `Remove line ${list(facts.otherLines.map(String))}.`,
    ),
  'loopback-in-container': (facts) =>
    paragraph(
      ...say(remarksOnLoopback(facts), facts, {
        pod: `Inside a pod, ${facts.host} means the pod itself.`,
        'write-service': `Write the name of the mail server's Service, ${SERVICE_NAME} from another namespace.`,
        container: `Inside a container, ${facts.host} means the container itself, not its host.`,
        'write-name':
          "If the mail server is a service of the same Compose project, write that service's name. If it runs on the host, write " +
          'host.docker.internal; ' +
          `on Linux, Tailchat's service also needs ${HOST_GATEWAY}.`,
      }),
    ),
  'address-unreachable': (facts) =>
    paragraph(
      `${list(facts.addresses)} accepts no connection; ${list(facts.others)} does.`,
      'Tailchat uses one of the IPv4 addresses at random, so its mail will fail now and then. ' +
        'Remove the dead address from DNS, or ask whoever runs it to.',
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
    tell(whoTookIt(facts), {
      sandbox: 'The sandbox inside this process accepted the mail; nobody else gets it.',
      server: paragraph(
        `${facts.host} accepted the mail, but only the mailbox shows whether it arrives.`,
        known(facts.doubt, (words) => `Its own reply says that it may not deliver it: ${words}`),
        'Look there, and in the spam folder.',
      ),
    }),
};
