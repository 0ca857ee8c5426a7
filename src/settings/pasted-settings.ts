import type { PastedForm } from '../report/bad-uri-facts.js';
import { type Raw, reveal, Secret } from '../safety/secret.js';
import { type ForeignSettings, foreignSettings, settingsOf } from './foreign-settings.js';
import { repairUri } from './uri/repair-uri.js';
import { parseSmtpUri } from './uri/smtp-uri.js';
import { SCHEME } from './uri/split-uri.js';

/** Settings that were pasted with surrounding text, and the form of that text. */
export interface PastedSettings extends ForeignSettings {
  form: PastedForm;
}

// In characters: more than anybody pastes.
const LONGEST = 20_000;
const NAME = /^[A-Za-z_][\w.-]*$/;
const ENGINE = /^(?:docker|podman|nerdctl)$/;
const FLAG = /^(?:-e|--env)(?:=|$)/;
/** What begins another option or setting. */
const FURTHER =
  /\s--?[a-z][a-z-]{0,30}(?=[\s=])|[;\s]\s{0,9}(?:\$env:|export\s|set\s)?[A-Z]{1,20}_[A-Z_]{1,40}\s?[=:]/;
const SHELL = /^(?:export|set|setx|setenv|declare|typeset|env|ENV|ARG)$/;

/**
 * What a text says that is more than a URI: `export SMTP_URI=…`, `docker run -e SMTP_URI=…`, lines of an env file
 * or a compose file, another application's settings. Pure.
 *
 * @param raw what was given in the place of a URI
 * @returns undefined where it is a URI, or none can be made of it
 */
export function readPasted(raw: Raw): PastedSettings | undefined {
  const text = reveal(raw).trim();
  if (text.length > LONGEST || SCHEME.test(text)) return undefined;
  const words = wordsOf(text);
  const pairs = pairsOf(words);
  if (pairs.size === 0) return undefined;
  const form = formOf(words);
  const written = pairs.get('SMTP_URI');
  // A rest with an `@` that is no further setting may belong to a password with a blank in it.
  if (written !== undefined && /@/.test(restOfValue(text, written))) return undefined;
  const own = written === undefined ? undefined : usable(written);
  if (own) return { form, ...settingsOf(own, [], pairs.get('SMTP_SENDER')?.trim()) };
  const foreign = written === undefined ? foreignSettings(pairs) : undefined;
  return foreign && { ...foreign, form };
}

/** The rest of the line behind a value, up to the next option or setting. */
function restOfValue(text: string, value: string): string {
  const [line = ''] = text.slice(text.indexOf(value) + value.length).split(/[\r\n]/, 1);
  return line.split(FURTHER, 1)[0] ?? '';
}

function usable(value: string): Secret | undefined {
  return parseSmtpUri(value).ok ? new Secret(value) : repairUri(value)?.value;
}

/** The words of a text, split as a shell does, without replacing anything. */
function wordsOf(text: string): string[] {
  const words: string[] = [];
  let word: string | undefined;
  let quote = '';
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at] ?? '';
    if (quote !== '') {
      if (char === quote) quote = '';
      else word += char;
    } else if (/\s/.test(char)) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else if ((char === '"' || char === "'") && isQuote(text, at, char)) {
      quote = char;
      word ??= '';
    } else if (char === '\\' && /\r?\n/.test(text.slice(at + 1, at + 2))) {
      // A backslash before a line end joins the lines.
    } else word = (word ?? '') + char;
  }
  return word === undefined ? words : [...words, word];
}

/** Whether a quotation mark begins a word or a value, and has its counterpart. Others belong to a password. */
function isQuote(text: string, at: number, char: string): boolean {
  return /^$|[\s=:]/.test(text[at - 1] ?? '') && text.indexOf(char, at + 1) > 0;
}

/** `NAME=value`, behind `-e`, `--env=`, `$env:` or nothing, and `NAME: value`. */
function pairsOf(words: readonly string[]): Map<string, string> {
  const pairs = new Map<string, string>();
  let last: string | undefined;
  for (const [index, word] of words.entries()) {
    const before = words[index - 1] ?? '';
    const twoBefore = (words[index - 2] ?? '').replace(/^\$env:/, '');
    const bare = word.replace(/^(?:-e=?|--env=|\$env:)(?=[A-Za-z_])/, '').replace(/;$/, '');
    const equals = bare.indexOf('=');
    const name = equals < 0 ? '' : bare.slice(0, equals);
    const isYaml = /^[A-Za-z_]\w*:$/.test(before);
    if (NAME.test(name)) {
      pairs.set(name, bare.slice(equals + 1));
      last = name;
    } else if (isYaml) {
      last = before.slice(0, -1);
      pairs.set(last, word);
    } else if (before === '=' && NAME.test(twoBefore)) {
      last = twoBefore;
      pairs.set(last, word);
    } else if (twoBefore === 'setx' && NAME.test(before)) {
      pairs.set(before, word);
    } else if (last === 'SMTP_SENDER' && !word.startsWith('-') && !isWhole(pairs.get(last))) {
      // The text before this address is a name without quotes.
      pairs.set(last, `${pairs.get(last)} ${word}`);
    } else last = undefined;
  }
  return pairs;
}

function isWhole(sender = ''): boolean {
  return /@[^\s>@]+>?$/.test(sender);
}

function formOf(words: readonly string[]): PastedForm {
  const [first = ''] = words;
  const isRun = ENGINE.test(first) || (first === 'sudo' && ENGINE.test(words[1] ?? ''));
  if (isRun || words.some((word) => FLAG.test(word) || /^-e[A-Z_]/.test(word)))
    return 'docker-flags';
  return SHELL.test(first) || first.startsWith('$env:') ? 'shell' : 'assignment';
}
