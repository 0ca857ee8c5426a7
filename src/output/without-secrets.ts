import type { Report } from '../report/report.js';
import { createMasking } from '../safety/redactor.js';
import { MASK, reveal } from '../safety/secret.js';
import { readPasted } from '../settings/pasted-settings.js';
import { maskUrisIn } from '../settings/uri/mask-uri.js';
import { repairUri } from '../settings/uri/repair-uri.js';
import { parseSmtpUri } from '../settings/uri/smtp-uri.js';

/** In characters. A shorter password is a part of usual words. */
const SHORTEST_FOUND = 6;

/**
 * The report without a password, even with `--show-secrets`: for pages, summaries and logs, which are kept where many people read.
 */
export function withoutSecrets(report: Report): Report {
  const { settings, failure } = report;
  const uris = [settings.uri, failure?.suggestion?.uri].flatMap((uri) => uri ?? []);
  const passwords = uris.flatMap(passwordIn);
  const hideLong = createMasking(passwords.filter(({ length }) => length >= SHORTEST_FOUND));
  const hide = (text: string) =>
    passwords.reduce(
      (hidden, password) =>
        [password, encodeURIComponent(password)].reduce(
          (all, one) => all.replaceAll(`:${one}@`, `:${MASK}@`),
          hidden,
        ),
      hideLong(text),
    );
  return JSON.parse(JSON.stringify(report), (key, value: unknown) => {
    if (typeof value !== 'string') return value;
    if (key === 'uri' || key === 'value') return maskUrisIn(value);
    // A word alone is a code or a name, but for an address.
    return /[\s@]/.test(value) ? hide(value) : value;
  });
}

/** The password of a URI, also of a damaged or a pasted one. */
function passwordIn(uri: string): string[] {
  const whole = repairUri(readPasted(uri)?.uri ?? uri)?.value;
  return [uri, ...(whole ? [reveal(whole)] : [])].flatMap((one) => {
    const read = parseSmtpUri(one);
    const password = read.uri?.password?.reveal() ?? '';
    return password === '' || password === MASK ? [] : [password];
  });
}
