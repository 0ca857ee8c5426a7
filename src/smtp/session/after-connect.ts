import { lookInPlainText, lookWhileSilent } from '../connection/second-look.js';
import { checkCertificate, startImplicitTls, tlsOptions } from '../connection/tls-handshake.js';
import { warnOfTls } from '../warnings/certificate-warning.js';
import { NodemailerSession } from './nodemailer-session.js';

/**
 * What an attempt needs once it is connected. It is loaded then, while the server prepares its greeting:
 * nodemailer and node:tls take longer to load than a near server takes to answer.
 */
export const afterConnect = {
  NodemailerSession,
  lookInPlainText,
  lookWhileSilent,
  checkCertificate,
  startImplicitTls,
  tlsOptions,
  warnOfTls,
};
