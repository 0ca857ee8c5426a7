/** Words by which people and programs of many languages speak of a connection, as `says` reads them. */
export const CERTIFICATE =
  '(cert|certs|certificates?|certificats?|certificados?|zertifikats?|证书|憑證|сертификат|証明書)';
export const CONNECTION =
  '(connect*|connection|socket|session|verbind*|verbunden|connexion|connecter|conex*|conect*|соедин|подключ|连接|連接|連線|接続|연결)';
export const SERVER =
  '(smtp|server*|host|hosts|mail ?server|serveur|servidor|сервер|服务器|伺服器|サーバー?|서버)';
export const CANNOT =
  "(cannot|can ?not|can['’]?t|could ?n[o'’]?t|could not|unable|fail*|impossible|not able|no (se )?(puede|pudo|ha podido|pode)|n[ãa]o (foi|consegue|consigo|pode)|kann nicht|konnte nicht|keine?|nicht möglich|не (могу|может|удается|удаётся|удалось)|невозможно|无法|不能|失败|不上|できない|できません|失敗|할 수 없|실패)";
export const FAILED =
  '(fail*|errors?|unsuccessful*|problem|fehlgeschlagen|fehler|échou*|échec|erreur|fall[óo]|falh*|erro|ошибк|не удал*|失败|错误|异常|出错|失敗|エラー|실패|오류)';

/** An option or a setting of that name is no failure. */
export const TIMED_OUT = '(?<![-\\w])time[ds]? ?-?out(?!\\S?[=_\\w]| ?[=:] ?\\d)|timing out';
