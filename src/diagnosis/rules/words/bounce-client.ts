import type { ReplyRule } from '../../../providers/provider.js';
import { says } from './says.js';

/**
 * Words of a report about the client that brought the letter, without a code: how much it sent, from which address, for whom mail
 * may be passed on, and how the connection was encrypted.
 */
export const clientRules: readonly ReplyRule[] = [
  {
    words: says(
      '(fake|forged|spoofed) sender',
      'den(y|ies) (the )?sender',
      'mail from (is )?invalid',
      'sender (is )?unvalidated',
    ),
    cause: 'sender-rejected',
  },
  { words: says('too many (invalid )?recipients'), cause: 'rate-limited' },
  {
    words: says(
      '(excessive|unusual|unexpected|high) (volume|rate|number)',
      '(slower|slow down|too fast|throttl*)',
      'rate that prevents',
      '(max|maximum) .{3,40} per (minute|hour|day)',
      'exceed* .. (permitted|allowed) limits? (within|in|per)',
      '(message|rate|sending|receiving|tenant|domain) .{0,20}(threshold|limits?) (has been )?(exceed*|reached)',
      'exceed* .{0,12}threshold',
      '(频率|频繁|过快|(次数|数量|连接数).{0,6}(超|限))',
    ),
    cause: 'rate-limited',
    retryable: true,
  },
  {
    words: says('(service|server|system) (is )?(not available|unavailable|down)'),
    codes: [450, 451, 452, 454, 500, 550, 554],
    cause: 'server-error',
  },
  {
    words: says(
      'too many (errors|connections|sessions)',
      'busy .. (try|again|later)',
      'trop de connexions',
      '(server|system|service) (is )?(too )?busy',
      '(服务器|系统|伺服器).{0,4}(繁忙|太忙)',
    ),
    cause: 'server-busy',
    retryable: true,
  },
  {
    words: says(
      '(local users? only|mx only)',
      '(insecure|not an? open|unauthori[sz]ed|third[ -]party) (mail )?relay*',
      "(not|n[’']t|cannot) (handle|accept|route) mail (for|to)",
      'relaying (mail )?to',
      '(specified )?domain is not allowed',
    ),
    cause: 'relay-denied',
  },
  {
    words: says('spoof(ed|ing) (message|mail|e-?mail)'),
    cause: 'auth-policy-rejected',
  },
  {
    words: says('certificate .. expired'),
    cause: 'certificate-expired',
  },
  {
    words: says(
      'certificate .. (host ?name|common name|name) .. (match*|mismatch)',
      'certificate-host-mismatch',
    ),
    cause: 'certificate-hostname',
  },
  {
    words: says(
      '(tlsa|dane|dnssec)( validation|-invalid)? .. (fail*|invalid)',
      '(tlsa|dnssec)-invalid',
      '(tls|ssl) (handshake|negotiation) (fail*|error)',
      'cannot start tls',
    ),
    cause: 'tls-failed',
  },
  {
    words: says(
      '{login} .. (failure|failed|invalid|incorrect|unsuccessful|not accepted)',
      '(username|user name|password|credentials) .. (not accepted|invalid|incorrect)',
    ),
    cause: 'auth-failed',
  },
  {
    words: says(
      'use .. (smtp|mail|outgoing)? ?(server|relay|smart ?host) .. (isp|provider)',
      '(mismatch*|not match|not point|unresolv*|unverif*) .. (client|sending|relay|your)? ?(ip|ips|ip address|host ?name)',
      '(is|are|was|were|been|has|multi) ?(currently )?-?black ?-?list(ed)?( |$)',
      '(in|on) (a |an |our |the )?(local |public )?(black|block) ?-?list',
      '(?<!not )(listed|blocked|blacklisted) (by|in|at|on|as) (css|abusive|a? ?spam source|{nameList})',
      '(open (proxy|relay)|proxy server) .. (reject*|refus*|block*)',
      '(reject*|refus*|block*) .. (open (proxy|relay)|proxy)',
      'your (ip|host|server|network|remote ?host|mail server|system)( address)? .. ({refused}|spam*|forbidden|confirm*)',
      '(spams?|spamming|errors|complaints|unwanted messages) .. from (your|this) (ip|host|server|network)',
      '(you are|currently) (sending|sending out) spam',
      '(you are )?not (allowed|permitted|welcome|authori[sz]ed) to connect',
      'not (currently )?accepting .{0,20}(connections|from your ip)',
      '(no|server) access (from|for|to) (your |this )?(mail )?(server|host|ip|network)',
      '^(go away|blocked)[ .!]{0,9}$',
      '(blocked|refused|rejected) - see',
      '(is|was|been|mail|message)? ?blocked by(?! .{0,30}(recipient|user|owner|addressee|content|spam|filter|virus|policy))',
      'confirm this (mail )?server',
      'your ip .. (excessive|too many|generating)',
      '(rbl|dnsbl|blackhole) (reject*|list*|lookup)',
      '(block|deny|black)[ -]?list',
      'blocked for abuse',
      '(black|bad|bogus) ip( |$|\\.)',
      'rbl (deny|check|reject*)',
      'open ?-?relay check',
      '(remote )?ip (check (error|fail*)|is hang ?up)',
      '^ip[: =]{1,3}\\[ip\\]',
      '(ip).{0,12}(被拒|黑名单|封禁|屏蔽|禁止|信誉|不在.{0,6}允许)',
      '(来信|发信|客户端|您的|贵方|源).{0,2}服务器.{0,12}(被拒|黑名单|封禁|屏蔽|禁止|信誉)',
      'remote ip .. forbidden',
    ),
    cause: 'ip-blocked',
  },
  {
    words: says(
      '(different address or alias|send(ing)? (mail )?as) .. (misconfigured|settings|not (allowed|permitted)|permission*)',
    ),
    cause: 'sender-mismatch',
  },
];
