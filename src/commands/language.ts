import type { Context } from '../context.js';
import { detectLanguage, isLanguage } from '../language/index.js';
import type { Language } from '../languages.js';

/**
 * The language that a run speaks: `--lang`, else that of the environment. The words of the command
 * line are looked at before they are parsed, since the parser's own messages need it.
 */
export function languageOf({ argv, env }: Pick<Context, 'argv' | 'env'>): Language {
  const index = argv.lastIndexOf('--lang');
  const joined = argv.findLast((word) => word.startsWith('--lang='));
  const wish = index >= 0 ? argv[index + 1] : joined?.slice('--lang='.length);
  return wish !== undefined && isLanguage(wish) ? wish : detectLanguage(env);
}
