import { statSync } from 'node:fs';
import type { ToWrite } from '../../report/to-write.js';
import { readTextFile } from '../env-files/text-file.js';
import { type KeyForm, keyForm } from '../yaml/key-form.js';
import type { ComposePlaceInFile, ComposeService } from './compose-service.js';

/** How a service writes what gives it variables, in the file that defines it. */
export interface ServiceForms {
  environment: KeyForm;
  envFile: KeyForm;
  /** The lines of the file. */
  linesOf: (file: string) => Promise<readonly string[]>;
}

/**
 * Looks how a service is written. What cannot be read is of a form that no line can be added to.
 *
 * @throws the signal's reason, unless it is that the time is up
 */
export async function serviceForms(
  { name, place, environment, envFiles }: ComposeService,
  signal: AbortSignal,
): Promise<ServiceForms> {
  const textOf = async (file: string) => {
    // A pipe has given its text already, and would be waited for.
    if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return '';
    const read = await readTextFile(file, signal);
    return read.ok ? read.text : '';
  };
  const text = await textOf(place.file);
  const form = (key: string, isGiven: boolean): KeyForm => {
    const found = keyForm(text, ['services', name], key);
    // A key of its own would take the place of the one that is merged.
    return found.kind === 'absent' && found.isMerged && isGiven ? { kind: 'other' } : found;
  };
  return {
    environment: form('environment', environment.length > 0),
    envFile: form('env_file', envFiles.length > 0),
    linesOf: async (file) => (await textOf(file)).split(/\r?\n/),
  };
}

/** Somewhere in a file, from the folder that names are shown from. */
type Shown = (place: ComposePlaceInFile) => { file: string; line: number };

/**
 * What gives the service a variable of the name that stands in `.env`.
 *
 * @param together all variables that it is to get so, where one line can give them all
 */
export async function variableToWrite(
  variable: string,
  together: readonly string[],
  { service, forms, shown }: { service: ComposeService; forms: ServiceForms; shown: Shown },
): Promise<ToWrite> {
  const value = `\${${variable}}`;
  const [item, entry] = [`- ${variable}=${value}`, `${variable}: ${value}`];
  const own = service.environment.find(({ name }) => name === variable);
  if (own) {
    const standing = (await forms.linesOf(own.file))[own.line - 1] ?? '';
    const sign = ownSign(standing, variable);
    if (sign) return { kind: 'instead', at: shown(own), line: sign === '=' ? item : entry };
    return { kind: 'variable', at: shown(own), value };
  }
  const { environment, envFile } = forms;
  const entries = together.map((name) => `${name}: '\${${name}}'`);
  const whole = `environment: { ${entries.join(', ')} }`;
  if (environment.kind === 'list') return { kind: 'below', under: 'environment', line: item };
  if (environment.kind === 'map') return { kind: 'below', under: 'environment', line: entry };
  if (environment.kind === 'absent') {
    const hasNone = service.environment.length + service.envFiles.length === 0;
    const line = hasNone && envFile.kind === 'absent' ? 'env_file: .env' : whole;
    return { kind: 'below', under: '', line };
  }
  if (environment.kind === 'one-line' && environment.items.length === 0) {
    return {
      kind: 'instead',
      at: shown({ ...service.place, line: environment.line }),
      line: whole,
    };
  }
  return { kind: 'variable', at: shown(service.environment.at(-1) ?? service.place), value };
}

/** The sign behind a name that stands alone in its line with a value of one word; undefined for another line. */
function ownSign(line: string, variable: string): string | undefined {
  const [, dash, name, sign] =
    /^\s*(-\s+)?["']?(\w+)["']?\s*([:=])\s*(?![|>&*!])\S*\s*(?:#.*)?$/.exec(line) ?? [];
  if (name !== variable) return undefined;
  return (sign === '=') === (dash !== undefined) ? sign : undefined;
}

/** What gives the service an env file more. */
export function fileToWrite(
  name: string,
  service: ComposeService,
  { envFile }: ServiceForms,
  shown: Shown,
): ToWrite {
  if (envFile.kind === 'list') return { kind: 'below', under: 'env_file', line: `- ${name}` };
  if (envFile.kind === 'absent') return { kind: 'below', under: '', line: `env_file: ${name}` };
  if (envFile.kind === 'one-line') {
    const line = `env_file: [${[...envFile.items, name].join(', ')}]`;
    return { kind: 'instead', at: shown({ ...service.place, line: envFile.line }), line };
  }
  return { kind: 'env-file', at: shown(service.envFiles.at(-1)?.place ?? service.place), name };
}
