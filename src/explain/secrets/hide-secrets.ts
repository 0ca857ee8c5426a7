import type { Reply } from '../../report/report.js';
import { createMasking, type Redact, TELLTALE } from '../../safety/redactor.js';
import { MASK } from '../../safety/secret.js';
import { shownLoggedHost } from '../../settings/uri/shown-host.js';
import type { FoundExplanation, FoundFinding } from '../found-explanation.js';
import {
  type ClientWords,
  clientWordsOf,
  isAboutLogin,
  isEcho,
  PLAIN_WORD,
  partsOf,
  writtenIn,
} from './echoed-words.js';
import { holdsSecret, hostsOf, ordinaryPasswords } from './holds-secret.js';
import { isOfReplies, isPhrase, learnSecrets } from './learned-secrets.js';
import {
  type IsHost,
  isAddress,
  isHarmless,
  isOfVocabulary,
  showCodes,
  showKnownWords,
  showVocabulary,
} from './shown-words.js';

/** What was read of a text, from which can be told what is secret in it. */
export interface Read {
  /** Its beginning, or the whole, and what else is known of it. */
  texts: readonly string[];
  /** Nothing stands behind that. */
  isWhole: boolean;
  /** It is a letter: a server's words may stand anywhere in its sentences. */
  isLetter: boolean;
  /** What a person pasted around the letter. */
  beside?: string;
}

/** What was found in a text and may still hold secrets, and that by which they are told. */
export interface Unhidden {
  found: FoundExplanation;
  read: Read;
}

/**
 * Hides what may be a secret in all that is repeated of a text. A server repeats what it got, and nothing in its words tells a
 * password from a word. So three kinds are hidden: what one of the texts masks as a secret anywhere; in words about a login, all that
 * is no known word; in other words, what a program or a person wrote elsewhere, or may have written where not all was read.
 *
 * @param all texts that belong together, since one may name what another repeats
 * @returns what was found in each
 */
export function hideSecrets(all: readonly Unhidden[]): FoundExplanation[] {
  if (all.every(({ found }) => found.findings.length === 0)) return all.map(({ found }) => found);
  const hiding = new Hiding(all.map(({ read }) => read));
  return all.map(({ found, read }) => {
    const findings = found.findings.map((one) => hideIn(one, hiding, read));
    const letters = found.letters?.map((letter) => ({
      ...letter,
      subject: letter.subject && hiding.name(letter.subject),
    }));
    // The numbers of findings stand in the letters.
    return letters
      ? { ...found, findings, letters }
      : { ...found, findings: withoutTwins(findings, found.findings) };
  });
}

/** Drops what only the hidden words told from what was found before. */
function withoutTwins(findings: FoundFinding[], before: readonly FoundFinding[]): FoundFinding[] {
  const seen = new Set<string>();
  return findings.filter(({ failure }, index) => {
    const { diagnosis, step, reply, facts } = failure;
    const key = [diagnosis.cause, step, reply?.text, facts.host, facts.port].join('\n');
    const isTwin = seen.has(key) && reply?.text !== before[index]?.failure.reply?.text;
    seen.add(key);
    return !isTwin;
  });
}

/** Capitals, small letters and figures in one label. Names of hosts have small letters alone, as programs read them from a URI. */
const MIXED = /^(?=[^.]*[a-z])(?=[^.]*[A-Z])(?=[^.]*\d)[\w-]{6,}$/;

/** The most secrets that are looked for in other forms. */
const MOST_MASKED = 40;

/** A password that is a date or a number. */
const OF_FIGURES = /^[\d.:-]+$/;

class Hiding {
  readonly #mask: Redact;
  readonly #secrets: readonly string[];
  readonly #pattern: RegExp | undefined;
  readonly #reads: readonly Read[];
  #words: ClientWords | undefined;
  /** Set where a person pasted what may be a password: which servers may be named all the same. */
  readonly #isHost: IsHost | undefined;
  readonly #ordinary: RegExp | undefined;

  constructor(reads: readonly Read[]) {
    this.#reads = reads;
    const secrets = new Set(
      reads.flatMap(({ texts, beside = '' }) => [...texts, beside].flatMap(learnSecrets)),
    );
    for (const figures of this.#clientWords().figures) secrets.add(figures);
    const texts = ofClient(reads);
    const isLearned = texts.some((text) => learnSecrets(text).length > 0);
    const isSecretive = isLearned || this.#clientWords().figures.size > 0 || holdsSecret(texts);
    this.#isHost = isSecretive ? hostsOf(texts) : undefined;
    const ordinary = [...ordinaryPasswords(texts)].map((word) => toPattern(word, true));
    this.#ordinary = ordinary.length > 0 ? new RegExp(ordinary.join('|'), 'iu') : undefined;
    this.#secrets = [...secrets].sort((a, b) => b.length - a.length);
    const told = this.#secrets.filter(
      (secret) =>
        secret.length >= TELLTALE &&
        (!isOfReplies(secret) || OF_FIGURES.test(secret)) &&
        !isPhrase(secret),
    );
    this.#mask = createMasking(told.filter((one) => !PLAIN_WORD.test(one)).slice(0, MOST_MASKED));
    const words = told.filter((one) => PLAIN_WORD.test(one)).flatMap(formsOf);
    const patterns = [...this.#secrets, ...words].map((word) => toPattern(word));
    this.#pattern = patterns.length > 0 ? new RegExp(patterns.join('|'), 'gu') : undefined;
  }

  /** A name, such as that of a host. */
  name(shown: string): string {
    // A name ends at a sign that the rest of a password begins with.
    const isCut =
      /^[\w-]{4,}$/.test(shown) && this.#secrets.some((secret) => secret.startsWith(shown));
    if (isCut || this.#isOfLogin(shown) || !this.#isVocabulary(shown)) return MASK;
    const learned = this.learned(shown);
    // What stands beside a mask may be the rest of what it hides.
    return learned !== shown && /\*{3}[\p{L}\d]|[\p{L}\d]\*{3}/u.test(learned) ? MASK : learned;
  }

  #isVocabulary(name: string): boolean {
    if (this.#ordinary?.test(name) && !this.#isHost?.(name)) return false;
    return (
      this.#isHost === undefined ||
      isOfVocabulary(name.replace(/^(?:\*\.|\*{3}@)/, ''), this.#isHost)
    );
  }

  #isOfLogin(name: string): boolean {
    const isWord = !name.includes(MASK) && !isHarmless(name);
    return (isWord && this.#clientWords().ofLogin.has(name)) || this.#hasLabelOfLogin(name);
  }

  /** Whether a host or an address has a part that is one of a login. */
  #hasLabelOfLogin(name: string): boolean {
    const labels = name.split(/[.@]/).filter((label) => label.length >= 4 && !isHarmless(label));
    return labels.some((label) => this.#clientWords().ofLogin.has(label));
  }

  /** A server's words. */
  reply(reply: Reply, step: string, { isWhole, isLetter }: Read): Reply {
    const text = this.learned(reply.text);
    // A mask in the place of a usual word would tell it.
    if (this.#ordinary?.test(reply.text)) return { ...reply, text: showCodes(text) };
    if (this.#isHost) return { ...reply, text: showVocabulary(text, this.#isHost) };
    if (isAboutLogin(step, reply.code, text)) return { ...reply, text: showKnownWords(text) };
    // Where a password was pasted, no other form of it need be known.
    if (this.#secrets.length > 0 || (!isWhole && !isLetter)) {
      const isShown = (word: string) => isAddress(word) && !this.#hasLabelOfLogin(word);
      return { ...reply, text: showKnownWords(text, isShown) };
    }
    const { values, ofLogin } = this.#clientWords();
    const told = isLetter ? ofLogin : values;
    if (isLetter && told.size === 0) return { ...reply, text };
    const isOwn = (word: string) => {
      if (isAddress(word)) return !this.#hasLabelOfLogin(word);
      const parts = writtenIn(word).flatMap(partsOf);
      return !parts.some((part) => isEcho(part, told));
    };
    return { ...reply, text: showKnownWords(text, isOwn) };
  }

  /** What stands where a recipient or a host of a bounce should. */
  learned(shown: string): string {
    return this.#mask(this.#pattern ? shown.replace(this.#pattern, MASK) : shown);
  }

  #clientWords(): ClientWords {
    this.#words ??= clientWordsOf(ofClient(this.#reads));
    return this.#words;
  }
}

/** Texts of which a person or a program has written a part. A letter is a server's. */
function ofClient(reads: readonly Read[]): string[] {
  return reads.flatMap(({ isLetter, texts, beside = '' }) => (isLetter ? [beside] : texts));
}

/** The other forms of a plain word. */
function formsOf(word: string): string[] {
  const backwards = [...word].reverse().join('');
  return [word.toUpperCase(), word.toLowerCase(), backwards, [...word].join(' ')];
}

/** As a word by itself, where it may be a part of others. */
function toPattern(value: string, isWord = false): string {
  const escaped = value.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  const isPart = isWord || /^(?:\p{L}{1,11}|.{1,5}|\d+)$/u.test(value);
  return isPart ? `(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])` : escaped;
}

function hideIn(one: FoundFinding, hiding: Hiding, read: Read): FoundFinding {
  const { failure, bounce } = one;
  const { facts, step } = failure;
  const learned = (name: string | null) => name && hiding.learned(name);
  const reply = failure.reply && hiding.reply(failure.reply, step, read);
  const { certificate } = facts;
  const names = certificate?.names.map((shown) => hiding.name(shown));
  const shown = {
    ...(facts.host === undefined
      ? {}
      : { host: shownLoggedHost(MIXED.test(facts.host) ? MASK : hiding.name(facts.host)) }),
    ...(facts.recipients
      ? { recipients: facts.recipients.map((name) => hiding.learned(name)) }
      : {}),
    ...(facts.about === undefined ? {} : { about: hiding.name(facts.about) }),
    ...(facts.tlsWords === undefined ? {} : { tlsWords: hiding.name(facts.tlsWords) }),
    ...(certificate && names ? { certificate: { ...certificate, names } } : {}),
  };
  const hidden = bounce && {
    ...bounce,
    recipient: learned(bounce.recipient),
    remoteHost: learned(bounce.remoteHost),
    reportedBy: learned(bounce.reportedBy),
  };
  return {
    ...one,
    ...(hidden ? { bounce: hidden } : {}),
    failure: { ...failure, reply, facts: { ...facts, ...shown } },
  };
}
