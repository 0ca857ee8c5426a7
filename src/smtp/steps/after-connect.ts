import { createSession } from '../session/create-session.js';
import { askAboutSender } from './ask-about-sender.js';
import { logIn } from './log-in.js';
import { openSession } from './open-session.js';
import { secureConnection } from './secure-connection.js';

/**
 * The steps after dns and connect. They are loaded once the connection is open, while the server prepares its
 * greeting: nodemailer and node:tls take longer to load than a near server takes to answer.
 */
export const afterConnect = {
  secureConnection,
  createSession,
  openSession,
  logIn,
  askAboutSender,
};
