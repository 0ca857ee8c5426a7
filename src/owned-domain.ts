/** Second labels that stand for a kind of owner below a country: `com.cn`, `co.uk`, `ne.jp`. */
const CATEGORIES =
  /^(?:ac|ad|asn|biz|co|com|ed|edu|firm|gen|go|gob|gouv|gov|gr|id|idf|idv|in|ind|info|lg|ltd|me|mil|ne|net|nhs|nic|nom|or|org|pe|plc|pro|re|res|sch|school)$/;

/** The provinces of China, each with a domain of its own: `bj.cn`. */
const PROVINCES =
  /^(?:ac|ah|bj|cq|fj|gd|gs|gx|gz|ha|hb|he|hi|hk|hl|hn|jl|js|jx|ln|mo|nm|nx|qh|sc|sd|sh|sn|sx|tj|tw|xj|xz|yn|zj)\.cn$/;

/** Domains below which services give names to everybody, as the private part of the Public Suffix List has them. */
const SHARED: ReadonlySet<string> = new Set(
  [
    '3322.org asuscomm.com cloudns.cc cloudns.org ddns.net ddnsfree.com ddnss.de diskstation.me dsmynas.com duckdns.org dyndns.org',
    'dynu.net dynv6.net eu.org f3322.net freeddns.org github.io gitlab.io hopto.org i234.me mooo.com mydns.jp myds.me myfritz.net',
    'myqnapcloud.com netlify.app ngrok.io nip.io no-ip.org noip.me oicp.net pages.dev pp.ua servehttp.com sslip.io synology.me',
    'br.com cn.com co.com de.com eu.com gb.net hu.net in.net jp.net jpn.com msk.ru ru.com sa.com se.net spb.ru uk.com uk.net us.com za.com',
    'ddns.me dscloud.biz dscloud.me no-ip.biz onmicrosoft.com azurewebsites.net herokuapp.com fly.dev',
    'sytes.net tplinkdns.com web.id web.tr web.za trycloudflare.com ts.net us.kg vercel.app vicp.cc vicp.net workers.dev xicp.net zapto.org zicp.net',
  ].flatMap((line) => line.split(' ')),
);

/**
 * The part of a name that belongs to one owner: its last two labels, or three where everybody can have a name below the two. It
 * decides who may be given a password, so a name that is taken for a stranger's costs only a trial. A whole Public Suffix List
 * would weigh as much as a third of this program.
 */
export function ownedDomain(name: string): string {
  const labels = name.toLowerCase().replace(/\.$/, '').split('.');
  const [second = '', top = ''] = labels.slice(-2);
  const suffix = `${second}.${top}`;
  const isOfCountry = /^[a-z]{2}$/.test(top);
  const isForAll =
    SHARED.has(suffix) || (isOfCountry && (CATEGORIES.test(second) || PROVINCES.test(suffix)));
  return labels.slice(isForAll ? -3 : -2).join('.');
}
