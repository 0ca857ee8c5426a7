import type { AbsentValue } from './absent-value.js';
import type { Arrival } from './arrival.js';
import type { CredentialOddity } from './credential-oddity.js';
import type { ReaderName } from './env-readers.js';
import type { FileForm } from './file-form.js';
import type { HeldIn } from './held-in.js';
import type { LinePlace } from './line-place.js';
import type { InSpam } from './received-letter.js';
import type { Security } from './security.js';
import type { ServerWords } from './server-words.js';
import type { MissingValue, SettingProblem } from './setting-problem.js';
import type { TlsReason } from './tls-reason.js';
import type { ValueHome } from './value-home.js';
import type { ValueSource } from './value-source.js';
import type { WarningCode } from './warnings.js';

/** What is known of the provider whose server it is, in the language of the texts. */
export interface ProviderFacts {
  name: string;
  kind: ProviderKind;
  /** What the provider calls the password that it wants, where that is not the account's own. */
  passwordName?: string | undefined;
  /** Where to get it, or to set the account's own anew. */
  passwordSource?: string | undefined;
  /** How the user looks. */
  userForm?: UserFormFact | undefined;
  /** What is put in as user, or what it is called. */
  userWords?: string | undefined;
  /** Mail goes out from the address that logged in and from no alias. */
  isSenderBound?: boolean | undefined;
  /** The host is one of its servers, letter by letter. */
  isKnownHost?: boolean | undefined;
  limits?: string | undefined;
  /** What to do about this failure, in the provider's own names for things. */
  advice?: string | undefined;
  /** The help page about this failure, or the one with the settings. */
  page?: string | undefined;
}

/** A mailbox provider, a service that sends for others, a hoster, or a server that people run themselves. */
export type ProviderKind = 'mailbox' | 'relay' | 'hosting' | 'software';

/** How a provider's users look. */
export type UserFormFact = 'address' | 'address-or-name' | 'name' | 'fixed' | 'issued';

/** What Tailchat's server would do with a URI that cannot be used. */
export type ServerDeed =
  | 'takes-localhost'
  | 'throws'
  /** The server reads past the fault. */
  | 'reads-it'
  /** The server asks DNS for a part of the user, of the password, or a miswritten host. */
  | 'asks-for-user'
  | 'asks-for-password'
  | 'asks-for-host';

/** What there is to say about a URI that cannot be used. */
export interface BadUriFacts {
  /** The form of a pasted text in the value's place, if it contains settings. */
  pasted?: PastedForm;
  /** The character that cuts it short. */
  character?: string;
  /** The part with that character. */
  part?: 'user' | 'password';
  serverDoes?: ServerDeed;
  /** The line for the env file that was likely meant. */
  envLine?: string;
  /** The readers that take that line as it is meant. */
  holders?: readonly ReaderName[];
  /** Where that line belongs, where that is not the place of the value. */
  envPlace?: LinePlace | undefined;
  /** Its password is masked. */
  isMasked?: boolean;
}

/** What a server's words are about. */
export type Subject =
  | 'connections'
  | 'reverse-name'
  /** Where in the world the client is. */
  | 'place'
  /** It offers no service at all. */
  | 'no-service'
  /** It asks for the login that has just been made. */
  | 'forgotten-login'
  | 'expired-password';

/** What stood around settings that were pasted: a command for a shell, flags of `docker run`, lines of a file. */
export type PastedForm = 'shell' | 'docker-flags' | 'assignment';

/** Where an application, not Tailchat, writes why a mail was not sent. */
export interface ApplicationFacts {
  name: string;
  /** A file, a command or a page of it. */
  log: string;
  /** What makes it say more. */
  more?: string;
}

/**
 * What is known about a failure: every fact may be missing.
 *
 * @typeParam P what stands for a provider
 * @typeParam W what stands for words: those of each language, or those of one
 */
export interface Facts<P = ProviderFacts, W = string> extends BadUriFacts {
  host?: string | undefined;
  port?: number | undefined;
  user?: string | undefined;
  senderAddress?: string | undefined;
  /** The server has also refused the address of the login as the sender. */
  isLoginRefusedAsSender?: boolean | undefined;
  /** The folder in which no file with settings was found, where none was named. */
  searchedFolder?: string | undefined;
  /** How the settings protect the connection. */
  security?: Security | undefined;
  /** The name that the settings give for EHLO. */
  clientName?: string | undefined;
  /** The recipients at fault, or the value that was given for them. */
  recipients?: string[] | undefined;
  /** The failure is about a letter that came back, so about servers further on. */
  isBounce?: boolean | undefined;
  /** Why a mail that arrived is taken for spam, as far as it says, and what helps. */
  inSpam?: InSpam | undefined;
  /** The failure is about the mailbox in which the sent mail was looked for. */
  mailbox?: Arrival['problem'] | undefined;
  /** Tailchat's own words, which name no reason. */
  serverWords?: ServerWords | undefined;
  /** The env file and the line that the setting stands in. */
  file?: string | undefined;
  line?: number | undefined;
  /** The operating system's or the TLS library's own code, such as `ECONNREFUSED`. */
  errorCode?: string | undefined;
  /** The code was concluded from other words, and stood nowhere. */
  isCodeInferred?: boolean | undefined;
  /** A program said that it failed, and not why. The reason is in lines that were not given. */
  isSummary?: boolean | undefined;
  /** The application that said so, where its words tell. */
  application?: ApplicationFacts | undefined;
  /** What the server's words are about, where that decides what helps first. */
  speaksOf?: Subject | undefined;
  /** The server had greeted before, so it is a mail server and the connection fits it. */
  hasSpoken?: boolean | undefined;
  /** What exactly the TLS library found wrong, where it says so. */
  tlsReason?: TlsReason | undefined;
  /** The TLS library's own words, where its code says nothing. */
  tlsWords?: string | undefined;
  /** What exactly is wrong with a setting. */
  detail?: SettingProblem | undefined;
  /** A name that belongs to the problem: a key, a file, a service. */
  about?: string | undefined;
  /** Who refuses the file, where that is not Compose. */
  reader?: ReaderName | undefined;
  /** The ConfigMap or Secret that the value comes from. */
  heldIn?: HeldIn | undefined;
  /** Kubernetes runs the server: names and places are those of a cluster. */
  isOfKubernetes?: boolean | undefined;
  /** The check ran in the server's own pod. */
  isInPod?: boolean | undefined;
  /** The services of which only a person knows which one sends mail. */
  services?: readonly string[] | undefined;
  /** Names of another application's settings, of which those that Tailchat reads can be made. */
  foreignNames?: readonly string[] | undefined;
  /** The missing value stands somewhere, but does not reach Tailchat. */
  absent?: AbsentValue | undefined;
  /** How many characters the value at fault has: nothing else of it is told. */
  valueLength?: number | undefined;
  /** Which of several values of an option it is, from 1. */
  valueNumber?: number | undefined;
  /** Everything that is missing, when values are missing. */
  missing?: MissingValue[] | undefined;
  /** Where the missing values belong, as far as the files of the server say. */
  homes?: Partial<Record<'uri' | 'sender', ValueHome | undefined>> | undefined;
  /** A name that was likely meant to be the missing variable, and where it stands. */
  misspelt?:
    | { name: string; meant: string; source: ValueSource; form?: FileForm | undefined }
    | undefined;
  /** The certificate's names, issuer and end, as shown by the server. */
  certificate?: { names: string[]; issuer: string; validTo: string } | undefined;
  /** Seconds that the check was allowed to take. */
  timeoutSeconds?: number | undefined;
  /** Seconds that an answer was waited for, where what was seen besides decided it before the time was up. */
  waitedSeconds?: number | undefined;
  /** The part that had arrived of a reply that never ended. */
  begun?: string | undefined;
  /** Another port of the same host that answered meanwhile, and within how many milliseconds. */
  neighbour?: { port: number; ms: number } | undefined;
  /** SASL mechanisms that the server offers. */
  mechanisms?: string[] | undefined;
  /** The login makes Tailchat's own server process crash. */
  crashesTailchat?: boolean | undefined;
  /** The connection was encrypted at that moment. */
  encrypted?: boolean | undefined;
  /** The addresses that were tried. */
  addresses?: string[] | undefined;
  /** The codes of the warnings that made a check fail, with `--strict`. */
  strictWarnings?: WarningCode[] | undefined;
  /** A login took place before the failure. */
  authenticated?: boolean | undefined;
  provider?: P | undefined;
  /** What is odd about user and password. */
  oddities?: readonly CredentialOddity<W>[] | undefined;
}
