import { looksRandom } from './shown-word.js';

/** Endings of names (RFC 1591, ISO 3166): of countries, of kinds of owners, of places, and those that only one network knows. */
const ENDINGS: ReadonlySet<string> = new Set(
  [
    'ac ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bm bn bo br bs bt bw by bz ca cc cd cf cg ch ci ck cl',
    'cm cn co cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg er es et eu fi fj fk fm fo fr ga gb gd ge gf gg gh gi gl gm gn gp gq gr gs',
    'gt gu gw gy hk hm hn hr ht hu id ie il im in io iq ir is it je jm jo jp ke kg kh ki km kn kp kr kw ky kz la lb lc li lk lr ls lt lu',
    'lv ly ma mc md me mg mh mk ml mm mn mo mp mq mr ms mt mu mv mw mx my mz na nc ne nf ng ni nl no np nr nu nz om pa pe pf pg ph pk pl',
    'pm pn pr ps pt pw py qa re ro rs ru rw sa sb sc sd se sg sh si sk sl sm sn so sr ss st su sv sx sy sz tc td tf tg th tj tk tl tm tn',
    'to tr tt tv tw tz ua ug uk us uy uz va vc ve vg vi vn vu wf ws ye yt za zm zw',
    'aero app art asia biz blog careers cat center chat city club cloud com company coop dev digital edu email engineering events finance',
    'foundation fun gmbh gov group health host hosting icu inc info int jobs link live ltd mail management media mil mobi museum name net',
    'network news ninja one online org page plus pro pub rocks run school services shop site social software solutions space store',
    'studio systems tax team tech technology tel today tools top travel uno vip website wiki work works world wtf xin xyz zone',
    'amsterdam bayern berlin brussels cologne hamburg koeln london moscow nrw nyc paris ruhr swiss tirol tokyo wien',
    'arpa corp example home internal intranet invalid lan lh local localdomain localhost private svc test',
    'xn--55qx5d xn--90ae xn--fiqs8s xn--fiqz9s xn--io0a7i xn--j1amh xn--j6w193g xn--kprw13d xn--kpry57d xn--p1ai xn--3e0b707e xn--80asehdb',
    '中国 中國 公司 网络 網絡 香港 台湾 台灣 рф укр онлайн 한국 भारत',
  ].flatMap((line) => line.split(' ')),
);

/** Words of which names of machines for mail are made. */
const OF_MAIL =
  /^(?:smtps?|stmp|e?mail(?:s|er|box|pit|hog|dev|server|catcher|cow|man|relay|gw|hub|host|gateway|trap|u)?|mx|mta|msa|mda|postfix|exim|sendmail|opensmtpd|exchange|relay|outlook|postal|haraka|maddy|stalwart|hmailserver|iredmail|greenmail|inbucket|smtp4dev|dovecot|fakesmtp|poste|imap|pop)$/;
/** What else stands in such a name. */
const BESIDE =
  /^(?:app|backend|container|demo|dev|docker|external|fake|front|gateway|gw|home|host|inbound|internal|in|local|main|my|net|node|out|outbound|outgoing|prod|production|proxy|send|sender|server|service|staging|svc|tailchat|test|the|vm|[a-z]?\d{0,3})$/;

/** A label of a name, in any script. */
const LABEL = /^[\p{L}\p{N}\p{M}_](?:[\p{L}\p{N}\p{M}_-]{0,61}[\p{L}\p{N}\p{M}_])?$/u;

/**
 * Whether a text can hardly be anything but the name of a domain or of a machine for mail. What stands behind an `@` is the end
 * of a password as often: `Pa@ss.w0rd`. So the name ends as domains do, or begins as servers for mail do.
 */
export function isPlausibleDomain(text: string): boolean {
  const labels = text.replace(/\.$/, '').split(/[.。．｡]/u);
  if (!labels.every((label) => LABEL.test(label) && !hasMixedSigns(label))) return false;
  const [first = ''] = labels;
  if (isMachineOfMail(first)) return true;
  if (labels.length === 1) return first.toLowerCase() === 'localhost';
  return ENDINGS.has((labels.at(-1) ?? '').toLowerCase());
}

/** Small and capital letters and figures in one label, which passwords have, and names hardly. */
function hasMixedSigns(label: string): boolean {
  return /[a-z]/.test(label) && looksRandom(label) && /[A-Z]/.test(label);
}

/** Whether a label is made of words for mail alone, such as `smtp-relay2`. */
function isMachineOfMail(label: string): boolean {
  const words = label
    .toLowerCase()
    .split(/[-_]/)
    .flatMap((word) => (OF_MAIL.test(word) ? word : word.split(/(?<=[a-z])(?=\d)/)));
  return (
    words.some((word) => OF_MAIL.test(word)) &&
    words.every((word) => OF_MAIL.test(word) || BESIDE.test(word))
  );
}
