import type { Context } from '../context.js';
import { detectLanguage, languageNamed } from '../language/index.js';
import type { Language } from '../language-codes.js';
import { optionWords } from './option-words.js';

/**
 * The language that a run speaks: `--lang`, else that of the environment. The command line is searched for it before it is
 * parsed, since the parser's own messages need the language.
 */
export function languageOf({ argv, env }: Pick<Context, 'argv' | 'env'>): Language {
  const words = optionWords(argv);
  const index = words.lastIndexOf('--lang');
  const joined = words.findLast((word) => word.startsWith('--lang='));
  const wish = index >= 0 ? words[index + 1] : joined?.slice('--lang='.length);
  return (wish === undefined ? undefined : languageNamed(wish)) ?? detectLanguage(env);
}
