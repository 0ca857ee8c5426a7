import type { ReaderName } from '../../report/env-readers.js';
import type { FileForm } from '../../report/file-form.js';
import { isLoopback } from '../../settings/addresses/is-loopback.js';
import { differsInBlanks, looksAlike } from '../../settings/variables.js';
import type { WarningOf } from '../texts.js';
import { plan } from './plan.js';

/** A port that is for mail with a login (RFC 6409, RFC 8314), or another. */
export const purposeOfPort = ({ port }: { port: number }) =>
  port === 465 || port === 587 ? 'login' : 'other';

/** What leaves certificates unchecked. */
export const whatLeavesUnchecked = ({ variable }: WarningOf<'tls-verification-off'>) =>
  variable ? 'variable' : 'uri';

/** Whether a login without encryption leaves the machine. */
export function wayOfPlainLogin({ host, ignoresStarttls }: WarningOf<'plaintext-credentials'>) {
  if (isLoopback(host)) return 'here';
  return ignoresStarttls ? 'ignored' : 'network';
}

/** What its port is not for: the way in which the connection begins by the scheme, or sending at all. */
export function misuseOfPort({ isTlsFirst, protocol }: WarningOf<'port-unlikely'>) {
  if (protocol) return { kind: 'fetching', protocol } as const;
  return { kind: isTlsFirst ? 'tls' : 'plain' } as const;
}

/** Why the sender is hardly the one that is meant. */
export function oddityOfSender({
  holdsPassword,
  isLocal,
  isUnclosed,
  mailbox,
}: WarningOf<'sender-unlikely'>) {
  if (holdsPassword) return 'holds-password';
  if (isLocal) return 'local';
  if (isUnclosed) return 'unclosed';
  return mailbox.name === '' ? 'address-alone' : 'odd-name';
}

/** Who uses the value that counts in place of another. */
export function whoUsesIt({ isCertain, isOfContainer }: WarningOf<'env-overrides-file'>) {
  if (isOfContainer) return 'container';
  return isCertain ? 'server' : 'check';
}

/** What in the URI is not encoded as it should be. */
export const notEncoded = (warning: WarningOf<'not-percent-encoded'>) =>
  warning.what === 'second-server'
    ? ({ kind: warning.what, host: warning.host } as const)
    : ({ kind: warning.what } as const);

/** Where a loopback address means the place itself, and what to write instead, where no step says so. */
export const remarksOnLoopback = ({
  isOfKubernetes,
  isInSteps,
}: WarningOf<'loopback-in-container'>) =>
  isOfKubernetes
    ? plan('pod', !isInSteps && 'write-service')
    : plan('container', !isInSteps && 'write-name');

/** What is said of a sender that is not known here, besides where it stands. */
export function remarksOnNoSender({ isOffline, absent }: WarningOf<'sender-untested'>) {
  if (absent?.why === 'not-given') return plan('give-sender');
  return plan(isOffline ? 'mostly-refused' : 'taken-here', 'set-sender');
}

/** What a shell reads otherwise. */
export function ofShell({ sign }: WarningOf<'shell-unsafe'>) {
  if (sign === '\r') return { kind: 'line-end' } as const;
  return sign === undefined ? ({ kind: 'any' } as const) : ({ kind: 'sign', sign } as const);
}

/** Who has taken the mail. */
export const whoTookIt = ({ isSandbox }: WarningOf<'accepted-not-delivered'>) =>
  isSandbox ? 'sandbox' : 'server';

/** The remedy for an option of the URI without an effect. */
type OptionRemedy =
  | { kind: 'write'; meant: string }
  /** The option was to give a login, or has no effect, or the scheme alone decides. */
  | { kind: 'login' | 'leave-out' | 'scheme' };

/** The remedy for a variable with another name or in another form. */
type VariableRemedy =
  | { kind: 'full-width' | 'blank' | 'look-alike' | 'rename'; meant: string }
  | { kind: 'other-form'; form: FileForm; meant: string; at: { file: string; line?: number } };

/** A name that nobody reads. */
export type NotRead =
  /** A `$(NAME)` of Kubernetes, a `$NAME` of Compose, or a text that only looks like one. */
  | { kind: 'unset-in-pod'; name: string | undefined }
  | { kind: 'unset'; name: string }
  | { kind: 'stray-dollar' }
  /** The same in an env file, by its reader; `literal`: how a `$` is written there that means itself. */
  | { kind: 'unset-in-file'; name: string; reader: ReaderName; literal: 'percent' | 'quotes' }
  | { kind: 'dollar-in-file'; reader: ReaderName; literal: 'percent' | 'quotes' }
  | { kind: 'option'; effect: 'unknown' | 'none'; remedy: OptionRemedy }
  | { kind: 'variable'; name: string; remedy: VariableRemedy };

/** Why no container gets the value. */
export function whyUnused(warning: WarningOf<'env-file-unused'>) {
  if (warning.why === 'stack') return { ...warning, kind: 'stack' } as const;
  if (warning.why === 'defined-twice') return { ...warning, kind: 'defined-twice' } as const;
  if (warning.why === undefined) return { ...warning, kind: 'other-project' } as const;
  return { ...warning, kind: warning.isOfKubernetes ? 'no-pod' : 'no-container' } as const;
}

/** What a name that nobody reads is, and what helps. */
export function notRead(warning: WarningOf<'misspelt-variable'>): NotRead {
  if (warning.isOption) {
    const { meant, isFor } = warning;
    return {
      kind: 'option',
      effect: meant || isFor ? 'unknown' : 'none',
      remedy: remedyForOption(meant, isFor),
    };
  }
  if (warning.isUnset) {
    const { name, isOfKubernetes, reader } = warning;
    if (isOfKubernetes) return { kind: 'unset-in-pod', name };
    if (!reader) return name ? { kind: 'unset', name } : { kind: 'stray-dollar' };
    const literal = warning.variable === 'SMTP_URI' ? 'percent' : 'quotes';
    return name
      ? { kind: 'unset-in-file', name, reader, literal }
      : { kind: 'dollar-in-file', reader, literal };
  }
  const { form, meant, variable } = warning;
  return { kind: 'variable', name: form ? meant : variable, remedy: remedyForVariable(warning) };
}

function remedyForOption(
  meant: string | undefined,
  isFor: 'login' | 'nothing' | undefined,
): OptionRemedy {
  if (meant) return { kind: 'write', meant };
  if (isFor === undefined) return { kind: 'scheme' };
  return { kind: isFor === 'login' ? 'login' : 'leave-out' };
}

function remedyForVariable({
  variable,
  meant,
  form,
  file,
  line,
}: {
  variable: string;
  meant: string;
  form?: FileForm | undefined;
  file?: string;
  line?: number;
}): VariableRemedy {
  if (/[：＝]$/.test(variable)) return { kind: 'full-width', meant };
  if (differsInBlanks(variable, meant)) return { kind: 'blank', meant };
  if (looksAlike(variable)) return { kind: 'look-alike', meant };
  if (!form || !file) return { kind: 'rename', meant };
  return {
    ...{ kind: 'other-form', form, meant },
    at: { file, ...(line === undefined ? {} : { line }) },
  };
}
