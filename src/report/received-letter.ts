import type { AuthenticationResult, SortedOut } from './arrival.js';

/** One station on the way of a mail (RFC 5321 section 4.4). */
export interface Hop {
  from: string | null;
  by: string | null;
  /** The time of arrival at this station, as an ISO 8601 date and time. */
  at: string | null;
  /** The time since the station before, in milliseconds; null if the clocks do not allow an answer. */
  delayMs: number | null;
}

/** What a filter wrote into a mail. */
export interface SpamVerdict {
  filter: string;
  /** null if the filter wrote a number and no judgement. */
  isSpam: boolean | null;
  score: number | null;
  /** The score from which the filter calls a mail spam. */
  limit: number | null;
  /** The filter's names of its rules, the weightiest first. */
  reasons: string[];
  /** `receiver`: the receiver wrote the verdict; `before`: a server on the way did. */
  where: 'receiver' | 'before';
}

/** Whether a domain that was proven agrees with the one that people see. */
export type Agreement = 'pass' | 'fail' | 'unknown';

/** A step that helps a mail that arrived and was judged badly. */
export type ReceivedAdvice =
  | 'spf-missing'
  | 'spf-failed'
  | 'spf-broken'
  | 'dkim-missing'
  | 'dkim-failed'
  | 'dkim-body-changed'
  | 'dkim-key-missing'
  | 'forwarded'
  | 'forwarder-changed'
  | 'not-aligned'
  /** The receiver found no fault, and a field further down tells of one. */
  | 'judged-otherwise'
  /** The filter names a rule about the server that sent, or about SPF, DKIM or DMARC. */
  | 'sender-blamed'
  | 'dmarc-missing'
  | 'dmarc-broken'
  /** DMARC failed, and no other result says why. */
  | 'dmarc-failed'
  /** DNS did not answer whoever judged. */
  | 'unanswered'
  /** The receiver put a rule of its own in the place of a result. */
  | 'policy'
  | 'content'
  | 'not-judged';

/** A DKIM signature, as far as it can be told without asking DNS for its key. */
export interface SignatureFacts {
  /** `d=` and `s=`; null if they cannot be read. */
  domain: string | null;
  selector: string | null;
  /** Whether the body of this copy is the one that was signed. */
  body: 'intact' | 'changed' | 'unknown';
}

/** Who forwarded a mail, and what it had found before. */
export interface Forwarding {
  by: string | null;
  authentication: AuthenticationResult[];
}

/** What a mail that arrived tells of its way and of who judged it. */
export interface ReceivedFacts {
  /** The domain of the address that people see as the sender. */
  from: string | null;
  /** The domain of the envelope's sender. */
  envelope: string | null;
  /** The domains that signed the mail (`d=`). */
  signers: string[];
  /** The mail's signatures. Empty if the mail is not whole, or the receiver has said that one passes. */
  signatures: SignatureFacts[];
  authentication: AuthenticationResult[];
  forwarding: Forwarding | null;
  alignment: { spf: Agreement; dkim: Agreement };
  filters: SpamVerdict[];
  /** The stations, from the first to the last. */
  hops: Hop[];
}

/** Why a mail that arrived is taken for spam, and what helps. */
export interface InSpam {
  place: SortedOut;
  from: string | null;
  envelope: string | null;
  filters: readonly SpamVerdict[];
  advice: readonly ReceivedAdvice[];
}
