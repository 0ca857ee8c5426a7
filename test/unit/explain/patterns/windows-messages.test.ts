import { describe, expect, it } from 'vitest';
import { explain } from '../../../../src/index.js';

async function found(text: string) {
  return (await explain([text])).findings.map(({ cause, step }) => `${cause} at ${step}`);
}

// The sentences as public reports have them.
describe('what Windows and .NET say in the language of the computer', () => {
  it.each([
    [
      'Es konnte keine Verbindung hergestellt werden, da der Zielcomputer die Verbindung verweigerte 127.0.0.1:25',
      'connection-refused at connect',
    ],
    [
      'Ein Verbindungsversuch ist fehlgeschlagen, da die Gegenstelle nach einer bestimmten Zeitspanne nicht richtig reagiert hat, oder die hergestellte Verbindung war fehlerhaft, da der verbundene Host nicht reagiert hat',
      'connection-timeout at connect',
    ],
    [
      'Ein Socketvorgang bezog sich auf ein nicht verfügbares Netzwerk',
      'network-unreachable at connect',
    ],
    [
      'Der Zugriff auf einen Socket war aufgrund der Zugriffsrechte des Sockets unzulässig',
      'network-unreachable at connect',
    ],
    ['Der angegebene Host ist unbekannt', 'host-not-found at dns'],
    ['Es ist kein solcher Host bekannt', 'host-not-found at dns'],
    ["Der Remotename konnte nicht aufgelöst werden: 'smtp.example.org'", 'host-not-found at dns'],
    [
      'Eine vorhandene Verbindung wurde vom Remotehost geschlossen',
      'connection-closed at greeting',
    ],
    [
      'Das Remotezertifikat ist laut Validierungsverfahren ungültig',
      'certificate-untrusted at tls',
    ],
    [
      "Aucune connexion n'a pu être établie car l'ordinateur cible l'a expressément refusée",
      'connection-refused at connect',
    ],
    [
      "Une tentative de connexion a échoué car le parti connecté n'a pas répondu convenablement au-delà d'une certaine durée ou une connexion établie a échoué car l'hôte de connexion n'a pas répondu",
      'connection-timeout at connect',
    ],
    ['Hôte inconnu', 'host-not-found at dns'],
    ["Le nom distant n'a pas pu être résolu: 'smtp.example.org'", 'host-not-found at dns'],
    [
      "Une connexion existante a dû être fermée par l'hôte distant",
      'connection-closed at greeting',
    ],
    [
      "Le certificat distant n'est pas valide selon la procédure de validation",
      'certificate-untrusted at tls',
    ],
    [
      'No se puede establecer una conexión ya que el equipo de destino denegó expresamente dicha conexión',
      'connection-refused at connect',
    ],
    [
      'Se produjo un error durante el intento de conexión ya que la parte conectada no respondió adecuadamente tras un periodo de tiempo',
      'connection-timeout at connect',
    ],
    ['Host desconocido', 'host-not-found at dns'],
    ["No es posible resolver el nombre remoto: 'smtp.example.org'", 'host-not-found at dns'],
    [
      'Se ha forzado la interrupción de una conexión existente por el host remoto',
      'connection-closed at greeting',
    ],
    [
      'El certificado remoto no es válido según el procedimiento de validación',
      'certificate-untrusted at tls',
    ],
    [
      'Nenhuma conexão pôde ser feita porque a máquina de destino as recusou ativamente 127.0.0.1:25',
      'connection-refused at connect',
    ],
    [
      'Uma tentativa de conexão falhou porque o componente conectado não respondeu corretamente após um período de tempo',
      'connection-timeout at connect',
    ],
    ['Este host não é conhecido', 'host-not-found at dns'],
    ["O nome remoto não pôde ser resolvido: 'smtp.example.org'", 'host-not-found at dns'],
    [
      'Foi forçado o cancelamento de uma conexão existente pelo host remoto',
      'connection-closed at greeting',
    ],
    [
      'O certificado remoto é inválido de acordo com o procedimento de validação',
      'certificate-untrusted at tls',
    ],
    [
      'Impossibile stabilire la connessione. Rifiuto persistente del computer di destinazione',
      'connection-refused at connect',
    ],
    [
      "Impossibile stabilire la connessione. Risposta non corretta della parte connessa dopo l'intervallo di tempo oppure mancata risposta dall'host collegato",
      'connection-timeout at connect',
    ],
    ['Host sconosciuto', 'host-not-found at dns'],
    [
      'Подключение не установлено, т.к. конечный компьютер отверг запрос на подключение',
      'connection-refused at connect',
    ],
    [
      'Попытка установить соединение была безуспешной, т.к. от другого компьютера за требуемое время не получен нужный отклик',
      'connection-timeout at connect',
    ],
    ['Этот хост неизвестен', 'host-not-found at dns'],
    ["Невозможно разрешить удаленное имя: 'smtp.example.org'", 'host-not-found at dns'],
    [
      'Удаленный хост принудительно разорвал существующее подключение',
      'connection-closed at greeting',
    ],
    [
      'Удаленный сертификат недействителен согласно результатам проверки подлинности',
      'certificate-untrusted at tls',
    ],
    ['由于目标计算机积极拒绝，无法连接。 127.0.0.1:25', 'connection-refused at connect'],
    [
      '由于连接方在一段时间后没有正确答复或连接的主机没有反应，连接尝试失败。',
      'connection-timeout at connect',
    ],
    ['不知道这样的主机。', 'host-not-found at dns'],
    ["未能解析此远程名称: 'smtp.example.org'", 'host-not-found at dns'],
    ['远程主机强迫关闭了一个现有的连接。', 'connection-closed at greeting'],
    ['根据验证过程，远程证书无效。', 'certificate-untrusted at tls'],
    ['無法連線，因為目標電腦拒絕連線。', 'connection-refused at connect'],
    [
      '連線嘗試失敗，因為連線對象有一段時間並未正確回應，或是連線建立失敗，因為連線的主機無法回應。',
      'connection-timeout at connect',
    ],
    ['無法識別這台主機。', 'host-not-found at dns'],
    ['依據驗證程序，遠端憑證是無效的。', 'certificate-untrusted at tls'],
    [
      '対象のコンピューターによって拒否されたため、接続できませんでした。',
      'connection-refused at connect',
    ],
    [
      '接続済みの呼び出し先が一定の時間を過ぎても正しく応答しなかったため、接続できませんでした。',
      'connection-timeout at connect',
    ],
    ['そのようなホストは不明です。', 'host-not-found at dns'],
    ['検証プロシージャによると、リモート証明書が無効です。', 'certificate-untrusted at tls'],
    [
      'Nie można nawiązać połączenia, ponieważ komputer docelowy aktywnie go odmawia',
      'connection-refused at connect',
    ],
    [
      'Próba połączenia nie powiodła się, ponieważ połączona strona nie odpowiedziała poprawnie po ustalonym okresie czasu',
      'connection-timeout at connect',
    ],
    [
      'Kan geen verbinding maken omdat de doelcomputer de verbinding actief heeft geweigerd',
      'connection-refused at connect',
    ],
    [
      'Een verbindingspoging is mislukt omdat de verbonden partij niet correct heeft gereageerd na een bepaalde tijd',
      'connection-timeout at connect',
    ],
    ['De opgegeven host is onbekend', 'host-not-found at dns'],
    [
      'Hedef makine etkin olarak reddettiğinden bağlantı kurulamadı',
      'connection-refused at connect',
    ],
    ['Böyle bir ana bilgisayar bilinmiyor', 'host-not-found at dns'],
    ['대상 컴퓨터에서 연결을 거부했으므로 연결하지 못했습니다.', 'connection-refused at connect'],
    [
      '연결된 구성원으로부터 응답이 없어 연결하지 못했거나, 호스트로부터 응답이 없어 연결이 끊어졌습니다.',
      'connection-timeout at connect',
    ],
    ['알려진 호스트가 없습니다.', 'host-not-found at dns'],
    [
      'Připojení nebylo vytvořeno. Cílový počítač je aktivně odmítl',
      'connection-refused at connect',
    ],
    [
      'Pokus o připojení selhal, protože připojená strana v časovém intervalu řádně neodpověděla',
      'connection-timeout at connect',
    ],
    [
      'Unable to connect due to active rejection by the target computer.',
      'connection-refused at connect',
    ],
    [
      'No connection could be made because the target machine actively rejected it',
      'connection-refused at connect',
    ],
    [
      'An attempt was made to access a socket in a way forbidden by its access permissions.',
      'network-unreachable at connect',
    ],
  ])('%s', async (text, cause) => {
    expect(await found(`System.Net.Mail.SmtpException: ${text}`)).toEqual([cause]);
  });

  it('takes the reason before the sentence that sums it up', async () => {
    expect(
      await found(
        'System.Net.Mail.SmtpException: Fehler beim Senden von Mail. ---> System.Net.WebException: Die Verbindung mit dem Remoteserver kann nicht hergestellt werden. ---> System.Net.Sockets.SocketException: Ein Verbindungsversuch ist fehlgeschlagen, da die Gegenstelle nach einer bestimmten Zeitspanne nicht richtig reagiert hat',
      ),
    ).toEqual(['connection-timeout at connect']);
  });
});
