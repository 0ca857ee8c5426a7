import fc from 'fast-check';
import { parseRecipients, parseSender } from '../../src/settings/addresses/mail-address.js';
import { parseSmtpUri } from '../../src/settings/uri/smtp-uri.js';
import { SCHEME, splitAuthority, splitUri } from '../../src/settings/uri/split-uri.js';

const UPPER = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
const LOWER = 'abcdefghijkmnopqrstuvwxyz';
const DIGITS = '23456789';
const SPECIAL = '#/?%@:&+$!\\;,= "\'<>{}|^`~*()[]é密';

/** A password such as people have: each six characters of it are like nothing else that is printed. */
const secret = fc
  .array(
    fc.tuple(
      fc.constantFrom(...UPPER),
      fc.constantFrom(...LOWER),
      fc.constantFrom(...DIGITS),
      fc.option(fc.constantFrom(...SPECIAL), { nil: '', freq: 4 }),
    ),
    { minLength: 4, maxLength: 9 },
  )
  .map((parts) => parts.map((part) => part.join('')).join(''));

const user = fc.constantFrom('me', 'me@qq.com', 'me%40qq.com', 'apikey', '');
const host = fc.constantFrom('mail.example', 'smtp.qq.com', 'mailpit', '[2001:db8::1]', '10.0.0.1');
const port = fc.constantFrom(':465', ':587', ':25', '', ':99999', ':');
const end = fc.constantFrom('/?pool=true', '', '/', '/?secure=true', '?x=y#z');
const scheme = fc.constantFrom(
  ...['smtps://', 'smtp://', '', 'smtps//', 'smtps:/', 'smtps:', 'mailto:', 'https://', 'stmps://'],
  ...[
    'smtps:\\\\',
    'smtps：//',
    '//',
    'SMTP_URI=smtps://',
    'export SMTP_URI=',
    'smtps ://',
    '<smtps>://',
  ],
);

type Damage = (value: string, secret: string) => string;
const base64 = (text: string) => Buffer.from(text).toString('base64');

/** What happens to values on their way into a file. */
const DAMAGES: readonly Damage[] = [
  (value) => value,
  (value) => `"${value}`,
  (value) => `'${value}'`,
  (value) => `“${value}”`,
  (value) => `${value} # x`,
  (value) => `${value};`,
  (value) => ` ${value}\r\n`,
  (value) => `${value}\u200b`,
  (value) => value.replace('@', ' '),
  (value) => value.replace('@', '%40'),
  (value) => value.replace(/:(?=[^:]*$)/, ' '),
  (value) => value.replaceAll(':', '='),
  (value) => value.replaceAll(':', '：'),
  (value) => encodeURIComponent(value),
  (value) => base64(value),
  (value) => base64(value).replace(/(.{40})/g, '$1\n'),
  (value) => JSON.stringify({ uri: value }),
  (_, pass) => JSON.stringify({ host: 'mail.example', auth: { user: 'me', pass } }),
  (_, pass) => `{ auth: { user: 'me', pass: '${pass}' } }`,
  (_, pass) => `host=mail.example;user=me;password=${pass}`,
  (_, pass) => `mail.example:465:me:${pass}`,
  (_, pass) => `me ${pass} mail.example`,
  (_, pass) => pass,
  (_, pass) => `me:${pass}`,
  (_, pass) => `${pass}@mail.example:465`,
  (_, pass) => `smtps://me%40qq.com:${pass}`,
  (_, pass) => `smtp://localhost:2525:me:${pass}`,
  (_, pass) => `smtps://${pass}:me%40qq.com@smtp.qq.com`,
  (_, pass) => `smtps://me:smtp.qq.com@${pass}:465`,
  (_, pass) => `smtps://me@${pass}`,
  (_, pass) => `Tailchat <${pass}@x.org>`,
  (_, pass) => `me@${pass}`,
  (value) => value.split('').reverse().join(''),
  (value) => value.toUpperCase(),
  (value) => value.replace(/^[^@]{0,12}/, ''),
  (value) => value.slice(0, Math.ceil(value.length / 2)),
  (value) => `${value}\n${value}`,
  (value) => `${value},${value}`,
  (value) => `SMTP_SENDER=${value}`,
  (value) => `-----BEGIN\n${value}`,
  (value) => `$\{${value}}`,
  (value) => `\u202e${value}\x1b[2J`,
];

/** A value that may have been meant for a URI, and the password in it. */
export interface Damaged {
  value: string;
  secret: string;
}

/** Damaged values with a planted password: encoded or as it is, and then one to three things happen. */
export const damaged: fc.Arbitrary<Damaged> = fc
  .record({
    ...{ secret, user, host, port, end, scheme },
    isEncoded: fc.boolean(),
    damages: fc.array(fc.constantFrom(...DAMAGES), { minLength: 1, maxLength: 3 }),
  })
  .map(({ secret, user, host, port, end, scheme, isEncoded, damages }) => {
    const written = isEncoded ? encodeURIComponent(secret) : secret;
    const whole = `${scheme}${user}:${written}@${host}${port}${end}`;
    const value = damages.reduce((text, damage) => damage(text, written), whole);
    return { value, secret };
  });

/** So many characters of a password in a row are a part of it. */
const TELLTALE = 6;

/**
 * The forms in which a part of a password could be shown: six characters in a row, as they are, reversed,
 * in other cases, percent-encoded and as JSON and HTML have them, in base64 at each of its three places.
 */
function leakForms(secret: string, value: string): Set<string> {
  const texts = [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)];
  texts.push(secret.toUpperCase(), secret.toLowerCase(), [...secret].reverse().join(''));
  texts.push(escapeHtml(secret), encodeURIComponent(secret).toLowerCase());
  // Of an encoding of all only that part counts in which the password stands.
  for (const before of ['', '.', '..']) {
    for (const text of [secret, encodeURIComponent(secret)]) {
      const skipped = before.length === 0 ? 0 : 4;
      texts.push(base64(before + text).slice(skipped, -4));
    }
  }
  const asUri = base64(value);
  const at = value.indexOf(secret);
  if (at >= 0) texts.push(asUri.slice(Math.ceil(at / 3) * 4 + 4, -4));
  const forms = new Set<string>();
  for (const text of texts) {
    for (let start = 0; start + TELLTALE <= text.length; start += 1) {
      const form = text.slice(start, start + TELLTALE);
      // Entities stand in any HTML.
      if (form.replace(/&?#?\w{0,4};|&\w*$/, '').length >= 4) forms.add(form);
    }
  }
  return forms;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** The parts of a password that stand in what was printed, each with what stands around it. */
export function leaksOf(one: Damaged, printed: string): string[] {
  const found = [...leakForms(one.secret, one.value)].filter((form) => printed.includes(form));
  if (found.length === 0) return [];
  const known = understood(one);
  return found
    .filter((form) => !known.includes(form.toLowerCase()))
    .map((form) => {
      const at = printed.indexOf(form);
      return `${form} in ${printed.slice(Math.max(0, at - 80), at + 80)}`;
    });
}

/** An address in a domain with a usual ending, or at a plain name of a host, cannot be told apart from a password. */
const PLAUSIBLE = /@(?:[^@]*\.(?:example|[a-z]{2,3})|[a-z]+|[\d.]+|[\da-f]*:[\da-f:]*|\[[^@]*\])$/i;

/** What hardly stands beside an address, or before its `@`, but in a password. */
const SIGNS = /[#%:=$!;|^~{}*`?/@]/;

/**
 * What a value says where it is well-formed: of `me:pw@x.org` the server's name is shown, and of
 * `smtps://me:a@b` nobody can tell that `a@b` is the password.
 */
function understood({ value }: Damaged): string {
  const texts: (string | undefined)[] = [];
  for (const text of [value, value.trim(), ...value.split(/[\n,]/), value.replace(/ #.*/s, '')]) {
    const { uri } = parseSmtpUri(text);
    const sender = parseSender(text);
    const to = parseRecipients([text]);
    if (uri && PLAUSIBLE.test(`@${uri.host}`)) {
      texts.push(`@${uri.host}:${uri.port}`);
      // The host as it was written, where it is not of ASCII.
      texts.push(splitAuthority(splitUri(text.trim().replace(SCHEME, '')).authority).server);
    }
    if (uri?.user && (PLAUSIBLE.test(uri.user) || /^[a-z]{1,12}$/.test(uri.user)))
      texts.push(uri.user);
    const { address = '' } = sender.mailbox ?? {};
    const isClear = !SIGNS.test(text.replace(address, ''));
    const isMailbox = !SIGNS.test(address.replace(/@[^@]*$/, ''));
    const isAddress = sender.ok && PLAUSIBLE.test(address) && isClear && isMailbox;
    if (isAddress) texts.push(text, JSON.stringify(text), escapeHtml(text));
    // As a value of the document, between its quotation marks.
    if (isAddress) texts.push(`"${sender.mailbox.address}","${sender.mailbox.name}"`);
    if (to.ok) texts.push(...to.addresses);
  }
  return texts.join('\n').toLowerCase();
}
