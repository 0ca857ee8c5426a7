import type { EnvFormat } from '../settings/env-files/env-format.js';
import { shownValue } from '../settings/uri/smtp-uri.js';

/** The options that make a check what it is. */
export interface RepeatedOptions {
  uri?: string;
  sender?: string;
  envFiles?: string[];
  envFormat?: EnvFormat;
  isSandbox?: boolean;
  isOffline?: boolean;
  isStrict?: boolean;
  recipients?: string[];
}

/**
 * The command line that makes the same check again, quoted for a POSIX shell. A URI is never repeated:
 * `--uri -` asks for it.
 */
export function formatCommandAgain(command: 'verify' | 'test', options: RepeatedOptions): string {
  const { uri, sender, envFiles = [], envFormat, recipients = [] } = options;
  const pairs: (readonly [string, string])[] = [
    ...recipients.map((address) => ['--to', address] as const),
    ...(uri === undefined ? [] : [['--uri', '-'] as const]),
    ...(sender === undefined ? [] : [['--sender', sender] as const]),
    ...envFiles.map((file) => ['--env-file', file] as const),
    ...(envFormat === undefined ? [] : [['--env-format', envFormat] as const]),
  ];
  // What holds a URI may hold a password, and what is cleaned is another value.
  const shown = pairs.filter(([, value]) => shownValue(value) === value);
  return [
    `tailchat smtp ${command}`,
    ...shown.map(([option, value]) => `${option} ${quoteForShell(value)}`),
    ...(options.isSandbox ? ['--sandbox'] : []),
    ...(options.isOffline ? ['--offline'] : []),
    ...(options.isStrict ? ['--strict'] : []),
  ].join(' ');
}

/** A word as a POSIX shell takes it back: bare where nothing in it is special. */
export function quoteForShell(word: string): string {
  if (/^[\w@%+=:,./-]+$/.test(word)) return word;
  return `'${word.replaceAll("'", "'\\''")}'`;
}
