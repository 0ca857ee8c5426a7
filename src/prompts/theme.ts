import type { ChalkInstance } from 'chalk';
import type { PromptTexts } from '../language/interface-texts.js';

/**
 * How the questions look: in the colours of the stream, or in none, and with our words for what
 * inquirer says in English alone.
 */
export function createTheme(paint: ChalkInstance, texts: PromptTexts) {
  return {
    prefix: { idle: paint.blue('?'), done: paint.green('✓') },
    icon: { cursor: paint.cyan('›') },
    style: {
      answer: (text: string) => paint.cyan(text),
      message: (text: string) => paint.bold(text),
      error: (text: string) => paint.red(`✗ ${text}`),
      defaultAnswer: (text: string) => paint.dim(`(${text})`),
      help: (text: string) => paint.dim(text),
      highlight: (text: string) => paint.cyan(text),
      key: (text: string) => paint.cyan(text),
      keysHelpTip: () => paint.dim(texts.chooseHint),
    },
  };
}
