import type { DnsAnswer, DnsResolver } from '../../dns/resolver.js';
import { addressNumber, expandedAddress } from '../networks.js';
import { expandMacros, fitName, type MacroValues } from './expand-macros.js';
import type { SpfQuestion } from './spf-outcome.js';
import { validateNames } from './validate-names.js';

/** Is called with DNS's answer about the names of the client's address: an empty answer is a void look-up. */
export type OnNamesAnswer = (answer: DnsAnswer<string>) => void;

/** Replaces the macros of a record by the facts of a mail (RFC 7208 section 7). */
export class MacroReader {
  readonly #question: SpfQuestion;
  readonly #resolver: DnsResolver;
  readonly #onAnswer: OnNamesAnswer;
  #validatedName: string | undefined;

  constructor(question: SpfQuestion, resolver: DnsResolver, onAnswer: OnNamesAnswer) {
    this.#question = question;
    this.#resolver = resolver;
    this.#onAnswer = onAnswer;
  }

  /**
   * The domain that a term names.
   *
   * @param spec as it stands in the record
   * @param domain the one whose record it is
   */
  async nameOf(spec: string, domain: string): Promise<string> {
    if (!spec.includes('%')) return spec.replace(/\.$/, '');
    return fitName(expandMacros(spec, await this.#valuesFor(domain, spec)));
  }

  /** The text of an explanation; undefined if it has any fault (section 6.2). */
  async textOf(text: string, domain: string): Promise<string | undefined> {
    const isAscii = /^[\x20-\x7e]*$/.test(text);
    const leftOver = text.replace(/%(?:[%_-]|\{[slodiphcrtv]\d*r?[-.+,/_=]*\})/gi, '');
    if (!isAscii || leftOver.includes('%')) return undefined;
    return expandMacros(text, await this.#valuesFor(domain, text));
  }

  /** The names of the client's address that lead back to it (section 5.5). */
  async validatedNames(): Promise<string[]> {
    const { names, answer } = await validateNames(this.#question.ip, this.#resolver);
    this.#onAnswer(answer);
    return names;
  }

  async #valuesFor(domain: string, text: string): Promise<MacroValues> {
    const { sender, helo, ip } = this.#question;
    return {
      sender,
      domain,
      helo,
      ip: expandedAddress(ip),
      isIpv6: addressNumber(ip)?.family === 6,
      readableIp: ip,
      receiver: 'unknown',
      validatedName: /%\{p/i.test(text) ? await this.#nameForMacro(domain) : 'unknown',
    };
  }

  /** The name that `p` stands for: the domain itself, then a name below it, then any validated name (section 7.3). */
  async #nameForMacro(domain: string): Promise<string> {
    if (this.#validatedName !== undefined) return this.#validatedName;
    const names = await this.validatedNames();
    const target = domain.toLowerCase();
    this.#validatedName =
      names.find((name) => name === target) ??
      names.find((name) => name.endsWith(`.${target}`)) ??
      names[0] ??
      'unknown';
    return this.#validatedName;
  }
}
