import type { Evidence } from '../diagnosis/evidence.js';
import { PROVIDERS } from '../providers/index.js';
import { MASK } from '../safety/secret.js';
import { certificateNamesIn } from './certificate-names.js';
import type { KnownError } from './patterns/pattern.js';

const TO_ENDPOINT = /\b(?:connect|dial)\b(?:(?! at )[^\n]){0,200}/i;
/** The port of an address or a name, as programs write the two: behind a colon, or behind its name. */
const PORT = /[\w.\]](?::|,? (?:on )?(?:port|端口)[:：]? ?)(\d{1,5})(?![\w.]|:[\w:])/i;
/** The machine itself, where it is not the side that the connection came from, or a proxy on its way. */
const OWN = String.raw`(?<!(?:\b(?:from|via|proxy|peer|client|through)|代理|来自)\W{0,3}|\b(?:https?|wss?|fastcgi|unix)://)(?<![\w.:@-])\[?(127(?:\.\d{1,3}){3}|0\.0\.0\.0|::1?|localhost)\]?`;
const OWN_ADDRESS = new RegExp(
  `${OWN}(?::|,? (?:on )?(?:port|端口)[:：]? ?|, | )(\\d{1,5})(?![\\w.])`,
  'i',
);
/** The same without a port. */
const OWN_TARGET = new RegExp(
  `\\b(?:connect\\w{0,3}|dial|reach|to|host|server|address)[ :=]{1,2}["'\`]?${OWN}(?![\\w.-])`,
  'i',
);
/** The name that was asked for: behind a code of Node's, as PHP 8 writes it, or before a colon, as Go does. */
const BEHIND_CODE =
  /\b(?:(?:getaddrinfo|query\w*) E[A-Z_]{2,20}|getaddrinfo for) (\S{1,300}@)?([\w.-]{1,253})/;
const BEFORE_COLON = /\blookup (\S{1,300}@)?([\w.-]{1,253})(?=:| on \S)/;
/** Any other word there is one of the sentence, unless it has a dot. */
const WITH_DOT =
  /\b(?:getaddrinfo|lookup|query\w*|can['’]t (?:resolve|find)) ["'(]?(\S{1,300}@)?([\w-]{1,63}(?:\.[\w-]{1,63}){1,10})/;
/** What JavaScript writes for a name that is not set, and what a sentence says of a lookup. */
const NO_NAME = /^(?:undefined|null|NaN|false|true|errors?|failed|failure)$/i;

/** The servers of all providers, made at first use. */
let hosts: ReadonlySet<string> | undefined;

/** Whether a name is that of a server of a known provider. */
export function isProviderServer(name: string): boolean {
  hosts ??= new Set(PROVIDERS.flatMap(({ servers }) => servers.map((server) => server.host)));
  return hosts.has(name.toLowerCase());
}

/** The provider's server that a line names. A name in a reply may be that of a help page. */
function serverOf(text: string): Partial<Evidence> {
  const names = text.match(/[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/g) ?? [];
  const host = names.find(isProviderServer);
  return host === undefined ? {} : { host };
}

/** The server that a failure happened with, as far as the line names it. */
function endpointIn(text: string, isConnect: boolean): Partial<Evidence> {
  const [, ofLogin, name = ''] =
    BEHIND_CODE.exec(text) ?? BEFORE_COLON.exec(text) ?? WITH_DOT.exec(text) ?? [];
  // What stands before the `@` of a name that was asked for is of the login.
  if (name !== '' && !NO_NAME.test(name)) return { host: ofLogin ? `${MASK}@${name}` : name };
  const endpoint = TO_ENDPOINT.exec(text)?.[0];
  if (endpoint === undefined) return isConnect ? ownIn(text) : {};
  const port = Number(PORT.exec(endpoint)?.[1]);
  if (!isPort(port)) return isConnect ? ownIn(endpoint) : {};
  const own = ownIn(endpoint);
  return own.port === port ? own : { port };
}

/** The machine itself, where a connection to it failed. A mail library without settings tries it. */
function ownIn(text: string): Partial<Evidence> {
  const [, host, digits] = OWN_ADDRESS.exec(text) ?? [];
  const port = Number(digits);
  if (host !== undefined && isPort(port)) return { host, port };
  const target = OWN_TARGET.exec(text)?.[1];
  return target === undefined ? {} : { host: target };
}

function isPort(port: number): boolean {
  return port > 0 && port < 65536;
}

/** Node's code for a certificate of other names. */
const OF_NAMES = 'ERR_TLS_CERT_ALTNAME_INVALID';

/** The server and its names, from the line of a known error or from any line. */
export function placeIn(text: string, known: KnownError | undefined): Partial<Evidence> {
  return {
    ...(known ? serverOf(text) : {}),
    ...endpointIn(text, known?.step === 'connect'),
    // One of the names in such a line is the server's. The others are the certificate's.
    ...(known?.evidence?.errorCode === OF_NAMES ? certificateNamesIn(text) : {}),
  };
}
