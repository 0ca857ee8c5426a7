import type { Agreement } from '../../report/received-letter.js';
import type { ReceivedTexts } from '../received-texts.js';
import { judgement } from './arrival.js';
import { MICROSOFT_CODES } from './microsoft-codes.js';

const AGREES: Record<Agreement, string> = {
  pass: 'agrees',
  fail: 'does not agree',
  unknown: 'unknown',
};

/** What is said about a mail that arrived. */
export const received: ReceivedTexts = {
  filter: ({ filter, isSpam, score, limit, reasons, where }) => {
    const judged = isSpam === null ? 'no judgement' : isSpam ? 'spam' : 'no spam';
    const points = score === null ? '' : `, score ${score}${limit === null ? '' : ` of ${limit}`}`;
    const told = reasons.map((code) =>
      MICROSOFT_CODES[code] ? `${code} = ${MICROSOFT_CODES[code]}` : code,
    );
    const place = where === 'before' ? ', before the mail came to the receiver' : '';
    return `Filter ${filter}${place}: ${judged}${points}${told.length > 0 ? ` (${told.join(', ')})` : ''}`;
  },
  agreement: (from, envelope, signers, { spf, dkim }) =>
    `From: ${from}; SPF${envelope ? ` for ${envelope}` : ''}: ${AGREES[spf]}; ` +
    `DKIM${signers.length > 0 ? ` by ${signers.join(', ')}` : ''}: ${AGREES[dkim]}`,
  signature: ({ domain, selector, body }) =>
    body === 'intact'
      ? `Signature of ${domain} (s=${selector}): the body is as it was signed`
      : `Signature of ${domain} (s=${selector}): the body of this copy is not the one that was signed; it was changed on the way, or when it was saved`,
  forwarded: (by, results) =>
    `Forwarded${by ? ` by ${by}` : ''}${results.length > 0 ? `, which had found: ${results.map(judgement).join(', ')}` : ''}`,
  way: 'The way it took, by the words of each station:',
  hop: ({ from, by, delayMs }) =>
    `${from ?? 'unnamed'} to ${by ?? 'unnamed'}${delayMs === null ? '' : `, after ${duration(delayMs)}`}`,
  helps: 'What helps:',
  advice: {
    'spf-missing': (domain) =>
      `Publish an SPF record; for what to write: tailchat smtp domain ${domain}`,
    'spf-failed': (domain) =>
      `Add the server that sends to the SPF record; for what to write: tailchat smtp domain ${domain}`,
    'dkim-missing': (domain) =>
      `Turn on DKIM for ${domain} at the provider that sends, and publish the key that it shows`,
    'dkim-failed': (domain) =>
      `Compare the DKIM key in DNS with the one that the provider shows: tailchat smtp domain ${domain} --selector with s= of DKIM-Signature`,
    'dkim-body-changed': (domain) =>
      `Find out what changes the mail after it was signed as ${domain} (a footer, a virus scanner, a list, a relay that re-encodes it), and have it signed last`,
    'dkim-key-missing': (domain) =>
      `Publish the DKIM key: none that fits was found for the selector of the signature; check with tailchat smtp domain ${domain} --selector and s= of DKIM-Signature`,
    forwarded: (domain) =>
      `Sign as ${domain} with DKIM, which survives forwarding where nothing in the mail is changed; SPF does not, and needs no other record for it`,
    'not-aligned': (domain) =>
      `Have the provider sign as ${domain}, or send from its domain: what was proven is another one`,
    'dmarc-missing': (domain) =>
      `Publish a DMARC record; for what to write: tailchat smtp domain ${domain}`,
    content: () =>
      'Move the mail out of the spam folder, and look at its words and links: nothing in its header points to the sender',
    'not-judged': (domain) =>
      `See what DNS says, for the receiver wrote nothing of SPF or DKIM: tailchat smtp domain ${domain}`,
  },
};

/** Mail waits for seconds or for days. */
function duration(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  if (ms < 120_000) return `${ms / 1000} s`;
  if (minutes < 120) return `${minutes} min`;
  return minutes < 2880 ? `${Math.round(minutes / 60)} h` : `${Math.round(minutes / 1440)} days`;
}
