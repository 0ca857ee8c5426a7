import type { Facts } from '../../../report/facts.js';
import type { CauseText, RelayTexts } from '../../texts.js';
import { mailTo } from '../phrases.js';
import { YOUR_PROVIDER } from './relay-logins.js';

const WHERE = '你的邮件服务器已经收下邮件，并把它交给中继服务器，而不是直接交给收件方。';
const THEIR_WORDS = '把服务器的回复发给中继服务器的管理方';

/** What the relay says, or what is in the way to it. */
function ofRelay(title: string, ...nextSteps: string[]): (facts: Facts) => CauseText {
  return (facts) => ({ title: mailTo(facts, title), explanation: WHERE, nextSteps });
}

/** Texts of troubles that lie, by the port that a log shows, with a relay before the recipient's server. */
export const relays: RelayTexts = {
  'sender-rejected': ofRelay(
    '你的邮件服务器所用的中继服务器拒绝发件人',
    '把 SMTP_SENDER 写成中继账号可以使用的发件地址',
    THEIR_WORDS,
  ),
  'ip-blocked': ofRelay(
    '中继服务器拒绝你的邮件服务器的 IP 地址',
    '如果中继服务器有 IP 白名单，把邮件服务器的公网 IP 加进去',
    THEIR_WORDS,
  ),
  'content-rejected': ofRelay('你的邮件服务器所用的中继服务器不接受这封邮件', THEIR_WORDS),
  'rate-limited': ofRelay(
    '你的邮件服务器所用的中继服务器暂时不再收邮件',
    '减少一次发送的数量，或者申请提高限额',
    THEIR_WORDS,
  ),
  'server-busy': ofRelay('你的邮件服务器所用的中继服务器太忙或正在关闭', THEIR_WORDS),
  'server-error': ofRelay('你的邮件服务器所用的中继服务器自身出错', THEIR_WORDS),
  unencrypted: ofRelay(
    '你的邮件服务器和它所用的中继服务器没能协商好加密',
    '改正中继的端口和 TLS 设置（Postfix：relayhost；465 端口要设 smtp_tls_wrappermode=yes）',
    YOUR_PROVIDER,
  ),
  unreached: ofRelay(
    '你的邮件服务器连不上它所用的中继服务器',
    '如果是自建的邮件服务器，改正它的中继地址和端口（Postfix：relayhost）',
    '询问邮件服务器所在的云厂商是否封锁了这个端口',
    YOUR_PROVIDER,
  ),
};
