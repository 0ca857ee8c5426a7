import type { Texts } from '../texts.js';
import { arrival } from './arrival.js';
import { bounces, ofOwnServer } from './causes/bounces.js';
import { delays } from './causes/delays.js';
import { causes } from './causes/index.js';
import { ofOption } from './causes/of-option.js';
import { relays } from './causes/relays.js';
import { inside } from './inside.js';
import { letters } from './letters.js';
import { mail, sandboxMail } from './mail.js';
import { output } from './output.js';
import { prompts } from './prompts.js';
import { goHome, withProvider } from './provider.js';
import { received } from './received.js';
import { save } from './save.js';
import { search } from './search.js';
import { atSeat } from './seats.js';
import { serverWords } from './server-words.js';
import { warnings } from './warnings.js';

export const texts: Texts = {
  causes,
  bounces,
  relays,
  ofOwnServer,
  delays,
  ofOption,
  serverWords,
  goHome,
  withProvider,
  warnings,
  atSeat,
  interface: {
    language: 'zh-CN',
    output,
    prompts,
    mail,
    sandboxMail,
    save,
    search,
    inside,
    letters,
    arrival,
    received,
    headline: (title, cause) => `${title} [${cause}]`,
  },
};
