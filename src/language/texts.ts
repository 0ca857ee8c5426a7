import type { HomeOfLogin } from '../providers/known-hosts.js';
import type { Cause } from '../report/causes.js';
import type { Facts, ProviderFacts } from '../report/facts.js';
import type { OptionFault } from '../report/option-fault.js';
import type { RelayTrouble } from '../report/relay-trouble.js';
import type { ServerWords } from '../report/server-words.js';
import type { WarningAbout, WarningCode } from '../report/warnings.js';
import type { InterfaceTexts } from './interface-texts.js';

/** Where a check ran, other than on a machine. */
export type Seat = NonNullable<Facts['seat']> | 'elsewhere';

/** The words about one cause. */
export interface CauseText {
  /** One line: what happened, without a full stop. */
  title: string;
  /** The meaning of the cause, for a person who knows nothing of SMTP. */
  explanation: string;
  /** The steps, the likeliest first. Each begins with a verb. */
  nextSteps: string[];
}

/** A text for each cause: a cause without words fails the type check. */
export type CauseTexts = Record<Cause, (facts: Facts) => CauseText>;

/** Texts of the causes that mean another thing, or want other steps, in a letter that came back. */
export type BounceTexts = Partial<CauseTexts>;

/** Texts of what may be wrong with a relay. */
export type RelayTexts = Record<RelayTrouble, (facts: Facts) => CauseText>;

/** What is said otherwise while a server still tries. */
export interface DelayTexts {
  /** The step of a bounce that would make a second mail. */
  again: string;
  /** What helps in its place. `until`: a readable date and time, null where unknown. */
  wait: (until: string | null) => string;
  /** The same once that time is over. */
  look: (until: string) => string;
  /** The same of a server that tries again only when it is told to. */
  thaw: string;
  /** The mail arrived after all. */
  delivered: CauseText;
  /** Texts of the causes that are told otherwise. */
  causes: BounceTexts;
}

/** A warning of a code, with its facts in the language of the texts. */
export type WarningOf<C extends WarningCode> = Extract<
  WarningAbout<ProviderFacts, string>,
  { code: C }
>;

/** A text for each warning: one without words, or whose words need a fact that it has not, fails the type check. */
export type WarningTexts = { [C in WarningCode]: (warning: WarningOf<C>) => string };

/** Where the address of a login is at home. */
export interface HomeFacts extends Pick<HomeOfLogin, 'kind' | 'domain'> {
  /** The provider there. */
  name: string;
  /** The provider's name for the password that it wants, if it is not the account's own. */
  passwordName: string | undefined;
  scheme: 'smtps://' | 'smtp://';
  host: string;
  port: number;
}

/** Everything that is said in one language. */
export interface Texts {
  causes: CauseTexts;
  /** In place of these, for a letter that came back. */
  bounces: BounceTexts;
  /** In place of those, where the next server is a relay before the recipient's own. */
  relays: RelayTexts;
  /** In place of those, where the server that took the mail could not deliver it, and no other one took part. */
  ofOwnServer: (facts: Facts) => CauseText;
  /** In place of these, while a server still tries. */
  delays: DelayTexts;
  /** In place of these, where an option of SMTP_URI is what fails. */
  ofOption: (fault: OptionFault, facts: Facts) => CauseText;
  /** In place of these, for what Tailchat's own server says without a reason. */
  serverWords: Record<ServerWords, CauseText>;
  /** The steps with what the provider's own pages have to say. */
  withProvider: (steps: string[], provider: ProviderFacts | undefined) => string[];
  /** The step to the server where the address of a login is at home. */
  goHome: (home: HomeFacts) => string;
  warnings: WarningTexts;
  /** A text about a check that was made in a container or a pod, which is what it calls this machine. */
  atSeat: (text: string, seat: Seat) => string;
  /** What the command line, the questions and the output say. */
  interface: InterfaceTexts;
}
