import type { Deadline } from '../deadline.js';
import type { FoundWarning } from '../diagnosis/found-warning.js';
import type { Cause } from '../report/causes.js';
import type { CertificateInfo, Suggestion, TrialRefusal } from '../report/report.js';
import type { SeenPorts } from '../report/seen-ports.js';
import type { Secret } from '../safety/secret.js';
import type { Settings } from '../settings/settings.js';

/** The starting point of a search for a setting that works. */
export interface CureRequest {
  /** The URI to start from. A repaired URI differs from the given one. */
  uri: Secret;
  settings: Settings;
  cause: Cause;
  /** The addresses of the host, as far as it was found. */
  addresses: readonly string[];
  /** The certificate that was refused. */
  certificate?: CertificateInfo | undefined;
  /** An authority to trust in place of the usual ones. */
  ca?: string | undefined;
  /** The server has answered in the way that the settings begin: with a greeting, or with a certificate. */
  hasSpoken: boolean;
  /** A login was tried before. The same login must not be tried again. */
  hasLoggedIn: boolean;
  /** The server has refused the sender. The value tells whether it takes the login's address, if it was asked. */
  takesLoginAsSender: boolean | undefined;
  /** A host outside, by which a network that blocks ports is told from a server that does. */
  controlHost?: string | undefined;
  /** A look at the host's ports that began before anything had failed. The search continues it. */
  early?: EarlyLook | undefined;
  /** The time that the whole check has left. */
  deadline: Deadline;
}

/** Another port of the host that has answered as a mail server, and how long it took to connect. */
export interface Neighbour {
  port: number;
  /** In milliseconds. */
  ms: number;
}

/** A look at the other ports of a host, side by side and without anything secret. */
export interface EarlyLook {
  /** The first port that answers at once as a mail server; none when all have been looked at. */
  readonly neighbour: Promise<Neighbour | undefined>;
  /** Looks at the other names of the host, too. */
  lookFurther(): void;
  /** Runs the search with the results so far. */
  search(request: CureRequest): Promise<SearchResult>;
  /** Ends the look. */
  end(): void;
}

/** Begins a look at the other ports. It is passed to the check, so that the check does not depend on the search. */
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
  /** What the trial gave reason to warn of. */
  warnings?: readonly FoundWarning[];
}

/** What a host outside shows of the network. */
export interface ControlHost {
  host: string;
  /** The ports that take connections; undefined where the host was not found. */
  open: number[] | undefined;
}

/** The result of a search. */
export interface SearchResult {
  cure?: Cure | undefined;
  /** What it has shown of the settings' own host. */
  seen?: SeenPorts | undefined;
  /** The ports of the host, if none of them takes a connection. */
  tried?: number[];
  control?: ControlHost | undefined;
}

/**
 * Looks for the settings that cure a failure. It is passed to the check, so that the check does not depend on the search. The
 * search is loaded only after a failure.
 */
export type FindCure = (request: CureRequest) => Promise<SearchResult>;
