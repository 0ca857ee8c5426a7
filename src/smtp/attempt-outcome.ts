import type { Evidence } from '../diagnosis/evidence.js';
import type { CertificateInfo } from '../report/report.js';
import type { EarlyLook } from './cure.js';
import type { RecipientReply } from './session/session-recorder.js';

/** The facts about a connection, whatever failed on it. */
export type Situation = Omit<Evidence, 'step' | 'reply'>;

/** How an attempt ended. */
export interface AttemptOutcome {
  /** Absent when every step passed. */
  evidence?: Evidence;
  /** The addresses of the host, as far as it was found. */
  addresses: string[];
  /** The final state, for the diagnosis of any refusal. */
  situation: Situation;
  /** The server's reply about each recipient that it was asked about. */
  recipientReplies: RecipientReply[];
  /** The message was sent, and nobody knows whether the server took it. */
  isMessageUnanswered: boolean;
  /** The server's final words about the mail, when it took it. */
  accepted?: string;
  /** The server has refused the sender. The value tells whether it takes the login's address, if it was asked. */
  takesLoginAsSender?: boolean;
  /** The certificate that the failed step showed. */
  certificate?: CertificateInfo;
  /** The look at the other ports that began while the server was silent. The search continues it. */
  early?: EarlyLook;
}
