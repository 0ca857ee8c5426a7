import type { StepDetails, StepName } from '../report/report.js';
import type { ServerWords } from '../report/server-words.js';
import type { HeardReply } from './reply.js';

/** What is known of a failure when it is diagnosed. Nothing in it was guessed. */
export interface Evidence {
  step: StepName;
  /** What the server answered. */
  reply?: HeardReply;
  /** The operating system's, the resolver's or the TLS library's own code, such as `ECONNREFUSED`. */
  errorCode?: string;
  /** What the TLS library says of a certificate beside its code. */
  errorWords?: string;
  /** The code was concluded from other words, and stood nowhere. */
  isCodeInferred?: boolean;
  /** The host has only addresses of this family, and the machine that sends has none. */
  lackedFamily?: 4 | 6;
  /** The time was up. */
  isTimedOut?: boolean;
  /** How long we waited for an answer, in milliseconds, where other evidence ended the wait early. */
  waitedMs?: number;
  /** How long the step took whose time was up, in milliseconds. */
  silentMs?: number;
  /** Another port of the same host that answered meanwhile. */
  neighbour?: { port: number; ms: number };
  /** The part that had arrived of a reply that never ended. */
  begun?: string;
  /** Not one byte came from the server after TLS was begun. */
  isTlsUnanswered?: boolean;
  /** The other side ended the connection without a word. */
  isClosed?: boolean;
  /** What came is not a reply of the form that RFC 5321 section 4.2 gives. */
  isMalformed?: boolean;
  /** The server sent an empty line in place of a reply. */
  hasBlankLine?: boolean;
  /** The host in the settings. */
  host?: string;
  /** The port that was used. */
  port?: number;
  /** The user who logs in. */
  user?: string;
  /** The address that the mail comes from. */
  sender?: string;
  /** What the server said first. */
  greeting?: string;
  /** What a second connection showed of a silent port: whether it begins with TLS. */
  isTlsPort?: boolean;
  /** The greeting of a second connection in plain text, where TLS found none. */
  plainGreeting?: string;
  /** TLS from the first byte was asked for. */
  isImplicitTls?: boolean;
  /** The settings demand STARTTLS. */
  isStarttlsRequired?: boolean;
  /** The error code is a verdict on the server's certificate. */
  isCertificateRefused?: boolean;
  /** The names of that certificate. */
  certificateNames?: readonly string[];
  /** The connection was encrypted at that moment. */
  isEncrypted?: boolean;
  isAuthenticated?: boolean;
  /** No sender is set: the server was asked about the empty one. */
  isSenderEmpty?: boolean;
  /** The extensions of the last EHLO reply. */
  extensions?: string[];
  /** A login is wanted, and the settings have none to give. */
  isLoginMissing?: boolean;
  /** Tailchat's own words, which name no reason. */
  serverWords?: ServerWords;
  /** A mail server met this failure on its way to the next one, to which the settings led the mail. */
  isPassedOn?: boolean;
  /** The next server was asked at a port of submission, so it is a relay of that server's, and not the recipient's. */
  isToRelay?: boolean;
  /** That server had no other one to do with: it could not deliver the mail itself. */
  isOwn?: boolean;
  /** That server will try again. */
  isDeferred?: boolean;
  /** The half of a login that the server itself calls wrong, in its log. */
  wrongPart?: 'user' | 'password';
  /** A person has typed the command by hand. */
  isTyped?: boolean;
  /** The option of the URI that is at fault. */
  option?: string;
  /** The SASL mechanisms on offer, when none of them can be used with a password. */
  unusableMechanisms?: string[];
}

/** A step that failed, with what is known of it. Only the check itself catches it. */
export class StepFailure extends Error {
  override name = 'StepFailure';

  constructor(
    readonly evidence: Evidence,
    /** What the step showed before it failed. */
    readonly details: StepDetails = {},
  ) {
    super(`${evidence.step} failed`);
  }
}
