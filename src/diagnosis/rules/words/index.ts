import type { ReplyRule } from '../../../providers/provider.js';
import { loopRules } from './bounce.js';
import {
  addressRules,
  encryptionRules,
  heloRules,
  namedClientRules,
  ownListRules,
} from './connection.js';
import { accountRules, loginRules, loginWantedRules } from './login.js';
import { amountRules, filterRules, messageRules, policyRules, sizeRules } from './message.js';
import {
  addressLengthRules,
  fullRules,
  greylistRules,
  lockedRecipientRules,
  recipientRules,
  refusedRecipientRules,
  relayRules,
  storageRules,
  tooManyRecipientsRules,
} from './recipient.js';
import { senderRightsRules, senderRules } from './sender.js';
import { busyRules, lengthRules, orderRules, serverRules } from './server.js';

/**
 * The reasons in a rejection by Postfix that can stand by themselves. Postfix's own words, such as "Access denied", are about the
 * thing that was rejected.
 */
export const REASON_RULES: readonly ReplyRule[] = [
  ...policyRules,
  ...filterRules,
  ...encryptionRules,
  ...sizeRules,
  ...amountRules,
  ...accountRules,
  ...greylistRules,
  ...senderRightsRules,
  ...relayRules,
  ...loginWantedRules,
  ...busyRules,
  ...tooManyRecipientsRules,
  ...addressRules,
];

/**
 * Rules for words that many servers share, the more specific first. A refusal because of a block list also says that the
 * recipient is rejected, and one because of a used-up quota also names the login.
 */
export const WORD_RULES: readonly ReplyRule[] = [
  ...policyRules,
  ...filterRules,
  ...loopRules,
  ...heloRules,
  ...orderRules,
  ...lengthRules,
  ...addressLengthRules,
  ...encryptionRules,
  ...sizeRules,
  ...storageRules,
  ...amountRules,
  ...lockedRecipientRules,
  ...accountRules,
  ...greylistRules,
  ...senderRightsRules,
  ...busyRules,
  ...relayRules,
  ...addressRules,
  ...ownListRules,
  ...loginWantedRules,
  ...senderRules,
  ...loginRules,
  ...fullRules,
  ...tooManyRecipientsRules,
  ...recipientRules,
  ...messageRules,
  ...serverRules,
  ...namedClientRules,
  ...refusedRecipientRules,
];
