import { says } from '../../diagnosis/rules/words/says.js';
import type { FreeWords } from './free-words-type.js';

/** A setting without a value. */
const UNSET =
  '(must be (configured|set|given|specified|provided|defined)|(is |are |was |were |has |have )?(missing|empty|undefined|unset|not (yet )?(been )?(set|configured|given|specified|provided|defined)))';

/** What a program says of its own settings before it sends anything. */
export const MISSING_SETTINGS: readonly FreeWords[] = [
  {
    words: says(
      '(smtp|mail) .. (invalid|illegal|bad) port (number)?',
      '(invalid|illegal|bad) (smtp|mail) port',
      '(smtp|mail) .{0,24}port .{0,8}(invalid|not (a )?(valid|number*))',
    ),
    step: 'settings',
    cause: 'uri-invalid',
    isOfPrograms: true,
  },
  {
    words: says(
      `(smtp|mail) .{0,30}(user ?name|user|pass(word)?|credentials?)(?!_) .{0,24}(${UNSET}|(is |are )?required)`,
      '(missing|no|empty|undefined) (smtp|mail) .{0,12}(user ?name|user|password|credentials?)',
    ),
    step: 'settings',
    cause: 'credentials-missing',
    isOfPrograms: true,
  },
  {
    words: says(
      `(smtp|e?-?mail) .{0,24}(server|host(name)?|settings|configuration|config|transport|service|delivery) .{0,12}${UNSET}`,
      `smtp (options? |details? )?${UNSET}`,
      '(missing|no|empty|undefined) (smtp|mail) (server|host(name)?|settings|configuration|config|transport)( is| was)?( configured| specified| found| set| defined| given)',
    ),
    step: 'settings',
    cause: 'uri-missing',
    isOfPrograms: true,
  },
];
