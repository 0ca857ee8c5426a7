/**
 * Words by which servers speak of the same thing, in English, Chinese, German, French and Russian, as `says` reads them. Chinese
 * and Russian words are found inside of longer words too.
 */
export const VOCABULARY = {
  /** A login. */
  login: [
    ...[
      'authenticat*',
      'auth',
      'authori[sz]ation',
      'log(ged)?[ -]?(in|on)',
      '(?<![\\w-])sign[ -]?in',
      'sasl',
    ],
    ...['认证', '登录', '登陆', '身份验证', '鉴权'],
    ...['anmeld*', 'authentifi*', 'аутентификац', 'авторизац'],
  ],
  /** What one logs in with. */
  credentials: [
    ...['password*', 'passwort', 'passphrase', 'credential*', 'user[ -]?(name|id)'],
    ...['密码', '口令', '用户名', '账号', '帐号'],
    ...['kennwort', 'benutzername', 'mot de passe', 'identifiants?', 'парол', 'логин'],
  ],
  /** It was not right. */
  wrong: [
    ...[
      'fail*',
      'incorrect',
      'invalid',
      'wrong',
      'bad',
      'unsuccessful*',
      'denied',
      'reject*',
      'refused',
    ],
    ...['not (accepted|valid|correct|recogni[sz]ed|found)', 'errors?', 'mis-?match*', 'unknown'],
    ...['失败', '错误', '不正确', '有误', '无效'],
    ...['fehlgeschlagen', 'ungültig*', 'ungueltig*', 'falsch*', 'échou', 'incorrecte?s?'],
    ...['неверн', 'неправильн', 'ошибка', 'не удалась'],
  ],
  /** An account of the server's own. */
  account: [
    ...['accounts?', '(?<!our )\\busers?', 'mail ?box(es)?', 'your domain'],
    ...['subscription', 'customer'],
    ...['账号', '帐号', '账户', '帐户', '用户', '邮箱', 'konto', 'compte', 'аккаунт', 'учетн'],
  ],
  /** It is shut. */
  locked: [
    ...[
      'suspend*',
      'locked',
      'disabled',
      'deactivated',
      'blocked',
      'banned',
      'terminated',
      'frozen',
    ],
    ...['inactive', 'expired', 'unpaid', 'overdue', 'on hold', 'paused', 'abnormal'],
    ...['冻结', '锁定', '封禁', '被封', '停用', '禁用', '欠费', '过期', '异常'],
    ...['gesperrt', 'suspendu', 'bloqué', 'заблокирован', 'отключен'],
  ],
  /** It may be used when it is switched on. */
  switchedOff: [
    ...['disabled', 'deactivated', 'turned off', 'switched off'],
    'not (yet )?(been )?(enabled|open|opened|activated|switched on|turned on)',
    ...['未开启', '未开通', '未启用', '没有开启', '已关闭', '被禁用'],
    ...['nicht (aktiviert|freigeschaltet)', 'отключен', 'не включен'],
  ],
  /** The sending of mail by programs. */
  smtpAccess: [
    ...['smtp(?!.{0,3}error)', 'smtpclientauth*', 'pop3?', 'imap', 'service', 'third[- ]party'],
    ...['external (access|clients?)', 'client (access|auth*)', 'mail clients?'],
    ...['服务', '客户端', '第三方'],
  ],
  /** Somebody who is to get mail. */
  mailbox: [
    ...[
      'recipients?',
      'rcpt*',
      'users?',
      'mail ?box(es)?',
      'accounts?',
      'address(ee)?',
      '<address>',
    ],
    ...['local part', 'person', 'empfänger*', 'empfaenger*', 'destinataire'],
    ...['收件人', '收信人', '用户', '邮箱', 'получател', 'пользовател', 'ящик', 'адрес'],
  ],
  /** There is no such thing. */
  missing: [
    ...[
      'unknown',
      'unrecogni[sz]ed(?! .{0,20}(format|header|command|character|encoding|option))',
      'no such',
      'not in',
      'not? (found|exist*|known|listed|valid|a valid|present)',
    ],
    ...["do(es|sn)?[’']?t? ?(not)? exist", "do(es|sn|n)[’']?t exist", 'non-?exist*', 'no longer'],
    ...['is not (a )?(known|valid|local)', 'invalid', '(can|could) ?not be found'],
    ...['不存在', '无效', '找不到', 'unbekannt', 'existiert nicht', 'nicht gefunden'],
    ...['inconnu', "n[’']existe pas", 'не (найден|существует)', 'неизвест', 'нет такого'],
  ],
  /** The one who sends. */
  sender: [
    ...[
      'senders?',
      'mail ?from',
      '(envelope|header)[ -]?from',
      'from[ -](address|header|domain|field)',
    ],
    ...['return[ -]?path', 'reverse-?path', 'sending (address|domain)', 'from <address>'],
    ...['emetteur', 'exp[ée]diteur', 'absender*', '发件人', '发信人', 'отправител'],
  ],
  /** It was not proved to be one's own. */
  unverified: [
    "(not|n[’']?t) (yet )?(been )?(verified|validated|confirmed|approved|registered|activated)",
    ...['unverified', 'unconfirmed', 'unvalidated', 'unregistered', 'unconfigured'],
    ...['未验证', '未经?过?认证', '没有经过认证', '未通过验证', '未备案'],
    ...['nicht (verifiziert|bestätigt)', 'не подтвержд'],
  ],
  /** It may not be used for this. */
  noPermission: [
    "(no|not have|do(es)?n[’']t have|without|lacks?)( the| any)?( \\w{1,20})? permissions?",
    ...['(没有|无|缺少).{0,6}权限', '无权'],
  ],
  /** It is not let through. */
  refused: [
    ...[
      'reject*',
      'refus*',
      'den(ied|ies|y)',
      'blocked',
      'black-?listed',
      'banned',
      'prohibited',
      'forbidden',
    ],
    ...[
      'not (accepted|allowed|permitted|authori[sz]ed)',
      '拒绝',
      '被拒',
      'abgelehnt',
      'verweigert',
    ],
    ...['zur(ü|ue)ckgewiesen', 'rejeté', 'refusé', 'отклонен', 'отвергнут', 'отказано', 'запрещен'],
  ],
  /** It must be so. */
  needed: [
    ...[
      'required?s?',
      'needed',
      'needs?',
      'must',
      'please',
      'first',
      'necessary',
      'only',
      'have to',
    ],
    ...['需要', '必须', '请先', 'erforderlich', 'n(ö|oe)tig', 'nécessaire', 'requise?'],
    ...['требуется', 'необходим'],
  ],
  /** More than is allowed. */
  exceeded: [
    ...[
      'exceed*',
      'over',
      'over ?-?quota',
      'reached',
      'hit',
      'limit(s|ed|ation)?',
      'quota',
      'used up',
    ],
    ...['exhausted', 'no more', 'maximum', 'threshold', 'over size', 'too (many|much)'],
    ...['超过', '超出', '超限', '上限', '限制', '用完', '已达'],
    ...['(ü|ue)berschritten', 'dépassé', 'превышен', 'лимит'],
  ],
  /** Encryption. */
  encryption: [
    ...['starttls', 'tls', 'ssl', 'encrypt*', 'secure (connection|channel|link|session)'],
    ...['加密', 'verschlüssel*', 'chiffr*', 'шифрован'],
  ],
  /** A command that the server does not take. */
  unknownCommand: [
    'command.{0,30} (not |un)(recogni[sz]ed|implemented|known|supported)',
    '(unknown|unrecogni[sz]ed|invalid|unimplemented) command',
  ],
  /** Not meant to stay so. */
  forNow: [
    ...[
      'temporar*',
      'try(ing)? (again|later)',
      'retry',
      'later',
      'deferred',
      'at th(is|e) (time|moment)',
    ],
    ...['for now', 'come back', '稍后', '稍候', '暂时', 'sp(ä|ae)ter', 'vor(ü|ue)bergehend*'],
    ...['plus tard', 'temporaire*', 'позже', 'временн'],
  ],
  /** The address or the name that a client comes from. */
  clientAddress: [
    ...['ips?', '\\[ip\\]', "server(’s|'s|s)? address", '(your|host) network'],
    'sender (server|host|ip)',
    '(your|connecting|remote|sending) (server|host|mta|network|address|system)',
  ],
  /** It is on somebody's list. */
  listed: [
    ...['block(ed|list|listed| list)?', 'black ?-?list(ed|s)?', 'listed', 'banned', 'reputation'],
    ...['deny ?-?list', 'rbl', 'dnsbl', 'bad', 'denied'],
    'not (allowed|permitted|authori[sz]ed|whitelisted)',
    ...['reject*', 'refus*', 'unauthori[sz]ed', 'dynamic*', 'residential'],
    ...['gesperrt', 'abgelehnt', 'bloqué', 'заблокирован'],
    ...['黑名单', '拒绝', '封禁', '被拒', '屏蔽'],
  ],
  /** Lists of domains and of links. */
  nameList: ['surbl', 'uribl', 'ur[il]bl', 'dbl', 'rhsbl', '[\\w.]*(uribl|surbl|dbl)\\S*'],
  /** Passing mail on. */
  relaying: ['relay*', '转发', '中继'],
  /** More than one takes. */
  tooMany: ['too (many|much)', '过多', '太多'],
  /** Mail, by the piece. */
  mails: ['messages?', 'e?-?mails?', '邮件'],
  /** It is another's. */
  mismatched: ['mis-?match*', '不符', '不匹配'],
  /** A day, or longer. */
  perDay: [
    ...['daily', 'day', '(per|a) day', '24[ -]?h((ou)?rs?)?', 'month(ly)?', 'plan', 'credits?'],
    'subscription',
    ...['每日', '每天', '当日', '当天', '每月', '额度', 'суточн', 'дневн'],
  ],
  /** Less than a day. */
  perHour: [
    ...['hour(ly)?', 'minutes?', 'per (second|minute|hour)', 'rate', 'frequen*', 'throttl*'],
    ...['sending limit', 'flood*', '频率', '频繁', '每小时', '过快', 'stunde', 'heure', 'часто'],
  ],
} as const satisfies Record<string, readonly string[]>;
