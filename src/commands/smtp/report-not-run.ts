import type { ExitCode } from '../../exit-codes.js';
import type { ContainerError } from '../../inside/container-error.js';
import type { InsideTexts } from '../../language/inside-texts.js';
import type { CheckCommand } from '../../report/check-command.js';
import type { Report } from '../../report/report.js';
import { stripToLine } from '../../safety/control-characters.js';
import { describeSettings } from '../../settings/settings.js';

/**
 * The document for a check that should run inside a container and could not begin there. It knows no settings, and its failure
 * says why.
 *
 * @param error why the check could not begin
 * @param exitCode what the command ends with
 */
export function reportNotRun(
  command: CheckCommand,
  { problem, facts }: ContainerError,
  exitCode: ExitCode,
  texts: InsideTexts,
): Report {
  const { container, engine } = facts;
  const isFound = problem !== 'no-client' && problem !== 'engine-down';
  return {
    schemaVersion: 1,
    command,
    ok: false,
    exitCode,
    settings: describeSettings({ recipients: [], remarks: [] }, false),
    steps: [{ name: 'settings', status: 'failed', ms: 0 }],
    warnings: [],
    failure: {
      cause: 'unknown',
      step: 'settings',
      retryable: false,
      title: stripToLine(texts.notRun[problem](facts)),
      explanation: texts.notBegun.explanation,
      nextSteps: texts.notBegun.nextSteps,
      reply: null,
      suggestion: null,
      docs: 'docs/causes/unknown.md',
    },
    message: null,
    ...(isFound && isEngine(engine) ? { container: { engine, name: container } } : {}),
    ms: 0,
  };
}

function isEngine(name: string): name is 'docker' | 'podman' | 'kubectl' {
  return ['docker', 'podman', 'kubectl'].includes(name);
}
