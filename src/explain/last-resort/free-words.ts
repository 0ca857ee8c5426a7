import { says } from '../../diagnosis/rules/words/says.js';
import { closed, code, timedOut } from '../patterns/pattern.js';
import { ENVELOPE_WORDS } from './envelope-words.js';
import type { FreeWords } from './free-words-type.js';
import { CANNOT, CERTIFICATE, CONNECTION, FAILED, SERVER, TIMED_OUT } from './stems.js';

/** The surest first. The texts are no program's: they are what people make of it. */
export const FREE_WORDS: readonly FreeWords[] = [
  // Linux's numbers of errors (errno.h), where nothing else is said.
  {
    words: says('(errors?|errno)( code| number)?\\W{1,4}111(?![\\d.])'),
    step: 'connect',
    evidence: { errorCode: 'ECONNREFUSED' },
  },
  {
    words: says('(errors?|errno)( code| number)?\\W{1,4}110(?![\\d.])'),
    step: 'connect',
    evidence: timedOut,
  },
  {
    words: says('(finger-?prints?|指纹) .. (mis-?match*|not match|不匹配|不符|不一致)'),
    step: 'tls',
    evidence: code('UNABLE_TO_GET_ISSUER_CERT_LOCALLY'),
  },
  {
    words: says(
      `${CERTIFICATE} <> (expired?|out of date|no longer valid|过期|истек|просроч|abgelaufen|expirad|caducad|vencid|期限切れ)`,
    ),
    step: 'tls',
    evidence: code('CERT_HAS_EXPIRED'),
  },
  {
    words: says(
      `${CERTIFICATE} <> (mis-?match*|(do|does|did) ?n[o'’]t match|wrong (host|name|domain)|another (name|host)|不匹配|不符|不一致|не совпада|не соответств)`,
      `${CERTIFICATE} .. stimmt nicht`,
    ),
    step: 'tls',
    evidence: code('ERR_TLS_CERT_ALTNAME_INVALID'),
  },
  {
    words: says(
      '(issuer|root|intermediate) cert* .{0,60}not (be )?found',
      '(self[- ]?signed|自签名?|自簽|selbst-?signiert*|самоподписан|auto-?sign[ée]|autofirmad|auto-?assinad|自己署名)',
      `${CERTIFICATE} <> (not (be )?trusted|untrusted|(is|was) (invalid|unknown)|invalid (cert*|ssl)|(could|can) ?not (be )?verif*|not (be )?verified|verif* (fail*|error)|unable to verify|不受信任|不可信|无效|不被信任|验证失败|недоверен|недействит|nicht vertrauenswürdig*|ungültig*|no (es )?(válido|confiable)|inválido|信頼)`,
    ),
    step: 'tls',
    evidence: code('UNABLE_TO_GET_ISSUER_CERT_LOCALLY'),
  },
  {
    words: says(
      '(tls|ssl) .. (version|protocols?) .. (not supported|unsupported|too (old|low)|outdated|mis-?match*|不支持|disabled)',
      "(unsupported|n[o’']t? .{0,20}(common|shared)|incompatible) .. (tls|ssl|cipher*|protocol version)",
      '(tls|ssl)[ v]{0,2}1\\.[01x] .. (not supported|unsupported|disabled|deprecated|不支持)',
    ),
    step: 'tls',
    evidence: code('ERR_SSL_UNSUPPORTED_PROTOCOL'),
  },
  {
    words: says(
      '(start-?tls|tls) <> (not (supported|offered|advertised|available|provided)|unsupported|unavailable|不支持|не поддержив|nicht unterstützt)',
      "does ?n[o'’]t (support|offer|advertise) .. (start-?tls|tls)",
    ),
    step: 'starttls',
    cause: 'starttls-unavailable',
  },
  {
    words: says(
      `(start-?tls|tls|ssl|hand-?shake)[^,，。]{0,32}${FAILED}`,
      `${FAILED}[^,，。]{0,32}(start-?tls|tls|ssl|hand-?shake)\\b`,
      `(握手|ハンドシェイク) .. ${FAILED}`,
      `${CANNOT} .. (secure|encrypted|tls|ssl) (connection|channel|session)`,
      `${CANNOT} .. (negotiate|start|establish) .. (tls|ssl)`,
    ),
    step: 'tls',
    cause: 'tls-failed',
  },
  {
    words: says(
      `(dns|name resolution|name server|域名解析|名称解析|名前解決) <> (${TIMED_OUT}|temporar*|try again|no (answer|response)|servfail|unavailable|超时|暂时)`,
    ),
    step: 'dns',
    evidence: { errorCode: 'EAI_AGAIN' },
  },
  {
    words: says(
      '(none|no|keine*|aucune?|ning[uú]n|nenhum) .. auth* .. (support*|unterstützt|prise? en charge|soportad|suportad|compatible)',
    ),
    step: 'auth',
    cause: 'auth-mechanism-unsupported',
  },
  {
    words: says(
      `${CANNOT} .. (resolve|resolving|resolution|look ?up|find .{0,12}(host|server|domain)|locate .{0,12}(host|server)|解析|найти сервер|résoudre|resolver|auflös*|aufgelöst|名前解決)`,
      `(resolve|resolving|resolution|resolver|dns|look ?up|域名解析|解析) .. ${FAILED}`,
      '(host|hostname|domain name|server name|(mail|smtp) ?server|服务器|主机|域名|имя сервера|хост|servidor|serveur|hôte|ホスト|サーバ) .. (not (be )?(found|resolved)|找不到|не найден|inconnu|no encontrad|não encontrad|nicht gefunden|introuvable|見つかりません|찾을 수 없)',
      'unknown (mail |smtp )?(host|server)( ?name)?',
    ),
    step: 'dns',
    evidence: { errorCode: 'ENOTFOUND' },
  },
  {
    words: says(
      `${CONNECTION} .. (refus*|rejected|verweigert|abgelehnt|rechazad|recusad|отказ|отклонен|отверг|拒绝|被拒|拒否|거부)`,
      '(refus*|rejects|verweigert|拒绝|отклоня) .. (the |my |our |all |any )?(connect*|соединен|连接|verbindung)',
      'nothing .{0,12}listen*',
    ),
    step: 'connect',
    evidence: { errorCode: 'ECONNREFUSED' },
  },
  {
    words: says(
      `(greeting|banner|welcome|220) .. (${TIMED_OUT}|never|not? (received|sent|come))`,
      `(${TIMED_OUT}|wait*) .. (greeting|banner|welcome message)`,
    ),
    step: 'greeting',
    evidence: timedOut,
  },
  {
    words: says(
      `no (response|reply|answer|greeting) .. (within|after|in) \\d`,
      `(${TIMED_OUT}|超时|逾時|タイムアウト|시간 초과|тайм-?аут|zeitüberschreitung|délai .{0,12}dépassé|tiempo (de espera )?(agotado|excedido)|tempo (limite )?(esgotado|excedido)|время ожидания) .. (read*|respon*|repl(y|ies)|wait*|data|answer*|login|auth*|sending|应答|响应|读取)`,
      `(read*|respon*|repl(y|ies)|wait*|answer*|login|auth*|应答|响应|读取) .. (${TIMED_OUT}|超时|タイムアウト)`,
    ),
    step: 'ehlo',
    evidence: timedOut,
  },
  {
    words: says(
      `(${TIMED_OUT}|超时|逾時|タイムアウト|시간 초과|тайм-?аут|zeitüberschreitung|délai .{0,12}dépassé|tiempo (de espera )?(agotado|excedido)|tempo (limite )?(esgotado|excedido)|время ожидания)`,
      `${SERVER} .. (not? (respond*|response|answer*|reply*|reagi*)|unresponsive|(did|do|does) ?n?[o’']?t (respond*|answer*|reply|replies)|无响应|没有响应|无应答|не отвечает|antwortet nicht|ne répond pas|no responde|não responde|応答)`,
      '(port|ports|端口|порт|puerto|porta|ポート) .. (blocked|closed|filtered|firewalled|封|屏蔽|禁|заблокирован|закрыт|bloquead|gesperrt|bloqué|fermé)',
      '(blocks?|blocking|blocked|blockt|封了?|封禁了?|屏蔽了?|禁用了?) .. (port|ports|端口|порт|smtp|25|outgoing mail)',
    ),
    step: 'connect',
    evidence: timedOut,
  },
  {
    words: says(
      '(no route|(network|host) .{0,12}unreachable|unreachable (network|host)|网络 ?不可达|сеть недоступна|netzwerk .{0,20}nicht erreichbar|red .{0,12}inalcanzable)',
    ),
    step: 'connect',
    evidence: { errorCode: 'ENETUNREACH' },
  },
  {
    words: says(
      `${CONNECTION} .. (reset|clos(ed|es|ing)|drop(s|ped)?|abort*|lost|unexpected end|terminat*|broken|interrupt*|dead|中断|断开|关闭|重置|getrennt|abgebrochen|geschlossen|perdue?|fermée?|interromp*|cerrad|perdid|разорван|закрыт|сброшен|оборван|切断|끊)`,
      `${SERVER} .. (breaks|broke|cuts|tears down) .. connection`,
      '(disconnected(?! from)|hung up|hangs up|断开|掉线)',
      '(lost|unexpected end of) .{0,12}(connection|stream)',
      '(remote (host|side|server)|server|peer|服务器|сервер) .. (clos(ed|es)|reset|drop(s|ped)?|断开|关闭|закрыл|разорвал) .. (connection|连接|соединен)',
    ),
    step: 'greeting',
    evidence: closed,
  },
  ...ENVELOPE_WORDS,
  {
    words: says(
      `${CANNOT} .. (connect*|reach*|contact*|open .{0,12}(connection|socket)|verbind*|joindre|contacter|conectar*|conexi[óo]n|conexão|подключ|соедин|连接|連接|連線|接続|연결|erreich*|verbunden|connexion|connecter)`,
      '(连接|連接|連線|connexion|verbindung|соединен|подключен|接続|연결|conexi[óo]n|conexão|connection) .. (失败|异常|出错|不上|失敗|エラー|échou*|impossible|fehlgeschlagen|nicht (möglich|hergestellt)|не удал|не установлен|실패|fallid|falhou|fall[óo]|fail*|errors?|not (be )?established)',
      "(not|n[’']t) (be )?(connected|reachable|reached)",
      '(连不上|连接不上|链接不上|接続できま|nicht erreichbar|injoignable|недоступен|unreachable|inaccesible|inacessível)',
    ),
    step: 'connect',
    evidence: timedOut,
    isVague: true,
  },
];
