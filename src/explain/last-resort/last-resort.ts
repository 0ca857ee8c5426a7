import { diagnose } from '../../diagnosis/diagnose.js';
import { foundFailure } from '../../diagnosis/found-failure.js';
import { plainWords } from '../../diagnosis/rules/reply-words.js';
import { type Cause, diagnosisOf } from '../../report/causes.js';
import { causeWithoutCode } from '../cause-without-code.js';
import type { FoundFinding } from '../found-explanation.js';
import { stepOfWords } from '../guess-step.js';
import { otherServiceOf } from '../other-service.js';
import type { KnownError } from '../patterns/pattern.js';
import { LONGEST_PASTE } from '../reading/first-lines.js';
import { FREE_WORDS } from './free-words.js';
import type { FreeWords } from './free-words-type.js';
import { MISSING_SETTINGS } from './missing-settings.js';
import { type Passage, passagesOf } from './passages.js';

/** A failure that was concluded from words that nobody has a rule for. */
interface Supposed extends Omit<KnownError, 'weight'> {
  line: number;
  /** No connection came about, and it is not said how. */
  isVague: boolean;
}

/** More than one word, or words without blanks between them. */
const OF_WORDS = /\S\s+\S|[^\0-\u02ff]{3}/;

/** One possible code of each kind that the rules ask for: the real one is lost. */
const CODES_THAT_MAY_HAVE_BEEN = [null, 554, 451, 535, 501] as const;

const OF_MAIL =
  /\b(?:e?smtps?|e-?mails?|mails?|mailer\w*|mailbox|postfix|exim|sendmail|outlook|thunderbird|gmail|hotmail|starttls|phpmailer|nodemailer|exchange)\b|smtp|mail|邮|郵|メール|메일|почт|письм|correo|courriel/i;
/** What is asked, supposed, advised, excluded or described, and has not happened. */
const NOT_SO =
  /[?？]\W{0,3}$|吗\W{0,3}$|^\W{0,3}(?:how|why|what|is|are|does|do|can|could|should|would|has|have) |\b(?:seems?|if|unless|whether|when|whenever|make sure|ensure|please|you (?:can|should|must|may|need|could|have to|want)|may|might|maybe|perhaps|probably|possibly|could be|usually|typically|normally|should|would|for example|e\.g\.|how to|supports?|allows?|optional|default|instead of|in case|feature|wenn|falls|bitte|könnte|si|peut-être|quiz[áa]s|talvez|если|может быть|возможно)\b|如果|请|可能|是否|应该|建议|もし|場合/i;
/** Words of a manual. */
const DESCRIBED =
  /^\W{0,3}(?:if|when|make sure|ensure|check)\b|\b(?:supports|(?<!not )possible|very often|often|enabling|will be|will (?:reject|refuse|deny|fail)|plugin|usually|typically|for example|e\.g\.|how to|you (?:can|should|may|want)|(?:occurs?|happens?) (?:when|if)|in order to)\b/i;
/** The words on a button or a field, and those of a failure among them. */
const OF_LABEL = /^(?:[A-Z][\w/-]{0,20} ?){1,5}$/;
const OF_FAILED =
  /fail|denied|reject|refus|invalid|error|required|expired|unknown|full|block|limit/i;
/** What was looked at, and found to be well. */
const RULED_OUT =
  /\b(?:checked|tried|verified|confirmed|made sure|ensured|tested|works?|working|worked|correct|fine|open|success\w{0,5}|fixed|solved|resolved|no (?:firewall|problem|issue|errors?|block\w*)|(?:not|n['’]t|never) (?:be(?:en)? |being )?(?:blocked|expired|refused|rejected|an? (?:firewall|issue|problem))|without (?:any )?(?:error|problem|issue)s?)\b|已经|没有问题|正常|成功|确认|检查了|работает|успешно|funciona|funktioniert|fonctionne/i;
const OF_OTHERS =
  /(?:\d\.\d{1,3}|\.(?:com|net|org|de|cn|ru|local|io|lan)|localhost):(?!(?:25|465|587|2525|2587|1025)\b)\d{2,5}(?!\d)|\b(?:managesieve|sieve|database|sql|http|https|websocket|imap|pop3?|ldap|ssh|git|npm|pip|proxy|api|kafka|webhook|ftp|nginx|apache|browser|kubernetes|registry|gateway|40[013-9]|50[0-4])\b|数据库/i;
/** A program that is broken, or that does not find a part of itself. */
const OF_PROGRAM =
  /\b(?:TypeError|ReferenceError|SyntaxError|NameError|NoMethodError|LoadError|AttributeError|ImportError|ModuleNotFoundError|NullPointerException|ClassNotFoundException|NoSuchMethodError)\b|\b(?:uninitialized constant|undefined (?:method|variable|index|function|local|property)|is not (?:a function|defined|a constructor)|cannot read propert|(?:can['’]t|cannot|unable to) resolve (?:dependenc|module|symbol)|cannot find module|no such file to load|call to (?:an? )?undefined|class ['"]?[\w\\]{1,80}['"]? not found|implicit conversion|expects parameter|unexpected token|parse error|permission denied for|nil into|(?:not (?:an? )?valid|invalid) (?:recipient|sender|address|mail|e-?mail|message|data|content|object|argument) type)/i;
/** What did not happen, and an answer that was not understood. */
const NEGATED =
  /\b(?:is|are|was|were|be|been|do|does|did) ?(?:not|n['’]t) (?:be(?:en)? |being )?(?:wrong|blocked|expired|refused|rejected|incorrect|fail|respond with)/i;
/** Words by which people report, and manuals do not describe. */
const REPORTED =
  /\b(?:I|I'm|we|my|our|me|us|get|gets|getting|got|gives?|gave|says?|said|errors?|bounced|returned|reported|shows?|showed|failed|fails|complains?|was|were|been|wird|wurde|meldet|dit|dice|diz)\b|被|报|提示|退信|失败|错误|返回|エラー|失敗|오류|ошибк|не |отклон/i;
/** The level of a line of a log. It says nothing of what happened. */
const LEVEL = /\b(?:ERROR|WARN(?:ING)?|FATAL|CRITICAL)\b/;
/** Words by which people say what a server did. */
const OF_REFUSAL =
  /reject|refus|bounc|block|deni|deny|error|fail|said|says|complain|return|respon|not (?:allow|permit|accept|authori)|invalid|报|被|提示|退|拒|失败|错误|返回|无效|ошибк|отклон|отказ|fehler|abgelehnt|erreur|rechaz|erro|エラー|拒否|失敗/i;

/** A failure to connect says as much as a closed port only where a port is named. */
const PORT =
  /(?:port|порт|puerto|porta)\D{0,6}\d{2,5}\b|(?:端口|ポート|포트)[：: ]{0,3}\d{2,5}\b|[\w.]:(?:25|465|587|2525)\b|\b(?:25|465|587|2525)\s?(?:port|端口|порт)/i;
/** A program that names two reasons knows neither. */
const EITHER =
  /\b(?:or|oder|ou|или)\b.{0,40}(?:fail|error|invalid|wrong|incorrect|connect)|或者?.{0,12}(?:失败|错误)/i;
/** Causes that any word of trouble would stand for. */
const SAYS_LITTLE: ReadonlySet<Cause> = new Set<Cause>([
  'server-error',
  'protocol-error',
  'unknown',
]);
/** What is refused of a hello: the name in it. */
const OF_NAME = /\b(?:name|fqdn|domain|address|invalid|syntax)|主机|域名/i;
/** A login beside the word that it failed. */
const OF_LOGIN =
  /(?:auth\w*|log ?[io]n|passwor[dt]s?|credentials?|sasl|user ?name|kennwort|mot de passe|contrase\S{1,3}|senha|парол\S{0,2}|логин\S{0,2}|авториз\S{0,6}|аутентиф\S{0,9})\W{1,4}(?:\S{1,20}\W{1,3}){0,2}(?:fail|incorrect|invalid|wrong|bad\b|not (?:accepted|valid|correct)|reject|denied|error|unsuccess|falsch|fehlg|incorrect|неверн|ошиб|не уда)|(?:fail\w*|incorrect|invalid|wrong|bad|rejects?|rejected|denied|errors?|неверн\S{1,3}|ошибка)\W{1,4}(?:\S{1,20}\W{1,3}){0,2}(?:auth|log ?[io]n|passwo|credential|user ?name|парол|логин|авториз|аутентиф)|(?:密码|账号|帐号|认证|登录|登陆|验证|鉴权)[^，。,]{0,8}(?:失败|错误|不正确|有误)|認証.{0,6}(?:失敗|エラー)|인증.{0,6}실패/i;
/** The name of an error that says what happened. */
const OF_ERROR =
  /REFUSED|TIMED_OUT|UNREACHABLE|CONNECTION_RESET|HOST_NOT_FOUND|CERT_\w{0,9}EXPIRED/;
/** What Postfix (smtpd) says of a client that went away: many do, and no mail of this server's is concerned. */
const OF_CLIENT = /\b(?:lost connection|timeout) after \S.{0,40} from \S/;
/** The longest words of a server, in characters. */
const LONGEST_WORDS = 400;

/** Words without names of classes, constants, paths and servers, which say what may happen, and without the trace behind a message. */
function withoutNames(words: string): string {
  return words
    .replace(/\b[A-Z]{2,}(?:_[A-Z]{2,}){1,8}\b/g, (name) =>
      OF_ERROR.test(name) ? name.replaceAll('_', ' ') : ' ',
    )
    .replace(
      /(?:[\\/]\w[\w.-]{0,40}){2,}|\b[A-Z][a-z]+(?:[A-Z][a-z]+){1,8}\b|\w+(?:::|->|\.)\w+\(|\b\d{1,3}(?:\.\d{1,3}){3}:\d{2,5}\b/g,
      ' ',
    )
    .replace(/\b(?:stack ?trace|at \S{1,200}:\d).*$/is, '');
}

/** The likeliest failure that a few lines without a known error tell of, put as a supposition. */
export function supposeFinding(text: string): FoundFinding | undefined {
  const supposed = findLastResort(text);
  if (!supposed) return undefined;
  const { line, step, cause, isVague } = supposed;
  const evidence = { ...supposed.evidence, step };
  const { errorCode, isCodeInferred } = evidence;
  const facts = {
    errorCode,
    isCodeInferred,
    isSupposed: true,
    ...(isVague ? { isUnreached: true } : {}),
  };
  const diagnosis = cause ? diagnosisOf(cause) : diagnose(evidence);
  return { line, failure: foundFailure(diagnosis, evidence, facts) };
}

/** The likeliest failure that a few lines without a known error tell of, in anybody's words. */
function findLastResort(text: string): Supposed | undefined {
  const lines = text.split(/\r?\n/);
  if (lines.length > LONGEST_PASTE || !OF_MAIL.test(text)) return undefined;
  const passages = passagesOf(lines);
  const said = passages.filter(({ by, text }) => by !== 'person' || mayTell(text));
  const found = ORDER.flatMap((speaker) => said.filter(({ by }) => by === speaker))
    .map(supposedIn)
    .filter((one) => one !== undefined);
  return found.find(({ isVague }) => !isVague) ?? found[0];
}

/** A program's own words count before a person's. */
const ORDER = ['quoted', 'program', 'person'] as const;

function mayTell(text: string): boolean {
  return OF_MAIL.test(text) && !NOT_SO.test(text) && !RULED_OUT.test(text);
}

function supposedIn({ text, line, by }: Passage): Supposed | undefined {
  if (by === 'quoted' && OF_LABEL.test(text) && !OF_FAILED.test(text)) return undefined;
  if (/[?？]$/.test(text) || !OF_WORDS.test(text) || OF_CLIENT.test(text)) return undefined;
  const missing = by === 'person' ? undefined : inFreeWords(MISSING_SETTINGS, text, line);
  if (missing || isOfOthers(text)) return missing;
  return (
    inFreeWords(FREE_WORDS, text, line, by === 'person') ??
    (saysRefused(text, by) ? inServerWords(text, line) : undefined)
  );
}

/** Whether a passage says that something was refused, and not only that it may be. */
function saysRefused(text: string, by: Passage['by']): boolean {
  return OF_REFUSAL.test(text.replace(LEVEL, '')) && (by !== 'person' || REPORTED.test(text));
}

function isOfOthers(text: string): boolean {
  if (DESCRIBED.test(text) || OF_PROGRAM.test(text) || NEGATED.test(text)) return true;
  return (
    otherServiceOf(text, undefined) !== undefined || (OF_OTHERS.test(text) && !/smtp/i.test(text))
  );
}

/** What is only possible. */
const MAY_BE = /\b(?:may|might|if|when|unless)\b/i;

function inFreeWords(
  sayings: readonly FreeWords[],
  text: string,
  line: number,
  isPersons = false,
): Supposed | undefined {
  const plain = plainWords(withoutNames(text));
  const found = sayings.find(
    ({ words, isOfPrograms }) =>
      !(isOfPrograms && (isPersons || MAY_BE.test(plain))) && words.test(plain),
  );
  if (!found || (found.isVague && (!PORT.test(text) || EITHER.test(text)))) return undefined;
  const { words: _, isOfPrograms: __, isVague = false, ...known } = found;
  const evidence =
    known.evidence?.errorCode === undefined
      ? known.evidence
      : { ...known.evidence, isCodeInferred: true };
  return { ...known, ...(evidence ? { evidence } : {}), line, isVague };
}

function inServerWords(text: string, line: number): Supposed | undefined {
  const plain = plainWords(withoutNames(text));
  const step = plain.length > LONGEST_WORDS || EITHER.test(plain) ? undefined : stepOfWords(plain);
  if (step === undefined) return undefined;
  const cause = causeWithoutCode(step, withoutNames(text), CODES_THAT_MAY_HAVE_BEEN);
  if (cause !== undefined && SAYS_LITTLE.has(cause)) return undefined;
  if (cause === 'helo-rejected' && !OF_NAME.test(plain)) return undefined;
  if (cause === 'auth-failed' && !OF_LOGIN.test(plain)) return undefined;
  return cause && { step, cause, line, isVague: false };
}
