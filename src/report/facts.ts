import type { AbsentValue } from './absent-value.js';
import type { ApplicationFacts } from './application-facts.js';
import type { Arrival } from './arrival.js';
import type { BadUriFacts } from './bad-uri-facts.js';
import type { CredentialOddity } from './credential-oddity.js';
import type { ReaderName } from './env-readers.js';
import type { FileForm } from './file-form.js';
import type { HeldIn } from './held-in.js';
import type { HeldOutside } from './held-outside.js';
import type { OptionFault } from './option-fault.js';
import type { InSpam } from './received-letter.js';
import type { Security } from './security.js';
import type { SeenPorts } from './seen-ports.js';
import type { ServerWords } from './server-words.js';
import type { MissingValue, SettingProblem } from './setting-problem.js';
import type { Subject } from './subject.js';
import type { TlsReason } from './tls-reason.js';
import type { ValueHome } from './value-home.js';
import type { ValueSource } from './value-source.js';
import type { WarningCode } from './warnings.js';
import type { YamlSpots } from './yaml-spot.js';

/** What is known of the server's provider, in the language of the texts. */
export interface ProviderFacts {
  name: string;
  kind: ProviderKind;
  /** The provider's name for the password that it wants. Absent if that is the account's own. */
  passwordName?: string | undefined;
  /** The place to get that password, or to renew the account's own. */
  passwordSource?: string | undefined;
  /** The form of the provider's users. */
  userForm?: UserFormFact | undefined;
  /** What to enter as the user, or the provider's name for it. */
  userWords?: string | undefined;
  /** The provider sends only from the address that logged in, and from no alias. */
  isSenderBound?: boolean | undefined;
  /** The host is exactly one of the provider's servers. */
  isKnownHost?: boolean | undefined;
  limits?: string | undefined;
  /** The provider's own way out of this failure, in its own terms. */
  advice?: string | undefined;
  /** The help page about this failure, or the one with the settings. */
  page?: string | undefined;
}

/** A mailbox provider, a service that sends for others, a hoster, or a server that people run themselves. */
export type ProviderKind = 'mailbox' | 'relay' | 'hosting' | 'software';

/** How a provider's users look. */
export type UserFormFact = 'address' | 'address-or-name' | 'name' | 'fixed' | 'issued';

/**
 * What is known about a failure: every fact may be missing. `P` stands for a provider, and `W` for words: those of each
 * language, or those of one.
 */
export interface Facts<P = ProviderFacts, W = string> extends BadUriFacts, SeenPorts {
  host?: string | undefined;
  port?: number | undefined;
  /** The server of a known provider that an unknown host was likely meant to be. */
  meantHost?: string | undefined;
  user?: string | undefined;
  /** The password as it was written has no character that would have to be encoded, and none that is. */
  isPasswordPlain?: boolean | undefined;
  senderAddress?: string | undefined;
  /** SMTP_SENDER is an address alone, without a name. */
  isSenderBare?: boolean | undefined;
  /** The server has also refused the address of the login as the sender. */
  isLoginRefusedAsSender?: boolean | undefined;
  /** The folder that was searched in vain for a settings file. Absent if a file was named. */
  searchedFolder?: string | undefined;
  /** There is a terminal, in which the command asks for what is missing. */
  canBeAsked?: boolean | undefined;
  /** The env files that were searched in vain. */
  searchedFiles?: readonly string[] | undefined;
  /** The compose file in whose place another one counts, or none of whose services is Tailchat's. */
  withoutTailchat?: string | undefined;
  /** An env file that was not read, and sets the missing variable. */
  likelyFile?: { file: string; line: number } | undefined;
  /** A variable that other applications take the name of a file from, such as `SMTP_URI_FILE`. */
  asFile?: string | undefined;
  /** How the settings protect the connection. */
  security?: Security | undefined;
  /** Options stand at the end of the URI already, so that another one follows a `&`. */
  hasOptions?: boolean | undefined;
  /** The server said before that it knows STARTTLS. */
  offersStarttls?: boolean | undefined;
  /** The name that the settings give for EHLO. */
  clientName?: string | undefined;
  /** The recipients at fault, or the value that was given for them. */
  recipients?: string[] | undefined;
  /** The failure is about a letter that came back, so it lies with servers further on. */
  isBounce?: boolean | undefined;
  /** The next of them is a relay of the first one's, not the recipient's. */
  isToRelay?: boolean | undefined;
  /** The server that took the mail could not deliver it itself, and no other one took part. */
  isOwn?: boolean | undefined;
  /** A server further on put the mail off. `until`: the end of its attempts, as an ISO 8601 date and time. `end`: what came later. */
  putOff?: { until: string | null; end?: 'delivered' | 'frozen' } | undefined;
  /** Why a delivered mail was taken for spam, as far as it says, and what helps. */
  inSpam?: InSpam | undefined;
  /** The failure is about the mailbox in which the sent mail was looked for. */
  mailbox?: Arrival['problem'] | undefined;
  /** Tailchat's own words, which name no reason. */
  serverWords?: ServerWords | undefined;
  /** The env file that holds the setting. */
  file?: string | undefined;
  line?: number | undefined;
  /** The place in a compose file that names the file. */
  namedAt?: { file: string; line: number } | undefined;
  /** Nobody named the file: it is one of those that are read anyway. */
  isUnnamed?: boolean | undefined;
  /** The operating system's or the TLS library's own code, such as `ECONNREFUSED`. */
  errorCode?: string | undefined;
  /** The code was concluded from other words: the text did not contain it. */
  isCodeInferred?: boolean | undefined;
  /** A program said that it failed, but not why. The reason is in lines that were not given. */
  isSummary?: boolean | undefined;
  /** The cause was concluded from anybody's words: the text holds no reply and no error code. */
  isSupposed?: boolean | undefined;
  /** No connection came about, and whether it was refused is not said. */
  isUnreached?: boolean | undefined;
  /** The application that wrote this. Absent if its words do not show which one. */
  application?: ApplicationFacts | undefined;
  /** The subject of the server's words. Present only if it decides what helps first. */
  speaksOf?: Subject | undefined;
  /** A line to use instead stands below. */
  hasLine?: boolean | undefined;
  /** The server had greeted before, so it is a mail server and the kind of connection is right. */
  hasSpoken?: boolean | undefined;
  /** The login failed, so another try is another login. */
  isOfLogin?: boolean | undefined;
  /** The TLS library's exact complaint, if it names one. */
  tlsReason?: TlsReason | undefined;
  /** The TLS library's own words. Present only if its code says nothing. */
  tlsWords?: string | undefined;
  /** The options of SMTP_URI that the failure comes from. */
  ofOption?: OptionFault | undefined;
  /** What exactly is wrong with a setting. */
  detail?: SettingProblem | undefined;
  /** A name that belongs to the problem: a key, a file, a service. */
  about?: string | undefined;
  /** The reader that refuses the file. Absent if that is Compose. */
  reader?: ReaderName | undefined;
  /** The ConfigMap or Secret that the value comes from. */
  heldIn?: HeldIn | undefined;
  /** Kubernetes runs the server, so names and places are those of a cluster. */
  isOfKubernetes?: boolean | undefined;
  /** The check ran in the server's own container or pod. `isSentIn`: from outside, so that only the environment there counts. */
  seat?: 'container' | 'pod' | undefined;
  isSentIn?: boolean | undefined;
  heldOutside?: HeldOutside | undefined;
  /** Services that may send mail: only a person knows which one does. */
  services?: readonly string[] | undefined;
  /** Another application's settings from which Tailchat's can be made. */
  foreignNames?: readonly string[] | undefined;
  /** The missing value stands somewhere, but does not reach Tailchat. */
  absent?: AbsentValue | undefined;
  /** The same of SMTP_SENDER, where the failure is about SMTP_URI. */
  absentSender?: AbsentValue | undefined;
  /** The faulty value has a name that nothing sets, so something is missing from it. */
  unsetName?: { name: string | undefined } | undefined;
  /** The shell that reads the file ends the faulty value at this sign. */
  cutAt?: { shell: ReaderName; sign: string } | undefined;
  /** The length of the faulty value, in characters: nothing else of it is told. */
  valueLength?: number | undefined;
  /** The position of the faulty value among those of its option, from 1. */
  valueNumber?: number | undefined;
  /** All missing values, if the cause is a missing value. */
  missing?: MissingValue[] | undefined;
  /** The places for the missing values, as far as the server's files show them. */
  homes?: Partial<Record<'uri' | 'sender', ValueHome | undefined>> | undefined;
  spots?: YamlSpots | undefined;
  /** The file with `SMTP_URI`, where only the sender is missing. */
  fileOfUri?: string | undefined;
  /** A name that was likely meant to be the missing variable, and its place. */
  misspelt?:
    | { name: string; meant: string; source: ValueSource; form?: FileForm | undefined }
    | undefined;
  /** The same of SMTP_SENDER, where SMTP_URI is missing, too. */
  misspeltSender?: Facts['misspelt'];
  /** The names, the issuer and the end of the certificate that the server showed. */
  certificate?: { names: string[]; issuer: string; validTo: string } | undefined;
  /** The limit for the whole check, in seconds. */
  timeoutSeconds?: number | undefined;
  /** The wait for an answer, in seconds. Present only if other observations decided before the limit. */
  waitedSeconds?: number | undefined;
  /** The duration of the step without an answer, in seconds. Less than the limit where the rest is kept for finding a cure. */
  silentSeconds?: number | undefined;
  /** The server sends empty lines, which Tailchat's nodemailer takes for replies. */
  hasBlankLine?: boolean | undefined;
  /** The server's words name an address, which is one of a network of one's own. */
  namesInnerAddress?: boolean | undefined;
  /** The half of a login that the server itself calls wrong, in its log. */
  wrongPart?: 'user' | 'password' | undefined;
  /** A person has typed the command by hand that the server did not take. */
  isTyped?: boolean | undefined;
  /** Nothing at all came from the server after TLS was begun. */
  isTlsUnanswered?: boolean | undefined;
  /** The host has only addresses of this family, and the machine that sends has none. */
  lackedFamily?: 4 | 6 | undefined;
  /** The whole mail went out, and no reply to it came. */
  mayBeSent?: boolean | undefined;
  /** The part that arrived of a reply that never ended. */
  begun?: string | undefined;
  /** Another port of the same host that answered in the meantime, and its delay in milliseconds. */
  neighbour?: { port: number; ms: number } | undefined;
  /** SASL mechanisms that the server offers. */
  mechanisms?: string[] | undefined;
  /** The login crashes the process of Tailchat's own server. */
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
  /** The password has the form of those that the provider issues. */
  isPasswordInForm?: boolean | undefined;
}
