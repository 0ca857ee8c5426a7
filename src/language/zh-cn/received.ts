import type { Agreement } from '../../report/received-letter.js';
import type { ReceivedTexts } from '../received-texts.js';

const AGREES: Record<Agreement, string> = { pass: '一致', fail: '不一致', unknown: '不明' };

/** What is said about a mail that arrived. */
export const received: ReceivedTexts = {
  filter: ({ filter, isSpam, score, limit, reasons }) => {
    const judged = isSpam === null ? '没有结论' : isSpam ? '垃圾邮件' : '不是垃圾邮件';
    const points =
      score === null ? '' : `，得分 ${score}${limit === null ? '' : `（界限 ${limit}）`}`;
    return `过滤器 ${filter}：${judged}${points}${reasons.length > 0 ? `（${reasons.join('、')}）` : ''}`;
  },
  agreement: (from, envelope, signers, { spf, dkim }) =>
    `发件人域名：${from}；SPF${envelope ? `（${envelope}）` : ''}：${AGREES[spf]}；` +
    `DKIM${signers.length > 0 ? `（${signers.join('、')}）` : ''}：${AGREES[dkim]}`,
  way: '途经的服务器（按各自的记录）：',
  hop: ({ from, by, delayMs }) =>
    `${from ?? '未署名'} → ${by ?? '未署名'}${delayMs === null ? '' : `，用时 ${delayMs / 1000} 秒`}`,
  helps: '可以这样做：',
  advice: {
    'spf-missing': (domain) => `发布 SPF 记录，写法见 tailchat smtp domain ${domain}`,
    'spf-failed': (domain) => `把发信的服务器加进 SPF 记录，写法见 tailchat smtp domain ${domain}`,
    'dkim-missing': (domain) => `在发信服务商处为 ${domain} 开启 DKIM，并发布它给出的公钥`,
    'dkim-failed': (domain) =>
      `核对 DNS 里的 DKIM 公钥与服务商给出的是否一致：tailchat smtp domain ${domain} --selector，后面写 DKIM-Signature 里的 s=`,
    'not-aligned': (domain) =>
      `让服务商以 ${domain} 签名，或者改用它的域名发信：现在通过验证的是另一个域名`,
    'dmarc-missing': (domain) => `发布 DMARC 记录，写法见 tailchat smtp domain ${domain}`,
    content: () => '把邮件移出垃圾邮件文件夹，再看看正文和链接：邮件头没有显示发件人身份有问题',
    'not-judged': (domain) =>
      `收件方没有写下 SPF 或 DKIM 的结果，请看看 DNS：tailchat smtp domain ${domain}`,
  },
};
