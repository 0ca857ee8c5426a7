import type { Context, Output } from '../context.js';
import { errorCodeOf } from '../errors.js';
import type { DomainTexts } from '../language/domain-texts.js';
import type { InterfaceTexts } from '../language/interface-texts.js';
import type { ProviderListTexts } from '../language/provider-list-texts.js';
import type { DomainReport } from '../report/domain-report.js';
import type { ReaderName } from '../report/env-readers.js';
import type { Explanation } from '../report/explanation.js';
import type { ProviderList } from '../report/provider-list.js';
import type { Report } from '../report/report.js';
import { stripToLine } from '../safety/control-characters.js';
import type { Sandbox } from '../sandbox/server.js';
import { fileFormOf } from '../settings/env-files/file-form-of.js';
import { type FoundValues, isAnswered } from '../settings/found-values.js';
import { isGithubActions } from './ci.js';
import type { RepeatedOptions } from './command-again.js';
import { formatJson } from './json.js';
import { isStepSummary, type ReportFile, STDOUT } from './report-format.js';
import type { StreamStyle } from './style.js';
import type { Telling } from './tested-lines.js';

/** A recipient to be replaced. */
const SOMEBODY = 'you@example.com';

/** Where and how a report is written. */
export interface ReporterOptions {
  context: Context;
  args: RepeatedOptions & {
    isJson: boolean;
    isQuiet: boolean;
    isColorWanted: boolean;
    showsSecrets?: boolean;
    reports?: readonly ReportFile[];
  };
  texts: InterfaceTexts;
  /** The values that were checked: what was answered is written down, to be pasted. */
  values: FoundValues;
  /** The sandbox that took the mail, if one did. */
  sandbox?: Sandbox | undefined;
}

/**
 * Writes a report: as one JSON document or for people on stdout, or on stderr where stdout is for another program. GitHub Actions
 * gets annotations and a summary.
 */
export async function writeReport(report: Report, options: ReporterOptions): Promise<void> {
  const { context, args, texts } = options;
  const { stderr, env } = context;
  if (args.isJson) await writeJson(report, context);
  else await writeText(await formatForPeople(report, options), streamOf(options), env);
  if (!isGithubActions(env)) return;
  const { formatAnnotations, writeSummary } = await import('./github.js');
  // The runner reads annotations on either stream. On stdout they would spoil the document.
  const telling = tellingOf(options);
  stderr.write(formatAnnotations(report, telling));
  // The report may have been asked for by the same name.
  if (args.reports?.some((one) => isStepSummary(one, context))) return;
  await writeSummary(report, telling, env).catch((error: unknown) => {
    // The verdict is valid without the summary.
    stderr.write(`${texts.output.summaryFailed(errorCodeOf(error) ?? 'EIO')}\n`);
  });
}

/** Writes an explanation: as one JSON document or for people, on stdout. */
export async function writeExplanation(
  explanation: Explanation,
  {
    context,
    args,
    texts,
    isOneLine,
  }: Omit<ReporterOptions, 'values' | 'sandbox'> & { isOneLine: boolean },
): Promise<void> {
  if (args.isJson) return await writeJson(explanation, context);
  const { styleOf } = await import('./style.js');
  const { formatExplanation } = await import('./explanation.js');
  const style = styleOf(context.stdout, context.env, args.isColorWanted);
  const text = formatExplanation(explanation, { style, texts, isQuiet: args.isQuiet, isOneLine });
  await writeText(text, context.stdout, context.env);
}

/** Writes what DNS says about a domain: as one JSON document or for people, on stdout. */
export async function writeDomainReport(
  report: DomainReport,
  {
    context,
    args,
    texts,
    words,
  }: Omit<ReporterOptions, 'values' | 'sandbox'> & { words: DomainTexts },
): Promise<void> {
  if (args.isJson) return await writeJson(report, context);
  const { styleOf } = await import('./style.js');
  const { formatDomainVerdict } = await import('./domain-verdict.js');
  const stream = streamOf({ context, args });
  const style = styleOf(stream, context.env, args.isColorWanted);
  const options = { style, texts: words, headline: texts.headline, isQuiet: args.isQuiet };
  await writeText(formatDomainVerdict(report, options), stream, context.env);
}

/** Writes providers: as one JSON document or for people, on stdout. */
export async function writeProviderList(
  list: ProviderList,
  {
    context,
    args,
    texts,
    words,
    meant,
  }: {
    context: Context;
    args: Pick<ReporterOptions['args'], 'isJson' | 'isQuiet' | 'isColorWanted'>;
    texts: ProviderListTexts;
    words: string;
    meant: { name: string; id: string } | undefined;
  },
): Promise<void> {
  if (args.isJson) return await writeJson(list, context);
  const { styleOf } = await import('./style.js');
  const { formatProviderList } = await import('./provider-list.js');
  const style = styleOf(context.stdout, context.env, args.isColorWanted);
  const text = formatProviderList(list, { style, texts, words, meant, isQuiet: args.isQuiet });
  await writeText(text, context.stdout, context.env);
}

async function writeJson(
  document: Report | Explanation | DomainReport | ProviderList,
  { stdout, env }: Context,
): Promise<void> {
  const json = formatJson(document);
  if (!isGithubActions(env)) return void stdout.write(json);
  const { defuseJson } = await import('./github.js');
  stdout.write(defuseJson(json));
}

async function writeText(text: string, stream: Output, env: Context['env']): Promise<void> {
  if (!isGithubActions(env)) return void stream.write(text);
  const { defuseCommands } = await import('./github.js');
  stream.write(defuseCommands(text));
}

/** The reader of a file that was named and is no env file: systemd makes units of Quadlets, too. */
function readerByForm({ envFiles = [], uri }: FoundValues): ReaderName | undefined {
  const isUnit = envFiles.some(({ file, text }) =>
    ['unit', 'quadlet'].includes(fileFormOf(file, text) ?? ''),
  );
  return isUnit && !uri ? 'systemd' : undefined;
}

/** In which words, and to whom, the report of these values is told. */
export function tellingOf({
  context,
  texts,
  values,
}: Pick<ReporterOptions, 'context' | 'texts' | 'values'>): Telling {
  return {
    texts,
    readers: { uri: values.uri?.reader ?? readerByForm(values), sender: values.sender?.reader },
    spots: { uri: spotOf(values, 'uri'), sender: spotOf(values, 'sender') },
    isOfCompose: values.service !== undefined,
    home: values.uri?.place ?? values.homes?.SMTP_URI,
    // Kubernetes sets this variable in every container.
    isInPod: context.env.KUBERNETES_SERVICE_HOST !== undefined,
    ...(values.isFromManifest
      ? { manifest: { file: manifestsOf(values), workload: values.workload } }
      : {}),
  };
}

/** How a value is written where it stands, or where it belongs. */
function spotOf({ homes, ...values }: FoundValues, name: 'uri' | 'sender') {
  const value = values[name];
  if (value) return value.spot;
  return homes?.[name === 'uri' ? 'SMTP_URI' : 'SMTP_SENDER']?.spot;
}

/** The manifests that the values stand in, as kubectl takes them. */
function manifestsOf({ uri, sender, manifests = [] }: FoundValues): string | undefined {
  const found = [uri, sender].flatMap((value) => value?.source.file ?? []);
  const files = found.length > 0 ? found : manifests;
  return files.length > 0 ? [...new Set(files)].join(' -f ') : undefined;
}

/** Where the verdict is written. */
function streamOf({ context, args }: Pick<ReporterOptions, 'context' | 'args'>): Output {
  const isTaken = args.reports?.some(({ file }) => file === STDOUT) ?? false;
  return isTaken ? context.stderr : context.stdout;
}

async function formatForPeople(report: Report, options: ReporterOptions): Promise<string> {
  const { context, args, values, texts } = options;
  const [{ styleOf }, { formatVerdict }, { formatCommandAgain, repeatedOptions }] =
    await Promise.all([import('./style.js'), import('./verdict.js'), import('./command-again.js')]);
  const style = styleOf(streamOf(options), context.env, args.isColorWanted);
  const repeated = repeatedOptions(report, args, values);
  const verdict = formatVerdict(report, {
    ...tellingOf(options),
    ...{ style, isQuiet: args.isQuiet },
    again: formatCommandAgain(report.command, repeated),
    send: formatCommandAgain('test', {
      ...repeated,
      ...{ recipients: [SOMEBODY], isOffline: false, isComparing: false },
    }),
  });
  if (args.isQuiet) return verdict;
  const place = await formatPlace(report, texts, style);
  return verdict + place + (await formatExtras(report, options, style.width));
}

/** Where the check ran, and what differs from here. */
async function formatPlace(
  { container, comparison }: Report,
  { inside }: InterfaceTexts,
  style: StreamStyle,
): Promise<string> {
  if (!container) return '';
  const words = `\n${stripToLine(inside.checkedIn(container.name, container.engine))}\n`;
  if (!comparison?.length) return words;
  const { formatComparison } = await import('./comparison.js');
  return words + formatComparison(comparison, inside, style);
}

/** What follows the verdict: the mail in the sandbox, and the lines to paste after prompt mode. */
async function formatExtras(
  { ok, failure }: Report,
  { context, values, args, texts, sandbox }: ReporterOptions,
  width: number,
): Promise<string> {
  const [mail] = sandbox?.messages ?? [];
  if (mail) {
    const { formatReceivedMail } = await import('./received-mail.js');
    return await formatReceivedMail(mail, texts.output, width);
  }
  // Settings that were found to work in place of the answers are part of the verdict.
  if (!isAnswered(values) || failure?.suggestion) return '';
  const { formatPasteLines } = await import('./paste-lines.js');
  const showsSecrets = args.showsSecrets ?? false;
  const mayAsk = context.stdout.isTTY === true;
  return formatPasteLines(values, { showsSecrets, isProven: ok, mayAsk }, texts.prompts);
}
