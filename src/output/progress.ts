import type { Ora } from 'ora';
import stringWidth from 'string-width';
import type { Context, Output } from '../context.js';
import type { OutputTexts } from '../language/interface-texts.js';
import type { Cause } from '../report/causes.js';
import type { CheckEvent, ReportSettings, Step } from '../report/report.js';
import { stripControls } from '../safety/control-characters.js';
import { shortenAddresses } from '../safety/shorten-addresses.js';
import { isGithubActions } from './ci.js';
import { defuseCommands } from './github.js';
import { describeStep } from './step-line.js';
import { type StreamStyle, styleOf } from './style.js';
import { hang } from './wrap.js';

/** What progress is shown with. */
export interface ProgressOptions {
  stderr: Output;
  style: StreamStyle;
  texts: OutputTexts;
  /** Show the conversation with the server, too. */
  isVerbose: boolean;
  /** Show the steps. */
  showsSteps: boolean;
  /** A runner of GitHub Actions reads along. */
  isOnGithub: boolean;
}

/** A subscriber to a check that shows it while it goes on, on stderr. */
export interface Progress {
  listener: (event: CheckEvent) => void;
  /** Takes the spinner off the screen, and ends the list of steps. */
  end: () => void;
}

const NAME_WIDTH = 10;

/** The same for the streams of a command. */
export async function openProgress({
  context: { stderr, env },
  isColorWanted,
  ...options
}: Pick<ProgressOptions, 'texts' | 'isVerbose' | 'showsSteps'> & {
  context: Context;
  isColorWanted: boolean;
}): Promise<Progress> {
  const style = styleOf(stderr, env, isColorWanted);
  return await createProgress({ ...options, stderr, style, isOnGithub: isGithubActions(env) });
}

/** Shows each step as it happens: with a spinner on a terminal, otherwise one line a step. */
export async function createProgress(options: ProgressOptions): Promise<Progress> {
  const { stderr, style, texts, isVerbose, showsSteps } = options;
  const spinner = showsSteps && style.isAnimated ? await createSpinner(options) : undefined;
  const filter = options.isOnGithub ? defuseCommands : (line: string) => line;
  let settings: ReportSettings | undefined;
  let isUnread = false;
  // Output of --verbose gets pasted where everybody can read it.
  const shown = (line: string) =>
    isVerbose ? shortenAddresses(line, settings?.user ?? undefined) : line;
  const write = (line: string) => {
    const isSpinning = spinner?.isSpinning ?? false;
    if (isSpinning) spinner?.stop();
    stderr.write(`${filter(shown(line))}\n`);
    if (isSpinning) spinner?.start();
  };
  if (isVerbose) write(style.paint.dim(texts.transcriptNotice));

  const listener = (event: CheckEvent) => {
    switch (event.type) {
      case 'settings':
        settings = event.settings;
        isUnread = event.isUnread ?? false;
        break;
      case 'step-start':
        spinner?.start(texts.steps[event.step]);
        break;
      case 'step-end':
        spinner?.stop();
        if (showsSteps && settings) write(stepLine(event, { settings, isUnread }, options));
        break;
      case 'transcript': {
        const arrow = event.from === 'client' ? '>' : '<';
        if (isVerbose) write(style.paint.dim(`  ${arrow} ${stripControls(event.line)}`));
        break;
      }
      case 'retry': {
        const seconds = Math.ceil(event.delayMs / 1000);
        const mark = `${style.paint.yellow('…')} `;
        if (showsSteps) write(hang(mark, texts.retry(event.title, seconds), style.width));
        break;
      }
      case 'recipient':
        spinner?.start(texts.recipientsAnswered(event.answered, event.count));
        break;
      case 'await':
        spinner?.start(texts.awaiting);
        break;
      case 'search':
        spinner?.start(texts.searching);
        break;
      case 'warning':
        // Warnings are part of the result and follow the verdict. A warning about something everybody can read comes before it is
        // sent.
        if (showsSteps && event.warning.code === 'plaintext-credentials') {
          const mark = `${style.paint.yellow('!')} `;
          write(hang(mark, texts.beforePlainLogin, style.width));
        }
        break;
    }
  };
  const end = () => {
    spinner?.stop();
    // The verdict follows on the other stream. On a shared screen a line separates the two.
    if (showsSteps && style.isAnimated) stderr.write('\n');
  };
  return { listener, end };
}

async function createSpinner({ stderr, style }: ProgressOptions): Promise<Ora> {
  const { default: ora } = await import('ora');
  const isColored = style.paint.level > 0;
  return ora({
    stream: withColumns(stderr) as NodeJS.WritableStream & Output,
    isEnabled: true,
    // Otherwise the spinner would take the terminal's input, and Ctrl-C with it, away from the program.
    discardStdin: false,
    ...(isColored ? {} : { color: false }),
  });
}

/** A stream that is never 0 columns wide. On a terminal made so narrow, the spinner would clear an infinite number of lines. */
function withColumns(stream: Output): Output {
  return Object.create(stream, { columns: { get: () => stream.columns || undefined } });
}

function stepLine(
  { step, cause }: { step: Step; cause?: Cause },
  { settings, isUnread }: { settings: ReportSettings; isUnread: boolean },
  options: ProgressOptions,
): string {
  const { style, texts } = options;
  const { paint } = style;
  const marks = { ok: paint.green('✓'), failed: paint.red('✗'), skipped: paint.dim('-') };
  const name = texts.steps[step.name];
  const padding = ' '.repeat(Math.max(0, NAME_WIDTH - stringWidth(name)));
  const parts = describeStep(step, settings, texts, { isUnread, cause });
  // On a terminal there is room for a line each.
  const isTerminal = Number.isFinite(style.width);
  const detail = isTerminal ? parts.join('\n') : texts.join(parts);
  const time = isTimed(step) ? timeOf(step, texts, isTerminal) : '';
  // A full-width bracket brings its own space.
  const space = detail === '' || time === '' || stringWidth(time.charAt(0)) > 1 ? '' : ' ';
  const text = `${detail}${space}${paint.dim(time)}`;
  return hang(`${marks[step.status]} ${name}${padding} `, text, style.width);
}

/** A time tells something about a server. Reading the settings asks none. */
function isTimed({ name, status }: Step): boolean {
  return status !== 'skipped' && name !== 'settings';
}

/** How long a step took, set apart from the text before it. On a terminal, a line break never parts the number from its unit. */
function timeOf({ ms }: Step, texts: OutputTexts, isTerminal: boolean): string {
  const time = texts.took(ms);
  return isTerminal ? time.replace(/(?<=\d) /, '\u00a0') : time;
}
