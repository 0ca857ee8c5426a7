import type { ReplyRule } from '../../../providers/provider.js';
import { says } from './says.js';
import { ENVELOPE } from './steps.js';

/** Things that a server consults while it decides. Named together with trouble, such a thing is what failed. */
const HELPER =
  '(virus|spam|content|mail|message|anti-?virus|malware)? ?(scan(ner|ning)?|filters?|milters?|polic(y|ies) (service|server|daemon)|clam(av|d|av-milter)?|spam(d|assassin)|rspamd|amavis|ldap|sql|mysql|database|back-?end|resolver|redis|saslauthd|auth(entication)? (server|service|daemon|backend)|(?<!name )lookup|queue|spool|storage|mail ?store|greylist(ing)?)';
const FAILED =
  '(errors?|fail(ed|ure|s)|unavailable|not available|timed? ?-?out|unreachable|is down|went away|gone away|problems?|not (responding|reachable)|temporar* (unavailable|error|fail*|disabled))';

/** The codes of those that say "not now" (RFC 5321 section 4.2.1) that servers use. */
const TEMPORARY = [400, 421, 430, 431, 432, 440, 450, 451, 452, 454, 455, 471];

/**
 * Trouble of the server's own while it checks somebody: "Sender address rejected: Server configuration error". The thing that was
 * checked is not at fault, and the same may work later.
 */
export const troubleRules: readonly ReplyRule[] = [
  {
    // Spamhaus' answers to a query through a public resolver, or to too many of them (127.255.255.254, .255): no listing.
    words: says(
      '(blocked|listed|rejected) .. error:? (open|public) resolver',
      '(blocked|listed|rejected) .. (excessive|too many) .{0,12}queries',
    ),
    cause: 'server-error',
    retryable: false,
  },
  {
    // RFC 3463 section 3.5: no answer from the next host, or a bad connection to it.
    codes: ['4.4.1', '4.4.2'],
    words: says('(unable|failed|not able|could ?n[o’.]t|cannot) .{0,8}connect'),
    cause: 'connection-timeout',
  },
  {
    // The status of an earlier attempt, which a server repeats within its reply: `#4.4.1`.
    words: says('#[45]\\.4\\.1(?![\\d.])'),
    cause: 'connection-timeout',
  },
  {
    codes: TEMPORARY,
    words: says('connection refused .{0,30}(socket|10061|errno)', 'actively refused'),
    cause: 'connection-refused',
  },
  {
    codes: ['4.4.1', '4.4.2'],
    words: says('connection .. (dropped|reset|lost|aborted|closed|terminated)(?!.{0,12} time)'),
    cause: 'connection-closed',
  },
  {
    steps: ENVELOPE,
    // The server asks another one whether the address exists, which also makes a client wait (RFC 6647).
    words: says('verif* .. in progress'),
    codes: TEMPORARY,
    cause: 'greylisted',
    retryable: true,
  },
  {
    steps: ENVELOPE,
    words: says(
      'unverified address: (connect to|lost connection|conversation with|temporary|delivery temporarily|mail transport unavailable|host or domain name not found)',
    ),
    codes: TEMPORARY,
    cause: 'server-error',
  },
  {
    steps: ['greeting', 'ehlo', 'mail-from', 'rcpt-to', 'data'],
    words: says(
      '(server|local|internal|system) (local )?(data )?(configuration )?(error|problem|failure)s?',
      '(local|system|server) .. (problem|configuration error)',
      '(temporary|transient) (lookup|local|internal|system|server|backend|table|map) (error|fail*|problem)',
      'mail system (error|failure|full)',
      '(could not|cannot) be (scanned|checked|verified)',
      'unable to (scan|read|load|write|open|process(?! .{0,12}connection)|connect|contact|store|save|queue)',
      '(ca(nnot|n’t|n.t)|could ?n[o’.]t|failed to|unable to|error( in)?) (be )?(connect(ing)?|reach(ing)?|contact(ing)?|communicat(e|ing)|writ(e|ing)|stor(e|ing)|sav(e|ed|ing)|queu(e|ing)|scan(ning)?|sign(ing)?|run(ning)?|open(ing)?|fork(ing)?|load(ing)?|talk(ing)?) ',
      '(dkim|arc) sign* (failed|error)',
      `${HELPER} .. ${FAILED}`,
      'system resources',
      '(remote|upstream|next|relay) (server|host|system) .{0,12}(not (answer*|respond*|reachable|available)|unavailable|unreachable|fail*|is down)',
      'died with signal',
      '(mailbox|maildrop|folder|file) (is )?(locked by|busy|in use)',
      '(under|in|for|scheduled) maintenance',
      'mailbox (access|open|lock|write|delivery) error',
      '((?<!r)dns|name ?servers?) (lookup |query |server )?(timeout|timed out)',
      '(error|failed):? connection (refused|reset|timed out|lost)',
    ),
    codes: TEMPORARY,
    cause: 'server-error',
  },
  {
    steps: ENVELOPE,
    words: says(
      '(service|server|system) (is )?(temporarily |currently )?(unavailable|not available)(?!.{0,80}(blocked|listed|client|rejected|using))',
      '(malformed|invalid|bad|missing) .{0,12}(policy|internal) (request|response|reply)',
    ),
    codes: TEMPORARY.filter((code) => code !== 421),
    cause: 'server-error',
  },
  {
    // Even a refusal that calls itself final counts as temporary, since the message itself was not at fault.
    steps: ['data'],
    words: says(
      '(could ?n[o’.]t|cannot|unable to|failed to) (be )?(sav(e|ed)|stor(e|ed)|queue[d]?|written|write)',
      '(un-?queuable|queue file write error|spool file)',
      'errors? (while |when |in )?(queue?ing|storing|saving|writing|spooling)',
      'ECONNREFUSED',
    ),
    cause: 'server-error',
  },
];
