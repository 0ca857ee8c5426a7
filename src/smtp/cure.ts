import type { Deadline } from '../deadline.js';
import type { Cause } from '../report/causes.js';
import type { CertificateInfo, Suggestion, TrialRefusal } from '../report/report.js';
import type { Secret } from '../safety/secret.js';
import type { Settings } from '../settings/settings.js';

/** What a search for a setting that works sets out from. */
export interface CureRequest {
  /** The URI as it was given; one that had to be repaired is not the given one any more. */
  uri: Secret;
  settings: Settings;
  cause: Cause;
  /** The addresses of the host, as far as it was found. */
  addresses: readonly string[];
  /** The certificate that was refused. */
  certificate?: CertificateInfo | undefined;
  /** An authority to trust in place of the usual ones. */
  ca?: string | undefined;
  /** A login was tried before: the same must not be tried again. */
  hasLoggedIn: boolean;
  /** The server has refused the sender; whether it takes the address of the login, where it was asked. */
  takesLoginAsSender: boolean | undefined;
  /** A host outside, to tell a network that blocks ports from a server that does. */
  controlHost?: string | undefined;
  /** A look at the host's ports that was begun before anything had failed: the search goes on from it. */
  early?: EarlyLook | undefined;
  /** What the whole check may still take. */
  deadline: Deadline;
}

/** Another port of the host that has answered in the language of mail, and how long it took to connect. */
export interface Neighbour {
  port: number;
  /** In milliseconds. */
  ms: number;
}

/** A look at the other ports of a host, side by side and without anything secret. */
export interface EarlyLook {
  /** The first that answers, as fast as a port does that takes connections; none where all are through. */
  readonly neighbour: Promise<Neighbour | undefined>;
  /** Looks at the other names of the host, too. */
  lookFurther(): void;
  /** The search, with what was seen so far. */
  search(request: CureRequest): Promise<SearchResult>;
  /** Gives up. */
  end(): void;
}

/** Begins a look at the other ports. It is handed to the check for the same reasons as the search is. */
export type LookEarly = (
  request: Pick<CureRequest, 'settings' | 'addresses' | 'ca' | 'deadline'>,
) => Promise<EarlyLook>;

/** Settings that work, as far as they were tried. */
export interface Cure {
  uri?: Secret;
  sender?: Secret;
  /** What was changed, such as `port 465 -> 587`. */
  changes: string[];
  proof: Suggestion['proof'];
  /** What went wrong when it was tried whole. */
  refused?: TrialRefusal | undefined;
}

/** What a host outside the user's own server shows of the network. */
export interface ControlHost {
  host: string;
  /** Those of the ports that take connections; undefined where the host was not found. */
  open: number[] | undefined;
}

/** What a search has brought. */
export interface SearchResult {
  cure?: Cure | undefined;
  /** The ports of the host, where none of them takes a connection. */
  tried?: number[];
  control?: ControlHost | undefined;
}

/**
 * Looks for the settings that cure a failure. The check is handed one, so that it knows nothing of the
 * search, and the search is loaded only where something failed.
 */
export type FindCure = (request: CureRequest) => Promise<SearchResult>;
