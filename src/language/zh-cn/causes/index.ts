import type { CauseTexts } from '../../texts.js';
import { certificates } from './certificates.js';
import { dns } from './dns.js';
import { encryption } from './encryption.js';
import { login } from './login.js';
import { message } from './message.js';
import { network } from './network.js';
import { other } from './other.js';
import { recipient } from './recipient.js';
import { sender } from './sender.js';
import { server } from './server.js';
import { settings } from './settings.js';

export const causes: CauseTexts = {
  ...settings,
  ...dns,
  ...network,
  ...certificates,
  ...encryption,
  ...server,
  ...login,
  ...sender,
  ...recipient,
  ...message,
  ...other,
};
