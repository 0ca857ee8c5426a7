import { dirname, join, relative } from 'node:path';
import type { Context } from '../../context.js';
import type { InterfaceTexts } from '../../language/interface-texts.js';
import { formatDiff } from '../../output/diff.js';
import { styleOf } from '../../output/style.js';
import { hang } from '../../output/wrap.js';
import { askToConfirm } from '../../prompts/ask.js';
import type { Report, Saved } from '../../report/report.js';
import { stripToLine } from '../../safety/control-characters.js';
import type { FoundValues } from '../../settings/found-values.js';
import { planSave, type SavePlan } from '../../settings/saving/plan-save.js';
import { readBefore, saveFile } from '../../settings/saving/save-file.js';
import {
  type EditedEnvFile,
  type EnvChange,
  setInEnvFile,
} from '../../settings/saving/set-in-env-file.js';
import type { Cure } from '../../smtp/cure.js';
import type { CheckArguments } from './check-arguments.js';

/** What is written, and how people are told. */
export interface SaveOptions {
  report: Report;
  values: FoundValues;
  /** What a search has found to work. */
  cure: Cure | undefined;
  args: CheckArguments;
  context: Context;
  signal: AbortSignal;
  texts: InterfaceTexts;
}

/**
 * Writes settings that are proven to work into the env file they came from: at once with `--write`, else after somebody at the
 * terminal agrees. Says on stderr what changes, or why nothing does.
 *
 * @returns what became of each file; nothing where there was nothing to write
 * @throws InterruptedError on Ctrl-C at the question
 */
export async function saveSettings(options: SaveOptions): Promise<Saved[]> {
  const { values, context } = options;
  const unproven = options.args.isWriting ? refuseUnproven(options) : undefined;
  if (unproven) return [unproven];
  const plans = planSave(provenChanges(options), values, context.env);
  const saved: Saved[] = [];
  for (const plan of plans) {
    const one = await carryOut(plan, options);
    if (one) saved.push(one);
  }
  return saved;
}

/** The reason not to write what a search has found; undefined where it may be written. */
function whyUnproven({ proof, refused }: Cure): 'not-tried' | 'refused-in-trial' | undefined {
  if (refused) return 'refused-in-trial';
  return proof === 'auth' ? undefined : 'not-tried';
}

/** Says that what was found is not written, and why. */
function refuseUnproven(options: SaveOptions): Saved | undefined {
  const { cure, texts } = options;
  const problem = cure && whyUnproven(cure);
  if (!cure || !problem) return undefined;
  const variables: Saved['variables'] = [
    ...(cure.uri ? (['SMTP_URI'] as const) : []),
    ...(cure.sender === undefined ? [] : (['SMTP_SENDER'] as const)),
  ];
  say(options, texts.save.refused[problem]('', variables.join(', '), ''));
  return { file: null, variables, backup: null, problem };
}

function say({ args, context: { stderr, env } }: SaveOptions, text: string): void {
  stderr.write(`${hang('', text, styleOf(stderr, env, args.isColorWanted).width)}\n`);
}

/** The settings that a search has proved. Once a check has passed with them, the answers of the person as well. */
function provenChanges({
  report,
  values,
  cure,
}: Pick<SaveOptions, 'report' | 'values' | 'cure'>): EnvChange[] {
  const proven = cure && whyUnproven(cure) === undefined ? cure : undefined;
  const mayKeep = report.ok || proven !== undefined;
  const answered = (value: FoundValues['sender']) =>
    mayKeep && value?.source.kind === 'prompt' ? value.value : undefined;
  const uri = proven?.uri ?? answered(values.uri);
  const sender = proven?.sender ?? answered(values.sender);
  return [
    ...(uri === undefined ? [] : [{ variable: 'SMTP_URI', value: uri } as const]),
    ...(sender === undefined ? [] : [{ variable: 'SMTP_SENDER', value: sender } as const]),
  ];
}

async function carryOut(plan: SavePlan, options: SaveOptions): Promise<Saved | undefined> {
  const { args, context, texts } = options;
  const style = styleOf(context.stderr, context.env, args.isColorWanted);
  const variables = plan.changes.map(({ variable }) => variable);
  const refuse = (
    problem: NonNullable<Saved['problem']>,
    file: string | null,
    backup: string | null = null,
  ): Saved => {
    say(options, texts.save.refused[problem](file ?? '', variables.join(', '), backup ?? ''));
    return { file, variables, backup, problem };
  };
  if (!plan.ok) return args.isWriting ? refuse(plan.problem, plan.file) : undefined;
  const { envFile, changes } = plan;
  const file = stripToLine(envFile.file);
  const read = await readBefore(envFile.path);
  if (!read.ok) return args.isWriting ? refuse(read.problem, file) : undefined;
  const before = read.content;
  if (before.toString('utf8') !== envFile.text) return refuse('changed', file);
  const edits: EditedEnvFile[] = [];
  let content: Buffer = before;
  for (const change of changes) {
    const edit = setInEnvFile(content, change, envFile);
    if (!edit) return refuse('no-spelling', file);
    if (edit.content.equals(content)) continue;
    edits.push(edit);
    content = edit.content;
  }
  if (edits.length === 0) return undefined;
  context.stderr.write(
    `\n${formatDiff(file, edits, { style, showsSecrets: args.showsSecrets })}\n`,
  );
  if (!args.isWriting && !(await askToConfirm(options, texts.save.ask(file)))) return undefined;
  const result = await saveFile(envFile.path, before, content);
  // A link may lead into a folder below, where the backup lies.
  const shownBackup = (path: string) =>
    stripToLine(join(dirname(envFile.file), relative(dirname(envFile.path), path)));
  if (!result.ok)
    return refuse(
      result.problem,
      file,
      result.problem === 'half-written' ? shownBackup(result.backup) : null,
    );
  const backup = shownBackup(result.backup);
  say(options, texts.save.saved(file, backup));
  // The verdict for people says this too, where one is printed.
  if (args.isJson || args.isQuiet) {
    for (const line of texts.output.recreate(envFile.isRaw ? 'compose' : envFile.reader))
      if (line) say(options, line);
  }
  return { file, variables, backup, problem: null };
}
