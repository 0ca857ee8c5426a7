import type { VOCABULARY } from './vocabulary.js';

/**
 * The commonest words of refusals in Portuguese, Spanish, Italian, Polish, Czech, Turkish, Dutch, Japanese and Korean, for the
 * lists of the vocabulary. Each entry is the common stem of a word's forms, since these languages have endings, and is found at
 * the start of longer words too. Bars separate the words.
 */
export const MORE_LANGUAGES: Partial<Record<keyof typeof VOCABULARY, readonly string[]>> = {
  login: [
    'autentica|autoriza|autorizza|uwierzytelni|autoryzac|logowani|zaloguj|ověřen|přihlá',
    'kimlik doğrula|oturum aç|giriş|aanmeld|inlog|認証|ログイン|인증|로그인|iniciar sesión',
    'inicio de sesión',
  ],
  credentials: [
    'senha|usuári|contraseña|clave de acceso|credencia|credenzial|nome utente|hasł',
    'nazw[aęy] użytkownika|hesl|uživatelské jméno|parola|şifre|kullanıcı ad|wachtwoord',
    'gebruikersnaam|パスワード|ユーザー名|비밀번호|아이디',
  ],
  wrong: [
    'inválid|incorret|incorrect[oa]|errad[oa]|falh|fallid|fallit|errat[oaie]|non valid',
    'non corrett|no válid|nieprawidłow|niepoprawn|błędn|nieudan|neplatn|nesprávn|chybn',
    'selhal|hatalı|geçersiz|yanlış|başarısız|onjuist|ongeldig|mislukt|失敗|正しくありません|올바르지|잘못',
    '실패|틀리',
  ],
  account: ['sua conta|su cuenta|cuenta|casella|konta?|účet|účtu|hesab|アカウント|계정|schránk'],
  locked: [
    'bloquead|suspens|suspendid|desativad|desabilitad|desactivad|deshabilitad|bloccat',
    'sospes|disabilitat|zablokowan|zawieszon|wyłączon|nieaktywn|zablokov|pozastaven',
    '到期|休眠|暂停',
    'askıya alın|engellen|devre dışı|geblokkeerd|停止されて|ロックされ|정지|잠겼|잠김|비활성',
  ],
  mailbox: [
    'usuári|usuario|utente|utilisateur|gebruiker|kullanıcı|ユーザー|사용자',
    'destinat[aá]ri|caixa postal|buz[oó]n|casella|destinatario|odbiorc|skrzynk|adresat',
    'příjemc|schránk|uživatel|użytkownik|alıcı|posta kutusu|ontvanger|postbus|受信者|宛先',
    'メールボックス|수신자|받는 ?사람|메일함|사서함',
  ],
  missing: [
    'n[ãa]o existe|inexistente|desconhecid|no existe|desconocid|non esiste|sconosciut',
    '查无|已注销|不正确的收件',
    'não encontrad|no encontrad|non trovat|indisponív|no está disponible|non disponibile|indisponible|nie ma takie|nieprawidłow|niewłaściw|nie istnieje|nieznan|nie znaleziono|neexistuje',
    'neznám|nenalezen|mevcut değil|bulunamad|bilinmeyen|bestaat niet|onbekend|存在しません',
    '見つかりません|존재하지|없는|찾을 수 없',
  ],
  sender: [
    'remetente|remitente|mittente|nadawc|odesílatel|gönderen|gönderic|afzender|送信者|送信元|差出人',
    '발신자|보내는 ?사람|발송자',
    '发件方|发件地址|发件域名|发件邮箱|发件账号|发件帐号|发信方|发信地址|发信域名|发信邮箱|发信账号',
    '发信帐号|发送者|发送方|发送地址',
  ],
  refused: [
    'rejeitad|recus|negad[oa]|n[ãa]o permitid|n[ãa]o autorizad|rechaz|denegad',
    'отказал|nimmt keine|weigert|odmawia|odmítá|no permitid|no autorizad|no está permitid|rifiut|negat[oa]|non consentit',
    'non autorizzat|non permess|odrzucon|zabronion|niedozwolon|odmowa|odmítnut|zamítnut',
    'zakázán|reddedil|izin verilm|geweigerd|niet toegestaan|拒否|許可されて|거부|차단|허용되지',
  ],
  needed: [
    'necessári|requerid|obrigatóri|necesari|obligatori|necessari|richiest|wymagan|konieczn',
    'vyžadován|vyžaduje|nutn|gerekli|gerekiyor|vereist|必要|필요|하십시오|してください',
  ],
  exceeded: [
    'excedid|ultrapassad|atingid|superad|limite|límite|superat|przekroczon|limit|překročen',
    'aşıldı|aşım|overschreden|超過|上限|제한|초과|한도',
  ],
  encryption: ['criptograf|cifrad|crittograf|szyfrowan|šifrován|şifreli|暗号化|암호화'],
  forNow: [
    'temporári|temporal|temporane|tente novamente|mais tarde|más tarde|riprova|più tardi',
    'tymczasow|spróbuj|później|dočasn|později|geçici|daha sonra|tijdelijk|later opnieuw',
    '一時的|しばらく|後で|일시적|잠시 후|나중에',
  ],
  unverified: [
    'n[ãa]o verificad|no verificad|non verificat|niezweryfikowan|neověřen|doğrulanmam',
    '確認されて|인증되지 않은',
    '未.{0,3}[验认]证|没有.{0,3}[验认]证|未激活',
  ],
  perDay: [
    '今[日天]|[单本]日|[每本]月|月度',
    'tageslimit|täglich|quotidien|journali|par jour|dagelijks|di[áa]ri[oa]|por dia|por día|giornalier|al giorno|dzienn|denní|günlük|1日|하루|일일',
  ],
  relaying: [
    'weiterleit|relais|пересылк|ретрансл',
    'reenví|reencaminh|retransmiss|inoltro|przekaz|aktarm|doorst|přepos|中継|릴레이|중계',
  ],
  tooMany: [
    'zu viele|trop de|слишком много',
    'demasiad|muit[ao]s|troppi|troppe|zbyt wiele|çok fazla|te veel|příliš mnoho|多すぎ|너무 많',
  ],
  mails: [
    'nachrichten|писем|сообщений',
    'mensajes|correos|mensagens|messaggi|wiadomoś|ileti|e-posta|berichten|zpráv|送信|メール|메일',
  ],
  mismatched: [
    'gehört nicht|stimmt nicht|ne correspond pas|не соответствует|не совпадает',
    'no coincide|não corresponde|non corrisponde|nie zgadza|nie odpowiada|hoort niet|komt niet overeen',
    'neodpovíd|neshoduj|eşleşm|uyuşm|一致しま|일치하지',
  ],
  perHour: ["por hora|all[’']ora|orari[oa]|na godzinę|hodin|saatlik|時間あたり|시간당"],
  clientAddress: [
    'endereço ip|dirección ip|indirizzo ip|adres ip|adresu ip|ip adres|ipアドレス|ip ?주소',
  ],
  listed: [
    'filtered|forbidden|prohibited|gesperrt|verboten|interdit|esclus|vietat|prohibid|förbjud|spärra|zakázan|zabronion|禁止',
    'lista negra|listas? de bloqueio|lista nera|czarn.{1,2} li[sś]|blokován|bloquead',
    'bloccat|zablokowan|kara liste|ブラックリスト|블랙리스트|차단',
  ],
  switchedOff: [
    'désactiv|deshabilitad|desabilitad|desativad|desactivad|disabilitat|disattivat|wyłączon|vypnut|kapalı|無効|비활성',
  ],
};
