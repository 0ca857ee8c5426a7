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

/** Tells whose server it is; undefined for names that only mean something inside: `localhost`, addresses. */
export type OrganisationOf = (host: string) => string | undefined;

/** Loads the list of public suffixes, without which `a.co.uk` and `b.co.uk` look like one. */
export async function loadOrganisations(): Promise<OrganisationOf> {
  const { getDomain } = await import('tldts');
  return (host) => {
    const name = host.toLowerCase().replace(/\.$/, '');
    if (!/\.[a-z][a-z\d-]*$/.test(name) || INSIDE.test(name)) return undefined;
    const own = getDomain(name, { allowPrivateDomains: true }) ?? undefined;
    return FAMILIES.find((family) => own !== undefined && family.includes(own))?.[0] ?? own;
  };
}
