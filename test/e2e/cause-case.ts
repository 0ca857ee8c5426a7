import { expect } from 'vitest';
import type { Cause } from '../../src/report/causes.js';
import type { StepName } from '../../src/report/report.js';
import { expectNoSecret, plantPassword, type RunOptions } from '../helpers/run-bin.js';
import type { Script, ScriptedServer } from '../helpers/scripted-server.js';
import {
  envOf,
  type JsonRun,
  RECIPIENT,
  runJson,
  startScript,
  type UriOptions,
  USER,
} from './support.js';

/** A failure to bring about, and what it has to be called. */
export interface CauseCase {
  name: string;
  /** What the server says; a function gets the planted password. */
  script?: Script | ((password: string) => Script);
  /** Another server than a scripted one. */
  start?: () => Promise<{ port: number }>;
  command?: 'verify' | 'test';
  args?: string[];
  uri?: UriOptions;
  /** Without a login in the URI. */
  anonymous?: boolean;
  run?: RunOptions;
  cause: Cause;
  step: StepName;
  exitCode: number;
  retryable?: boolean;
  /** What the verdict says. */
  words?: RegExp;
  /** The first thing to do. */
  first?: RegExp;
  /** A command that must not have been given. */
  never?: RegExp;
}

/** Brings a failure about with `--json`, and asserts that it is called by its name. */
export async function expectCause(test: CauseCase): Promise<JsonRun> {
  const { command = 'verify', args = [], cause, step, exitCode, retryable = false } = test;
  const password = plantPassword();
  const server = await startServer(test, password);
  const env = envOf(server, { ...(test.anonymous ? {} : { password }), ...test.uri });
  const to = command === 'test' ? ['--to', RECIPIENT] : [];
  const result = await runJson([command, ...to, ...args], {
    ...test.run,
    env: { ...env, ...test.run?.env },
  });
  const { failure, steps } = result.report;
  const { cause: named, step: at, retryable: again } = failure ?? {};
  expect({ cause: named, step: at, retryable: again }).toEqual({ cause, step, retryable });
  expect(result.code).toBe(exitCode);
  if (test.words) expect(`${failure?.title}\n${failure?.explanation}`).toMatch(test.words);
  if (test.first) expect(failure?.nextSteps[0]).toMatch(test.first);
  expect(result.stderr).toBe('');
  expectNoSecret(result, password, USER);
  const failed = steps.filter(({ status }) => status === 'failed').map(({ name }) => name);
  expect(failed).toEqual([step]);
  const commands = 'commands' in server ? (server as ScriptedServer).commands : [];
  if (test.never) for (const line of commands) expect(line).not.toMatch(test.never);
  return result;
}

async function startServer({ start, script = {} }: CauseCase, password: string) {
  if (start) return await start();
  return await startScript(typeof script === 'function' ? script(password) : script);
}
