import { dirname, resolve } from 'node:path';
import type { ReaderName } from '../../report/env-readers.js';
import type { SettingProblem } from '../../report/setting-problem.js';
import { type ComposeProjectResult, readComposeProject } from '../compose/compose-project.js';
import { READERS } from '../readers/index.js';
import type { EnvFileReading, Lookup } from '../readers/reader.js';
import type { EnvFormat } from './env-format.js';
import { readerOf } from './reader-of.js';
import { readTextFile } from './text-file.js';

/** An env file, as its own reader sees it. */
export interface EnvFile {
  /** As it was named. */
  file: string;
  /** Its absolute path. */
  path: string;
  text: string;
  reader: ReaderName;
  /** Compose reads the file as it stands (`format: raw`), and by no rules of its own. */
  isRaw?: boolean;
  reading: EnvFileReading;
  /** Looks up names behind a `$` for the file's reader. */
  lookup: Lookup;
}

/** An env file, or why its text could not be had. */
export type EnvFileResult =
  | { ok: true; envFile: EnvFile }
  | { ok: false; file: string; problem: SettingProblem };

/** Where env files are looked for, and how they are read. */
export interface EnvFileOptions {
  /** The process environment. */
  env: Readonly<Record<string, string | undefined>>;
  /** The folder that relative names of files start from. */
  cwd: string;
  format: EnvFormat;
  /** Ends the wait for a file that is a pipe. */
  signal: AbortSignal;
}

/** Reads env files, and the compose files beside them, each once. */
export class EnvFiles {
  readonly #options: EnvFileOptions;
  readonly #projects = new Map<string, Promise<ComposeProjectResult>>();

  constructor(options: EnvFileOptions) {
    this.#options = options;
  }

  /**
   * Reads one env file by the rules of its own reader.
   *
   * @param file the file to read, as it was named; a pipe will do (`<(...)`)
   * @throws the signal's reason, unless it is that the time is up
   */
  async read(file: string): Promise<EnvFileResult> {
    const { cwd, signal } = this.#options;
    const path = resolve(cwd, file);
    const read = await readTextFile(path, signal);
    if (!read.ok) return { ok: false, file, problem: read.problem };
    const reader = await this.#readerOf(path);
    const lookup = await this.#lookupOf(reader, dirname(path));
    const { text } = read;
    return {
      ok: true,
      envFile: { file, path, text, reader, lookup, reading: READERS[reader].read(text, lookup) },
    };
  }

  /** The statement of a folder's compose file about the env file. Dotenv and Docker ignore it. */
  async projectIn(folder: string): Promise<ComposeProjectResult> {
    const { format, signal } = this.#options;
    if (format !== 'auto' && format !== 'compose') return { ok: true, project: undefined };
    const known = this.#projects.get(folder);
    if (known) return await known;
    const { env } = this.#options;
    const reading = readComposeProject({ folder, env, signal });
    this.#projects.set(folder, reading);
    return await reading;
  }

  async #readerOf(path: string): Promise<ReaderName> {
    const { format } = this.#options;
    if (format !== 'auto') return format;
    const result = await this.projectIn(dirname(path));
    return readerOf(path, result.ok ? result.project : undefined);
  }

  /** Looks names up in the process environment. For Compose, also in its project's `.env`. */
  async #lookupOf(reader: ReaderName, folder: string): Promise<Lookup> {
    const { env } = this.#options;
    const plain: Lookup = (name) => env[name];
    if (reader !== 'compose') return plain;
    const result = await this.projectIn(folder);
    return result.ok ? (result.project?.lookup ?? plain) : plain;
  }
}
