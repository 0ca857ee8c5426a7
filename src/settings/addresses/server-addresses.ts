import type { Mailbox } from './mailbox.js';

/** Characters that open something outside of quotes, and the ones that close it. */
const CLOSERS: Readonly<Record<string, string>> = {
  '"': '"',
  '(': ')',
  '<': '>',
  ',': '',
  ':': ';',
  ';': '',
};

interface Token {
  isOperator: boolean;
  text: string;
}

/** Where the words of an entry belong, by the operator before them. */
type State = 'text' | 'address' | 'comment' | 'group';
const STATES: Readonly<Record<string, State>> = { '<': 'address', '(': 'comment', ':': 'group' };

/**
 * The mailboxes in an address field as Tailchat's nodemailer 6.7.8 reads them. It is laxer than RFC 5322 section 3.4, and takes
 * other parts for names and addresses than later versions do. An entry without an address is included, with an empty one.
 */
export function readServerAddresses(value: string): Mailbox[] {
  const entries: Token[][] = [[]];
  for (const token of tokenize(value)) {
    const isSeparator = token.isOperator && (token.text === ',' || token.text === ';');
    if (isSeparator) entries.push([]);
    else entries.at(-1)?.push(token);
  }
  return entries.filter((tokens) => tokens.length > 0).flatMap(readEntry);
}

/** Whether 6.7.8 takes the value or a part of it for a group (RFC 5322 section 3.4), which begins with a name and a colon. */
export function readsAsGroup(value: string): boolean {
  return tokenize(value).some(({ isOperator, text }) => isOperator && text === ':');
}

function tokenize(value: string): Token[] {
  const tokens: Token[] = [];
  let closer = '';
  let isEscaped = false;
  let text: Token | undefined;
  for (const character of value.split('')) {
    const isEnd = !isEscaped && closer !== '' && character === closer;
    const isStart = !isEscaped && closer === '' && character in CLOSERS;
    if (isEnd || isStart) {
      tokens.push({ isOperator: true, text: character });
      closer = isStart ? (CLOSERS[character] ?? '') : '';
      text = undefined;
    } else if (!isEscaped && closer === '"' && character === '\\') {
      isEscaped = true;
      continue;
    } else {
      if (!text) {
        text = { isOperator: false, text: '' };
        tokens.push(text);
      }
      const shown = character === '\n' ? ' ' : character;
      if (shown >= ' ' || shown === '\t') text.text += shown;
    }
    isEscaped = false;
  }
  return tokens
    .map(({ isOperator, text }) => ({ isOperator, text: text.trim() }))
    .filter(({ text }) => text !== '');
}

function readEntry(tokens: readonly Token[]): Mailbox[] {
  const words: Record<State, string[]> = { text: [], address: [], comment: [], group: [] };
  let state: State = 'text';
  let isGroup = false;
  for (const { isOperator, text } of tokens) {
    if (isOperator) {
      state = STATES[text] ?? 'text';
      isGroup ||= state === 'group';
    } else words[state].push(state === 'address' ? text.replace(/^[^<]*<\s*/, '') : text);
  }
  if (isGroup) return readServerAddresses(words.group.join(','));
  if (words.text.length === 0) words.text.push(...words.comment.splice(0));
  if (words.address.length === 0) takeAddressFromText(words);
  if (words.text.length === 0) words.text.push(...words.comment.splice(0));
  const [first = '', ...others] = words.address;
  const text = [...words.text, ...others].join(' ');
  const address = first || text;
  const name = text || first;
  if (address !== name) return [{ address, name }];
  return [address.includes('@') ? { address, name: '' } : { address: '', name }];
}

/** An address without angle brackets. Whole words are preferred to parts of words. */
function takeAddressFromText(words: Record<State, string[]>): void {
  const alone = words.text.findLastIndex((text) => /^[^@\s]+@[^@\s]+$/.test(text));
  if (alone >= 0) {
    words.address = words.text.splice(alone, 1);
    return;
  }
  for (let index = words.text.length - 1; index >= 0; index -= 1) {
    const text = words.text[index] ?? '';
    const found = /\s*\b[^@\s]+@\S+\b\s*/.exec(text);
    words.text[index] = text.trim();
    if (!found) continue;
    words.address = [found[0].trim()];
    const rest = `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}`;
    words.text[index] = rest.trim();
    return;
  }
}
