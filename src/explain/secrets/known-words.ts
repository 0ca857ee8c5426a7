/**
 * Words that replies of mail servers consist of, in the languages that are understood, and names of programs and providers, without
 * their usual endings. They are gathered from public replies and from our own texts. Words that people take for passwords stand here
 * only where replies need them.
 */
const WORDS = [
  'ab abgelaufen abgelehnt able abnormal aborted about above absender absenderadresse absent abuse ac accept acceso access accessible accesso accommodate',
  'account accès acesso achieved action activate activation active activity actual ad add additional addr addressee adgangskode adi admin administrador',
  'administrateur administrative administrator adress adresse adsl advertised advice adı af after ag again against agent agree ahead alias alibaba',
  'alignment alike aliyun all allocation allow alone already also alternate although amavis amazon ambiguous amministratore among amount amp an and anew',
  'anforderung anmeldedaten anmeldung anonymous another answer anti antispam anvandarnamn användarnamn any anyone anything aol aos api apikey apop app',
  'appeared appears apple application apr april archive are aren arg argument around arrival arrive as ascii ask assassin associated asunto at atendeu',
  'attach attachement attachment attempt attente audit aug august aup autenticacao autenticacion autenticación autenticada autenticarse autenticazione',
  'autenticação autentificare autentikasi auth authcid authenticate authenticatie authentication authenticator authentification authentifizierung',
  'authorised authority authorization authorized authzid auto aux available await away aws axigen azure back backend backscatterer backslashes bad',
  'badlogin balance banned bare barracuda basarisiz base basic bat başarısız bdat be bearer because becomes been before began begin begun behaviorspam',
  'behaviour behind being believe belong below benutzer benutzerkonto benutzername beside best between big bin binary bit bitte bizsmtp black blacklist',
  'blame blank bledne bloccato block blocklist bloque bloqueada bloquee bloqué body boite both bounce box brackets break brevo brings broken browser',
  'brugernavn brukernavn buffer bug build bulk busy but buzon by bye byte básica błąd błędne caixa callback called callout calls came can canceled cannot',
  'cant capability capital case casella cause cc ce cel certificate certs cet cette cgi chain challenge change channel character check chkuser choices choose',
  'chyba cipher claimed clam clamav clarify classified clave clear cleartext cli click client clientauth cliquer close cloud cluster cmsmtp code col',
  'colon color colour com come comma command comment commit common communicating community company compare complaints complete completion compliant',
  'compose compromised compte computer con concurrent conditional config configuration configure confirm conform conformance connect connection connector',
  'connexion consent considered console const conta contact contactez contacto contain contato contattare content continue contrasena contraseña control',
  'copy core coremail correct correctamente correo corresponding corrette could couldn count country courier covered covers cpanel cram create cred',
  'credential credenziali credits criteri criteria criterios critères critérios ctrl ctx cuda cuenta culprit cumple cure curl current customer cut cyrus',
  'daily damaged dangerous das dashboard data database databytes date day db dbl de deactivated deaktiviert debian dec december decide declined decode',
  'default defect deferred defers defined delay delete deliver delivery demand demande denegado deny deploy der des desabilitada desactivada',
  'deshabilitada dessous destinataire destination details detected determine development device diagnosis diagnostic did didn die dienst differ',
  'difference different dig digest direct directadmin directions directory disabilitata discarded disk disponibile distribution django dkim dmarc dmc dns',
  'dnsb dnsbl do docker docs document does doesn dogrulama doing domain domaine don dormant dostępu dotnet double doubt dovecot down doğrulama drops dsn',
  'dt du due duplicate duration during dynamic dynip désactivé désactivée each early echec echo echouee editor edt een effect ehlo eicar ein eine',
  'eingestuft either el elastic else elsewhere email embedded emetteur empfaenger empfänger empty en enable encode encontrado encrypt encryption end',
  'engine english enhanced enough ensure enter entrada entre entry env envelope enviar envio environment envolope epäonnistui equal equivalent',
  'erfolgreich erforderlich erfüllte err errata errati errato erreichbar erreur error errore es escluso esmtp essayer est esta este esuata et etc',
  'etimeout evaluation even event every everybody everything evidence ex exactly example exceed exception excessive exchange exchanger exclude exec',
  'executable execute exempt exigida exim exist exit exmail expected expecting expects expiration expired expires expiré explain explanation exploit',
  'export expéditeur extended extension external extra eșuată fact factor fail failure falha falhou fallida fallido fallita falló falsch falsche false',
  'far faster fastmail fault favor feb february feel fehler fehlgeschlagen feil feishu fel felaktigt felhasználónév fetched few field file fill filter',
  'final find firewall first fit five fix flag flood folder follow for forbidden forbids force forcepoint foreign forged forging forkert form format',
  'fortimail forward found fout foxmail fqdn framework fraudulent free frequency frequently fri from front frozen full fully function further für gagal',
  'gateway gave gb geblokkeerd gebruikersnaam gecersiz generate generic genuine gerekli gesperrt gesperrte get getsockname geweigerd geçersiz gid gimap',
  'git github give given gli global gmail gmt gmx go godaddy godkendelse goes good goodbye google got grant graylisted greeting gresita grey greylist',
  'greșită group gsmtp gssapi gsuite guessed guidelines gzip hacked had half hand handle handshake hang hangup happen haraka hard has hash haslo hasn',
  'hasło hata hatali hatalı have haven having he header headline held hello helo helohost heloip help her here hesap heslo het hi hiba hibás high him his',
  'hitelesítés hits hmailserver hold home honeypot hop hospedado host hostid hostname hotmail hour how however href html http huawei hub icloud id',
  'identifiant identify identity idle ie if ignore ihr ihre il illegal image imap impersonate implemented import imposed impossible improper in',
  'inappropriate inbound inbox inc incident include inconnu incorrecta incorrecto incorreta incorreto increasing indentation infected info infomaniak',
  'information initial initialise initialize initiative injection inloggen inloggning input inspect install instead instructions insufficient intended',
  'interactive interdite internal internet interpolation interrupted into introduce invalida invio invisible inválida inválido ionos ip ips ipv iredmail',
  'ironport is isn isp issue issuer ist it items its itself jan january java javamail jelszó jest jméno join json judged judgement jul july jun june junk',
  'just kata kb keep kein keine kennwort kept kerberos kerio key kimlik kind kirjautuminen know known konto kriterien kubernetes kullanici kullanıcı',
  'käyttäjätunnus la lack lang language laravel large larger lark las last later ldap le lead leak learn least leave left legacy legitimate length les',
  'let level lf lhlo library license lie lifetime like limit line link linkid list liste listener listens literal ll lleno lmtp lo load local localhost',
  'localmente locataire locatário locked lockout log login logon logout logowanie long look lookup loop loopback lors los losenord lost lot low ls lub',
  'lösenord machine maddy made mail mailbox mailcatcher mailchimp mailcow maildir maildocker mailersend mailfrom mailgun mailhog mailinabox mailjet',
  'maillist mailpit mailsize mailtrap mailu main mais make malformed malicious malsucedida malware mandanten mandrill manifest manually many map mar',
  'march mark masked masquerading match matter max maximum may maybe mb mbox mbr mc md mdaemon mdn me mean meant measure mechanism mechs meet member',
  'membres memory mensagem mensajes merge message messagerie method mi microsoft migadu milliseconds milter mime mimecast min minute misaligned mislukt',
  'mislykkedes mislyktes missing misslyckades misspelt mit mode modern modoboa module moins moment mon month more most mot move mow ms msg msmtp msys mta',
  'much multi multiple must mx mxhichina my myhostname mysql nachricht name namespace nao naruszenie nazwa ne necessita need negada negado negato',
  'negotiation neither neobhodim neplatné net netcore netease network never new next ng nicht nie nieprawidlowe nieprawidłowe nieprawidłowy niet nieudane',
  'no noauth nobody node nodemailer nom nombre nome non none nor noreply normal nos not note nothing notice notify nov novamente november now nowhere npm',
  'ns nslookup nsmtp ntlm null number nxdomain não oauth oauthbearer objects obtained occured occurred och oct octets october ocurred odd oddity oder',
  'odmowa of off office offline often ok old on onbekend once one ongeldig ongeldige onjuist online only onto open openrelay opensmtpd openssl option or',
  'oracle order orderedsubject ordinary organisation organization originate os other otherwise ou our out outbound outgoing outlook output outside over',
  'overdue overflow overquota overrides ovh own packages page pam panel par para paragraph parameter parol parola parolă parse part partial party pas',
  'passage passcode passdb passe passerr passord passphrase passwd password passwort past paste path patience pattern paused pbl pc pdt pe peak pelo',
  'pendant pengguna people pepipost per percent perform perhaps period permanent permission permiten permitted person phase phishing php phpmailer pick',
  'pictures piece pipe pipeline più place placeholder plain plaintext plan please pleine plesk plt plugin plural plus pod point policy polite política',
  'pool poor pop por port portal possible possibly post poste posteo postfach postfix postgrey postmark postmaster potential pour practices pre precision',
  'preferences present prevents prilozheniya primary print private probably problem procedure process production profiles program programme progress',
  'prohibited prohibition project prompt proofpoint proper protect protocol proton prove provide provider provisioned proxmox proxy ps pst ptr public',
  'publish punctuation purelymail purported purpose put pw pwd python pålogging póngase přihlášení qcloud qiye qmail qq qualified quarantine query',
  'question queue quickly quiet quota quotation quote rackspace rails raise random range rarely rate ratelimit raw rbl rcp rcpt rcpthosts rcptto re reach',
  'read readme readonly ready real realizó realm reason receive receiver recipes recipient recognised recognize recommend record reduce redundant ref',
  'reference referrals refresh refusal refuse refusé refusée region registered regularize reject rejection rejeitou rejete relative relay remetente',
  'remote removal renew rep repair repeated repository reputation requerida request requiere require requirements requis requise reserved reservee reset',
  'resolve resolver responded response responsible rest restrictions result retry rev reverse revoked rfc richiesta right riprova riprovare robot room',
  'root round route rsa rset rspamd rsr ru ruby rule run répond safe said salah salasana same sandbox sandi sarp sasl sat satisfies save say sc scaleway',
  'scan scc schemas scheme scope score scram screening script search sec second secret section secure security see seems seen selector self selhalo sem',
  'semicolon send sendgrid sendinblue sendmail senha sent sentence sep separate september sequence ser serious server serveur service servidor servizio',
  'ses session set setup seu several sha share she shell short shortage should shouldn show shown shutting sich side sie sifre sign signature signin',
  'sikertelen silent simple sin sina since single sistema site situation size skicka skipped slow sm small smartermail smtp smtpclient',
  'smtpclientauthentication smtpport smtputf so socket socketlabs soddisfa software sohu solicitada solicitação solicitud solutions some somebody',
  'something sometimes somewhere soon sophos sorbs sorry sort source space spam spamassassin spamcop spamhaus sparkpost speaks special specific',
  'specifications specified speicherplatz spelling spf split spm spoofed spoofing spool spot später sql src srs ssl stack stalwart stand standard',
  'standardauthentifizierung start starttls state status stays stderr stdin stdout step still stop storage store strato stream strict string structure',
  'sts su sua subdomain subject submission submit subscribed subscription subtype succeed successfully sucesso such sudo suffixes suggest suggestion',
  'suite sum summary sun supply support sur surroundings survenu sus suspect suspended suspicion suspicious swaks switch symantec symfony synchronization',
  'syntactically syntax sys system table tags tailchat take taken talk tard tarde target technology tell temp tempfail template temporariamente',
  'temporarily temporary tenant tencent tentative tente tenth term terminal terminated test text than thank that the their them themselves then there',
  'these they thing third this those thread three threshold throttled throttling through throws thru thu tier time timeout title tkt tl tld tls to today',
  'together token told tomorrow too took tools total touches traffic trailing transaction transactional transfer transient transition transmission trap',
  'trc treat trend trial trigger trop trouble troubleshooting true trust try ts tss tue tunnistautuminen turn twice two twofactor txt type typo',
  'ueberschritten uid um uma un una unaligned unathorized unbekannt und understood une unfortunately ungueltig ungültig ungültige union unit unlock',
  'unnecessary unpaid unqueuable unresolvable unroutable unsolicited unsuccessful until up update upgrade ups upstream uri url us usable usage use user',
  'userdb userid username using usual usuario usuário utc utente utf utilisateur utilizator uuid uw uwierzytelnianie uwierzytelnienie użytkownik',
  'użytkownika uživatel uživatelské valid validate validation valide valido value variable ve verbindung verbose verdict vereist verfügbar verificare',
  'verification verifier verifiez verifique verify vers version versuchen verweigert very veuillez veya via view violation virhe virtual virus visit void',
  'volume von voor vos votre vous vpn vulnerable vérifiez wachtwoord wait want warning warns was wascl wasn way we weak weather web webmail website wed',
  'welcome well wenden went were weren what whatever when where whether which while white whitelist whitespace who whoever whole whom whose why width',
  'will wins wird with withdrawn within without won wont word work workspace world would wouldn writable write written wrong wrote wsdh wurde wymagane',
  'xoauth xxx yahoo yaml yandex yanlis yanlış yes yet yi you your yourself zablokowane zasad zen zepto zeptomail zimbra zip zoho zu zugangsdaten zugriff',
  'échec échouée účet şifre',
].join(' ');

const ENDINGS = /(?:s|es|d|ed|ing|ly|er|ers|able)$/;
const BEGINNINGS = /^(?:un|re|in|non|mis|dis)(?=.{4})/;
/** How many endings and beginnings a word has: `unrecognized` has two. */
const MOST_CHANGES = 2;

let known: ReadonlySet<string> | undefined;

/** Whether a word, or the one that it is made from, is one of those that replies consist of. Letters only, of any case. */
export function isKnownWord(word: string): boolean {
  known ??= new Set(WORDS.split(' '));
  return word.length === 1 || isIn(known, word.toLowerCase(), MOST_CHANGES);
}

function isIn(words: ReadonlySet<string>, word: string, changes: number): boolean {
  if (words.has(word)) return true;
  return changes > 0 && stemsOf(word).some((stem) => isIn(words, stem, changes - 1));
}

/** The words that a word may be made from: without its ending, or without what stands before it. */
function stemsOf(word: string): string[] {
  const stems = [
    word.replace(BEGINNINGS, ''),
    word.replace(/ie[ds]$/, 'y'),
    word.replace(/ing$/, 'e'),
  ];
  for (let length = 1; length <= 4; length += 1) {
    const stem = word.slice(0, -length);
    if (stem.length >= 2 && ENDINGS.exec(word.slice(-length))?.[0].length === length)
      stems.push(stem);
  }
  stems.push(word.replace(/(.)\1(?:ed|ing|er)$/, '$1'));
  return stems.filter((stem) => stem !== word);
}
