import { type FoundFailure, foundFailure } from '../diagnosis/found-failure.js';
import { ExitCode } from '../exit-codes.js';
import type { Arrival } from '../report/arrival.js';
import type { BadUriFacts } from '../report/bad-uri-facts.js';
import { type Cause, causeInfo, diagnosisOf } from '../report/causes.js';
import { NEEDED_VALUES } from '../report/check-command.js';
import type { Failing } from '../report/failing.js';
import { STEP_NAMES } from '../report/report.js';
import { WARNINGS } from '../report/warning-infos.js';
import { describeSettings, readSettings, type Settings } from '../settings/settings.js';
import { withholdPassword } from '../settings/withhold-password.js';
import { type Checked, checkOnce } from './check-once.js';
import type { FoundReport } from './found-report.js';
import { Recorder } from './recorder.js';
import { retryWhileFailing } from './retry.js';
import type { RunOptions } from './run-options.js';
import { type Failed, withSuggestion } from './suggest.js';
import { warnOfSettings } from './warnings/settings-warnings.js';
import { warnOfValues } from './warnings/value-warnings.js';

/** So many logins that fail are tried in a run. More might lock the account. */
const MOST_REFUSED_LOGINS = 3;

/**
 * The check: from values to a report. Prints nothing, asks nothing, ends nothing.
 *
 * @throws the signal's reason when the run is interrupted; everything else is in the report
 */
export async function runCheck(given: RunOptions): Promise<FoundReport> {
  const options = { ...given, values: await withholdPassword(given.values) };
  const { listener, values, command } = options;
  const start = performance.now();
  const settings = describeSettings(values, options.showSecrets);
  listener({ type: 'settings', settings, ...(values.problem ? { isUnread: true } : {}) });
  const { checked, arrival } = await lookForMail(options, await checkValues(options));
  const result = failOnWarnings(options, checked);
  const { recorder, failure, message } = result;
  return {
    schemaVersion: 1,
    command,
    ok: failure === null,
    exitCode: failure?.diagnosis.exitCode ?? ExitCode.ok,
    settings,
    steps: recorder.steps,
    warnings: recorder.warnings,
    failure: failure && (options.values.isFromManifest ? inCluster(failure) : failure),
    message,
    ...(arrival ? { arrival } : {}),
    ms: Math.round(performance.now() - start),
  };
}

/** The failure of a check in a cluster, whose names and places are the cluster's. */
function inCluster(failure: FoundFailure): FoundFailure {
  return { ...failure, facts: { ...failure.facts, isOfKubernetes: true } };
}

/** What became of the mail, where it was sent and is awaited. */
async function lookForMail(
  options: RunOptions,
  checked: Checked,
): Promise<{ checked: Checked; arrival?: Arrival }> {
  const isSent = (checked.message?.accepted.length ?? 0) > 0;
  if (!options.awaiting || !isSent) return { checked };
  const { watchArrival } = await import('./arrival.js');
  return await watchArrival(options, options.awaiting, checked);
}

async function checkValues(options: RunOptions): Promise<Checked> {
  const { values, command } = options;
  const recorder = new Recorder(options.listener);
  recorder.start('settings');
  for (const warning of warnOfValues(values.remarks, options.showSecrets)) recorder.warn(warning);
  const read = readSettings(values, NEEDED_VALUES[command]);
  if (!read.ok) {
    recorder.failed('settings');
    const failure = await nameFailing(read.failing, options);
    return {
      recorder,
      message: null,
      isMailOut: false,
      failure: await offerSettings(options, failure, recorder),
    };
  }
  recorder.ok('settings');
  const warnings = await warnOfSettings(options, values, read.settings);
  for (const warning of warnings) recorder.warn(warning);
  if (options.isOffline) {
    if (!read.settings.sender) {
      const { absentSender: absent } = read.settings;
      recorder.warn({ code: 'sender-untested', isOffline: true, ...(absent ? { absent } : {}) });
    }
    return skipNetwork(recorder, 'offline');
  }
  if (read.settings.uri.isElsewhere) return skipNetwork(recorder, 'elsewhere');
  const settings = await withTrust(read.settings, recorder);
  const { waitMs, signal, listener } = options;
  let refusedLogins = 0;
  const result = await retryWhileFailing({
    waitMs,
    signal,
    run: () => checkOnce(options, settings, recorder),
    isWorthRetrying: ({ failure, isMailOut }) =>
      !isMailOut &&
      failure?.diagnosis.retryable === true &&
      failure.diagnosis.cause !== 'auth-throttled' &&
      // A server counts the logins that it refuses, whatever it says.
      (failure.step !== 'auth' || ++refusedLogins < MOST_REFUSED_LOGINS),
    onRetry: ({ failure, failed }, delayMs) => {
      failed?.early?.end();
      if (failure) listener({ type: 'retry', failure, delayMs });
    },
    untilUp: ({ failure }, signal) => untilUp(failure, settings, signal),
  });
  const { failure, failed } = result;
  if (failure) result.recorder.leaveToFailure(failure);
  if (!failure || !failed) return result;
  const found = await suggest(options, failure, failed, result.recorder);
  const { suggestion } = found;
  if (suggestion?.uri && suggestion.proof !== 'none') result.recorder.leaveUriToTrial();
  return { ...result, failure: found };
}

/** The failure without the line that was only a guess, where a trial found one: two lines to write would be one too many. */
function leaveToTrial(found: FoundFailure): FoundFailure {
  const { suggestion } = found;
  if (!suggestion?.uri || suggestion.proof === 'none') return found;
  const { envLine: _, holders: __, isMasked: ___, ...facts } = found.facts;
  return { ...found, facts };
}

/** Settles when the server answers. Used where the check failed because of a silent or absent server. */
function untilUp(failure: FoundFailure | null, { uri }: Settings, signal: AbortSignal) {
  if (!failure || failure.reply || !['dns', 'connect', 'tls', 'greeting'].includes(failure.step)) {
    return undefined;
  }
  const { host, port, security } = uri;
  const look = async () => {
    const { awaitServer } = await import('./connection/await-server.js');
    await awaitServer({ host, port, isTlsFirst: security === 'tls' }, signal);
  };
  return look();
}

/** Tries settings that can be made of the values that were found. They are offered in any case. */
async function offerSettings(
  options: RunOptions,
  failure: FoundFailure,
  recorder: Recorder,
): Promise<FoundFailure> {
  const { envLine, pasted, absent, services } = failure.facts;
  const { uri, foreign } = options.values;
  const isMadeOfOthers = !uri && foreign && !absent && !services;
  if (!envLine && !pasted && !isMadeOfOthers) return failure;
  const { makeSettings, withOffer } = await import('./make-settings.js');
  const { failed, offer } = makeSettings(options.values, failure.facts, options.timeoutMs);
  const found = failed ? leaveToTrial(await suggest(options, failure, failed, recorder)) : failure;
  if (!offer) return found;
  const isPasted = failure.facts.pasted !== undefined;
  return withOffer(found, offer, { isPasted, showSecrets: options.showSecrets });
}

/** The settings with the authorities that they name for the server. */
async function withTrust(settings: Settings, recorder: Recorder): Promise<Settings> {
  const { authorities, pem } = settings.trust ?? {};
  if (!authorities || pem) return settings;
  return await (await import('./with-authorities.js')).withAuthorities(settings, recorder);
}

/** Looks for a cure, where that is wanted. */
async function suggest(
  options: RunOptions,
  failure: FoundFailure,
  failed: Failed,
  recorder: Recorder,
) {
  const { findCure, mayConnectAgain, isOffline } = options;
  if (!findCure || !mayConnectAgain || isOffline) return failure;
  const settings = await withTrust(failed.settings, recorder);
  return await withSuggestion(failure, { ...failed, settings }, { ...options, findCure, recorder });
}

/** The failure of unusable settings, with the facts about a bad URI. */
async function nameFailing({ cause, facts }: Failing, options: RunOptions): Promise<FoundFailure> {
  const uri = await uriFacts(cause, options);
  // What was said of the option is what the server does.
  if (facts.detail === 'bad-option' || facts.detail === 'escape-read') delete uri.serverDoes;
  return foundFailure(diagnosisOf(cause), { step: 'settings' }, { ...facts, ...uri });
}

async function uriFacts(cause: Cause, { values, showSecrets }: RunOptions): Promise<BadUriFacts> {
  if (!values.uri) return {};
  const { formForAddress } = await import('./form-for-address.js');
  const uriForm = causeInfo(cause).setting === 'uri' && (await formForAddress(values.uri.value));
  const form = uriForm ? { uriForm } : {};
  if (!causeInfo(cause).cures.includes('repair')) return form;
  const { describeBadUri } = await import('../settings/uri/describe-bad-uri.js');
  const { value, meant, reader, spot } = values.uri;
  return { ...describeBadUri(value, { showSecrets, reader, spot, meant }), ...form };
}

function skipNetwork(recorder: Recorder, why: 'offline' | 'elsewhere'): Checked {
  const ofVerify = STEP_NAMES.filter((step) => step !== 'rcpt-to' && step !== 'data');
  for (const step of ofVerify.slice(1)) recorder.skipped(step, why);
  return { recorder, failure: null, message: null, isMailOut: false };
}

/** With `--strict`, warnings make a failure of a check that passed. */
function failOnWarnings({ isStrict }: RunOptions, result: Checked): Checked {
  const { recorder } = result;
  const strictWarnings = recorder.warnings
    .map(({ code }) => code)
    .filter((code) => WARNINGS[code].isCurable);
  if (!isStrict || result.failure || strictWarnings.length === 0) return result;
  // A step that was skipped, such as offline, is none that something came to light at.
  const tried = recorder.steps.filter(({ status }) => status !== 'skipped');
  const step = tried.at(-1)?.name ?? 'settings';
  const diagnosis = diagnosisOf('strict-warnings');
  return { ...result, failure: foundFailure(diagnosis, { step }, { strictWarnings }) };
}
