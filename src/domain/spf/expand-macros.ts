/** What the macros of an SPF record stand for (RFC 7208 section 7.2). */
export interface MacroValues {
  /** The sender, `local-part@domain`. */
  sender: string;
  /** The domain whose record is read. */
  domain: string;
  /** The address of the client, as `expandedAddress` writes it. */
  ip: string;
  isIpv6: boolean;
  helo: string;
  /** The validated name of the address, `unknown` where there is none. */
  validatedName: string;
  /** The address as people write it. Only explanations use it. */
  readableIp: string;
  /** The receiver's name. Only explanations use it. */
  receiver: string;
}

const PART = /%(?:(%)|(_)|(-)|\{([slodiphcrtv])(\d*)(r?)([-.+,/_=]*)\})/gi;

/** Replaces the macros in a text that `parseSpf` has taken. */
export function expandMacros(text: string, values: MacroValues): string {
  return text.replace(PART, (...found: string[]) => {
    const [, percent, space, encoded, letter = '', digits = '', reverse = '', delimiters] = found;
    if (percent) return '%';
    if (space) return ' ';
    if (encoded) return '%20';
    const value = macroValue(letter.toLowerCase(), values);
    const separators = delimiters || '.';
    let parts = value.split(new RegExp(`[${separators.replace(/[-.+/]/g, '\\$&')}]`));
    if (reverse) parts.reverse();
    if (digits) parts = parts.slice(-Number(digits));
    const joined = parts.join('.');
    return letter === letter.toUpperCase() ? encodeUnreserved(joined) : joined;
  });
}

function macroValue(letter: string, values: MacroValues): string {
  const at = values.sender.lastIndexOf('@');
  switch (letter) {
    case 's':
      return values.sender;
    case 'l':
      return values.sender.slice(0, Math.max(at, 0)) || 'postmaster';
    case 'o':
      return values.sender.slice(at + 1);
    case 'd':
      return values.domain;
    case 'i':
      return values.ip;
    case 'p':
      return values.validatedName;
    case 'v':
      return values.isIpv6 ? 'ip6' : 'in-addr';
    case 'h':
      return values.helo;
    case 'c':
      return values.readableIp;
    case 'r':
      return values.receiver;
    default:
      return String(Math.floor(Date.now() / 1000));
  }
}

/** The text with every character but the unreserved ones (RFC 3986 section 2.3) percent-encoded. */
function encodeUnreserved(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** A name of at most 253 characters: labels are dropped from the left (RFC 7208 section 7.3). */
export function fitName(name: string): string {
  let fitted = name.replace(/\.$/, '');
  while (fitted.length > 253 && fitted.includes('.'))
    fitted = fitted.slice(fitted.indexOf('.') + 1);
  return fitted;
}
