import type { Texts } from '../texts.js';
import { causes } from './causes/index.js';
import { mail, output } from './output.js';
import { prompts } from './prompts.js';
import { warnings } from './warnings.js';

/** Everything that is said in Chinese. */
export const texts: Texts = {
  causes,
  warnings,
  interface: {
    output,
    prompts,
    mail,
    missing: {
      uri: 'SMTP_URI（--uri 或环境变量 SMTP_URI）',
      sender: 'SMTP_SENDER（--sender 或环境变量 SMTP_SENDER）',
      recipient: '收件人（--to）',
    },
    headline: (title, cause) => `${title} [${cause}]`,
  },
};
