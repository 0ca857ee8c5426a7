import type { Facts } from '../../../report/facts.js';
import type { OptionFault } from '../../../report/option-fault.js';
import { stepsOfComparedName } from '../../plans/options.js';
import { known, say, tell } from '../../plans/plan.js';
import type { CauseText } from '../../texts.js';
import { list, paragraph, spaceAfter } from '../grammar.js';
import { code, SHOW_CONVERSATION, server } from '../phrases.js';

/** The text for a failure that an option of SMTP_URI makes. */
export function ofOption(fault: OptionFault, facts: Facts): CauseText {
  return tell<OptionFault, CauseText>(fault, {
    'certificate-name': (about) => ({
      title: `证书与 tls.servername 中的名称 ${about.value} 不符`,
      explanation: paragraph(
        `Tailchat 按 SMTP_URI 中的 tls.servername 核对证书，不看服务器地址${code(facts)}。`,
        known(facts.certificate?.names, (names) => `证书上的名称是 ${list(names)}。`),
      ),
      nextSteps: say(stepsOfComparedName(about), facts, {
        'remove-covered': ({ host }) =>
          `从 SMTP_URI 中去掉 tls.servername：证书上有 ${host} 这个名称`,
        'write-other': `如果确实是你的邮件服务器，把 tls.servername 换成证书里的域名：${list(about.fitting)}`,
        'remove-compared': '从 SMTP_URI 中去掉 tls.servername，并把服务器地址换成证书里的域名',
      }),
    }),
    encryption: ({ options }) => ({
      title: `${server(facts)}与 SMTP_URI 中的 ${spaceAfter(list(options))}不能一起用`,
      explanation: `这些选项限制了 Tailchat 提供和接受的加密方式，因此没能建立加密连接${code(facts)}。`,
      nextSteps: [`从 SMTP_URI 中去掉 ${list(options)}`, SHOW_CONVERSATION],
    }),
    'unknown-login': ({ value }) => ({
      title: `Tailchat 不认识 SMTP_URI 中 authMethod 指定的登录方式 ${value}`,
      explanation:
        '还没有发送用户名和密码，它就会报“Unknown authentication method”。它认识的只有 PLAIN、LOGIN 和 CRAM-MD5。',
      nextSteps: ['从 SMTP_URI 中去掉 authMethod：Tailchat 会自己选用服务器支持的登录方式'],
    }),
    login: ({ value }) => ({
      title: `${server(facts)}不支持 SMTP_URI 中 authMethod 指定的登录方式 ${value}`,
      explanation: paragraph(
        'Tailchat 仍然只用这种方式，因此登录失败。用户名和密码可能并没有错。',
        known(facts.mechanisms, (offered) => `服务器支持的是 ${list(offered)}。`),
      ),
      nextSteps: ['从 SMTP_URI 中去掉 authMethod：Tailchat 会自己选用服务器支持的登录方式'],
    }),
    challenge: ({ value, others }) => ({
      title: `${server(facts)}拒绝用 SMTP_URI 中 authMethod 指定的 ${value} 登录`,
      explanation: `这种方式要求服务器存有密码原文。多数服务器只存密码的哈希值，即使用户名和密码都没错，也会一律拒绝。服务器还支持 ${list(others)}。`,
      nextSteps: [
        '从 SMTP_URI 中去掉 authMethod：Tailchat 会改用别的登录方式',
        '如果仍然被拒绝，检查用户名和密码',
      ],
    }),
    wait: ({ option, ms }) => ({
      title: `${server(facts)}在 ${ms} 毫秒内没有应答，这是 SMTP_URI 中 ${option} 设定的时限`,
      explanation: '超过这个时间 Tailchat 就会放弃。再等一会儿，服务器也许会应答。',
      nextSteps: [
        `从 SMTP_URI 中去掉 ${option}，或者写一个更长的时间，单位是毫秒：${option}=30000`,
        '如果这样仍然没有应答，检查 SMTP_URI 中的服务器地址和端口',
      ],
    }),
  });
}
