import type { ChalkInstance } from 'chalk';
import type { PromptTexts } from '../language/interface-texts.js';

/** The look of the questions: in the stream's colours or in none, with our words in place of inquirer's English ones. */
export function createTheme(paint: ChalkInstance, texts: PromptTexts) {
  return {
    prefix: { idle: paint.blue('?'), done: paint.green('✓') },
    icon: { cursor: paint.cyan('›') },
    style: {
      answer: (text: string) => paint.cyan(text),
      message: (text: string) => paint.bold(text),
      error: (text: string) => paint.red(`✗ ${text}`),
      defaultAnswer: (text: string) => paint.dim(texts.enterTakes(text)),
      help: (text: string) => paint.dim(text),
      highlight: (text: string) => paint.cyan(text),
      key: (text: string) => paint.cyan(text),
      keysHelpTip: () => paint.dim(texts.chooseHint),
    },
  };
}
