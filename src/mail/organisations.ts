/** Domains by organisation, for servers that pass a mail on among themselves. They were read in the headers of real mails. */
const FAMILIES: readonly (readonly string[])[] = [
  ['outlook.com', 'office365.com', 'exchangelabs.com', 'hotmail.com', 'microsoft.com'],
  ['google.com', 'googlemail.com', 'gmail.com'],
  ['yahoo.com', 'yahoodns.net', 'aol.com'],
  ['icloud.com', 'me.com', 'apple.com', 'mac.com'],
  ['gmx.net', 'gmx.de', 'gmx.com', 'web.de'],
  ['protonmail.ch', 'protonmail.com', 'proton.me', 'proton.ch'],
  ['messagingengine.com', 'fastmail.com'],
  ['yandex.net', 'yandex.ru', 'yandex.com'],
  ['163.com', '126.com', 'yeah.net', 'netease.com'],
  ['qq.com', 'foxmail.com'],
  ['zoho.com', 'zohomail.com', 'zoho.eu'],
];

/** Names with a meaning in one network only (RFC 6762, and usual names of networks). */
const INSIDE = /\.(?:local|localdomain|localhost|internal|intern|lan|home|corp|private)$/;

/** Tells the owners of names. Undefined for names with a meaning inside only: `localhost`, addresses. */
export interface Organisations {
  /** The registered domain (RFC 7489 section 3.2). Aligned domains have the same. */
  domainOf(host: string): string | undefined;
  /** The same, with one answer for all domains of an organisation. */
  operatorOf(host: string): string | undefined;
  /** Whether a name has a meaning only inside of such a network. */
  isInside(host: string): boolean;
}

/** Loads the list of public suffixes, without which `a.co.uk` and `b.co.uk` look like one. */
export async function loadOrganisations(): Promise<Organisations> {
  const { getDomain } = await import('tldts');
  const domainOf = (host: string) => {
    const name = host.toLowerCase().replace(/\.$/, '');
    if (!/\.[a-z][a-z\d-]*$/.test(name) || INSIDE.test(name)) return undefined;
    return getDomain(name, { allowPrivateDomains: true }) ?? undefined;
  };
  const operatorOf = (host: string) => {
    const own = domainOf(host);
    return FAMILIES.find((family) => own !== undefined && family.includes(own))?.[0] ?? own;
  };
  const isInside = (host: string) => INSIDE.test(host.toLowerCase());
  return { domainOf, operatorOf, isInside };
}
