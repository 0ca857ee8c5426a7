import type { Argv, AsyncCompletionFunction, CommandModule } from 'yargs';
import type { Context } from '../context.js';
import type { CommandLineTexts } from '../language/interface-texts.js';

/** The shells that can complete our command, as yargs and their users call them. */
export const SHELLS = ['bash', 'zsh', 'fish'] as const;
type Shell = (typeof SHELLS)[number];

/** `tailchat completion`: what a shell needs to complete our command. */
export function completionCommand(context: Context, { help }: CommandLineTexts): CommandModule {
  return {
    command: 'completion [shell]',
    describe: help.completion,
    builder: (yargs: Argv) =>
      yargs.positional('shell', { choices: SHELLS, describe: help.shell }).strict(),
    handler: async ({ shell }) => {
      const { completionScript } = await import('./completion-script.js');
      const wished = SHELLS.find((name) => name === shell);
      context.stdout.write(completionScript(wished ?? shellOf(context)));
    },
  };
}

function shellOf({ env }: Context): Shell {
  return SHELLS.find((name) => env.SHELL?.endsWith(name)) ?? 'bash';
}

/** How yargs hands over what it would offer by itself; its types do not know of it. */
type Offer = (take: (error: Error | null, offered?: string[]) => void) => void;

function offerNames(
  _current: string,
  _argv: unknown,
  offer: Offer,
  done: (offered: string[]) => void,
): void {
  offer((_error, offered = []) => done(withoutLetters(offered)));
}

/** For `yargs.completion()`: hands on what yargs would offer, without what no shell accepts. */
export const completeWords = offerNames as unknown as AsyncCompletionFunction;

// Yargs writes single letters with two dashes. A description stands behind a colon or a tab.
function withoutLetters(offered: readonly string[]): string[] {
  return offered.filter((entry) => !/^--?\w(?:[:\t]|$)/.test(entry));
}
