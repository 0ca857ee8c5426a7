import { SECRET_WORDS } from '../../safety/secret-words.js';
import { ORDINARY } from '../../settings/ordinary-words.js';
import { isDoubtfulHost } from '../../settings/uri/shown-host.js';
import { isProviderServer } from '../endpoint.js';
import {
  ANNOUNCES,
  CHINESE_NAMES,
  isHeader,
  REPLY,
  RULE,
  rowWithLogin,
  SHORT_NAMES,
} from './echoed-words.js';
import { isOfVocabulary, wordsIn } from './shown-words.js';

/** What a password stands behind: its name, a login, a command or an option that takes one, a variable with a URI. */
const BEFORE_SECRET = new RegExp(
  String.raw`${SECRET_WORDS}|${SHORT_NAMES}|${CHINESE_NAMES}|\blog(?:[ -]?(?:in|on)|ged in|ging in)\b|登录|登陆|\bauthorization\b|\bAUTH (?:PLAIN|LOGIN|XOAUTH2|CRAM-MD5)\b|(?<!\S)-(?:xu|xp|ap|au|u|p)\b|_(?:UR[IL]|DSN)\b|:\/\/[^\s/@]{0,200}:|\bu\/p\b`,
  'gi',
);
/** A server's question for the user or the password, which the next line answers. */
const QUESTION = /(?<![\w.])334(?: |$)/;
const FRAME = /^\s*(?:\S{1,40} ?\| *)?at /;

/** The server of a setting, of a command, of a URI, and of a log, which writes its address behind it. */
const HOSTS = [
  /(?:host\w{0,20}|server\w{0,20}|relay\w{0,20}|domain|service|(?<![\w-])-s|ECONNREFUSED)["'`]?[\s=:>,"'`]{1,5}\[?([\w.-]{1,253})(?![\w@-])/gi,
  /(?<![\w.@-])([\w-]{1,63}(?:\.[\w-]{1,63}){1,8})\[[\da-f.:]{3,45}\]/gi,
];

/** The server of a URI: what stands before it, and whether a port stands behind it. */
const OF_LOGIN = /:\/\/(\S{1,500}[@＠])?([\w.-]{1,253})(?=(:\d)|[/?#\s"'`,]|$)/g;

/** What a person or a program wrote: no server, and no frame of a stack. */
function saidIn(texts: readonly string[]): string[] {
  return texts
    .flatMap((text) => text.split(/\r?\n/))
    .map((line) => (FRAME.test(line) ? '' : line.replace(REPLY, '')));
}

/** Whether a text has something where a password may stand, that is no word which replies consist of. */
export function holdsSecret(texts: readonly string[]): boolean {
  const isHost = hostsOf(texts);
  const isUnknown = (line: string) =>
    [...wordsIn(line)].some(({ word }) => !isOfVocabulary(word, isHost));
  let isAnnounced = false;
  for (const line of texts.flatMap((text) => text.split(/\r?\n/))) {
    if (FRAME.test(line)) continue;
    const said = line.replace(REPLY, '');
    if (isAnnounced && isUnknown(said)) return true;
    if (isUnknown(rowWithLogin(line) ?? '')) return true;
    const names = [...said.matchAll(BEFORE_SECRET)];
    const [first] = names;
    if (first && isUnknown(said.slice(first.index + first[0].length))) return true;
    if (isAnnounced && (RULE.test(said) || said.trim() === '')) continue;
    isAnnounced =
      QUESTION.test(line) || (first !== undefined && (ANNOUNCES.test(line) || isHeader(line)));
  }
  return false;
}

/** What stands in the place of a value, or a code. */
const NONE = /^(?:null|none|undefined|true|false|\d{3})$/i;
/** A word that is set as a password, with a sign between them; the sign, and a quotation mark. */
const SET = new RegExp(
  String.raw`(?:${SECRET_WORDS}|${CHINESE_NAMES}|(?<![a-z])pw)\w{0,9}["'\x60]?[ \t]{0,3}(?:([=:：>]|is|是)[ \t]{0,3}|[ \t]{1,3}(?=["'\x60]))(?:["'\x60“「]([\p{L}\d]{3,60})["'\x60”」]|([\p{L}\d]{3,60})(?![^\s,;，；。<]))`,
  'giu',
);
/** The password of a URI. */
const OF_URI = /:\/\/[^\s/:@]{0,200}:([^\s@]{3,100})@/g;

/** Passwords that are words of replies as well: known by their place alone. In small letters. */
export function ordinaryPasswords(texts: readonly string[]): ReadonlySet<string> {
  const lines = saidIn(texts);
  const set = lines.flatMap((line) =>
    [...line.matchAll(SET)].flatMap(([, sign, quoted, word = '']) =>
      quoted === undefined && sign !== '=' && ORDINARY.test(word) ? [] : [quoted ?? word],
    ),
  );
  const ofUris = lines.flatMap((line) => [...line.matchAll(OF_URI)].map(([, word = '']) => word));
  const isWord = (word: string) => !NONE.test(word) && isOfVocabulary(word, () => false);
  return new Set([...set, ...ofUris].filter(isWord).map((word) => word.toLowerCase()));
}

/** Tells the names of servers that may be shown beside a secret: those of the settings in the texts, and of providers. */
export function hostsOf(texts: readonly string[]): (name: string) => boolean {
  const named = new Set<string>();
  for (const line of saidIn(texts)) {
    for (const [, name = ''] of HOSTS.flatMap((pattern) => [...line.matchAll(pattern)])) {
      named.add(name.toLowerCase());
    }
    for (const [, login, name = '', port] of line.matchAll(OF_LOGIN)) {
      const around = { hasLogin: login !== undefined, hasPort: port !== undefined };
      if (!isDoubtfulHost(name, around)) named.add(name.toLowerCase());
    }
  }
  return (name) => named.has(name.toLowerCase()) || isProviderServer(name) || OWN.test(name);
}

/** The machine itself. */
const OWN = /^(?:127(?:\.\d{1,3}){3}|0\.0\.0\.0|::1?|localhost)$/;
