import type { ReplyRule } from '../../../providers/provider.js';
import { says } from './says.js';
import { ENVELOPE } from './steps.js';

/** Logins that are held back, and accounts that are shut. */
export const accountRules: readonly ReplyRule[] = [
  // RFC 5248: the account is disabled, whatever the words say of how long.
  { steps: ['auth'], codes: [525, '5.7.13'], words: says('{locked}'), cause: 'account-suspended' },
  {
    steps: ['greeting', 'ehlo', 'auth'],
    words: says(
      '(too many|too much|excessive|multiple|maximum) .. ({login}|failed|failures?|bad|invalid|incorrect) .. (attempts?|logins?|fail*|errors?|tries|retries|requests?|commands?)',
      'too (many|much) .. fail* .. {login}',
      '{login} .. (too (frequent*|many|often|fast)|frequen*|rate[- ]?limit*|limit(ed)?|throttl*|exceed*)',
      '(too (frequent*|many|often)|rate[- ]?limit*|throttl*) .. {login}',
      '(登录|登陆|认证|验证) <> (频繁|频率|次数|限制)',
      '{login} <> (suspicious|unusual|web ?browser)',
      '({login}|{account}) <> temporar* (locked|blocked|banned|disabled|suspended)',
      'слишком много .. попыт',
    ),
    cause: 'auth-throttled',
  },
  {
    // At this step nothing but logins can have been tried too often.
    steps: ['auth'],
    words: says(
      '(too many|too much|excessive|maximum|exceed*) .. (attempts?|tries|retries|failures?)',
      '(attempts?|tries|retry|retries|errors?|failures?) .. (limit*|exceed*|too many)',
      '(尝试|失败|错误) <> (过多|太多|频繁|超过|上限)',
    ),
    cause: 'auth-throttled',
  },
  {
    steps: ['auth', 'mail-from', 'data'],
    words: says(
      '{smtpAccess} <> {switchedOff}',
      '(enable|activate|turn on|switch on|open) .. (smtp|imap|pop3?) .. (settings?|access|service|web|account|flag|first)',
      "(plan|package|licen[sc]e|edition) .. (not|n[’']t) .. {smtpAccess}",
      '请 .. (开启|开通|启用) .. (smtp|imap|pop|服务|客户端)',
      '((user|account) has no permission(?! to send (as|for|on))|no permission to use smtp|无权)',
      '{account} .. (not (yet )?(been )?(activated|enabled)|未激活|未开通)',
    ),
    cause: 'auth-disabled',
  },
  { steps: ['auth'], words: says('{account} .. {noPermission}'), cause: 'auth-disabled' },
  {
    steps: ['auth', 'mail-from', 'data'],
    words: says(
      '{account} <> {locked}',
      'account (is )?(unavailable|not available)',
      'account (is )?(no longer|not) (authori[sz]ed|allowed|active|enabled)',
      '(payment|billing|invoice) .. (required|overdue|failed|unpaid)',
      '{account} .{0,8}(not paid|unpaid)',
    ),
    cause: 'account-suspended',
  },
  {
    steps: ['auth', ...ENVELOPE],
    words: says(
      '(sending|outgoing (mail|messages?)|mail service) .. (suspen*|paused|disabled)',
      '(sending(?! from (this|the|your|that) (domain|address|sender))|outgoing (mail|messages?)|mail service) .. blocked',
      'suspens[aã]o .{0,12}envio',
      '(envios?|envíos?|invio) .{0,20}(suspens*|sospes*|bloque*|bloccat*)',
      '(suspen*|paused) .. (sending|outgoing)',
    ),
    cause: 'account-suspended',
  },
  {
    // At RCPT TO an account may be the recipient's; a server, a plan or an organisation is the sender's.
    steps: ['auth', ...ENVELOPE],
    words: says(
      '(server|plan|subscription|organi[sz]ation|credentials?|tenant) .. suspen*',
      'suspended .. (may not|not allowed to|cannot) send',
    ),
    cause: 'account-suspended',
  },
];

/** What a login takes. */
export const loginRules: readonly ReplyRule[] = [
  {
    steps: ['auth'],
    words: says(
      'base ?64',
      "(could ?n[o’']t|cannot|can['’]t|unable to|failed to) (decode|parse|understand)",
    ),
    cause: 'protocol-error',
  },
  {
    // The command itself, not what it carries: RFC 4954 section 4.
    steps: ['auth'],
    codes: [500, 501],
    words: says('(syntax error|malformed|missing) .. (parameter|argument|auth|supply|input)s?'),
    cause: 'protocol-error',
  },
  {
    steps: ['auth', 'mail-from'],
    words: says(
      '(app(lication)?([- ]specific)?[- ]passwor[dt]s?|application[- ]specific)',
      '(authori[sz](ation|ed)[- ]?(code|password)|auth(entication)? code)',
      'enter your authori[sz]ation',
      '(授权码|专用密码|安全密码|授权密码|客户端密码)',
      '(client|third[- ]party|secure|specific|dedicated|device|external) .. password .. {needed}',
      '(anwendungsspezifisch*|mot de passe d.application|парол.{0,3} приложен)',
      '(2-?step|two-?step|two-?factor|2fa|second factor|multi-?factor|mfa)',
    ),
    cause: 'app-password-required',
  },
  {
    steps: ['auth', 'mail-from'],
    words: says(
      'basic auth* .. (disabled|not supported|deprecated|no longer|blocked|retired)',
      '(x?oauth(2|bearer)?|modern auth*) <> {needed}',
      'password .. {login} .. (no longer (supported|accepted|allowed)|not supported)',
    ),
    cause: 'oauth-required',
  },
  {
    steps: ['auth'],
    words: says(
      '(unrecogni[sz]ed|unsupported|unknown|unimplemented|invalid|not supported|no) .. (mechanisms?|methods?|type|scheme)',
      '(mechanisms?|methods?|auth(entication)? type) .. not (supported|available|allowed|enabled|offered|recogni[sz]ed|acceptable|implemented)',
      '(mechanisms?|methods?|auth(entication)? type) .. (unsupported|unavailable|unrecogni[sz]ed|unknown|disabled|too weak|invalid|mis-?match)',
      'auth(entication)?(?! error) .. not (enabled|advertised|available|supported|implemented|recogni[sz]ed|offered|configured)',
      'auth(entication)?(?! error) .. (unsupported|disabled on|prohibited|not (allowed|permitted)( |\\.|$))',
      '{unknownCommand}',
    ),
    cause: 'auth-mechanism-unsupported',
  },
  {
    steps: ['auth'],
    words: says(
      'temporar* .. {login} .. (fail*|error|problem)',
      '{login} .. temporar* .. (fail*|error|problem|unavailable)',
      '({login}|password) .. (server|service|backend|database|daemon) .. (unavailable|unreachable|not available|down|error|connection|lost)',
      'connection (lost|refused|failed|timed out) .. (server|service|backend|database)',
      '(internal (server |authentication )?error|system (error|failure))',
    ),
    codes: [421, 430, 432, 435, 450, 451, 452, 454, 455, 471],
    cause: 'server-error',
  },
  {
    // Postfix calls this a wrong login, then adds that nobody has looked at the login.
    steps: ['auth'],
    words: says(
      'connection (lost|refused|reset) .{0,8}(to|by|with) .{0,20}(authentication|auth|sasl) (server|service|daemon)',
      '(authentication|auth|sasl) (server|service|daemon|back-?end) .{0,12}(unavailable|is down|unreachable|not running)',
    ),
    cause: 'server-error',
    retryable: true,
  },
  { steps: ['auth'], words: says('({login}|{credentials}) <> {wrong}'), cause: 'auth-failed' },
  { words: says('(cannot|could not|unable to) achieve .. {login}'), cause: 'auth-failed' },
  {
    steps: ENVELOPE,
    words: says(
      '(credentials?|password|token|api ?-?key) .{0,20}(revoked|expired|no longer valid)',
    ),
    cause: 'auth-failed',
  },
  {
    words: says(
      '{login} .. (credentials?|fail*) .. (invalid|fail*)',
      '(invalid|wrong|incorrect) .. (password|credentials|login)',
    ),
    codes: [535, 454],
    cause: 'auth-failed',
  },
];

/** A login that was not made. */
export const loginWantedRules: readonly ReplyRule[] = [
  {
    // A command of the login that was sent before the login: RFC 4954 section 6.
    steps: ['auth'],
    codes: [530],
    words: says('{login} .. (required|needed|necessary|first)'),
    cause: 'auth-required',
  },
  {
    steps: ENVELOPE,
    words: says(
      '{login} .. (required?|needed|necessary|first|mandatory|must|需要|erforderlich|requise|nécessaire|требуется|необходима|necess?[áa]ri*|obrigat*|obligat*|requerid*|richiest*|wymagan*|vyžad*|gerek*|vereist*|必要|필요)',
      '(must|needs?|please|have to|require[sd]?|should|请先|需要|请) .. (authenticat*|auth|log ?[io]n|smtp[- ]?auth*|登录|认证|验证身份)',
      "(not|un|isn't|never)[ -]?(be |been )?(authenticated|logged (in|on))",
      '(have not|haven.t|do not have) .. (logged|authenticat*|smtp auth*)',
      '(necessita|requer|exige|requiere|necesita|richiede|vereist|wymaga|vyžaduje|erfordert|verlangt|nécessite) .. {login}',
      '(without (prior )?auth*|no auth(entication)?|not logged[ -]in|anonymous (mail|access|users?))',
      '(nicht (angemeldet|authentifiziert)|не авториз)',
      // A server that takes mail from addresses that have fetched some.
      '(first|before|prior to) .. (check|fetch|get|collect|retrieve|pop) .{0,20}e?-?mails?',
      '(check|fetch|collect|retrieve|pop) .{0,20}e?-?mails? .. (first|before|prior)',
      'pop .{0,8}before .{0,5}smtp',
    ),
    cause: 'auth-required',
  },
];
