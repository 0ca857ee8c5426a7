import type { Facts } from '../../../report/facts.js';
import type { BounceTexts, CauseText } from '../../texts.js';
import { mailTo, withRecipients } from '../phrases.js';

export const YOUR_PROVIDER = '如果由服务商投递，把服务器的回复转给服务商的客服';
const ENTER = '如果是自建的邮件服务器，为中继填写用户名和密码（Postfix：smtp_sasl_password_maps）';

/** What a relay says of the login of a mail server, which had taken the mail. */
function ofLogin(title: string, ...nextSteps: string[]): (facts: Facts) => CauseText {
  return (facts) => ({
    title: withRecipients(facts, title),
    explanation:
      '与 Tailchat 的登录无关：你的邮件服务器已经收下邮件，是它所用的中继服务器拒绝了登录。',
    nextSteps: [...nextSteps, YOUR_PROVIDER],
  });
}

/** Texts of the causes that are about an account of one's own: in a bounce it is the one at the relay. */
export const relayLogins = {
  'auth-failed': ofLogin(
    '途中的一台邮件服务器无法登录下一台',
    '如果是自建的邮件服务器，重新设置中继的用户名和密码（Postfix：smtp_sasl_password_maps）',
  ),
  'app-password-required': ofLogin(
    '途中的下一台服务器要求使用授权码或应用专用密码',
    '在中继服务商的网页上生成授权码或应用专用密码',
    ENTER,
  ),
  'auth-disabled': ofLogin(
    '途中的下一台服务器没有为这个账号开启 SMTP 登录',
    '在中继服务商的网页上为账号开启 SMTP，或请管理员开启',
  ),
  'oauth-required': ofLogin(
    '途中的下一台服务器不接受密码，只接受 OAuth',
    '如果是自建的邮件服务器，改用其他中继（Postfix：relayhost）',
  ),
  'auth-mechanism-unsupported': (facts) => ({
    title: withRecipients(facts, '途中的一台邮件服务器没有可用的方式登录下一台'),
    explanation:
      '与 Tailchat 的登录无关：你的邮件服务器已经收下邮件。下一台服务器提供的登录方式，它要么不认识，要么不允许使用；用户名和密码可能都没有错。',
    nextSteps: [
      '如果是自建的邮件服务器，安装 SASL 模块后重启它（Debian：libsasl2-modules；Red Hat：cyrus-sasl-plain）',
      '允许它通过 TLS 使用 PLAIN 和 LOGIN（Postfix：smtp_sasl_security_options = noanonymous，并检查 smtp_sasl_mechanism_filter）',
      YOUR_PROVIDER,
    ],
  }),
  'auth-required': (facts) => ({
    title: mailTo(facts, '途中的服务器要求登录'),
    explanation: '你的邮件服务器把邮件交给了下一台服务器，那台服务器要先登录才收信。',
    nextSteps: [ENTER, YOUR_PROVIDER],
  }),
  'sender-mismatch': (facts) => ({
    title: mailTo(facts, '途中的服务器不允许登录账号以这个发件人发信'),
    explanation:
      '它只允许以登录账号自己的地址发信：这个账号是你的，或者是你的邮件服务器在中继处所用的。',
    nextSteps: [
      '把 SMTP_SENDER 设为这个账号的地址',
      '如果是自建的邮件服务器，让它改写发件人（Postfix：smtp_generic_maps）',
      YOUR_PROVIDER,
    ],
  }),
} satisfies BounceTexts;
