import type { ReplyRule } from '../../../providers/provider.js';
import { says } from './says.js';
import { ENVELOPE } from './steps.js';

/** Encryption: what is wanted before anything else may be said. */
export const encryptionRules: readonly ReplyRule[] = [
  {
    words: says(
      'tls ?v?1\\.[01] .. (not supported|deprecated|no longer|disabled|too old)',
      '(upgrade|update|support) .. tls ?v?1\\.[23]',
      'tls (protocol )?version .. (old|low|unsupported)',
    ),
    cause: 'tls-version',
  },
  {
    words: says(
      '(start)?tls .. (not available|unavailable|not supported|not offered) .. (due to|reason|problem|currently)',
      '(start)?tls .. temporar* (not |un)available',
    ),
    cause: 'starttls-unavailable',
    retryable: true,
  },
  {
    // Exim (smtp_in.c) answers so to every command behind a handshake that failed.
    codes: [554],
    words: says('security failure'),
    cause: 'tls-failed',
  },
  {
    // RFC 3207 section 4: not available for a temporary reason.
    steps: ['starttls'],
    codes: [454],
    words: /(?:)/,
    cause: 'starttls-unavailable',
    retryable: true,
  },
  {
    // RFC 4954 section 6.
    steps: ['auth'],
    codes: [538, '5.7.11'],
    words: says('{encryption}'),
    cause: 'auth-needs-tls',
  },
  {
    steps: ['auth'],
    words: says(
      '(encryption|security|cipher) .. (too weak|insufficient|too low|not strong enough)',
      '(lack|without) .. (security|encryption)',
      'encryption required .. mechanism',
      '(cannot|not|never|no) .. {login} .. (plain ?-?text|clear ?-?text|unencrypted)',
      '(use|run|start|enable|turn on) (start)?tls',
      '(plain ?-?text|clear ?-?text|unencrypted|insecure) .. (disallowed|not (allowed|permitted|supported)|disabled|refused|prohibited)',
      '(secure|encrypted) connection .. requ*',
      '{login} .. (only|require*|needs?|not (allowed|permitted|available)) .. (tls|ssl|encrypt*|secure*)',
      '(tls|ssl|encryption|secure connection) .. {needed} .. (before|for|to) .. {login}',
      '(必须|需要|请|仅支持|只支持).{0,8}(tls|ssl|加密)',
    ),
    cause: 'auth-needs-tls',
  },
  {
    words: says(
      '(switch|change|upgrade) to .{0,16}(tls|ssl|encrypt*|secure)',
      'starttls <> (must|first|require[ds]?|please|need(s|ed)?|issue)',
      '{encryption} .. (is required|are required|required|needed|is mandatory)',
      '{encryption} .. (erforderlich|obligat*|requise?|wymagan*|vereist|obrigat*|necess[aá]ri*|nécessaire|richiest*|vyžadov*|требуется|необходим*|必要|필요)',
      '(必须|需要|请|仅支持|只支持|只允许).{0,8}(starttls|tls|ssl|加密)',
      '(se requiere|necess[áa]rio|obligator*|obrigat[óo]rio|richiest[ao]|wymagan*|требуется|vereist|vyžadov*|gerekli|nécessaire|obligatoire) .. {encryption}',
      '(must|require[sd]?|please use|need to use) .. (tls|ssl|encrypt(ed|ion)?|secure connection)',
      '(accept*|allow*|tak(es|ing)) .{0,30}only .{0,12}(on|over|via|with|in) (an? )?(tls|ssl|encrypted|secure)',
      '(encryption|security) .. (too weak|insufficient|too low|not strong enough|check failed)',
      '(lack of|without) (security|encryption)',
    ),
    cause: 'starttls-required',
  },
];

/** Rules for the name that the client gives itself. The order of commands is another matter. */
export const heloRules: readonly ReplyRule[] = [
  // RFC 2033: a server that takes mail into mailboxes, from other servers.
  {
    steps: ['ehlo'],
    words: says(
      'lhlo',
      '(only|speak*|this is|use|not) .{0,12}lmtp',
      'lmtp (only|server|port|service)',
      '(with )?user and pass',
    ),
    cause: 'not-smtp',
  },
  { steps: ENVELOPE, words: says('auth first'), cause: 'auth-required' },
  {
    words: says(
      '(helo|ehlo|hello) .. first',
      '(send|say|need|want) .. (helo|ehlo)',
      '(helo|ehlo) .{0,12}(required|needed|expected|missing|before)',
    ),
    steps: ['mail-from', 'rcpt-to', 'data', 'starttls'],
    cause: 'protocol-error',
    codes: [500, 501, 502, 503, 550],
  },
  {
    words: says(
      '(helo|ehlo)(ip|host|name)? <> (errors?|reject*|invalid|refus*|bad|illegal|syntactically|forged|bogus|fake|denied|blocked|blacklist*)',
      '(helo|ehlo)(ip|host|name)? <> (fully-?\\s?qualified|fqdn|not (accepted|allowed|permitted)|does not (resolve|match)|mis-?match*|must exist|fail*|dynamic|resolv*|bad-?helo|no forward)',
      'needs? (a )?fully[- ]qualified (host ?name|domain)',
      'host ?name .. (not fully|invalid)',
      '(helo|ehlo) name .. (contains|not)',
      'not who you say you are',
      '(claim*|pretend*) to be (me|us|this|my|our)',
      '\\((EHLO|HELO)\\)',
      '(proper|real|valid|correct) (helo|ehlo)',
      '(helo|ehlo) requires .{0,12}(address|domain|host ?name)',
    ),
    cause: 'helo-rejected',
  },
  {
    // A name at EHLO is the one that was just given.
    steps: ['ehlo'],
    words: says(
      '(invalid|bad|bogus|forged|illegal|wrong) .{0,20}(host ?name|domain)',
      'host ?name .. (mis-?match*|invalid|not (valid|allowed|accepted|resolv*)|does not)',
      '(used )?as .{0,12}host ?name',
      'introduce yourself',
      'domain .. (not|no|without|missing) .. (dns|mx)',
    ),
    codes: [450, 501, 505, 521, 550, 553, 554, 571],
    cause: 'helo-rejected',
  },
];

/** The address that the client comes from. */
export const addressRules: readonly ReplyRule[] = [
  {
    // Lists of names rather than addresses: names in the message, or the sender's domain.
    steps: ['data'],
    words: says(
      '(listed|blacklisted|blocked|found) .. {nameList}',
      '(message|content|body) contains .. (listed|blacklisted|blocked)',
    ),
    cause: 'content-rejected',
  },
  {
    words: says(
      '(sender|(mail ?)?from)(?! (host|server|ip)) (address|domain)? .. (blocked using|listed (in|on|by|at)|blacklisted)',
    ),
    steps: ENVELOPE,
    cause: 'sender-rejected',
  },
  {
    // Where in the world the client is.
    steps: ['greeting', 'ehlo', 'auth', 'mail-from'],
    words: says(
      '(from|in) .. (country|countries|region|geo*) .. {refused}',
      '(country|region|geo-?(location|block*|ip|fenc*)) .. ({refused}|restrict*|disabled)',
      '{refused} .. (country|countries|region|geo-?(location|block*|ip|fenc*))',
      '(国家|地区|境外).{0,12}(拒绝|禁止|限制|不允许)',
    ),
    cause: 'ip-blocked',
    retryable: false,
  },
  {
    words: says(
      '(no ptr|ptr (dns )?record|reverse[- ]?dns|reverse (name|hostname|lookup|mapping|ip)|rdns|fcrdns|in-addr\\.arpa)',
      '(can(not|’t) (find|resolve)|could not (find|resolve)|unable to resolve|no valid) .. (your|client) .. (host ?name|domain|address)',
    ),
    cause: 'ip-blocked',
    // A missing name does not appear by itself.
    retryable: false,
  },
  {
    words: says(
      'client host .. (rejected|blocked)',
      '^(black[ -]?listed|listed) (in|on|by|at) ',
      'back-?scatter*',
      '(spamhaus|spamcop|barracudacentral|sorbs|uceprotect|abuseat|surriel|spamrats|mailspike|invaluement|njabl|cbl)',
      '(blocked|listed|rejected|found|blacklisted) .. (by|in|on|at|using|via|from) .. (rbl|dnsbl|*bl|block ?list|black ?list|blocking list)s?',
      '({clientAddress}) <> {listed}',
      'client <> (blocked|black ?-?listed|denied|rejected|refused|throttl*)',
      '(from|by|are|is) (an )?open relay',
      '({listed}|not accept*|no (mail|access)) .. from (this|your) (ip )?(range|network|subnet)',
      'your host .. {listed}',
      'dyn(amic )?-?ip',
      '(invalid|unauthori[sz]ed|black|bogus) ip( |$|\\.)',
      '(no|denied|refused) access (from|for|to) (your |this )?(mail )?(ip|host|server|network)( |$|\\.)',
      '(remote|client|connecting) ip (address )?(check )?(error|fail*|mismatch*)',
      'rbl (deny|check|reject*)',
      'open ?-?relay check',
      '(bad|poor|low|negative) .. reputation',
      'your (ip|host|server|network) .. (spam|abuse|policy)',
      'spam <> ip',
      '(residential|dial-?up|consumer|broadband) .{0,12}(networks?|hosts?|address*|ranges?|connections?|lines?)',
      '(forged|spoofed|unknown|unresolvable) (client )?(host ?name|ip name)',
      'ip( address| name)? .{0,20}(does not|doesn.t|not) resolv*',
      '(policy|rule|filter) .. (for|against|on|with) \\[ip\\]',
      'connection (is |was |has been )?(denied|rejected|refused)',
      'connection from .. (denied|rejected|refused)',
      '(\\(BL\\)|blocked using|客户端ip|发信ip|发件ip)',
    ),
    cause: 'ip-blocked',
  },
];

/** A refusal that names the client's address and nobody else. It comes after all rules that know a reason. */
export const namedClientRules: readonly ReplyRule[] = [
  {
    steps: ['greeting', 'mail-from', 'rcpt-to'],
    words: /^(?!.*<address>).*\[ip\]/i,
    codes: [521, 550, 551, 553, 554, 571],
    cause: 'ip-blocked',
  },
];

/** Words about whoever connects, without a reason. */
export const ownListRules: readonly ReplyRule[] = [
  {
    // A list of the server's own gives no reason and names nobody, so the refusal is of the client that connects.
    steps: ['greeting', 'ehlo', 'rcpt-to'],
    words: says(
      '^(smtp )?(access|service|session|connection) (denied|refused|rejected)',
      '^(denied|blocked|rejected|go away|(site|host) blocked .{0,60}|you are not (welcome|allowed to connect))[ .!]{0,9}$',
      'service currently unavailable',
      'access denied (for|to) .{0,60}\\[ip\\]',
    ),
    codes: [500, 503, 521, 550, 553, 554, 571],
    cause: 'ip-blocked',
  },
  {
    // Before MAIL FROM the only "sender" is the client that connects.
    steps: ['greeting'],
    words: says(
      '(sender|client|connection|host|ip) .{0,12}(blocked|denied|rejected|refused)',
      '^block(ed)? (temporarily|permanently)',
      '(拒绝|禁止)(您的|该)?(连接|访问)',
    ),
    cause: 'ip-blocked',
  },
  {
    steps: ['greeting'],
    words: says('\\([a-z]{0,4}bl[ -]?[a-z]?\\)'),
    cause: 'ip-blocked',
  },
  {
    // RFC 5321 section 3.1 gives these words to a server that takes mail from nobody.
    steps: ['greeting'],
    codes: [521, 550, 554],
    words: says('(no|not an?) (e?smtp|mail) (service|server)'),
    cause: 'server-error',
  },
];
