import type { Evidence } from '../diagnosis/evidence.js';
import type { CertificateInfo } from '../report/report.js';
import type { EarlyLook } from './cure.js';
import type { RecipientReply } from './session/session-recorder.js';

/** What is known of a connection, whatever failed on it. */
export type Situation = Omit<Evidence, 'step' | 'reply'>;

/** How an attempt ended. */
export interface AttemptOutcome {
  /** Absent when every step passed. */
  evidence?: Evidence;
  /** The addresses of the host, as far as it was found. */
  addresses: string[];
  /** How things stood at the end, for a diagnosis of whatever was refused. */
  situation: Situation;
  /** What the server said about each recipient that it was asked about. */
  recipientReplies: RecipientReply[];
  /** The message went out, and nobody knows whether the server took it. */
  isMessageUnanswered: boolean;
  /** The server's final words about the mail, when it took it. */
  accepted?: string;
  /** The server has refused the sender; whether it takes the address of the login, where it was asked. */
  takesLoginAsSender?: boolean;
  /** The certificate that the failed step showed. */
  certificate?: CertificateInfo;
  /** The look at the other ports that was begun while the server was silent, for the search to go on from. */
  early?: EarlyLook;
}
