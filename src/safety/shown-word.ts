import { stripToLine } from './control-characters.js';
import { MASK } from './secret.js';

/** Characters of a URI, JSON or an assignment. Names hardly contain them. */
const OF_SECRETS = /[@:%='"`{}<>|&;$!*?,\\\p{Cc}]|\/\//u;
const DRIVE = /^[A-Za-z]:(?=[\\/])/;
/** The longest name of a file or folder. Encoded URIs are longer. */
const LONGEST_NAME = 40;

/**
 * A path that a person has typed, as it may be repeated. A path that may be a misplaced setting is hidden, and so is any part
 * that looks like a password.
 *
 */
export function shownPath(path: string): string {
  const drive = DRIVE.exec(path)?.[0] ?? '';
  const rest = path.slice(drive.length);
  if (OF_SECRETS.test(drive === '' ? rest : rest.replaceAll('\\', '/'))) return MASK;
  return stripToLine(
    drive +
      rest
        .split(/(?<=[\\/])/)
        .map(shownPart)
        .join(''),
  );
}

function shownPart(part: string): string {
  const [name = '', end = ''] = part.split(/([\\/]?)$/);
  return looksRandom(name) ? MASK + end : part;
}

/** Whether a text looks generated or encoded: letters of both cases and figures, or many changes between them. */
export function looksRandom(text: string): boolean {
  const isMixed = /[a-z]/.test(text) && /[A-Z]/.test(text) && /\d/.test(text);
  const turns = text.match(/(?<=\d)[A-Za-z]|(?<=[A-Za-z])\d/g)?.length ?? 0;
  return isMixed || turns > 2 || text.length > LONGEST_NAME;
}

/** Whether a word of the command line may be repeated. Plain words may, such as names of options and commands. */
export function isPlainWord(word: string): boolean {
  return /^-{0,2}[a-z]{1,20}(?:-[a-z]{1,20}){0,4}$/.test(word);
}

/** A program's message without the values that it may repeat. Each word that is not plain is masked. */
export function maskedWords(message: string): string {
  return stripToLine(message).replace(/\S+/g, (word) => {
    const bare = word.replace(/^[("'`[{]+|(?<![)"'`\]},.:;!?])[)"'`\]},.:;!?]+$/g, '');
    return OF_SECRETS.test(bare) || looksRandom(bare) ? MASK : word;
  });
}
