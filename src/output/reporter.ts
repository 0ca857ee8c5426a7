import type { Context } from '../context.js';
import { errorCodeOf } from '../errors.js';
import type { InterfaceTexts } from '../language/interface-texts.js';
import type { Explanation } from '../report/explanation.js';
import type { Report } from '../report/report.js';
import type { Sandbox } from '../sandbox/server.js';
import type { FoundValues } from '../settings/found-values.js';
import { formatExplanation } from './explanation.js';
import {
  defuseCommands,
  defuseJson,
  formatAnnotations,
  isGithubActions,
  writeSummary,
} from './github.js';
import { formatJson } from './json.js';
import { styleOf } from './style.js';
import { formatVerdict } from './verdict.js';

/** Where and how a report is written. */
export interface ReporterOptions {
  context: Context;
  args: { isJson: boolean; isQuiet: boolean; isColorWanted: boolean; showsSecrets?: boolean };
  texts: InterfaceTexts;
  /** The values that were checked: what was answered is written down, to be pasted. */
  values: FoundValues;
  /** The sandbox that took the mail, if one did. */
  sandbox?: Sandbox | undefined;
}

/** Writes a report: as one JSON document or for people on stdout; for GitHub Actions as it wants it. */
export async function writeReport(report: Report, options: ReporterOptions): Promise<void> {
  const { context, args, texts } = options;
  const { stderr, env } = context;
  if (args.isJson) writeJson(report, context);
  else writeText(await formatForPeople(report, options), context);
  if (!isGithubActions(env)) return;
  // The runner reads them on either stream; on stdout they would spoil the document.
  stderr.write(formatAnnotations(report, texts));
  await writeSummary(report, texts, env).catch((error: unknown) => {
    // The verdict stands without it.
    stderr.write(`${texts.output.summaryFailed(errorCodeOf(error) ?? 'EIO')}\n`);
  });
}

/** Writes an explanation: as one JSON document or for people, on stdout. */
export function writeExplanation(
  explanation: Explanation,
  { context, args, texts }: Omit<ReporterOptions, 'values' | 'sandbox'>,
): void {
  if (args.isJson) {
    writeJson(explanation, context);
    return;
  }
  const style = styleOf(context.stdout, context.env, args.isColorWanted);
  writeText(formatExplanation(explanation, { style, texts, isQuiet: args.isQuiet }), context);
}

function writeJson(document: Report | Explanation, { stdout, env }: Context): void {
  const json = formatJson(document);
  stdout.write(isGithubActions(env) ? defuseJson(json) : json);
}

function writeText(text: string, { stdout, env }: Context): void {
  stdout.write(isGithubActions(env) ? defuseCommands(text) : text);
}

async function formatForPeople(report: Report, options: ReporterOptions): Promise<string> {
  const { context, args, texts, values } = options;
  const style = styleOf(context.stdout, context.env, args.isColorWanted);
  const readers = { uri: values.uri?.reader, sender: values.sender?.reader };
  const verdict = formatVerdict(report, { style, texts, isQuiet: args.isQuiet, readers });
  return args.isQuiet ? verdict : verdict + (await formatExtras(options, style.width));
}

/** What follows the verdict: the mail in the sandbox, and the lines to paste after prompt mode. */
async function formatExtras(
  { values, args, texts, sandbox }: ReporterOptions,
  width: number,
): Promise<string> {
  const [mail] = sandbox?.messages ?? [];
  if (mail) {
    const { formatReceivedMail } = await import('./received-mail.js');
    return await formatReceivedMail(mail, texts.output, width);
  }
  const isAnswered = [values.uri, values.sender].some((value) => value?.source.kind === 'prompt');
  if (!isAnswered) return '';
  const { formatPasteLines } = await import('./paste-lines.js');
  return formatPasteLines(values, args.showsSecrets ?? false, texts.prompts);
}
