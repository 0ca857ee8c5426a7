import { CLIENT_COMMAND } from '../client-command.js';
import { ALONE, RESPONSE } from '../hints.js';
import { WITHOUT_CODE } from '../logged-reply.js';
import { DELIVERIES } from '../patterns/deliveries.js';
import { PATTERNS } from '../patterns/known-errors.js';
import { SERVER_EVENTS } from '../patterns/server-events.js';
import { OPENSSL_ERROR } from '../patterns/tls-errors.js';
import { WORDS_ALONE } from '../patterns/words-alone.js';
import { PYTHON_FRAME } from '../stack-frames.js';
import type { NeededText } from './needed-texts.js';

/** An expression that may find something in a line, and the texts that any such line holds. */
export interface Wanted {
  /** The expression to add to the hints of a line. */
  hint: RegExp;
  /** The expression whose needed texts are searched for. */
  expression: RegExp;
  /** The expression reads the bytes of a line unchanged. */
  isRaw?: boolean;
  /** The texts to search for, if no expression tells them. */
  texts?: readonly NeededText[];
}

/** The first two characters of 邮件发送失败, in GB18030. */
const MAIL_IN_GB18030 = '\xd3\xca\xbc\xfe';

/**
 * Chinese words in the bytes that logs have for them: UTF-8, GB18030, either of these read as Latin-1 and written as
 * UTF-8, and the escapes of JSON.
 */
function inAllCharsets(words: string, inGb18030: string): readonly NeededText[] {
  const inUtf8 = Buffer.from(words).toString('latin1');
  const twice = [inUtf8, inGb18030].map((bytes) => Buffer.from(bytes).toString('latin1'));
  const escaped = words.charCodeAt(0).toString(16).padStart(4, '0');
  return [inUtf8, inGb18030, ...twice, `u${escaped}`].map((bytes) => Array.from(bytes));
}

const DIGITS = '0123456789';

/** The needed texts of expressions that do not show them, and their bytes. */
const TOLD: readonly (readonly [found: string, texts: readonly NeededText[]])[] = [
  ['邮件发送失败', inAllCharsets('邮件', MAIL_IN_GB18030)],
  // The slash and the space may be escaped, and there may be several spaces. `HTTP` alone is too frequent in web server logs.
  [
    'HTTP/1.1 400',
    [
      ['/', DIGITS, '.', DIGITS, ' \t', '45 \t\\'],
      ['/', DIGITS, '.', DIGITS, '\\', 'nrt'],
    ],
  ],
  // The space may be a tab or a line break, escaped or not.
  ['* OK', [['* \t\\nrt', ' \tnrt', 'O', 'K']]],
];

function told(expression: RegExp): Pick<Wanted, 'texts'> {
  const texts = TOLD.find(([found]) => expression.test(found))?.[1];
  return texts ? { texts } : {};
}

/** All expressions that find something in a line, except those for the codes of replies. */
export const WANTED: readonly Wanted[] = [
  ...PATTERNS.map(({ words }) => ({ hint: words, expression: words, ...told(words) })),
  ...WORDS_ALONE.map((expression) => ({ hint: ALONE, expression })),
  ...[
    ...WITHOUT_CODE,
    ...DELIVERIES,
    ...SERVER_EVENTS,
    OPENSSL_ERROR,
    CLIENT_COMMAND,
    PYTHON_FRAME,
  ].map((expression) => ({
    hint: expression,
    expression,
  })),
  { hint: RESPONSE, expression: RESPONSE, isRaw: true },
];
