import type { Language, Localized } from '../language-codes.js';
import type { Cause } from '../report/causes.js';
import type { ProviderKind, UserFormFact } from '../report/facts.js';
import type { Security, StepName } from '../report/report.js';

/** The most characters that are read of a reply. Its message comes first, and a hostile server may send much. */
export const LONGEST_WORDS = 4000;

/** Words of a reply that say more than its codes do. */
export interface ReplyRule {
  /** The steps at which the words have this meaning. Without any, they have it at all steps. */
  steps?: readonly StepName[];
  /** The reply's own words, without its codes; matched in the text with its lines joined by a space. */
  words: Pick<RegExp, 'test'>;
  /** The reply codes (RFC 5321 section 4.2) or enhanced codes (RFC 3463) with which the words mean this. */
  codes?: readonly (number | string)[];
  cause: Cause;
  /** Whether the same may work later, if that differs from the cause's default. */
  retryable?: boolean;
  /** The words mean this only as long as nobody has logged in. */
  isBeforeLogin?: true;
  /** Other servers use the same words with another meaning, so the rule needs a known provider. */
  isOnlyHere?: true;
}

/** A server that takes mail from logged-in users (RFC 6409). */
export interface SubmissionServer {
  host: string;
  port: number;
  security: Extract<Security, 'tls' | 'starttls'>;
}

/** How a user or a password looks, as far as it can be told without knowing it. */
export interface Shape {
  /** What a right one matches. */
  matches: RegExp;
  /** The same in words, such as "16 letters". */
  words: Localized;
}

/** A value that is known to be wrong, such as an access key in place of a password. */
export interface Mistake {
  matches: RegExp;
  /** What it looks like, such as "the secret access key of IAM". */
  words: Localized;
}

/** What stands in the URI as user. */
export interface UserForm {
  /**
   * `address`: the whole mail address; `address-or-name`: also its part before the @; `name`: only
   * that part; `fixed`: the same for everybody; `issued`: given out by the provider.
   */
  form: UserFormFact;
  /** The user, where it is the same for everybody. */
  value?: string;
  /** What it is called or looks like, where it is given out by the provider. */
  words?: Localized;
  shape?: Shape;
  mistakes?: readonly Mistake[];
}

/** What a provider wants for a password; `none`: no password works. */
export type PasswordKind = 'password' | 'app-password' | 'authorization-code' | 'api-key' | 'none';

/** What stands in the URI as password. */
export interface PasswordForm {
  kind: PasswordKind;
  /** As the provider's site writes it. */
  name: Localized;
  /** Where to get it, as a path through the provider's site. */
  where?: Localized;
  shape?: Shape;
  mistakes?: readonly Mistake[];
}

/** Whether the password is that of the account. A relay gives out one for sending alone, whatever it is called. */
export function hasOwnPassword(password: PasswordForm, { kind }: Pick<Provider, 'kind'>): boolean {
  return password.kind === 'password' && kind !== 'relay';
}

/**
 * What a provider calls its password.
 *
 * @returns undefined where that of the account is meant, and nothing more is said of it
 */
export function passwordName(
  { kind, password }: Pick<Provider, 'kind' | 'password'>,
  language: Language,
): string | undefined {
  const isPlain = password?.name.en === 'Password' && hasOwnPassword(password, { kind });
  return isPlain ? undefined : password?.name[language];
}

/** A fact with the page that it was read on, and the day. */
export interface Sourced<T> {
  value: T;
  /** The address of the page, or the public record that shows it. */
  source: string;
  /** YYYY-MM-DD. */
  checked: string;
}

/** How a provider signs mail of a customer's own domain (RFC 6376). */
export type DkimSelectors =
  /** The same for all domains. */
  | { form: 'fixed'; selectors: readonly string[] }
  /** The default selectors. Others may have been chosen, so a missing key says nothing. */
  | { form: 'usual'; selectors: readonly string[] }
  /** Each domain is given its own: they cannot be guessed. */
  | { form: 'issued' };

/** Domains in which everybody can have an address. */
export interface FreeMail {
  domains: readonly string[];
  /** What their owner asks of receivers (RFC 9989); null: no record; left out where no source says it. */
  policy?: 'none' | 'quarantine' | 'reject' | null;
}

/** How mail of a customer's own domain leaves a provider, as receivers and DNS see it. */
export interface ProviderDelivery {
  /** The domain whose SPF record lists where it sends from: `include:` it. */
  spf?: Sourced<string>;
  /**
   * Whose domain the envelope sender has (RFC 5321 section 4.5.5): `sender`: that of the message, so that
   * SPF is aligned; `provider`: its own, so that SPF says nothing about the sender; `subdomain`: one below
   * the sender's, once it is set up.
   */
  envelope?: Sourced<'sender' | 'provider' | 'subdomain'>;
  dkim?: Sourced<DkimSelectors>;
  /** Whether it signs in the name of the sender's domain without being set up for it. */
  signsByDefault?: Sourced<boolean>;
  freeMail?: readonly Sourced<FreeMail>[];
  /** Facts that were looked for on that day (YYYY-MM-DD), and found on no page that could be named. */
  unknown?: { facts: readonly ('spf' | 'envelope' | 'dkim')[]; looked: string };
}

/**
 * What is known of a mail provider, or of a server that people run themselves. One file each: data
 * and the words of its replies, nothing that runs.
 */
export interface Provider {
  /** As the report's `settings.provider` names it. */
  id: string;
  kind: ProviderKind;
  name: Localized;
  /** When the facts were last compared with the provider's pages, as YYYY-MM-DD. */
  checked: string;
  /** Where mail is handed in, the best first. */
  servers: readonly SubmissionServer[];
  /** Domains whose hosts are this provider's; those of `servers` need not be repeated. */
  domains?: readonly string[];
  /** Words of its greeting, its EHLO reply or its replies that no other server uses. */
  mark?: RegExp;
  user?: UserForm;
  password?: PasswordForm;
  /**
   * Whom mail may come from: `login`: the address that logged in; `login-or-alias`: also one that was
   * set up for it; `verified`: addresses or domains that were verified; `any`.
   */
  sender?: 'login' | 'login-or-alias' | 'verified' | 'any';
  /** The company that runs several of them. An address of one may well go through another. */
  company?: string;
  /** The id of its product for the domains of companies, which has servers and passwords of its own. */
  business?: string;
  /** Each domain of its addresses has a server of its own, `smtp.` before it. */
  hasServerPerDomain?: true;
  /** The site that its texts send people to, and the sites of those whose address is in another domain. */
  sites?: { usual: string; ofDomains: Readonly<Record<string, string>> };
  /** Sites where mail is read in a browser, whose names people take for those of servers. */
  webmail?: readonly string[];
  /** SPF, DKIM and DMARC of what it sends. */
  delivery?: ProviderDelivery;
  /** How much may be sent. */
  limits?: Localized;
  /** What to do about a cause, in the provider's own names for things: a step that begins with a verb. */
  advice?: Partial<Record<Cause, Localized>>;
  /** Help pages, by cause; `smtp` is the one with the settings. */
  pages?: Partial<Record<Cause | 'smtp', string>>;
  /** What its replies mean, the most specific first. */
  replies?: readonly ReplyRule[];
}
