import { namedSender, quotedSender, senderLine } from '../../plans/setting-line.js';
import type { ProblemTexts } from '../../plans/settings.js';
import { inPlace } from '../phrases.js';
import { inForm } from '../readers.js';

/** What can be wrong with `SMTP_SENDER`. */
export const SENDER_PROBLEMS: ProblemTexts = {
  'uri-as-sender': (facts) => ({
    title: `SMTP_SENDER${inPlace(facts)} is a URI, not a mail address`,
    explanation:
      'The URI of the mail server belongs in SMTP_URI. The sender is the address that mail comes from.',
    nextSteps: [
      `Move the URI to SMTP_URI, and write your own address: ${inForm(senderLine(facts))}`,
    ],
  }),
  'named-sender': (facts) => ({
    title: `SMTP_SENDER${inPlace(facts)} begins with the name of a variable`,
    explanation:
      'The value is a whole line. Tailchat needs only the part after the name; its server would take the name for a part of the sender.',
    nextSteps: ['Leave the name of the variable out of the value'],
  }),
  'group-as-sender': (facts) => ({
    title: `SMTP_SENDER${inPlace(facts)} is a group of addresses, not one address`,
    explanation:
      'A colon outside double quotes makes a group of what follows it. A mail from Tailchat has one sender.',
    nextSteps: [
      `Write one address, without the name of the group: ${inForm(senderLine(facts))}`,
      `If the colon belongs to a name, put the name in double quotes: ${inForm(quotedSender(facts))}`,
    ],
  }),
  'encoded-at': (facts) => ({
    title: `The @ of SMTP_SENDER${inPlace(facts)} is percent-encoded`,
    explanation: 'Only in SMTP_URI does %40 stand for @. SMTP_SENDER is read as it is written.',
    nextSteps: [`Write @ instead of %40: ${inForm(senderLine(facts))}`],
  }),
  'wide-at': (facts) => ({
    title: `SMTP_SENDER${inPlace(facts)} contains a full-width ＠`,
    explanation: 'A Chinese input method writes it. A mail address needs the narrow @.',
    nextSteps: ['Write @ instead of ＠'],
  }),
  'no-address': (facts) => ({
    title: `SMTP_SENDER${inPlace(facts)} does not hold a mail address`,
    explanation:
      'The sender needs an address such as tailchat@example.com. A name alone is not enough.',
    nextSteps: [
      `Write ${inForm(senderLine(facts))}, with your own address`,
      `Write ${inForm(namedSender(facts))} to give a name as well`,
    ],
  }),
  'several-addresses': (facts) => ({
    title: `SMTP_SENDER${inPlace(facts)} is read as more than one address`,
    explanation:
      'Tailchat would put all of them in the From line, and use the first one to send, which servers may refuse. ' +
      'A comma or semicolon separates addresses, even within a name, unless the name is in double quotes.',
    nextSteps: [
      'Keep one address only',
      `Put a name with such characters in double quotes: ${inForm(quotedSender(facts))}`,
    ],
  }),
};
