import type { NamedPart } from '../../report/yaml-spot.js';
import { MASK, Secret } from '../../safety/secret.js';
import { InterpolationError, interpolate } from '../readers/interpolate.js';
import type { Lookup } from '../readers/reader.js';
import { shownName } from '../shown-name.js';
import { SCHEME, splitAuthority, splitLogin, splitUri } from '../uri/split-uri.js';

/** A name that Compose replaces, with the word that stands in its place or instead of it; or a sign that is doubled. */
const EXPRESSION = /\$(?:\$|([a-z_]\w*)|\{([a-z_]\w*)(?:(:?[-+?])([^${}]*))?\})/gi;
/** A word that is shown: of a host or a port. */
const PLAIN_WORD = /^[\w.-]*$/;
/** Stands for a name while the text is taken apart, since the name may hold signs with a meaning there. */
const FIRST_STAND_IN = 0xe000;
const STAND_IN = /[\ue000-\ue0ff]/g;

/**
 * The parts of a URI in a compose file that are written with names, so that a line in its place can keep them: the password, above
 * all, is to stay where it is. Pure.
 *
 * @param entry the value as it is written, where names are in it, and what came of it
 * @param lookup the values of the names
 */
export function namedParts(
  { written: text, value }: { written?: string | undefined; value: string | undefined },
  lookup: Lookup,
): NamedPart[] {
  if (text === undefined || value === undefined || !SCHEME.test(value)) return [];
  const found: RegExpExecArray[] = [];
  const plain = text.replace(EXPRESSION, (...match) => {
    if (match[0] === '$$' || found.length > 0xff) return match[0];
    found.push(match as unknown as RegExpExecArray);
    return String.fromCharCode(FIRST_STAND_IN + found.length - 1);
  });
  const [written, read] = [partsOf(plain), partsOf(value)];
  return PARTS.flatMap((part): NamedPart[] => {
    const own = written[part];
    const was = read[part];
    const names = own?.match(STAND_IN)?.map((one) => found[one.charCodeAt(0) - FIRST_STAND_IN]);
    if (own === undefined || was === undefined || !names) return [];
    const isSecret = part === 'password';
    // What stands beside a name in a password is a piece of it.
    if (isSecret && own.replace(STAND_IN, '') !== '') return [];
    const spell = (how: (match: RegExpExecArray) => string) =>
      own.replace(STAND_IN, (one) => {
        const match = found[one.charCodeAt(0) - FIRST_STAND_IN];
        return match ? how(match) : '';
      });
    if (
      replaced(
        spell(([whole]) => whole),
        lookup,
      ) !== was
    )
      return [];
    if (names.some((match) => !mayBeShown(match, lookup))) return [];
    return [{ part, was: new Secret(was), written: spell((match) => shown(match, isSecret)) }];
  });
}

/** The name of a variable that is set tells nothing of a password. */
function mayBeShown(match: RegExpExecArray | undefined, lookup: Lookup): boolean {
  const [, bare, braced] = match ?? [];
  const name = bare ?? braced ?? '';
  const isSet = lookup(name) !== undefined;
  return isSet || shownName([{ name, isBraced: bare === undefined }]) !== undefined;
}

function shown([whole, , braced, operator, word = '']: RegExpExecArray, isSecret: boolean): string {
  if (operator === undefined || (!isSecret && PLAIN_WORD.test(word))) return whole;
  return `\${${braced}${operator}${word === '' ? '' : MASK}}`;
}

function replaced(text: string, lookup: Lookup): string | undefined {
  try {
    return interpolate(text, lookup);
  } catch (error) {
    if (error instanceof InterpolationError) return undefined;
    throw error;
  }
}

const PARTS = ['user', 'password', 'host', 'port'] as const;
type Parts = Partial<Record<NamedPart['part'], string | undefined>>;

/** The parts of a URI, and what stands before and behind them. */
function partsOf(uri: string): Parts & { scheme: string; end: string } {
  const scheme = SCHEME.exec(uri)?.[0] ?? '';
  const rest = uri.slice(scheme.length);
  const { authority } = splitUri(rest);
  const { login, server } = splitAuthority(authority);
  const [, host = '', port] = /^(\[[^\]]*\]|[^:]*)(?::(.*))?$/s.exec(server) ?? [];
  const { user, password } = login === undefined ? {} : splitLogin(login);
  return { scheme, user, password, host, port, end: rest.slice(authority.length) };
}

/**
 * A URI, maybe masked, with the names for those of its parts that are as they were.
 *
 * @param spell how any other text is written
 */
export function withNamedParts(
  uri: string,
  named: readonly NamedPart[],
  spell: (text: string) => string,
): string {
  const { scheme, user, password, host, port, end } = partsOf(uri);
  const put = (part: NamedPart['part'], text: string) => {
    const known = named.find((one) => one.part === part);
    const isSame = text === MASK || known?.was.equals(new Secret(text));
    return known && isSame ? known.written : spell(text);
  };
  const before = password === undefined ? '' : `:${put('password', password)}`;
  const login = user === undefined ? '' : `${put('user', user)}${before}@`;
  const behind = port === undefined ? '' : `:${put('port', port)}`;
  return `${spell(scheme)}${login}${put('host', host ?? '')}${behind}${spell(end)}`;
}
