import type { Options } from 'yargs';
import { languageNamed } from '../../language/index.js';
import type { CommandLineTexts, HelpTexts } from '../../language/interface-texts.js';
import { LANGUAGES } from '../../language-codes.js';
import { SHORTEST_TIMEOUT } from '../../limits.js';
import { ENV_FORMATS } from '../../settings/env-files/env-format.js';
import { SMTP_COMMANDS, type SmtpCommand } from './names.js';

/** The words of an option, and its default. */
interface Saying {
  words: keyof HelpTexts['options'];
  /** The default of a number. */
  default?: number;
}

/**
 * An option: its type, its words, and the commands that have it. Arguments, help, man page, completion and documents follow from
 * it.
 */
export interface OptionInfo extends Saying {
  /** `name`: may stand alone, and is empty then; `list`: may be repeated; `pairs`: two words each time, and may be repeated. */
  type: 'text' | 'name' | 'list' | 'pairs' | 'seconds' | 'flag';
  group: Exclude<keyof HelpTexts['groups'], 'examples'>;
  of: readonly SmtpCommand[];
  alias?: string;
  choices?: readonly string[];
  /** What stands for its value in the help. */
  value?: string;
  /** The least that a number may be. */
  least?: number;
  /** Other words for commands where the option means something else. */
  but?: Partial<Record<SmtpCommand, Saying>>;
}

const CHECKS = ['verify', 'test'] as const;
const CHECKS_AND_DOMAIN = [...CHECKS, 'domain'] as const;
const ALL = SMTP_COMMANDS;

const message = { group: 'message', of: ['test'] } as const;
const settings = { group: 'settings', of: CHECKS_AND_DOMAIN } as const;
const asking = { group: 'settings', of: CHECKS } as const;
const domain = { group: 'check', of: ['domain'] } as const;
const check = { group: 'check', of: CHECKS } as const;
const output = { group: 'output', of: CHECKS } as const;
const every = { group: 'output', of: ALL } as const;

/** Every option of `tailchat smtp`, in the order of the help: declared here, and nowhere else. */
export const OPTIONS = {
  to: { ...message, type: 'list', value: '<address>', words: 'to' },
  subject: { ...message, type: 'text', value: '<text>', words: 'subject' },
  text: { ...message, type: 'text', value: '<text>', words: 'text' },
  html: { ...message, type: 'text', value: '<file>', words: 'html' },
  await: { ...message, type: 'seconds', value: '<seconds>', words: 'await', default: 0 },
  imap: { ...message, type: 'text', value: '<uri>', words: 'imap' },
  uri: { ...settings, type: 'text', value: '<uri>', words: 'uri' },
  sender: { ...settings, type: 'text', value: '<address>', words: 'sender', alias: 'from' },
  settings: { ...settings, type: 'list', value: '<path>', words: 'envFile', alias: 'env-file' },
  service: { ...settings, type: 'text', value: '<name>', words: 'service' },
  'env-format': {
    ...settings,
    type: 'text',
    value: '<reader>',
    words: 'envFormat',
    choices: ENV_FORMATS,
  },
  in: { ...asking, type: 'name', value: '[container]', words: 'container' },
  compare: { ...asking, type: 'flag', words: 'compare' },
  sandbox: { ...asking, type: 'flag', words: 'sandbox' },
  interactive: { ...asking, type: 'flag', words: 'interactive', alias: 'i' },
  'no-input': { ...asking, type: 'flag', words: 'input' },
  selector: { ...domain, type: 'list', value: '<name>', words: 'selector' },
  recipient: { ...domain, type: 'text', value: '<address>', words: 'recipient' },
  ip: { ...domain, type: 'text', value: '<address>', words: 'ip' },
  dns: { ...domain, type: 'text', value: '<address[:port]>', words: 'dns' },
  blocklists: { ...domain, type: 'flag', words: 'blocklists' },
  file: { group: 'check', of: ['explain'], type: 'list', value: '<path>', words: 'file' },
  timeout: {
    ...{ group: 'check', of: CHECKS_AND_DOMAIN, type: 'seconds', value: '<seconds>' },
    ...{
      least: SHORTEST_TIMEOUT,
      words: 'timeout',
      default: 30,
      but: { domain: { words: 'domainTimeout', default: 5 } },
    },
  },
  wait: { ...check, type: 'seconds', value: '<seconds>', words: 'wait', default: 0 },
  'no-suggest': { ...check, type: 'flag', words: 'suggest' },
  'control-host': { ...check, type: 'text', value: '<host>', words: 'controlHost' },
  write: { ...check, type: 'flag', words: 'write' },
  strict: { ...check, type: 'flag', words: 'strict' },
  offline: {
    ...{ group: 'check', of: ['verify', 'domain'], type: 'flag', words: 'offline' },
    but: { domain: { words: 'domainOffline' } },
  },
  json: { ...every, type: 'flag', words: 'json' },
  report: {
    group: 'output',
    of: CHECKS_AND_DOMAIN,
    type: 'pairs',
    value: '<format> <file>',
    words: 'report',
  },
  verbose: { ...output, type: 'flag', words: 'verbose', alias: 'v' },
  quiet: {
    ...{ ...every, type: 'flag', words: 'quiet', alias: 'q' },
    but: { providers: { words: 'quietProviders' } },
  },
  'show-secrets': {
    ...{ group: 'output', of: CHECKS_AND_DOMAIN, type: 'flag', words: 'showSecrets' },
  },
  lang: { ...every, type: 'text', value: '<language>', words: 'lang', choices: LANGUAGES },
  'no-color': { ...every, type: 'flag', words: 'color' },
} as const satisfies Record<string, OptionInfo>;

type Table = typeof OPTIONS;

/** The names of the options that at least one of the given commands has. */
type NameFor<C extends SmtpCommand> = {
  [N in keyof Table]: C & Table[N]['of'][number] extends never ? never : N;
}[keyof Table];

/** What stands for an option once it is read. */
type ValueOf<I extends OptionInfo> = I['type'] extends 'flag'
  ? boolean
  : I['type'] extends 'seconds'
    ? number
    : I['type'] extends 'list' | 'pairs'
      ? string[]
      : I extends { choices: readonly (infer W)[] }
        ? W | undefined
        : string | undefined;

/** The options of some commands, read and typed; a list that was not given is empty. */
export type OptionValues<C extends SmtpCommand> = { [N in NameFor<C>]: ValueOf<Table[N]> };

/** The rows of the table that belong to at least one of the given commands. */
export function optionsFor(commands: readonly SmtpCommand[]): [string, OptionInfo][] {
  const rows: [string, OptionInfo][] = Object.entries(OPTIONS);
  return rows.filter(([, { of }]) => of.some((command) => commands.includes(command)));
}

const FORMS = {
  text: { type: 'string', requiresArg: true },
  name: { type: 'string' },
  list: { type: 'string', requiresArg: true },
  pairs: { type: 'string', nargs: 2 },
  seconds: { type: 'number', requiresArg: true },
  flag: { type: 'boolean' },
} as const satisfies Record<OptionInfo['type'], Options>;

/** A language by another of its names: `zh_CN` is what `LANG` has. */
function asLanguage(word: unknown): unknown {
  return (typeof word === 'string' && languageNamed(word)) || word;
}

/** The options of a command, as yargs takes them. */
export function yargsOptions(
  command: SmtpCommand,
  { help }: CommandLineTexts,
): Record<string, Options> {
  const options = optionsFor([command]).map(([name, info]): [string, Options] => {
    const { type, group, alias, choices, but = {} } = info;
    const { words, default: usual } = but[command] ?? info;
    const option: Options = {
      ...FORMS[type],
      group: help.groups[group],
      ...(alias === undefined ? {} : { alias }),
      ...(choices ? { choices } : {}),
      // A second `--lang` is reported elsewhere.
      ...(name === 'lang' ? { coerce: asLanguage } : {}),
      ...(usual === undefined ? {} : { default: usual }),
      describe: help.options[words],
    };
    return [name, option];
  });
  return Object.fromEntries(options);
}
