import { stripToLine } from './control-characters.js';
import { MASK } from './secret.js';

/** Characters that a URI, JSON or an assignment has, and hardly a name. */
const OF_SECRETS = /[@:%='"`{}<>|&;$!*?,\\\p{Cc}]|\/\//u;
const DRIVE = /^[A-Za-z]:(?=[\\/])/;
/** No name of a file or folder is as long, and an encoded URI is. */
const LONGEST_NAME = 40;

/**
 * A path that a person has typed, as it may be repeated: not what may be a setting that was put in the
 * wrong place, and of a path no part that looks like a password.
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

/** What a generator makes, and what an encoding leaves: letters of both cases and figures, or many turns between them. */
export function looksRandom(text: string): boolean {
  const isMixed = /[a-z]/.test(text) && /[A-Z]/.test(text) && /\d/.test(text);
  const turns = text.match(/(?<=\d)[A-Za-z]|(?<=[A-Za-z])\d/g)?.length ?? 0;
  return isMixed || turns > 2 || text.length > LONGEST_NAME;
}

/** Whether a word of the command line may be repeated: it is a plain one, as names of options and commands are. */
export function isPlainWord(word: string): boolean {
  return /^-{0,2}[a-z]{1,20}(?:-[a-z]{1,20}){0,4}$/.test(word);
}

/** A message of a program, without what it may repeat of a value: each word that is none is masked. */
export function maskedWords(message: string): string {
  return stripToLine(message).replace(/\S+/g, (word) => {
    const bare = word.replace(/^[("'`[{]+|(?<![)"'`\]},.:;!?])[)"'`\]},.:;!?]+$/g, '');
    return OF_SECRETS.test(bare) || looksRandom(bare) ? MASK : word;
  });
}
