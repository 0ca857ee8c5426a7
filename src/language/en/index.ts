import type { Texts } from '../texts.js';
import { causes } from './causes/index.js';
import { mail, output } from './output.js';
import { prompts } from './prompts.js';
import { warnings } from './warnings.js';

/** Everything that is said in English. */
export const texts: Texts = {
  causes,
  warnings,
  interface: {
    output,
    prompts,
    mail,
    headline: (title, cause) => `${title} [${cause}]`,
  },
};
