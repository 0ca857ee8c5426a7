/** The text records of names, or the name that another one stands for. A record may be split into strings. */
export type ZoneOfCase = Record<string, { cname: string } | (string | string[])[]>;

/** What a zone file says of them. */
export function zoneLines(records: ZoneOfCase): string[] {
  return Object.entries(records).flatMap(([name, value]) =>
    'cname' in value
      ? [`${name}. CNAME ${value.cname}.`]
      : value.map((text) => `${name}. TXT ${[text].flat().map(quoted).join(' ')}`),
  );
}

/** A string of a zone file (RFC 1035 section 5.1): what means something there by its number. */
function quoted(text: string): string {
  const octets = [...Buffer.from(text, 'utf8')].map((octet) =>
    /[ -!#-:<-[\]-~]/.test(String.fromCharCode(octet))
      ? String.fromCharCode(octet)
      : `\\${String(octet).padStart(3, '0')}`,
  );
  return `"${octets.join('')}"`;
}
