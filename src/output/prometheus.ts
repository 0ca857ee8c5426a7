import type { Report } from '../report/report.js';
import { stepAtFault } from './step-at-fault.js';

/** One value, and what tells it from others of its name. */
type Sample = readonly [labels: Readonly<Record<string, string>>, value: number];

/**
 * A report as metrics in Prometheus's text format, for the textfile collector of node_exporter. Units are in the names, as
 * Prometheus wants them: seconds.
 *
 * @param now milliseconds since 1970
 */
export function formatPrometheus(report: Report, now: number): string {
  const { command, ok, exitCode, ms, steps, failure, warnings, settings } = report;
  const target = {
    command,
    host: settings.host ?? '',
    port: settings.port === null ? '' : String(settings.port),
  };
  const ends = steps.flatMap(({ certificate }) =>
    certificate ? [[target, Date.parse(certificate.validTo) / 1000] as const] : [],
  );
  return [
    metric('check_success', 'Whether the check passed.', [[target, ok ? 1 : 0]]),
    metric('check_exit_code', 'What the command ended with (sysexits).', [[target, exitCode]]),
    metric('check_duration_seconds', 'How long the check took.', [[target, ms / 1000]]),
    metric('check_time_seconds', 'When the check ended, in seconds since 1970.', [
      [target, Math.round(now / 1000)],
    ]),
    metric('check_warnings', 'How many warnings there were.', [[target, warnings.length]]),
    metric(
      'check_failure',
      'The cause of the failure and the step, where there was one.',
      failure
        ? [[{ ...target, cause: failure.cause, step: stepAtFault(report)?.name ?? '' }, 1]]
        : [],
    ),
    metric(
      'step_duration_seconds',
      'How long each step took.',
      withoutTwins(
        steps.map(({ name, status, ms }) => [{ ...target, step: name, status }, ms]),
        (one, other) => one + other,
      ).map(([labels, ms]) => [labels, ms / 1000]),
    ),
    metric('certificate_expiry_seconds', "When the server's certificate ends.", ends.slice(-1)),
  ].join('');
}

/**
 * Samples of which no two have the same labels, as Prometheus wants them: EHLO comes again after STARTTLS, and a domain has several
 * keys and addresses.
 *
 * @param join what two values of the same labels are together
 */
export function withoutTwins(
  samples: readonly Sample[],
  join: (one: number, other: number) => number,
): Sample[] {
  const joined = new Map<string, Sample>();
  for (const [labels, value] of samples) {
    const key = JSON.stringify(labels);
    const twin = joined.get(key);
    joined.set(key, [labels, twin ? join(twin[1], value) : value]);
  }
  return [...joined.values()];
}

/** A gauge with its samples; nothing where there is none. */
export function metric(name: string, help: string, samples: readonly Sample[]): string {
  if (samples.length === 0) return '';
  const full = `tailchat_smtp_${name}`;
  const lines = samples.map(([labels, value]) => {
    const pairs = Object.entries(labels).map(([key, text]) => `${key}="${escapeLabel(text)}"`);
    return `${full}{${pairs.join(',')}} ${value}\n`;
  });
  return `# HELP ${full} ${help}\n# TYPE ${full} gauge\n${lines.join('')}`;
}

function escapeLabel(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('"', '\\"');
}
