import type { Evidence } from '../diagnosis/evidence.js';

/** Which name was looked for, and which the certificate has. */
type Names = Pick<Evidence, 'host' | 'certificateNames'>;

const NAME = '[\\w.*-]{1,253}';

/** How programs word both names. The pattern between them is the program's own. */
const SHAPES: readonly { words: RegExp; host: number; names?: number }[] = [
  // Node: tls.checkServerIdentity.
  {
    words: /Host: ([\w.-]{1,253}?)\. is not (?:in the cert's altnames|cert's CN): (.{1,2000})/,
    host: 1,
    names: 2,
  },
  { words: /IP: ([\da-f.:]{2,45}) is not in the cert's list: ?(.{0,2000})/i, host: 1, names: 2 },
  // Go: crypto/x509.
  { words: new RegExp(`certificate is valid for (.{1,2000}?), not (${NAME})`), host: 2, names: 1 },
  // OpenSSL's callers in C and Perl.
  {
    words: new RegExp(`CN=.?(${NAME}).{1,3}did not match expected CN=.?(${NAME})`),
    host: 2,
    names: 1,
  },
  // Python before 3.7, and since.
  {
    words: new RegExp(`host ?name '(${NAME})' doesn't match (?:either of )?(.{1,2000})`),
    host: 1,
    names: 2,
  },
  { words: new RegExp(`not valid for '(${NAME})'`), host: 1 },
  // curl and Java.
  { words: new RegExp(`target host ?name '(${NAME})'`), host: 1 },
  { words: new RegExp(`DNS name matching (${NAME}) found`), host: 1 },
];

/** Reads from an error message which name a certificate should have, and which names it has. */
export function certificateNamesIn(text: string): Names {
  for (const { words, host, names } of SHAPES) {
    const match = words.exec(text);
    if (!match) continue;
    const listed = names === undefined ? [] : namesIn(match[names] ?? '');
    const wanted = match[host];
    return {
      ...(wanted ? { host: wanted } : {}),
      ...(listed.length > 0 ? { certificateNames: listed } : {}),
    };
  }
  return {};
}

function namesIn(list: string): string[] {
  return list
    .split(/,\s*/)
    .map((name) =>
      name
        .trim()
        .replace(/^(?:DNS|IP Address):/, '')
        .replace(/^['"]|['"]?[)\].]{0,9}$/g, ''),
    )
    .filter((name) => /^[\w.*:-]{1,253}$/.test(name));
}
