/** Domains of one organisation's servers that hand a mail on among themselves, by the headers of real mails. */
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

/** Names that mean something inside of one network alone (RFC 6762, and what networks use). */
const INSIDE = /\.(?:local|localdomain|localhost|internal|intern|lan|home|corp|private)$/;

/** Tells whom names belong to; undefined for those that only mean something inside: `localhost`, addresses. */
export interface Organisations {
  /** The domain that was registered (RFC 7489 section 3.2): what is aligned has the same. */
  domainOf(host: string): string | undefined;
  /** The same, one for all domains of those whose servers have several. */
  operatorOf(host: string): string | undefined;
  /** Whether a name is of such a network. */
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
