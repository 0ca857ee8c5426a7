import { stripControls } from './control-characters.js';
import { MASK, type Secret } from './secret.js';

// A shorter password occurs in any text by chance: masking it would spoil every reply and hide
// nothing, since the pattern of the masks would tell it.
const SHORTEST_MASKED = 4;

/** Cleans text that came from outside of the secrets of this run and of control characters. */
export type Redact = (text: string) => string;

/**
 * Makes the function that every text from outside goes through before it enters a report or a
 * transcript: a server may repeat a password in plain, percent-encoded or base64 form.
 *
 * @param credentials the user name and the password of this run
 */
export function createRedactor(credentials: { user?: string; password?: Secret }): Redact {
  const password = credentials.password?.reveal() ?? '';
  if (password === '') return stripControls;
  const needles = formsOf(password, credentials.user ?? '');
  return (text) => {
    let clean = text;
    for (const needle of needles) clean = clean.replaceAll(needle, MASK);
    return stripControls(clean);
  };
}

/** The forms in which a password can travel, longest first. */
function formsOf(password: string, user: string): string[] {
  const encoded = encodeURIComponent(password);
  const isShort = password.length < SHORTEST_MASKED;
  const bare = [
    password,
    encoded,
    encoded.replace(/%[0-9A-F]{2}/g, (octet) => octet.toLowerCase()),
    base64(password),
  ];
  const withUser = [base64(`\0${user}\0${password}`), base64(`${user}\0${user}\0${password}`)];
  const forms = new Set(isShort ? withUser : [...bare, ...withUser]);
  // The padding may be cut or the text go on: the part that is sure to stand there is masked too.
  for (const form of [...forms]) forms.add(form.replace(/={1,2}$/, ''));
  return [...forms]
    .filter((form) => form.length >= SHORTEST_MASKED)
    .sort((a, b) => b.length - a.length);
}

function base64(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64');
}
