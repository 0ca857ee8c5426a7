import stringWidth from 'string-width';
import type { ProviderListTexts } from '../language/provider-list-texts.js';
import type { ProviderEntry, ProviderList, ProviderServer } from '../report/provider-list.js';
import { formatHostPort } from '../settings/uri/host-port.js';
import { EMPTY, type Line, plain } from './failure-lines.js';
import type { StreamStyle } from './style.js';
import { hang } from './wrap.js';

/** What the list is written with. */
export interface ProviderListOptions {
  style: StreamStyle;
  texts: ProviderListTexts;
  /** What was looked for; empty for all. */
  words: string;
  /** Where none was found: what was likely meant. */
  meant?: { name: string; id: string } | undefined;
  /** The names or the one line only. */
  isQuiet: boolean;
}

/** The most servers that are named beside the first. */
const MOST_OTHERS = 4;

/** The blanks before a name and between it and its server. */
const BETWEEN = 4;
/** How much of a narrow terminal the names may take. */
const NAMES_SHARE = 0.4;

/** The providers for people: one of them in full, several as a list by kind. */
export function formatProviderList(list: ProviderList, options: ProviderListOptions): string {
  const { texts, words, meant, isQuiet, style } = options;
  const [first, ...others] = list.providers;
  const lines =
    first === undefined
      ? [
          plain(texts.none(words)),
          ...(meant ? [plain(texts.meant(meant.name, meant.id))] : []),
          ...(isQuiet || meant ? [] : [plain(texts.noneNext)]),
        ]
      : others.length > 0
        ? listLines(list.providers, options)
        : isQuiet
          ? [plain(first.servers[0]?.uri ?? first.name)]
          : inFull(first, options);
  return lines.map(([prefix, text]) => `${hang(prefix, text, style.width)}\n`).join('');
}

function listLines(
  providers: readonly ProviderEntry[],
  { style: { paint, width }, texts, isQuiet }: ProviderListOptions,
): Line[] {
  const rows = rowsOf(providers, width);
  const kinds = [...new Set(providers.map(({ kind }) => kind))];
  const lines = kinds.flatMap((kind): Line[] => [
    ...(isQuiet ? [] : [plain(paint.bold(texts.kinds[kind]))]),
    ...providers.filter((provider) => provider.kind === kind).flatMap((provider) => rows(provider)),
    ...(isQuiet ? [] : [EMPTY]),
  ]);
  return isQuiet ? lines : [...lines, plain(texts.more)];
}

/**
 * How each provider of a list is shown. Where the terminal is too narrow for their URIs, host and port are enough: the URI of one
 * of them is a command away.
 */
function rowsOf(
  providers: readonly ProviderEntry[],
  width: number,
): (provider: ProviderEntry) => Line[] {
  const widest = Math.max(...providers.map(({ name }) => stringWidth(name)));
  const longest = Math.max(...providers.map(({ servers }) => servers[0]?.uri.length ?? 0));
  const isWide = longest + widest + BETWEEN <= width;
  const column = isWide ? widest : Math.min(widest, Math.floor(width * NAMES_SHARE));
  return ({ name, servers: [server], password }) => {
    const address = server === undefined ? '' : isWide ? server.uri : shortServer(server);
    const text = password?.kind === 'none' ? password.name : address;
    const space = column - stringWidth(name);
    if (space >= 0 && column + BETWEEN + stringWidth(text) <= width)
      return [[`  ${name}${' '.repeat(space)}  `, text]];
    return [
      ['  ', name],
      ['    ', text],
    ];
  };
}

/** `smtp.x.org:465 (TLS)`: it looks like no URI, so that nobody takes it for one. */
function shortServer({ host, port, security }: ProviderServer): string {
  return `${formatHostPort(host, port)} (${security === 'tls' ? 'TLS' : 'STARTTLS'})`;
}

function inFull(entry: ProviderEntry, { style: { paint }, texts }: ProviderListOptions): Line[] {
  const { labels } = texts;
  const { servers, user, password, sender, limits, pages, checked } = entry;
  const [server, ...more] = servers;
  const others = more.slice(0, MOST_OTHERS).map(({ uri }) => uri);
  const rows: [label: string, text: string][] = [
    [labels.uri, server?.uri ?? ''],
    ...(user ? [[labels.user, user.words] as [string, string]] : []),
    ...(password
      ? [
          [
            labels.password,
            password.where ? texts.passwordFrom(password.name, password.where) : password.name,
          ] as [string, string],
        ]
      : []),
    ...(sender ? [[labels.sender, texts.senders[sender]] as [string, string]] : []),
    ...(limits ? [[labels.limits, limits] as [string, string]] : []),
    ...others.map((uri): [string, string] => [labels.others, uri]),
    ...pages.map((page): [string, string] => [labels.pages, page]),
    [labels.checked, checked],
  ];
  const width = Math.max(...rows.map(([label]) => stringWidth(label)));
  return [
    plain(paint.bold(entry.name)),
    EMPTY,
    ...rows.map(
      ([label, text]): Line => [`  ${label}${' '.repeat(width - stringWidth(label))}  `, text],
    ),
  ];
}
