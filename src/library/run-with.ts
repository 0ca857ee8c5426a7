import { hostname } from 'node:os';
import { loadTexts } from '../language/index.js';
import type { CheckCommand } from '../report/check-command.js';
import { ENV_FORMATS } from '../settings/env-files/env-format.js';
import { findValues } from '../settings/values.js';
import type { FindCure, LookEarly } from '../smtp/cure.js';
import { runCheck } from '../smtp/run.js';
import type { RunOptions } from '../smtp/run-options.js';
import { describeReport, hearInWords } from '../words/describe-report.js';
import { givenValues } from './given-values.js';
import { hearSafely } from './hear-safely.js';
import { refuseBadOptions } from './refuse-options.js';
import type { SettledReport } from './settled-report.js';
import type { VerifyOptions } from './verify-options.js';

/** Loaded only after a failure. */
const findCure: FindCure = async (request) =>
  (await import('../search/find-cure.js')).findCure(request);

const lookEarly: LookEarly = async (request) =>
  (await import('../search/look-early.js')).lookEarly(request);

/**
 * Runs a check by the options of the library.
 *
 * @param own what only one of the commands has
 * @param recipients for `test`
 */
export async function runWith(
  command: CheckCommand,
  options: VerifyOptions,
  own: Partial<RunOptions>,
  recipients: readonly string[] = [],
): Promise<SettledReport> {
  const { env = {}, envFiles = [], envFormat, cwd = '.' } = options;
  const { timeout = 30, wait = 0, lang = 'en' } = options;
  const signal = options.signal ?? new AbortController().signal;
  signal.throwIfAborted();
  if (envFormat && !ENV_FORMATS.includes(envFormat))
    throw new RangeError(`envFormat is none of ${ENV_FORMATS.join(', ')}`);
  refuseBadOptions(timeout, wait, lang, own.message?.subject);
  const timeoutMs = timeout * 1000;
  const given = givenValues(options);
  const texts = await loadTexts(lang);
  const heard = options.onEvent && hearSafely(options.onEvent);
  const found = await runCheck({
    command,
    values: await findValues({
      ...given,
      recipients,
      env,
      envFiles,
      envFormat,
      cwd,
      signal,
    }),
    timeoutMs,
    waitMs: wait * 1000,
    isCommandLine: false,
    isStrict: options.strict ?? false,
    isOffline: false,
    mayConnectAgain: options.suggest ?? true,
    controlHost: options.controlHost,
    showSecrets: options.showSecrets ?? false,
    mailWords: texts.interface.mail,
    findCure,
    lookEarly,
    machine: hostname(),
    signal,
    listener: heard ? hearInWords(heard.listener, texts) : () => {},
    ...own,
  });
  heard?.throwIfRejected();
  return describeReport(found, texts) as SettledReport;
}
