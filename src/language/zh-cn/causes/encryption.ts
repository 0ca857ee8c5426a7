import type { Facts } from '../../../report/facts.js';
import {
  demandOfStarttls,
  encryptionHad,
  lackInTls,
  namesThatFit,
  sideOfTime,
  stepsOfEncryptionWanted,
  stepsOfFailedTls,
  stepsOfNoStarttls,
  stepsOfNoVersion,
  stepsOfOtherName,
  stepsOfUntrusted,
  stepsOnPlainPort,
  stepsOnTlsPort,
  stepsOutOfTime,
  whyFailedTls,
  whyNoStarttls,
  whyNoVersion,
  whyOtherName,
  whyOutOfTime,
  whyUntrusted,
} from '../../plans/encryption.js';
import { known, say, tell } from '../../plans/plan.js';
import type { CauseText, CauseTexts } from '../../texts.js';
import { list, paragraph, spaceAfter } from '../grammar.js';
import { code, SCHEME_AND_PORT, SHOW_CONVERSATION, server, serverWithin } from '../phrases.js';
import { IGNORE_TLS } from './ignore-tls.js';
import { NO_TLS, tlsReason, tlsReasonStep, USUAL_CIPHERS } from './tls-reasons.js';
import { unseenTls } from './unseen-tls.js';

const LAST_RESORT =
  '万不得已时才把 SMTP_URI 的结尾写成 /?tls.rejectUnauthorized=false：这样途' +
  '中任何人都可能窃取密码';

const CHECK_CLOCK = '用 `date` 检查本机时间：时间不准会让正常的证书看起来无效';

const RENEW = '在邮件服务器上更新证书并重启服务，或者通知服务器的管理员';

/** What is known about who issued the certificate. */
function issuer({ certificate }: Facts): string {
  return `证书颁发者是 ${certificate?.issuer}。`;
}

const LOOK_BETWEEN = '检查中间有没有杀毒软件或公司代理替换了证书';

function wantsStarttls(facts: Facts): CauseText {
  return {
    title: `${server(facts)}要求先建立加密连接`,
    explanation: '服务器要等 STARTTLS 加密之后才会继续。',
    nextSteps: say(stepsOfEncryptionWanted(facts), facts, {
      ...IGNORE_TLS,
      'tls-first': '改用 smtps:// 和 465 端口（如果服务器提供）',
    }),
  };
}

/** The texts of the causes that lie in the encryption. */
export const encryption = {
  'tls-on-plain-port': (facts) => ({
    title: `${server(facts)}不是一开始就用 TLS，而 SMTP_URI 写的是 smtps://`,
    explanation: paragraph(
      `这个端口用明文应答${code(facts)}，邮件服务器的 587 和 25 端口就是这样，之后才切换到 TLS。`,
      '而 smtps:// 一连上就要用 TLS。',
    ),
    nextSteps: say(stepsOnPlainPort(facts), facts, {
      'plain-scheme':
        '保留端口，把 smtps:// 改成 smtp://，并在结尾写上 /?requireTLS=true：登录之前会用 STARTTLS 加密',
      'tls-port': '或者保留 smtps://，改用 465 端口（如果服务器开放了它）',
    }),
  }),
  'plain-on-tls-port': (facts) => ({
    title: `${server(facts)}要求直接使用 TLS，而 SMTP_URI 写的是 smtp://`,
    explanation: paragraph(
      '这个端口要求一连上就进行 TLS 握手，握手之前服务器什么也不会发。',
      'smtp:// 以明文开始，一直在等服务器先打招呼，却等不到。',
    ),
    nextSteps: say(stepsOnTlsPort(facts), facts, {
      'tls-scheme': '保留端口，把 smtp:// 改成 smtps://',
      'starttls-port':
        '或者保留 smtp://，改用 587 端口，并在结尾写上 /?requireTLS=true（如果服务器开放了这个端口）',
    }),
  }),
  'certificate-untrusted': (facts) => ({
    title: `${server(facts)}的证书不受信任`,
    explanation: paragraph(
      ...say(whyUntrusted(facts), facts, {
        'what-tls-says': tlsReason,
        'other-came': `收到的不是 ${spaceAfter(facts.provider?.name ?? '')}的证书，而是一张自签名的、或由本机不认识的机构颁发的证书${code(facts)}：多半是中间的程序替换了证书。`,
        'likelier-here': `${spaceAfter(facts.provider?.name ?? '')}的证书本身很少有问题，多半是这一侧缺少根证书${code(facts)}，或者中间有程序替换了证书。`,
        'self-signed': `服务器使用的是自签名证书${code(facts)}。`,
        'unknown-authority': `证书来自本机不认识的颁发机构${code(facts)}。`,
        incomplete: `服务器没有发送中间证书，或者本机不认识其颁发机构${code(facts)}。`,
        'any-reason': `证书是自签名的、颁发机构不被本机信任，或者缺少中间证书${code(facts)}。`,
        issuer,
        'nobody-vouches': '因此无法确认对方就是你要连接的服务器。',
      }),
    ),
    nextSteps: say(stepsOfUntrusted(facts), facts, {
      'tls-reason': tlsReasonStep,
      'look-between': LOOK_BETWEEN,
      'update-authorities':
        '更新报错程序的根证书：更新镜像里的 ca-certificates，或者换用较新的 Node',
      'new-certificate': '如果是自建的邮件服务器，重新签发一张证书',
      'full-chain':
        "在邮件服务器上安装完整的证书链，或者请管理员安装（Let's Encrypt 用 fullchain.pem，不" +
        '要用 cert.pem）',
      'public-authority': "给邮件服务器换上公共 CA（如 Let's Encrypt）签发的证书，或者请管理员更换",
      'own-authority':
        '如果使用自己的 CA，为本命令和 Tailchat 服务都设置 NODE_EXTRA_CA_CERTS=/path/to/ca.pem；Tailchat 服务里写容器内的路径',
      'last-resort': LAST_RESORT,
    }),
  }),
  'certificate-expired': (facts) => ({
    title: {
      'too-early': `${server(facts)}的证书尚未生效`,
      'too-late': `${server(facts)}的证书已过期`,
      either: `${server(facts)}的证书已过期或尚未生效`,
    }[sideOfTime(facts)],
    explanation: paragraph(
      ...say(whyOutOfTime(facts), facts, {
        outside: `证书只在一段时间内有效，今天不在有效期内${code(facts)}。`,
        end: `证书的截止日期是 ${facts.certificate?.validTo.slice(0, 10)}。`,
        issuer,
      }),
    ),
    nextSteps: say(stepsOutOfTime(facts), facts, {
      'check-clock': CHECK_CLOCK,
      renew: RENEW,
      'last-resort': LAST_RESORT,
    }),
  }),
  'certificate-hostname': (facts) => ({
    title: known(facts.host, (host) => `证书与域名 ${host} 不符`, '证书与邮件服务器的域名不符'),
    explanation: paragraph(
      ...say(whyOtherName(facts), facts, {
        'other-names': `服务器出示的证书属于别的名称，与 SMTP_URI 中的地址不一致${code(facts)}。`,
        'its-names': `证书上的名称是 ${list(facts.certificate?.names ?? [])}。`,
      }),
    ),
    nextSteps: say(stepsOfOtherName(facts), facts, {
      'name-of-certificate': `如果确实是你的邮件服务器，把 SMTP_URI 中的服务器地址换成证书里的域名：${list(namesThatFit(facts))}`,
      'name-of-provider': '在 SMTP_URI 中使用邮箱服务商给出的服务器域名，不要用别名或 IP 地址',
      issue: `如果是自建的邮件服务器，签发一张包含 ${spaceAfter(facts.host ?? 'SMTP_URI 中的域名')}的证书`,
      'last-resort': LAST_RESORT,
    }),
  }),
  'tls-version': (facts) => ({
    title: `${server(facts)}与本机${NO_TLS[lackInTls(facts)]}`,
    explanation: paragraph(
      ...say(whyNoVersion(facts), facts, {
        'what-tls-says': tlsReason,
        'nothing-in-common': `双方找不到都能接受的 TLS 版本或加密套件${code(facts)}。`,
        'too-old': '多半是其中一方太旧。',
      }),
    ),
    nextSteps: say(stepsOfNoVersion(facts), facts, {
      'tls-reason': tlsReasonStep,
      update: '升级邮件服务器，使其支持 TLS 1.2 或更高版本，或者请管理员升级',
      usual: USUAL_CIPHERS,
      'check-server': '对照邮箱服务商的帮助页面检查地址和端口：也许有更新的服务器可用',
    }),
  }),
  'tls-failed': (facts) => ({
    title: `无法与${serverWithin(facts)}建立加密连接`,
    explanation: paragraph(
      ...say(whyFailedTls(facts), facts, {
        'what-tls-says': tlsReason,
        'could-not-finish': `双方开始了 TLS 握手，但没能完成${code(facts)}。`,
      }),
    ),
    nextSteps: say(stepsOfFailedTls(facts), facts, {
      'tls-reason': tlsReasonStep,
      'scheme-and-port': SCHEME_AND_PORT,
      'look-between': '检查中间有没有杀毒软件、防火墙或代理',
      'show-conversation': SHOW_CONVERSATION,
    }),
  }),
  'starttls-unavailable': (facts) => ({
    title: tell(demandOfStarttls(facts), {
      demanded: `SMTP_URI 要求加密，但${serverWithin(facts)}无法切换到加密连接`,
      'not-demanded': `${server(facts)}无法切换到加密连接`,
    }),
    explanation: paragraph(
      ...say(whyNoStarttls(facts), facts, {
        'not-offered': '服务器没有提供或拒绝了 STARTTLS，也就是把明文连接升级为加密连接的命令。',
        'nothing-more-sent': '由于设置了 requireTLS=true，之后没有再发送任何内容。',
        'goes-no-further': '如果服务器提供了它却又拒绝，Tailchat 的邮件库就不会继续。',
      }),
    ),
    nextSteps: say(stepsOfNoStarttls(facts), facts, {
      'tls-first': '改用 smtps:// 和 465 端口（如果服务器提供）',
      'look-for-remover': '检查有没有防火墙或杀毒软件从服务器的应答中去掉了 STARTTLS',
      'demand-less':
        '只有在可信的网络里才可以从 SMTP_URI 中去掉 requireTLS=true：去掉后密码可能以明文' + '传输',
      'ask-about-tls': '请邮件服务器的管理员检查它的 TLS 设置：可能缺少证书',
    }),
  }),
  'starttls-required': (facts) =>
    tell(encryptionHad(facts), { unseen: unseenTls(facts), none: wantsStarttls(facts) }),
  'not-smtp': (facts) => ({
    title: `${known(facts.host, (host) => `${server({ ...facts, host })}上`, '对方')}运行的不是用来发信的邮件服务`,
    explanation: '应答的是别的服务，例如网站，或者用来收信的服务。',
    nextSteps: [
      '检查 SMTP_URI 中的端口：发信用 465 或 587（143、993、110、995 用来收信，80 和 443 是网站）',
      '检查服务器地址：应填写服务商所说的“SMTP 服务器”或“发送邮件服务器”',
    ],
  }),
} satisfies Pick<
  CauseTexts,
  | 'tls-on-plain-port'
  | 'plain-on-tls-port'
  | 'certificate-untrusted'
  | 'certificate-expired'
  | 'certificate-hostname'
  | 'tls-version'
  | 'tls-failed'
  | 'starttls-unavailable'
  | 'starttls-required'
  | 'not-smtp'
>;
