import type { Facts } from '../../../report/facts.js';
import type { TlsReason } from '../../../report/tls-reason.js';
import { known } from '../../plans/plan.js';
import { code } from '../phrases.js';

const NEW_CERTIFICATE = '为邮件服务器重新签发证书：RSA 至少 2048 位，或者 ECDSA，用 SHA-256 签名';

/** What two sides without TLS lack. */
export const NO_TLS = { version: '没有共同支持的 TLS 版本', any: '没能商定加密方式' };

export const USUAL_CIPHERS =
  '如果缺的是加密套件，让服务器提供 ECDHE 与 AES-GCM，曲线用 X25519 或 P-256，密钥用 RSA 或 P-256';

/** What a TLS library's reason means, without a full stop, and what helps. */
const REASONS: Record<TlsReason, { why: string; step: string }> = {
  'key-too-small': {
    why: '证书或其颁发机构的密钥太短，不再安全',
    step: NEW_CERTIFICATE,
  },
  'weak-hash': {
    why: '证书或其上级证书用 SHA-1 或 MD5 签名，这样的签名已不被承认',
    step: NEW_CERTIFICATE,
  },
  'name-constraint': {
    why: '证书的上级机构只能为特定域名签发证书，这个域名不在其中',
    step: '改由有权为这个域名签发证书的机构签发，或者换用该机构可以签发的域名',
  },
  purpose: {
    why: '证书或其上级证书的用途不符：不能用于服务器，或者不能用来签发证书',
    step: '安装用于 TLS 服务器的证书（扩展密钥用法 serverAuth）及其证书链',
  },
  'client-certificate': {
    why: '服务器要求连接方出示证书，而 Tailchat 没有',
    step: '改用凭用户名和密码登录的端口或服务器，或者请管理员不再要求客户端证书（Postfix：smtpd_tls_req_ccert）',
  },
  'handshake-ended': {
    why: '服务器以 alert 40 结束了握手：双方没有共同的 TLS 版本、加密套件或曲线，或者服务器要求客户端证书，而 Tailchat 没有',
    step: '查看邮件服务器自己的日志：那里会写明缺的是加密套件还是客户端证书',
  },
  'dh-too-small': {
    why: '服务器的 Diffie-Hellman 参数太短，不再安全',
    step: '为邮件服务器配置至少 2048 位的 Diffie-Hellman 参数，或者只用 ECDHE',
  },
  'unrecognized-name': {
    why: '服务器不认识 SMTP_URI 中的域名',
    step: '在 SMTP_URI 中使用邮箱服务商给出的服务器域名，不要用别名或中间代理的域名',
  },
};

/** What was found wrong, as a sentence with the library's code or words. */
export function tlsReason(facts: Facts): string {
  const { tlsReason: reason, tlsWords } = facts;
  const alone = known(tlsWords, (words) => `TLS 库的说明是：${words}。`);
  return known(reason, (one) => `${REASONS[one].why}${codeOrWords(facts)}。`, alone);
}

function codeOrWords(facts: Facts): string {
  return known(facts.tlsWords, (words) => `（${words}）`, code(facts));
}

/** The step that helps against what was found wrong. */
export function tlsReasonStep({ tlsReason: reason }: Facts): string {
  return known(reason, (one) => REASONS[one].step);
}
