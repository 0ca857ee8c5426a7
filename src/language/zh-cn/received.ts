import type { Agreement } from '../../report/received-letter.js';
import { known, tell } from '../plans/plan.js';
import { bodyOf, delayOf, judgementOf } from '../plans/received.js';
import type { ReceivedTexts } from '../received-texts.js';
import { judgement } from './arrival.js';
import { MICROSOFT_CODES } from './microsoft-codes.js';

const AGREES: Record<Agreement, string> = { pass: '能证明', fail: '不能证明', unknown: '不明' };

export const received: ReceivedTexts = {
  filter: (verdict) => {
    const { filter, score, limit, reasons, where } = verdict;
    const judged = tell(judgementOf(verdict), {
      none: '没有结论',
      spam: '垃圾邮件',
      'no-spam': '不是垃圾邮件',
    });
    const most = known(limit, (number) => `（界限 ${number}）`);
    const points = known(score, (number) => `，得分 ${number}${most}`);
    const told = reasons.map((code) =>
      known(MICROSOFT_CODES[code], (words) => `${code} 即${words}`, code),
    );
    const place = tell(where, { receiver: '', before: '（到达收件方之前）' });
    return `过滤器 ${filter}${place}：${judged}${points}${known(told, (some) => `（${some.join('、')}）`)}`;
  },
  agreement: (from, envelope, signers, { spf, dkim }) =>
    `发件人域名：${from}；SPF${known(envelope, (domain) => `（${domain}）`)}：${AGREES[spf]}；` +
    `DKIM${known(signers, (some) => `（${some.join('、')}）`)}：${AGREES[dkim]}`,
  signature: (signature) =>
    `${signature.domain} 的签名（s=${signature.selector}）：${tell(bodyOf(signature), {
      intact: '正文与签名时一致',
      changed: '这份邮件的正文与签名时不一致，可能是途中被改动，也可能是保存时变了',
    })}`,
  forwarded: (by, results) =>
    `经${known(by, (name) => ` ${name} `)}转发${known(results, (some) => `，转发前的判断：${some.map(judgement).join('，')}`)}`,
  way: '途经的服务器（按各自的记录）：',
  hop: ({ from, by, delayMs }) =>
    `${from ?? '未标明'} → ${by ?? '未标明'}${known(delayMs, (ms) => `，用时 ${duration(ms)}`)}`,
  helps: '可以这样做：',
  advice: {
    'spf-missing': (domain) => `发布 SPF 记录，写法见 tailchat smtp domain ${domain}`,
    'spf-failed': (domain) => `把发信的服务器加进 SPF 记录，写法见 tailchat smtp domain ${domain}`,
    'spf-broken': (domain) =>
      `修正 SPF 记录：收件方无法解读（permerror）；只能有一条，不能有写错的部分，最多查询 DNS 10 次；查看：tailchat smtp domain ${domain}`,
    'dkim-missing': (domain) => `在发信服务商处为 ${domain} 开启 DKIM，并发布它给出的公钥`,
    'dkim-failed': (domain) =>
      `核对 DNS 里的 DKIM 公钥与服务商给出的是否一致：tailchat smtp domain ${domain} --selector <s>（s= 见 DKIM-Signature）`,
    'dkim-body-changed': (domain) =>
      `找出是什么在以 ${domain} 签名之后改动了邮件（页脚、杀毒软件、邮件列表、重新编码的中继），并让签名放在最后一步`,
    'dkim-key-missing': (domain) =>
      `发布 DKIM 公钥：按签名的选择器没有找到可用的公钥；核对命令是 tailchat smtp domain ${domain} --selector <s>（s= 见 DKIM-Signature）`,
    'forwarder-changed': (domain) =>
      `把邮件直接发到最终地址，或者让转发的服务器不要改动邮件：以 ${domain} 的签名原本有效，是转发时被改动了`,
    forwarded: (domain) =>
      `让邮件带有 ${domain} 的有效 DKIM 签名：只要内容不被改动，转发后仍然有效；SPF 经转发会失效，不必为此修改记录`,
    'not-aligned': (domain) =>
      `让服务商以 ${domain} 签名，或者改用它的域名发信：现在通过验证的是另一个域名`,
    'dmarc-missing': (domain) => `发布 DMARC 记录，写法见 tailchat smtp domain ${domain}`,
    'dmarc-broken': (domain) =>
      `修正 DMARC 记录，收件方无法解读（permerror）：tailchat smtp domain ${domain}`,
    'dmarc-failed': (domain) =>
      `查看 DMARC 记录的要求（adkim=s 和 aspf=s 要求与 From 的域名完全相同，子域名不算）：tailchat smtp domain ${domain}`,
    unanswered: () =>
      '再发一封邮件：查询 DNS 没有得到答复，这不说明记录有问题；如果再次出现，检查域名的 DNS 服务器',
    policy: () =>
      '询问收件方套用了自己的哪条规则（policy）；DKIM 的原因常常是密钥短于 1024 位，或者使用了 rsa-sha1',
    'judged-otherwise': (domain) =>
      `检查域名的 SPF、DKIM 和 DMARC：邮件头下方另一条 Authentication-Results 显示，途中另有一次判定未通过：tailchat smtp domain ${domain}`,
    'sender-blamed': (domain) =>
      `检查发信服务器，过滤器点名了它的主机名、地址或 DNS 记录：tailchat smtp domain ${domain} --ip <地址> --blocklists（服务商的服务器，请反馈给服务商）`,
    content: () => '把邮件移出垃圾邮件文件夹，再看看正文和链接：邮件头没有显示发件人身份有问题',
    'not-judged': (domain) =>
      `收件方没有记录 SPF 或 DKIM 的结果，请查一下 DNS：tailchat smtp domain ${domain}`,
  },
};

function duration(ms: number): string {
  return tell(delayOf(ms), {
    seconds: ({ count }) => `${count} 秒`,
    minutes: ({ count }) => `${count} 分钟`,
    hours: ({ count }) => `${count} 小时`,
    days: ({ count }) => `${count} 天`,
  });
}
