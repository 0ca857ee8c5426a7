import type { Context } from '../context.js';
import type { InterfaceTexts } from '../language/interface-texts.js';
import type { Sandbox } from '../sandbox/server.js';
import type { Report } from '../smtp/report.js';
import { formatAnnotations, isGithubActions, writeSummary } from './github.js';
import { formatJson } from './json.js';
import { styleOf } from './style.js';
import { formatVerdict } from './verdict.js';

/** Where and how a report is written. */
export interface ReporterOptions {
  context: Context;
  args: { isJson: boolean; isQuiet: boolean; isColorWanted: boolean };
  texts: InterfaceTexts;
  /** The sandbox that took the mail, if one did. */
  sandbox?: Sandbox | undefined;
}

/** Writes a report: as one JSON document or for people on stdout; for GitHub Actions as it wants it. */
export async function writeReport(report: Report, options: ReporterOptions): Promise<void> {
  const { context, args, texts, sandbox } = options;
  const { stdout, stderr, env } = context;
  if (args.isJson) stdout.write(formatJson(report));
  else {
    const style = styleOf(stdout, env, args.isColorWanted);
    stdout.write(formatVerdict(report, { style, texts, isQuiet: args.isQuiet }));
    const [mail] = sandbox?.messages ?? [];
    if (mail && !args.isQuiet) {
      const { formatReceivedMail } = await import('./received-mail.js');
      stdout.write(await formatReceivedMail(mail, texts.output));
    }
  }
  if (!isGithubActions(env)) return;
  // The runner reads them on either stream; on stdout they would spoil the document.
  stderr.write(formatAnnotations(report, texts));
  await writeSummary(report, texts, env);
}
