// What an attempt needs once it is connected. It is loaded then, while the server prepares its greeting:
// nodemailer and node:tls take longer to load than a near server takes to answer.
export { NodemailerSession } from './nodemailer-session.js';
export { lookInPlainText, lookWhileSilent } from './second-look.js';
export { checkCertificate, startImplicitTls, tlsOptions } from './tls-handshake.js';
