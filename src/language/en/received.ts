import type { Agreement } from '../../report/received-letter.js';
import { known, tell } from '../plans/plan.js';
import { bodyOf, delayOf, judgementOf } from '../plans/received.js';
import type { ReceivedTexts } from '../received-texts.js';
import { judgement } from './arrival.js';
import { MICROSOFT_CODES } from './microsoft-codes.js';

const AGREES: Record<Agreement, string> = {
  pass: 'confirms it',
  fail: 'does not confirm it',
  unknown: 'unknown',
};

export const received: ReceivedTexts = {
  filter: (verdict) => {
    const { filter, score, limit, reasons, where } = verdict;
    const judged = tell(judgementOf(verdict), {
      none: 'no judgement',
      spam: 'spam',
      'no-spam': 'no spam',
    });
    const most = known(limit, (number) => ` of ${number}`);
    const points = known(score, (number) => `, score ${number}${most}`);
    const told = reasons.map((code) =>
      known(MICROSOFT_CODES[code], (words) => `${code} = ${words}`, code),
    );
    const place = tell(where, {
      receiver: '',
      before: ', before the mail came to the receiver',
    });
    return `Filter ${filter}${place}: ${judged}${points}${known(told, (some) => ` (${some.join(', ')})`)}`;
  },
  agreement: (from, envelope, signers, { spf, dkim }) =>
    `From: ${from}; SPF${known(envelope, (domain) => ` for ${domain}`)}: ${AGREES[spf]}; ` +
    `DKIM${known(signers, (some) => ` by ${some.join(', ')}`)}: ${AGREES[dkim]}`,
  signature: (signature) =>
    `Signature of ${signature.domain} (s=${signature.selector}): ${tell(bodyOf(signature), {
      intact: 'the body is as it was signed',
      changed:
        'the body of this copy differs from the one that was signed; it was changed on the way or when it was saved',
    })}`,
  forwarded: (by, results) =>
    `Forwarded${known(by, (name) => ` by ${name}`)}${known(results, (some) => `, which had found: ${some.map(judgement).join(', ')}`)}`,
  way: 'Its route, as each server recorded it:',
  hop: ({ from, by, delayMs }) =>
    `${from ?? 'unnamed'} to ${by ?? 'unnamed'}${known(delayMs, (ms) => `, after ${duration(ms)}`)}`,
  helps: 'What helps:',
  advice: {
    'spf-missing': (domain) =>
      `Publish an SPF record. To see what to write: tailchat smtp domain ${domain}`,
    'spf-failed': (domain) =>
      `Add the sending server to the SPF record. To see what to write: tailchat smtp domain ${domain}`,
    'spf-broken': (domain) =>
      `Correct the SPF record, which receivers cannot evaluate (permerror): one record only, no misspelt part, at most 10 lookups. See: tailchat smtp domain ${domain}`,
    'dkim-missing': (domain) =>
      `Turn on DKIM for ${domain} at the provider that sends your mail, and publish the key that it shows`,
    'dkim-failed': (domain) =>
      `Compare the DKIM key in DNS with the one that the provider shows: tailchat smtp domain ${domain} --selector <s> (s= of DKIM-Signature)`,
    'dkim-body-changed': (domain) =>
      `Find out what changes the mail after it was signed as ${domain} (a footer, a virus scanner, a list, a relay that re-encodes it), and have it signed last`,
    'dkim-key-missing': (domain) =>
      `Publish the DKIM key: DNS has none that matches the signature. Check: tailchat smtp domain ${domain} --selector <s> (s= of DKIM-Signature)`,
    'forwarder-changed': (domain) =>
      `Send the mail straight to the final address, or have the forwarder leave it unchanged: the signature of ${domain} was valid until the mail was changed in forwarding`,
    forwarded: (domain) =>
      `Have a valid DKIM signature of ${domain}: it survives forwarding as long as the mail is not changed. SPF does not, and no change to its record helps`,
    'not-aligned': (domain) =>
      `Have the provider sign as ${domain}, or send from its domain: what was confirmed is a different one`,
    'dmarc-missing': (domain) =>
      `Publish a DMARC record. To see what to write: tailchat smtp domain ${domain}`,
    'dmarc-broken': (domain) =>
      `Correct the DMARC record, which receivers cannot read (permerror): tailchat smtp domain ${domain}`,
    'dmarc-failed': (domain) =>
      `See what the DMARC record asks for (adkim=s and aspf=s want the very domain of From, not one below it): tailchat smtp domain ${domain}`,
    unanswered: () =>
      "Send another mail: a question to DNS got no answer, which says nothing about the records. Check the domain's name servers if it happens again",
    policy: () =>
      'Ask the receiver which of its own rules was applied (policy); for DKIM, a key below 1024 bits or rsa-sha1 is often the reason',
    'judged-otherwise': (domain) =>
      `Check SPF, DKIM and DMARC of the domain: another check on the way failed, as Authentication-Results further down in the header says: tailchat smtp domain ${domain}`,
    'sender-blamed': (domain) =>
      `Check the sending server, whose name, address or records the filter names: tailchat smtp domain ${domain} --ip <address> --blocklists (of a provider: report it there)`,
    content: () =>
      'Move the mail out of the spam folder, and check its text and links: nothing in its header points to a problem with the sender',
    'not-judged': (domain) =>
      `The receiver wrote nothing about SPF or DKIM. See what DNS says: tailchat smtp domain ${domain}`,
  },
};

function duration(ms: number): string {
  return tell(delayOf(ms), {
    seconds: ({ count }) => `${count} s`,
    minutes: ({ count }) => `${count} min`,
    hours: ({ count }) => `${count} h`,
    days: ({ count }) => `${count} days`,
  });
}
