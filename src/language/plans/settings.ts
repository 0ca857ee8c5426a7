import type { Facts } from '../../report/facts.js';
import type { SettingProblem } from '../../report/setting-problem.js';
import { URI_EXAMPLE } from '../examples.js';
import type { CauseText } from '../texts.js';
import { plan } from './plan.js';

/** The words for each exact problem with a setting. */
export type ProblemTexts = Partial<Record<SettingProblem, (facts: Facts) => CauseText>>;

/** The words that fit the exact problem, or those for the cause in general. */
export function exact(problems: ProblemTexts, facts: Facts, otherwise: CauseText): CauseText {
  return (facts.detail && problems[facts.detail]?.(facts)) ?? otherwise;
}

const COMPOSE_EXAMPLES: Readonly<Record<string, string>> = {
  ports: 'ports: ["11000:3000"]',
  version: 'version: "3.3"',
  restart: 'restart: unless-stopped',
  volumes: 'volumes: ["./data:/data/db"]',
  networks: 'networks: [internal]',
  depends_on: 'depends_on: [mongo]',
  pull_policy: 'pull_policy: missing',
};

/** What does not fit in a compose file: two keys at once, the value of a key, or the place alone is known. */
export function misfit({ about }: Facts) {
  if (about === undefined) return { kind: 'place' } as const;
  if (about.includes(' + ')) return { kind: 'both', about } as const;
  return { kind: 'value', about, example: COMPOSE_EXAMPLES[about] } as const;
}

/** A key that Compose does not know, the one that was meant, and whether its characters alone are at fault. */
export function unknownKey({ about = '' }: Facts) {
  const [key = '', meant] = about.split(' → ');
  if (meant !== undefined) return { kind: 'meant', key, meant } as const;
  return { kind: /^[\w.-]*$/.test(key) ? 'unknown' : 'characters', key } as const;
}

/** What repairs a bad value itself, before what the problem wants: in a manifest, or in a line. */
export function stepsOfBadValue({ heldIn, envLine, unsetName, cutAt }: Facts) {
  // A line made of a value that has lost a part has lost it, too.
  const isWhole = !unsetName && !cutAt;
  return plan(
    heldIn ? 'repair-held' : Boolean(envLine) && isWhole && 'write-line',
    cutAt && 'quote',
  );
}

/** A line that is to be written, and whether something in it is masked. */
export interface MaskedLine {
  envLine?: string | undefined;
  isMasked?: boolean | undefined;
}

/** What stands masked in the line that is to be written. A sender has nothing percent-encoded. */
export function maskedIn({ envLine, isMasked }: MaskedLine) {
  if (!isMasked || !envLine?.includes('***')) return 'nothing';
  if (!envLine.includes('://')) return 'sender';
  return envLine.includes('***:***') ? 'login' : 'password';
}

/** Who names the file that cannot be read: a compose file, the person, or nobody, since it is read anyway. */
export function whoNames({ namedAt, isUnnamed }: Facts) {
  if (namedAt) return { kind: 'compose', at: namedAt } as const;
  return { kind: isUnnamed ? 'nobody' : 'person' } as const;
}

/** Whether a file that cannot be read is a pipe of the shell, which Node empties where it takes the option itself. */
export function formOfUnreadable(facts: Facts) {
  const isPipe = /^\/(?:dev|proc)\//.test(facts.file ?? '');
  return isPipe && whoNames(facts).kind === 'person' ? 'pipe' : 'file';
}

/** The option whose value cannot work. */
export const optionAtFault = ({ about = 'tls.ciphers' }: Facts) => about;

/** Options for what a file holds, in which a path is no use. */
const OF_FILES = /^tls\.(?:cert|key|pfx|crl)$/;
/** Options for objects and functions of a program. */
const OF_PROGRAMS =
  /^(?:logger|socket|connection|dkim|SES|tls|tls\.(?:session|secureContext|socket|pskCallback|checkServerIdentity|ALPNProtocols|onread|signal|ticketKeys))$/;
/** Options whose values are words that Node and OpenSSL know. */
const OF_VERSIONS = /^tls\.(?:m(?:in|ax)Version|ciphers|secureProtocol)$/;

/** What an option is for, as far as that decides why its value fails. */
export function kindOfOption(facts: Facts) {
  const option = optionAtFault(facts);
  if (option === 'tls.ca') return 'authorities';
  if (OF_FILES.test(option)) return 'file';
  if (OF_PROGRAMS.test(option)) return 'object';
  if (option.startsWith('tls.')) return 'tls';
  if (option === 'proxy') return 'proxy';
  return option.endsWith('Timeout') ? 'time' : 'other';
}

/** The steps for an option whose value cannot work. */
export function stepsOfBadOption(facts: Facts) {
  const kind = kindOfOption(facts);
  return plan(
    kind === 'time' ? 'write-number' : 'leave-out',
    kind === 'authorities' && 'name-authority',
    OF_VERSIONS.test(optionAtFault(facts)) && 'check-value',
  );
}

/** What a value has lost: the text behind a sign that ends it, or what a name stands for. */
export function lostName({ unsetName, cutAt }: Facts) {
  if (cutAt) return { kind: 'cut', ...cutAt } as const;
  if (!unsetName) return { kind: 'none' } as const;
  const { name } = unsetName;
  return name === undefined ? ({ kind: 'dollar' } as const) : ({ kind: 'name', name } as const);
}

/** The steps for a login that is not complete. */
export const stepsOfLogin = ({ unsetName }: Facts) =>
  unsetName ? plan('set-name', 'write-both') : plan('write-both', 'encode', 'leave-out');

/** The form of a URI: the one for an address of which the provider is known. */
export const formOf = ({ uriForm = URI_EXAMPLE }: Facts) => uriForm;

/** Whether a server is named, beside a login that is not complete. */
export const serverBeside = ({ uriForm }: Facts) => (uriForm ? 'none' : 'any');

/** What of a login is not there. */
export function lackOfLogin({ detail }: Facts) {
  if (detail === 'password-without-user') return 'user';
  return detail === 'user-without-password' ? 'password' : 'a-part';
}

/** What helps where a file is no YAML: it may be for Compose, or for a cluster. */
export const stepsOfBadYaml = ({ reader }: Facts) =>
  reader === 'kubectl' ? plan('look', 'ask-kubectl') : plan('look', 'ask-compose', 'check-alone');

/** Who reads a YAML file. */
export const readerOfYaml = ({ reader }: Facts) => (reader === 'kubectl' ? reader : 'compose');

/** The forms to write a sender in: that of the file, and that of an env file, which a cluster does not read. */
export const formsOfSender = ({ reader }: Facts) =>
  plan('in-yaml', reader !== 'kubectl' && 'in-env-file');

/** How to write pairs: in a manifest they are never a list. */
export const formsOfPair = ({ reader }: Facts) => plan('map', reader !== 'kubectl' && 'list');

/** The reader to ask for its own words: only Compose has a command for that. */
export const whomToAsk = ({ reader = 'compose' }: Pick<Facts, 'reader'>) =>
  plan(reader === 'compose' && 'ask-compose');

/** How many characters a value has of which nothing is shown. */
export const lengthToTell = ({ valueLength, envLine }: Facts) =>
  envLine || valueLength === undefined
    ? ({ kind: 'none' } as const)
    : ({ kind: 'length', length: valueLength } as const);
