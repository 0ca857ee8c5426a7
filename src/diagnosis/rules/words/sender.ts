import type { ReplyRule } from '../../../providers/provider.js';
import { says } from './says.js';
import { ENVELOPE } from './steps.js';

/** In whose name this account may send. */
export const senderRightsRules: readonly ReplyRule[] = [
  {
    steps: ENVELOPE,
    words: says(
      'sandbox',
      '(trial|test(ing)? (account|mode|domain)|free (account|plan)) <> (only|can ?not|may not|not allowed)',
      'only .. send .. to .. your own',
      'only .. send .. (verified|authori[sz]ed|registered) .. (address*|recipient*|e?-?mail)',
      '(测试|试用|体验|沙箱).{0,6}(帐号|账号|账户|帐户|版|域名|环境).{0,16}(只能|仅|不能|不可|不允许|限)',
    ),
    cause: 'sandbox-restricted',
  },
  {
    steps: ENVELOPE,
    words: says(
      '({sender}|domain|mail ?box|(e-?)?mail address|identit(y|ies)|<address>|signature) <> {unverified}',
      '(verified (sender|domain|identity|address)|sender (identity|signature)s?)',
      '(confirm|verify|validate) your (sender|sending|e-?mail|from)? ?(address|domain)',
      'domain .. not (authori[sz]ed|configured|owned|set up|added|allowed|yours) .. (send*|account|platform|user|service)',
      '(sender|from) .. domain .. not (authori[sz]ed|configured|owned|allowed|registered)',
    ),
    cause: 'sender-unverified',
  },
  {
    steps: ENVELOPE,
    words: says(
      '(not owned by|send ?as ?denied|send[- ]as)',
      '{sender} .. {mismatched}',
      "({sender}|from|<address>|mail address) .. (must|should|do(es)?|did|is|are|has|shall|need|not|[a-z]*n[’']t) .. (same|match*|equal*|conform*|correspond*|identical|consistent|belong*) .. ({login}|account|user|owner|smtp)",
      "(not|no|cannot|never|un|[a-z]*n[’']t) .. (allowed|authori[sz]ed|permitted|permissions?|granted|entitled|rights?|able) .. (send|sending|use|using|submit|act) .. (as|from|behalf|sender|identity|address|header|envelope)",
      "can(not| ?n[o’']t) .. send .. (as|behalf|from (another|a different|other))",
      'only .. send .. (from|as) .. (your|own|{login})',
      '(sender|from) .. mis-?match*',
      '(invalid|unauthori[sz]ed|wrong) .{0,12}identit(y|ies)',
      '{sender} .. not .. (your|{login})',
      'unauthori[sz]ed .. (sender|from|domain)',
      '{sender} .. (not |un)authori[sz]ed',
      'not allowed in .. from',
      'not (one )?of your (own )?(addresses|senders|identities|domains|aliases)',
      '{sender} .. must be (your|one of)',
      '(may|can|must|do(es)?) ?not (use|send (as|from|with)) .. ({sender}|from|<address>|identity|alias)',
      'must (match|belong to|be owned by|equal) .. ({login}|user|account)',
      '(not|n[o’.]t) (the|an?) .. {login}',
      '{login} .. (for|of) .. (specified|another) .. (address|sender|e-?mail|from|user)',
      '(not|n[o’.]t) (allowed|permitted|authori[sz]ed|valid) (for|with) (this|that|the) (address|sender|user|account|login)',
      '(spoof*|masquerad*|forg(ing|ed)|impersonat*) .. (mail from|sender|from|address|user)',
      '(not accept|no) .. (masquerad*|forging|spoofing)',
      'restricted to .. (send*|from)',
      '发[件信送](人|方|者|地址|邮箱|账号|帐号) .. (不一致|不匹配|不符|不同|必须.{0,12}(相同|一致)|应.{0,12}(相同|一致))',
      "{sender} .. (n[ãa]o|nicht|n[’']?est pas|non|nie|no (es|est[áa]|coincide|corresponde|pertenece)) .. ({login}|{account}|{credentials})",
      '{sender} .. (no coincide|não coincide|não corresponde|non corrisponde|stimmt nicht|ne correspond pas|nie zgadza)',
      '(authenticat* (user|account|as)|logged in as) .. (not|cannot) .. (send*|sent|speak|act|write|relay|us(e|ing)|submit|impersonate|sender|from|as|identity|address)',
    ),
    cause: 'sender-mismatch',
  },
];

/** The address that the mail comes from. */
export const senderRules: readonly ReplyRule[] = [
  {
    steps: ENVELOPE,
    words: says(
      '{sender} <> (syntax|malformed|missing (or|domain)|must contain a domain|need fully-?\\s?qualified|format|语法|格式)',
      '(syntax error|malformed|syntactically|bad syntax) .. (mail|from|return*|reverse*)',
    ),
    cause: 'sender-syntax',
  },
  {
    // The only address that was given yet.
    steps: ['mail-from'],
    words: says(
      '(malformed|ill-?formed|badly formed|syntax*) .{0,30}(address|<address>|mail)',
      '(smtputf8|non-?ascii|internationali[sz]ed)',
      '8-?bit char* .. (address|mailbox)',
      '(restricted|illegal|invalid|forbidden|bad|unusual) char* .. (address|local|sender|domain)',
    ),
    cause: 'sender-syntax',
  },
  {
    steps: ['mail-from'],
    words: says(
      '({sender}|address|<address>|domain) .. (on|in) .{0,20}(black|block|deny)[ -]?list*',
      '({sender}|address|<address>|domain) .. not .{0,12}(white|allow)[ -]?list*',
    ),
    cause: 'sender-rejected',
  },
  {
    steps: ENVELOPE,
    words: says(
      '{sender} .. ({refused}|{missing})',
      'not (allowed|permitted|authori[sz]ed) to send',
      'sending from (this|the|your|that) (domain|address|sender) .. (blocked|banned|denied|forbidden|prohibited|refused|rejected)',
      '(invalid|bad|fake|forged|fraudulent|unknown|unroutable|unresolvable|blocked|rejected) .. {sender}',
      '{sender} .. ((verify|verification|callout|check) failed|could not (be )?(verif*|complete)|unroutable)',
      '{sender} .. (no (mx|a|dns)|domain not found|dns|does not resolve|couldn.t resolve)',
      'your domain .. (not|no|without|missing) .. (dns|mx)',
      '{sender} <> (blank|empty|null)',
      '(callback|callout|verification) .{0,12}(failed|failure) .. {sender}',
      '{sender} .. (unresolv*|cannot be resolved)',
      'domain .. (may not exist|dns check)',
      'from.{0,2} ?domain (must|should|has to) (resolve|exist|be resolvable)',
      'no (access|mail|service) (for|from) (this|your|that) (domain|sender|user)',
      '(domain of sender|sender.{0,3}s? domain) .. (not|fail*)',
    ),
    cause: 'sender-rejected',
  },
  {
    steps: ['mail-from'],
    words: says(
      'domain .. {missing}',
      'domain .. (nxdomain|no (mx|dns)|does not resolve)',
      'domain must (resolve|exist|be resolvable)',
    ),
    cause: 'sender-rejected',
  },
];
