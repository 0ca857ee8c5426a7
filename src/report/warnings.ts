import type { AbsentValue } from './absent-value.js';
import type { CredentialOddity } from './credential-oddity.js';
import type { NearbyReader, ReaderName, ReaderView } from './env-readers.js';
import type { FileForm } from './file-form.js';
import type { HeldIn } from './held-in.js';
import type { LinePlace } from './line-place.js';
import type { LineRoom } from './line-room.js';
import type {
  OptionDoubt,
  SenderDifference,
  ServerDifference,
  TrustDifference,
} from './server-difference.js';
import type { ValueSource } from './value-source.js';

/** The file and the line that a warning is about, if it is about a line. */
export interface Placed {
  file?: string;
  line?: number;
  /** The place of the advised line. Absent if it is the place of the value. */
  envPlace?: LinePlace | undefined;
  /** Where the line belongs there. Absent if it takes the place of the line. */
  below?: LineRoom | undefined;
}

/**
 * A warning as it is found, each with the facts that its words need.
 *
 * @typeParam P what stands for a provider
 * @typeParam W what stands for words: those of each language, or those of one
 */
export type WarningAbout<P, W> =
  | { code: 'credentials-untested'; host: string; port: number }
  | {
      code: 'plaintext-credentials';
      host: string;
      /** The server offers STARTTLS, and the URI says `ignoreTLS=true`, beside which no `requireTLS` counts. */
      ignoresStarttls: boolean;
    }
  /** `variable`: the variable that turns verification off, if the URI does not. */
  | ({ code: 'tls-verification-off'; host: string; variable?: string } & Placed)
  /** `days`: whole days until `validTo`, an ISO 8601 date. */
  | { code: 'certificate-expires-soon'; host: string; validTo: string; days: number }
  | {
      code: 'credentials-unlikely';
      oddities: readonly CredentialOddity<W>[];
      provider: P | undefined;
    }
  /** The scheme and the port hardly go together, or mail is only fetched there. The line is a corrected one, with its readers. */
  | ({
      code: 'port-unlikely';
      port: number;
      isTlsFirst: boolean;
      /** The one by which mail is fetched at this port. */
      protocol?: string | undefined;
      envLine: string | undefined;
      isMasked?: boolean | undefined;
      holders: readonly ReaderName[] | undefined;
    } & Placed)
  /** `host` is by its name a server that mail is fetched from; `meant` likely sends mail, or is for logins of a domain. */
  | ({ code: 'host-unlikely'; host: string; meant: string; domain?: string } & Placed)
  /** The name and the address that the server takes from the sender, and the line that was likely meant, with those who read it so. */
  | ({
      code: 'sender-unlikely';
      mailbox: { name: string; address: string };
      envLine: string | undefined;
      holders: readonly ReaderName[] | undefined;
      /** The sender contains the password, which is masked here. */
      holdsPassword?: boolean;
      /** The sender's domain means something in one machine or network alone, and the server is elsewhere. */
      isLocal?: boolean;
      /** A `<` without its `>`. */
      isUnclosed?: boolean;
    } & Placed)
  | { code: 'sender-mismatch-likely'; user: string; provider: P }
  /** A sender in a domain of `owner`, who gives everybody an address there, through somebody else's host. */
  | {
      code: 'sender-unaligned-likely';
      domain: string;
      host: string;
      owner: P;
      provider: P | undefined;
    }
  /** The server uses the value from `by`, not the one in the file. */
  | ({
      code: 'env-overrides-file';
      variable: string;
      by: ValueSource;
      /** Not only here, but for the server as well. */
      isCertain?: boolean;
      /** A container was made with another value than the file has now. */
      isOfContainer?: boolean;
    } & Placed)
  /** The value is in an env file that no service of the compose file `by` gets. */
  | ({ code: 'env-file-unused'; variable: string; by: string; why?: undefined } & Placed)
  /** No container of the service, or no pod of the workload, is started: it is set to 0 at that place. */
  | ({
      code: 'env-file-unused';
      why: 'set-to-none';
      service: string;
      isOfKubernetes: boolean | undefined;
    } & Placed)
  /** An included file defines what stands at that place, too: Compose before 5 refuses the project. */
  | ({ code: 'env-file-unused'; why: 'defined-twice' } & Placed)
  /** A script (`by`) starts a stack of a swarm, for which nobody reads the `.env` with the value. */
  | ({
      code: 'env-file-unused';
      why: 'stack';
      variable: string;
      by: { file: string; line: number };
    } & Placed)
  /** With the line that its `holders` read alike, its password masked unless it is to be shown. */
  | ({
      code: 'readers-disagree';
      variable: string;
      envLine: string | undefined;
      isMasked?: boolean | undefined;
      holders: readonly ReaderName[] | undefined;
      readers: ReaderView[];
      /** The reader whose value was checked. */
      fileReader?: ReaderName;
      /** Files nearby that hand the env file to a reader that sees another value. */
      nearby: readonly NearbyReader[];
    } & Placed)
  /** A shell that sources the env file makes something else of the line; the file nearby that does it, and the line to write. */
  | ({
      code: 'shell-unsafe';
      variable: string;
      shell: ReaderName;
      /** The first sign of the line that has a meaning in a shell. */
      sign?: string | undefined;
      by: { file: string; line: number | undefined } | undefined;
      envLine: string | undefined;
      isMasked?: boolean | undefined;
    } & Placed)
  /** The server ignores the line end. `heldIn` tells where the value got it. */
  | ({ code: 'line-end-kept'; variable: string; heldIn: HeldIn | undefined } & Placed)
  /**
   * A `%` that begins an encoding by chance, a character as a web page writes it, or a second `@` behind what may be the
   * server already: it would be `host` then.
   */
  | ({ code: 'not-percent-encoded'; what: 'percent' | 'entity' } & Placed)
  | ({ code: 'not-percent-encoded'; what: 'second-server'; host: string } & Placed)
  | ({
      code: 'misspelt-variable';
      isOption: false;
      isUnset?: false;
      variable: string;
      meant: string;
      /** The form of the file. Absent if it is an env file. */
      form?: FileForm | undefined;
    } & Placed)
  /** The value has a name that nothing sets; undefined where it may be a part of a password. */
  | ({
      code: 'misspelt-variable';
      isOption: false;
      isUnset: true;
      /** Kubernetes finds the name, and leaves it unchanged. */
      isOfKubernetes?: boolean | undefined;
      /** The reader of the env file that the value is in. Absent if it is in a compose file. */
      reader?: ReaderName | undefined;
      variable: string;
      name: string | undefined;
    } & Placed)
  /** An option of the URI as written, and the option that was likely meant. */
  | ({
      code: 'misspelt-variable';
      isOption: true;
      variable: string;
      meant: string | undefined;
      /** Why no option does what it was to do; absent where the scheme alone decides. */
      isFor?: 'login' | 'nothing' | undefined;
    } & Placed)
  /** The last line of the file counts, the others do not. */
  | {
      code: 'duplicate-variable';
      variable: string;
      file: string;
      line: number;
      otherLines: readonly number[];
    }
  /** `isInSteps`: the steps of the verdict say what to write. */
  | {
      code: 'loopback-in-container';
      host: string;
      isOfKubernetes?: boolean;
      isInSteps?: boolean;
    }
  /** Addresses of the host that take no connection, and those that take one. */
  | { code: 'address-unreachable'; addresses: readonly string[]; others: readonly string[] }
  | { code: 'ipv6-unreachable'; addresses: readonly string[] }
  | { code: 'uri-on-command-line' }
  | ({ code: 'pool-keeps-connections'; host: string } & Placed)
  | { code: 'slow-reply'; host: string; seconds: number; secondsOfMail?: number }
  | ({ code: 'server-differs'; host: string; difference: ServerDifference } & Placed)
  | ({ code: 'trust-differs'; host: string; trust: TrustDifference } & Placed)
  | ({
      code: 'sender-read-otherwise';
      senderDifference: SenderDifference;
      mailbox: { name: string; address: string };
      envLine: string | undefined;
    } & Placed)
  | ({ code: 'option-unchecked'; optionDoubt: OptionDoubt } & Placed)
  /** `isOffline`: nobody was asked. Otherwise the server was asked about the empty sender. */
  | { code: 'sender-untested'; isOffline?: boolean; absent?: AbsentValue }
  /** `isSandbox`: the server is the one inside this process. */
  | { code: 'accepted-not-delivered'; host: string; isSandbox: boolean; doubt?: string };

export type WarningCode = WarningAbout<unknown, unknown>['code'];
