import type { Facts } from '../../../report/facts.js';
import {
  namesThatFit,
  sideOfTime,
  stepsOfOtherName,
  stepsOfUntrusted,
  stepsOutOfTime,
  whyOtherName,
  whyOutOfTime,
  whyUntrusted,
} from '../../plans/encryption.js';
import { atEnd } from '../../plans/phrases.js';
import { known, say } from '../../plans/plan.js';
import type { CauseTexts } from '../../texts.js';
import { list, paragraph, spaceAfter, spaceAround } from '../grammar.js';
import { code, server } from '../phrases.js';
import { tlsReason, tlsReasonStep } from './tls-reasons.js';

const lastResort = (facts: Facts) =>
  `万不得已时才在 SMTP_URI 的结尾加上 ${atEnd('tls.rejectUnauthorized=false', facts)}：这样途中任何人都可能窃取密码`;

const CHECK_CLOCK = '用 `date` 检查本机时间：时间不准会让正常的证书看起来无效';

const RENEW = '在邮件服务器上更新证书并重启服务，或者通知服务器的管理员';

/** What is known about who issued the certificate. */
function issuer({ certificate }: Facts): string {
  return `证书颁发者是 ${certificate?.issuer}。`;
}

const LOOK_BETWEEN = '检查中间有没有杀毒软件或公司代理替换了证书';

/** The texts of the causes that lie in a certificate. */
export const certificates = {
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
      'last-resort': lastResort,
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
      'last-resort': lastResort,
    }),
  }),
  'certificate-hostname': (facts) => ({
    title: known(facts.host, (host) => `证书与域名 ${host} 不符`, '证书与邮件服务器的域名不符'),
    explanation: paragraph(
      ...say(whyOtherName(facts), facts, {
        'other-names': `服务器出示的证书属于别的名称，与 SMTP_URI 中的地址不一致${code(facts)}。`,
        'other-answers': `可见应答的不是${spaceAround(facts.provider?.name ?? '')}的服务器，而是代替它的别的东西。`,
        'its-names': `证书上的名称是 ${list(facts.certificate?.names ?? [])}。`,
      }),
    ),
    nextSteps: say(stepsOfOtherName(facts), facts, {
      'who-answers': `对比 \`nslookup ${facts.host}\` 和 \`nslookup ${facts.host} 223.5.5.5\`：DNS 过滤器、hosts 文件或所在网络可能把域名指向了别处`,
      'look-between': LOOK_BETWEEN,
      'name-of-certificate': `如果确实是你的邮件服务器，把 SMTP_URI 中的服务器地址换成证书里的域名：${list(namesThatFit(facts))}`,
      'name-of-provider': '在 SMTP_URI 中使用邮箱服务商给出的服务器域名，不要用别名或 IP 地址',
      issue: `如果是自建的邮件服务器，签发一张包含 ${spaceAfter(facts.host ?? 'SMTP_URI 中的域名')}的证书`,
      'last-resort': lastResort,
    }),
  }),
} satisfies Pick<
  CauseTexts,
  'certificate-untrusted' | 'certificate-expired' | 'certificate-hostname'
>;
