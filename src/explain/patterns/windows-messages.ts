import { closed, code, type Pattern, timedOut } from './pattern.js';

/**
 * What Windows says of a connection (WSAECONNREFUSED and its kin), and .NET of a name and a certificate, in the language of the
 * computer, by what the sentences of one language have in common. Most were looked up in public logs and programs that quote them, or
 * in Microsoft's own translated manuals. Of a closed connection, and of certificates in German, French and Chinese, some were not.
 */
export const WINDOWS_MESSAGES: readonly Pattern[] = [
  {
    words:
      /l['’]ordinateur cible l['’]a express[ée]ment refus|equipo de destino deneg[óo] expresamente|m[áa]quina de destino as recusou|Rifiuto persistente del computer|компьютер отверг запрос|目標電腦拒絕|コンピューターによって拒否|komputer docelowy aktywnie|doelcomputer de verbinding actief|Hedef makine etkin olarak|대상 컴퓨터에서 연결을 거부|po[čc][íi]ta[čc] je aktivn[ěe] odm[íi]tl|active rejection by the target|target machine actively re/i,
    step: 'connect',
    evidence: { errorCode: 'ECONNREFUSED' },
  },
  {
    words:
      /Zeitspanne nicht richtig reagiert|n['’]a pas r[ée]pondu convenablement|no respondi[óo] adecuadamente|n[ãa]o respondeu corretamente|Risposta non corretta della parte connessa|не получен нужный отклик|連線對象有一段時間|呼び出し先が一定の?時間を過ぎても|strona nie odpowiedzia[łl]a poprawnie|verbonden partij niet correct|구성원으로부터 응답이 없어|strana v [čc]asov[ée]m intervalu/i,
    step: 'connect',
    evidence: timedOut,
  },
  {
    words:
      /angegebene Host ist unbekannt|kein solcher Host bekannt|Remotename konnte nicht aufgel|H[ôo]te inconnu|nom distant n['’]a pas pu|Host desconocido|resolver el nombre remoto|host n[ãa]o [ée] conhecido|nome remoto n[ãa]o p[ôo]de|Host sconosciuto|risolvere il nome remoto|хост неизвестен|разрешить удаленное имя|解析此远程名称|無法識別這台主機|そのようなホストは不明|host is onbekend|ana bilgisayar bilinmiyor|알려진 호스트가 없/i,
    step: 'dns',
    evidence: { errorCode: 'ENOTFOUND' },
  },
  {
    words:
      /nicht verf[üu]gbares Netzwerk|Zugriffsrechte des Sockets|socket in a way forbidden by its access/i,
    step: 'connect',
    evidence: { errorCode: 'ENETUNREACH' },
  },
  {
    words:
      /wurde vom Remotehost geschlossen|ferm[ée]e par l['’]h[ôo]te distant|conexi[óo]n existente por el host remoto|conex[ãa]o existente pelo host remoto|принудительно разорвал существующее|リモート ホストに強制的に切断|遠端主機(?:已)?強制關閉/i,
    step: 'greeting',
    evidence: closed,
  },
  {
    words:
      /Remotezertifikat (?:ist|wurde)|certificat distant n['’]est pas valide|certificado remoto no es v[áa]lido|certificado remoto [ée] inv[áa]lido|certificato remoto non [èe] valido|Удал[её]нный сертификат недействителен|远程证书无效|遠端憑證是?無效|リモート証明書が無効/i,
    step: 'tls',
    evidence: code('UNABLE_TO_GET_ISSUER_CERT_LOCALLY'),
    weight: 'summary',
  },
];
