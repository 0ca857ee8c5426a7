import { stripControls } from './control-characters.js';
import { lowerCase } from './lower-case.js';
import { maskRanges, placesOf, type Range, wholeWord } from './mask-ranges.js';
import type { Secret } from './secret.js';
import { isSwapped, looksLikePassword, mayBeSwapped } from './swapped.js';
import { asItStands, squeezed, type View, viewsOf } from './views.js';

// A shorter password occurs in any text by chance. Masking it would spoil every reply and hide nothing, since the pattern of the
// masks would reveal it.
const SHORTEST_MASKED = 4;
/** The length of a part that is masked, unless it belongs to a usual word of replies. */
export const TELLTALE = 6;
/** A shorter one is made of the ends of words by chance. */
const SHORTEST_GROUPED = 8;
/** So many gaps no two words of a reply have. */
const FEWEST_GAPS = 2;
/** Usual words of replies that passwords contain, too. */
const ORDINARY = [
  'password passwords passphrase username usernames authentication authenticate authenticated authorization authorized',
  'credentials incorrect rejected accepted account accounts address addresses mailbox mailboxes message messages',
  'server servers service services secure security system systems support access private secret secrets',
  'connection connections company enabled disabled expired invalid mailserver mailservice sender recipient relaying',
  'network online office people please public request return single smtpserver submission temporarily temporary',
  'unavailable unknown welcome internet microsoft outlook google tencent aliyun provider postmaster noreply localhost',
  'tailchat postfix dovecot sendgrid mailgun required require requires denied failed failure application client clients',
].join(' ');

/** What a run logs in with. */
export interface Credentials {
  user?: string;
  password?: Secret;
}

/** Cleans text that came from outside of the secrets of this run and of control characters. */
export type Redact = (text: string) => string;

/**
 * Makes the function that every text from outside passes before it enters a report or a transcript. A server may repeat a
 * password as it got it. Its own log, web page or library may also write it in other forms: encoded, escaped, in other letters,
 * backwards, cut short, or wrapped over several lines.
 *
 * @param credentials the user name and the password of this run
 * @param sender the address that mail is sent from
 */
export function createRedactor(credentials: Credentials, sender?: string): Redact {
  const password = credentials.password?.reveal() ?? '';
  if (password === '') return stripControls;
  const { user = '' } = credentials;
  // The user may really be the password then, or a password may look like an address.
  const isOfSender = sender?.startsWith(`${user}@`) ?? false;
  const finders =
    isSwapped(user, password, sender) ||
    (!isOfSender && (looksLikePassword(user) || mayBeSwapped(user, password)))
      ? [new Finder(user, ''), new Finder(password, '')]
      : [new Finder(password, user)];
  return (text) =>
    stripControls(
      maskRanges(
        text,
        finders.flatMap((finder) => finder.find(text)),
      ),
    );
}

/**
 * Makes the function that masks several secrets in all the same forms. It leaves control characters.
 *
 * @param secrets what a text calls secret. Those of fewer than six characters are masked as they are
 */
export function createMasking(secrets: readonly string[]): Redact {
  const finders = secrets.map((secret) => new Finder(secret, ''));
  if (finders.length === 0) return (text) => text;
  return (text) => {
    const views = viewsOf(text);
    const whole = squeezed(text);
    return maskRanges(
      text,
      finders.flatMap((finder) => finder.find(text, views, whole)),
    );
  };
}

class Finder {
  /** The texts to find, as they are and in small letters. */
  readonly #exact: string[];
  readonly #folded: string[];
  readonly #parts: ReadonlySet<string>;
  readonly #isLong: boolean;
  /** Its letters and figures, from which it is told where it is written in groups, and parts of them where that is cut short. */
  readonly #squeezed: string[];
  readonly #mixed: ReadonlySet<string>;
  readonly #plain: ReadonlySet<string>;

  constructor(password: string, user: string) {
    const login = [`\0${user}\0${password}`, `${user}\0${user}\0${password}`].flatMap(base64);
    const isShort = password.length < SHORTEST_MASKED;
    this.#isLong = password.length >= TELLTALE;
    const others = [backwards(password), ...otherLetters(password)];
    const words = [password, ...(this.#isLong ? others : [])];
    this.#exact = isShort ? login : [...words, ...base64(password), ...login];
    this.#folded = this.#isLong ? words.map((word) => lowerCase(word)) : [];
    const written = squeezed(password).text;
    const letters = lowerCase(written);
    const isGrouped = letters.length >= SHORTEST_GROUPED;
    const grouped = isGrouped ? [written, backwards(written)] : [];
    this.#squeezed = isGrouped ? [letters, backwards(letters)] : [];
    // The user is shown, unless it contains the password.
    const name = lowerCase(user);
    const shown = name.includes(lowerCase(password)) ? ORDINARY : `${ORDINARY} ${name}`;
    this.#parts = new Set(words.flatMap((word) => partsOf(word, TELLTALE, shown)));
    const ofUser = squeezed(name).text;
    this.#plain = new Set(grouped.flatMap((word) => partsOf(word, SHORTEST_GROUPED, ofUser)));
    this.#mixed = new Set(grouped.flatMap((word) => partsOf(word, TELLTALE, ofUser, isMixed)));
  }

  find(text: string, given = this.#isLong ? viewsOf(text) : [], whole = squeezed(text)): Range[] {
    const views = this.#isLong ? given : [asItStands(text)];
    const found = views.flatMap((view) =>
      inText(view, text, [
        ...this.#words(view),
        ...this.#partsIn(view.text),
        ...this.#encoded(view.text),
      ]),
    );
    // What is left of a word would spell a short password.
    if (!this.#isLong) return found.map((range) => wholeWord(text, range));
    const folded = lowerCase(whole.text);
    const grouped = this.#squeezed.flatMap((word) => placesOf(word, folded));
    return [...found, ...inText(whole, text, [...grouped, ...this.#groupsIn(folded, whole)])];
  }

  /** Groups of a password that is cut short. */
  #groupsIn(text: string, { starts, ends }: View): Range[] {
    const found: Range[] = [];
    for (let at = 0; at + TELLTALE <= text.length && this.#squeezed.length > 0; at += 1) {
      if (this.#mixed.has(text.slice(at, at + TELLTALE))) found.push([at, at + TELLTALE]);
      if (!this.#plain.has(text.slice(at, at + SHORTEST_GROUPED))) continue;
      const inner = ends.slice(at, at + SHORTEST_GROUPED - 1);
      const gaps = inner.filter((end, index) => starts[at + index + 1] !== end).length;
      if (gaps >= FEWEST_GAPS) found.push([at, at + SHORTEST_GROUPED]);
    }
    return found;
  }

  #words({ text }: View): Range[] {
    const folded = lowerCase(text);
    return [
      ...this.#exact.flatMap((word) => placesOf(word, text)),
      ...this.#folded.flatMap((word) => placesOf(word, folded)),
    ];
  }

  #partsIn(given: string): Range[] {
    const found: Range[] = [];
    if (this.#parts.size === 0) return found;
    const text = lowerCase(given);
    for (let at = 0; at + TELLTALE <= text.length; at += 1) {
      if (this.#parts.has(text.slice(at, at + TELLTALE))) found.push([at, at + TELLTALE]);
    }
    return found;
  }

  /** Ranges of encoded text that contains the password among other things: `LOGIN` lines, a whole URI. */
  #encoded(text: string): Range[] {
    if (!this.#isLong) return [];
    const [word = ''] = this.#folded;
    const holds = (decoded: string) =>
      lowerCase(decoded).includes(word) || this.#partsIn(decoded).length > 0;
    // A program may have written 16 bits a letter, or encoded what was encoded.
    const holdsBytes = (run: string) => {
      const bytes = Buffer.from(run, 'base64');
      const plain = bytes.toString('utf8');
      const again = /^[A-Za-z\d+/]{8,}={0,2}$/.test(plain) ? Buffer.from(plain, 'base64') : bytes;
      return holds(plain) || holds(bytes.toString('utf16le')) || holds(again.toString('utf8'));
    };
    return [...text.matchAll(/[A-Za-z\d+/_-]{8,}={0,2}|(?:[\da-f]{2}[:, -]{0,2}){6,}/gi)].flatMap(
      (match) => {
        const [run] = match;
        const range: Range = [match.index, match.index + run.length];
        const isHex = holds(Buffer.from(run.replace(/[:, -]/g, ''), 'hex').toString('utf8'));
        const isBase64 = [0, 1, 2, 3].some((skipped) => holdsBytes(run.slice(skipped)));
        return isHex || isBase64 ? [range] : [];
      },
    );
  }
}

/** The places in a text of what was found in a view of it. */
function inText({ starts, ends }: View, text: string, ranges: readonly Range[]): Range[] {
  return ranges.map(([start, end]) => [starts[start] ?? 0, ends[end - 1] ?? text.length]);
}

/** Parts of a word in small letters, each so long, but for those that a text shows anyway. */
function partsOf(given: string, length: number, shown: string, isTelling = (_: string) => true) {
  const word = lowerCase(given);
  const starts = Array.from({ length: Math.max(0, word.length - length + 1) }, (_, at) => at);
  return starts
    .filter((at) => isTelling(given.slice(at, at + length)))
    .map((at) => word.slice(at, at + length))
    .filter((part) => !shown.includes(part));
}

/** Whether capitals, small letters and figures stand in turn, as in no word. */
function isMixed(part: string): boolean {
  return /[a-z](?:[A-Z]|\d).*[A-Za-z]|[A-Z]\d.*[A-Za-z]|\d[A-Za-z].*[\dA-Z]/.test(part);
}

/** A word beyond ASCII with its marks apart or joined, and as its octets look in Latin-1. */
function otherLetters(word: string): string[] {
  const forms = [
    word.normalize('NFC'),
    word.normalize('NFD'),
    Buffer.from(word).toString('latin1'),
  ];
  return [...new Set(forms)].filter((form) => form !== word);
}

function backwards(text: string): string {
  return [...text].reverse().join('');
}

/** The text in base64, with its padding and without, since the padding may be cut off. */
function base64(text: string): string[] {
  const encoded = Buffer.from(text, 'utf8').toString('base64');
  return [encoded, encoded.replace(/={1,2}$/, '')];
}
