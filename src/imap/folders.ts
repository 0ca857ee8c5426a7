import type { SortedOut } from '../report/arrival.js';
import type { ImapClient } from './imap-client.js';
import type { ImapResponse } from './response-reader.js';

/** A folder of a mailbox. */
export interface Folder {
  /** The server's name for the folder, one character for each byte. */
  name: string;
  /** The name as a person knows it. */
  shown: string;
  /** What it is for, where its mails are sorted out. */
  place: SortedOut | undefined;
  /** It holds every mail, those that were sent from the mailbox among them, as Gmail's does (RFC 6154). */
  isAll: boolean;
  /** Its name is one for mail that was sent from the mailbox. */
  isOwn: boolean;
}

/** The greatest number of folders that are searched in every round. */
const MOST_FIRST = 6;

/** Words for spam in the names of folders, in the languages of Outlook, Exchange and webmail. */
const SPAM_NAME =
  /(?<![\p{L}\d])(?:junk(?!yard)|spam(?!assassin|haus|cop)|bulk(?: mail)?$|unerw.{1,2}nscht|ungewollt|ongewenst|lixo eletr|ind.{1,2}sirable|no deseado|indesejad|indesiderat|skr.{1,2}ppost|u.{1,2}nsket|roskaposti|nevy.{2,4}dan|niechcian|.nemsiz|lev.{1,2}lszem|небажан|спам|нежелательн|迷惑メール|정크|스팸)|^(?:垃圾(?![桶筒])|廣告郵件|广告邮件)/iu;
const NO_SPAM = /(?<!\p{L})(?:no[nt]?|kein|pas|не|без)[\s_-]{0,3}(?:de )?(?:junk|spam|спам)/iu;

/** Words for what a filter keeps apart as dangerous or suspicious, as antivirus software and gateways name it. */
const HELD_NAME =
  /(?<!\p{L})(?:quarant(?:ine|aine|ena|.{1,2}ne)|cuarentena|karant.{1,2}na|infected|virus(?:es|mail)?)(?!\p{L})|^(?:隔离|隔離|病毒|карантин|вирусы|検疫|검역)/iu;
/** Names of the trash, in the languages of Outlook, Exchange and webmail. */
const TRASH_NAME =
  /^(?:trash|trash ?can|(?:recycle )?bin|deleted(?: (?:items|messages|objects|mail))?|papierkorb|gel.{1,2}schte (?:elemente|objekte|nachrichten)|corbeille|.{1,2}l.{1,2}ments supprim.{1,2}s|papelera|elementos eliminados|lixeira|itens exclu.{1,2}dos|cestino|posta eliminata|prullenbak|verwijderde items|papperskorgen|papirkurv|kosz|elementy usuni.{1,2}te|удал.{1,2}нные|корзина|已删除.{0,4}|已刪除.{0,4}|垃圾[桶筒]|回收[站桶]|废纸篓|刪除的郵件|ゴミ箱|削除済み.{0,6}|휴지통|지운 편지함)$/iu;

/** Names of folders with mail that was sent from this mailbox: nothing arrives there. */
const OWN_NAME =
  /^(?:sent|sent (?:mail|items|messages)|drafts?|outbox|已发送|已发邮件|草稿箱?|寄件备份)$/i;
/** Words for such mail, with which other folders may be named as well. */
const OWN_WORD =
  /(?<!\p{L})(?:sendte?|sent|gesendete?|envoy[ée]e?s?|enviad[ao]s?|inviat[aei]|verzonden|skickat|odeslan[áé]|wysłane|отправленные)(?!\p{L})|^(?:送信|보낸|已发|已發|已傳送|寄件)/iu;
const OWN_FLAG = /\\(?:sent|drafts|noselect|nonexistent)\b/i;

/**
 * The folders in which a mail may arrive: the inbox, those for spam (RFC 6154, or by their real names), others.
 *
 * @throws ImapError; the signal's reason when it is aborted
 */
export async function listFolders(
  client: ImapClient,
): Promise<{ first: Folder[]; others: Folder[] }> {
  const asksForUse = client.can('SPECIAL-USE') && client.can('LIST-EXTENDED');
  let result = await client.command(`LIST "" "*"${asksForUse ? ' RETURN (SPECIAL-USE)' : ''}`);
  if (!result.isOk && asksForUse) result = await client.command('LIST "" "*"');
  const listed = result.untagged.flatMap(readFolder);
  const folders = [...new Map(listed.map((folder) => [folder.name, folder])).values()];
  const isInbox = ({ name }: Folder) => name.toUpperCase() === 'INBOX';
  const inbox = { name: 'INBOX', shown: 'INBOX', place: undefined, isAll: false, isOwn: false };
  const sorted = [
    ...folders.filter((folder) => isOfFilter(folder) && !isInbox(folder)),
    ...folders.filter((folder) => !isOfFilter(folder) && !isInbox(folder)),
  ];
  const count = sorted.slice(0, MOST_FIRST - 1).filter(isOfFilter).length;
  // A mail has a better name for its place than one with every mail, or the trash.
  const rank = ({ isAll, place }: Folder) => Number(isAll) + 2 * Number(place === 'trash');
  return {
    first: [inbox, ...sorted.slice(0, count)],
    others: sorted.slice(count).sort((a, b) => rank(a) - rank(b)),
  };
}

/** Whether a filter puts mails there: for spam, or for what is dangerous. */
export function isOfFilter({ place }: Pick<Folder, 'place'>): boolean {
  return place === 'spam' || place === 'held';
}

/** RFC 9051 section 7.3.1: `* LIST (\HasNoChildren \Junk) "/" "Spam"`. */
function readFolder({ text, literals }: ImapResponse): Folder[] {
  const match = /^\* X?LIST \(([^)]*)\) (?:"(\\?.)"|NIL) (.+)$/i.exec(text);
  const [, flags = '', escaped = '', word = ''] = match ?? [];
  if (word === '') return [];
  const name = nameOf(word, literals);
  const shown = decodeName(name);
  const delimiter = escaped.slice(-1);
  const last = delimiter === '' ? shown : (shown.split(delimiter).at(-1) ?? shown);
  const place = placeOf(last, flags);
  const isSent = OWN_FLAG.test(flags) || (place !== 'spam' && OWN_NAME.test(last));
  if (isSent || /[\r\n\0]/.test(name)) return [];
  const isAll = /\\all\b/i.test(flags);
  return [{ name, shown, place, isAll, isOwn: place !== 'spam' && OWN_WORD.test(last) }];
}

/** What a folder is for by its flags (RFC 6154), else by its name. */
function placeOf(name: string, flags: string): SortedOut | undefined {
  if (/\\(?:junk|spam)\b/i.test(flags)) return 'spam';
  if (/\\trash\b/i.test(flags)) return 'trash';
  if (SPAM_NAME.test(name) && !NO_SPAM.test(name)) return 'spam';
  if (HELD_NAME.test(name)) return 'held';
  return TRASH_NAME.test(name) ? 'trash' : undefined;
}

function nameOf(word: string, literals: readonly Buffer[]): string {
  const literal = /^\{\d+\+?\}$/.test(word) ? literals.at(-1) : undefined;
  if (literal) return literal.toString('latin1');
  return word.startsWith('"') ? word.slice(1, -1).replace(/\\(.)/g, '$1') : word;
}

/** Modified UTF-7 (RFC 3501 section 5.1.3): `&V4NXPpCuTvY-`. */
export function decodeName(name: string): string {
  const decoded = name.replace(/&([A-Za-z\d+,]*)-/g, (_, base64: string) => {
    if (base64 === '') return '&';
    const bytes = Buffer.from(base64.replaceAll(',', '/'), 'base64');
    const even = bytes.subarray(0, bytes.length - (bytes.length % 2));
    return Buffer.from(even).swap16().toString('utf16le');
  });
  // Some servers write UTF-8 in place of modified UTF-7.
  return /[\x80-\xff]/.test(name) ? Buffer.from(name, 'latin1').toString('utf8') : decoded;
}
