import { MEASURES } from '../counted.js';
import { type LoggedReply, withoutOrigin } from '../logged-reply.js';
import { readableParts } from '../readable-parts.js';
import { causeOfReason } from './deliveries.js';
import { closed, code, type KnownError, type Pattern, timedOut, withOrigin } from './pattern.js';
import { REPEATED_WORDS } from './repeated-words.js';
import { WINDOWS_MESSAGES } from './windows-messages.js';

/**
 * Patterns that only a few pasted lines are searched for. A long log is full of some of these words, and others are in alphabets
 * that it is not screened for. The C library's in other languages are glibc's (po/), and those of Windows are its own (WinError).
 */
export const PASTE_PATTERNS: readonly Pattern[] = [
  {
    words:
      /由于目标计算机积极拒绝|Zielcomputer die Verbindung verweigert|ordinateur cible l['’]a expressément refus|destino denegó expresamente|destino as recusou ativamente|Rifiuto persistente del computer|компьютер отверг запрос|コンピューターによって拒否された|컴퓨터에서 연결을 거부|拒绝连接|连接被拒绝|連線被拒|接続を拒否|Отказано в соединении|В соединении отказано|соединение отвергнуто|Verbindungsaufbau abgelehnt|Verbindung verweigert|Connexion refus[ée]+|Conexi[óo]n (?:rehusada|rechazada)|Conex[ãa]o recusada|Connessione rifiutata|Po[łl][ąa]czenie odrzucone|Ba[ğg]lant[ıi] reddedildi/i,
    step: 'connect',
    evidence: { errorCode: 'ECONNREFUSED' },
  },
  {
    words:
      /连接尝试失败|Gegenstelle nach einer bestimmten|le parti connecté n['’]a pas répondu|parte conectada no respondió|componente conectado não respondeu|Risposta non corretta della parte connessa|требуемое время не получен|一定の時間を過ぎても正しく応答しなかった|응답이 없어 연결하지 못했|连接超时|連線逾時|Время ожидания соединения истекло|Die Wartezeit f[üu]r die Verbindung|Zeit[üu]berschreitung (?:der|bei der|beim) Verbindung|Connexion termin[ée]+e par expiration|D[ée]lai d'attente de connexion d[ée]pass|Expir[óo] el tiempo de conexi|Tempo esgotado para conex|Connessione scaduta|接続がタイムアウト/i,
    step: 'connect',
    evidence: timedOut,
  },
  {
    words:
      /未知的名称或服务|未能解析此远程名称|Host ist unbekannt|solcher Host bekannt|Remotename konnte nicht aufgel|nom distant n['’]a pas pu être résolu|Hôte inconnu|Host desconocido|resolver el nombre remoto|host não é conhecido|nome remoto não pôde|Host sconosciuto|хост неизвестен|разрешить удаленное имя|そのようなホストは不明|알려진 호스트가 없습니다|不知道这样的主机|域名解析失败|Имя или служба не известны|Name oder (?:der )?Dienst (?:ist )?nicht bekannt|Nom ou service inconnu|Nombre o servicio desconocido|Nome ou servi[çc]o desconhecido|Nome o servizio sconosciuto|名前またはサービスが不明/i,
    step: 'dns',
    evidence: { errorCode: 'ENOTFOUND' },
  },
  {
    words:
      /域名解析暂时失败|名称解析暂时失败|Tempor[äa]rer Fehler bei der Namensaufl[öo]sung|Временный сбой в разрешении имен/i,
    step: 'dns',
    evidence: { errorCode: 'EAI_AGAIN' },
  },
  {
    words:
      /网络不可达|无法访问目标网络|Сеть недоступна|Das Netzwerk ist nicht erreichbar|Le r[ée]seau n'est pas accessible|La red es inaccesible/i,
    step: 'connect',
    evidence: { errorCode: 'ENETUNREACH' },
  },
  {
    words:
      /远程主机强迫关闭|遠端主機已強制關閉|Verbindung wurde vom Remotehost geschlossen|être fermée par l['’]hôte distant|interrupción de una conexión existente|cancelamento de uma conexão existente|interrotta forzatamente dall|принудительно разорвал|強制的に切断され|강제로 끊겼|连接被对方重(?:设|置)|Соединение разорвано другой стороной|Die Verbindung wurde vom Kommunikationspartner zur[üu]ckgesetzt|Connexion ré-initialisée|Conexi[óo]n reinicializada/i,
    step: 'greeting',
    evidence: closed,
  },
  {
    words: /\bconnection was (?:dropped|reset|closed|terminated) by the (?:remote|other|peer)/i,
    step: 'greeting',
    evidence: closed,
  },
  {
    // .NET's, of a certificate that it does not accept.
    words:
      /远程证书无效|Remotezertifikat ist .{0,40}ungültig|certificat distant n['’]est pas valide|certificado remoto (?:é|es|no es) |удаленный сертификат недействителен|リモート証明書.{0,20}無効/i,
    step: 'tls',
    evidence: code('UNABLE_TO_GET_ISSUER_CERT_LOCALLY'),
  },
  {
    words: /\bconnection time(?:d )?out["'`”’).!]{0,3}(?:$| [a-z])/i,
    step: 'connect',
    evidence: timedOut,
  },
  {
    words:
      /\btime(?:d )?[ -]?out\b.{0,20}\b(?:waiting|reading|receiving)\b.{0,24}\b(?:respon[cs]e|reply|answer|server)\b/i,
    step: 'ehlo',
    evidence: timedOut,
  },
  ...REPEATED_WORDS,
  // A program's own sentence that a mail was not sent, without a reason.
  {
    words:
      /\b(?:fail(?:ed|ure|s)?|unable|could ?n[o']t|can ?not|can['’]t|errors?|problem|exception|trouble)\b.{0,40}\b(?:send|sending|sent|deliver\w*|dispatch\w*)\b.{0,60}\be?-?(?:mails?|messages?|invit\w+|notification)\b/i,
    step: 'data',
    cause: 'unknown',
    weight: 'generic',
  },
  {
    words:
      /\be-?mails?\b.{0,60}\b(?:could ?n[o']t be|can ?not be|can['’]t be|was ?n[o']t|not|never|is ?n[o']t|failed to|fail to|did ?n[o']t) (?:be(?:ing)? )?(?:sent|send|delivered|configured)\b|\b(?:send(?:ing)?|sent|deliver\w*)\b.{0,30}\be?-?mails?\b.{0,30}\bfail(?:ed|ure|s)?\b|\be?-?mail (?:sending|delivery|send)\b.{0,20}\b(?:fail|error)|\b(?:mail|email|smtp)(?:er|service)?[\w.:]{0,20} ?(?:test )?(?:error|fail\w{0,3})\b/i,
    step: 'data',
    cause: 'unknown',
    weight: 'generic',
  },
  {
    words:
      /\b(?:SMTPException|MailSendException|EmailException|Smtp(?:Command|Protocol)?Exception|MailerException|Net::SMTPError|MessagingException|TransportException)\b/,
    step: 'data',
    cause: 'unknown',
    weight: 'generic',
  },
  {
    words:
      /(?:邮件|郵件|信件|邮箱)[^。]{0,20}(?:发送|發送|寄送|发信)?[^。]{0,6}(?:失败|失敗|错误|异常)|(?:发送|發送|寄送)[^。]{0,12}(?:邮件|郵件)[^。]{0,12}(?:失败|失敗|出错|异常|错误)|メール.{0,16}(?:失敗|できません)|메일.{0,20}실패|E-?Mail.{0,40}(?:fehlgeschlagen|nicht gesendet|konnte nicht)|Senden .{0,40}E?-?Mail.{0,60}fehlgeschlagen|(?:[ée]chec|impossible|erreur).{0,40}(?:e-?mail|courriel|message)|(?:error|fallo|no se (?:pudo|ha podido)).{0,40}(?:correo|email)|(?:erro|falha|n[ãa]o foi poss[íi]vel).{0,40}e-?mail|(?:ошибка|не удалось).{0,40}(?:письм|почт|e-?mail|сообщени)|(?:errore|impossibile).{0,40}(?:e-?mail|messaggio)/iu,
    step: 'data',
    cause: 'unknown',
    weight: 'generic',
  },
];

/** A reply without its code at the start of a line. Only its words tell it from a version number. */
const BARE =
  /(?:^["'`(*]{0,3}|[a-z)\]]: ["'`]?|[a-z] ["'`]|\b(?:got|getting|says|returns|error) )([45]\.[0-7]\.\d{1,3} .{0,80}(?:auth|log ?in|relay|recipient|sender|mailbox|address|user|message|mail|denied|reject|spam|quota|service|server|command|lookup|temporar|unavailable|fail).*)/i;

/** Codes of RFC 5321 and RFC 4954 that say something by themselves. */
const TOLD_DIGITS = '(?:421|45[0-2]|454|521|53[0458]|55[0-4])';

/** A code that a person mentions in Chinese. */
const TOLD = new RegExp(
  `(?:报错|错误码?|提示|返回|依旧|还是|都是|出现|代码|錯誤|報錯)\\D{0,4}(${TOLD_DIGITS})(?! ?${MEASURES})(?:\\D|$)`,
);

/** A reply that stands alone on one of a few lines. */
export function findReplyInPaste(text: string): LoggedReply | undefined {
  const reply = (BARE.exec(text) ?? TOLD.exec(text))?.[1];
  return reply === undefined ? undefined : { ...withoutOrigin(reply), isSure: true };
}

/** The words of qmail and its kin in a letter, with the status (RFC 3463) behind them. */
const OF_QMAIL = /^(?:.{0,160}?[>:] {0,3})?(\S.{8,700}\(#([45]\.\d{1,3}\.\d{1,3})\))/;

/** The reason behind a recipient in the bounces of Postfix, and in the list of Sendmail's queue. */
const OF_RECIPIENT =
  /^\s{0,40}(?:<[^\s<>@]{1,64}@[^\s<>]{1,255}>: |\((?=Deferred: |host map: ))(\S.{2,1500})$/;

/** The failure in one of a few pasted lines. */
export function findInPaste(text: string): KnownError | undefined {
  const [, words, status] = OF_QMAIL.exec(text) ?? [];
  const reason = status ? `${status} ${words}` : OF_RECIPIENT.exec(text)?.[1];
  const cause = reason === undefined ? undefined : causeOfReason(reason);
  if (cause) return { step: 'rcpt-to', cause, weight: 'possible' };
  for (const part of readableParts(text)) {
    const pattern = [...WINDOWS_MESSAGES, ...PASTE_PATTERNS].find(({ words }) => words.test(part));
    if (!pattern) continue;
    const { words: _, weight = 'possible', ...known } = pattern;
    return { ...known, ...withOrigin(known.evidence, part), weight };
  }
  return undefined;
}
