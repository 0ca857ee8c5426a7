import type { NodemailerError } from 'nodemailer/lib/errors';
import type { Evidence } from '../../diagnosis/evidence.js';

/** Evidence in an error that carries no reply. The codes are nodemailer's own, see its `errors.js`. */
export function systemEvidence(error: NodemailerError): Partial<Evidence> {
  if (error.originalCode) return { errorCode: error.originalCode };
  switch (error.code) {
    case 'ETIMEDOUT':
      return { isTimedOut: true };
    case 'ECONNECTION':
      return { isClosed: true };
    case 'EPROTOCOL':
      return { isMalformed: true };
    default:
      return { errorCode: error.code ?? error.message };
  }
}
