import { known, tell } from '../plans/plan.js';
import type { WarningOf, WarningTexts } from '../texts.js';
import { paragraph, spaceAfter } from './grammar.js';
import { inPlace } from './phrases.js';
import { heldBy } from './readers.js';

/** The server at the beginning of a sentence. */
function server({ host }: { host: string }): string {
  return `${host} `;
}

function difference(facts: WarningOf<'server-differs'>): string {
  const { difference } = facts;
  const uri = inPlace('SMTP_URI', facts);
  return tell(difference, {
    'ipv6-only': paragraph(
      `${server(facts)}只有 IPv6 地址，而 Docker 默认不给容器分配 IPv6：Tailchat 会报错`,
      '“Can not use IPv6 addresses with current network”。',
      '请为容器网络启用 IPv6，或改用同时有 IPv4 地址的服务器。',
    ),
    'ipv4-lacking': paragraph(
      `本机没有 IPv4 地址，因此是通过 IPv6 连接${server(facts)}的。Docker 容器默认有 IPv4，会改用服务器的 IPv4 地址，而本机没有通往它的网络。`,
      '如果 Tailchat 运行在容器里，请在容器内检查：tailchat smtp verify --in',
    ),
    'weak-key': ({ bits }) =>
      paragraph(
        `${server(facts)}使用的密钥只有 ${bits} 位。Tailchat 的 Node 18 会接受，新版 Node 则会拒绝。`,
        '请在升级 Tailchat 之前更新服务器的密钥。',
      ),
    'newer-groups': paragraph(
      `${server(facts)}接受当前这个较新的 Node 的连接，却拒绝 Tailchat 的 Node 18.18.0：它只接受 Node 18 不认识的后量子密钥交换。`,
      '请在服务器上同时启用 X25519 或 P-256。',
    ),
    'blank-line': paragraph(
      `${server(facts)}的应答中夹有空行：Tailchat 使用的 nodemailer 6.7.8 会把空行当成应答，因此发信失败。`,
      '请修复服务器或中间的防火墙。',
    ),
    'start-passed-over': paragraph(
      `${uri}的开头有空白：Tailchat 服务端会忽略它，其他程序则不会。`,
      '请删掉。',
    ),
    'end-passed-over': paragraph(
      `${uri}的末尾有空白或标点符号：Tailchat 服务端会忽略它，其他程序则不会。`,
      '请删掉。',
    ),
    'wide-host': paragraph(
      `${uri}的服务器地址里有全角字符：Tailchat 服务端会把它们读成半角，其他程序则不会。`,
      `请改成 ${facts.host}`,
    ),
    'colon-in-user': paragraph(
      `${uri}的用户名中有编码过的冒号：Tailchat 服务端会把冒号之后的内容都当成密码。`,
      '请使用不含冒号的用户名。',
    ),
  });
}

function trust({ trust, ...facts }: WarningOf<'trust-differs'>): string {
  const authority = trust.authority;
  return tell(trust, {
    'newer-authority': paragraph(
      `${server(facts)}的证书由 ${authority} 签发：当前的 Node 信任它，Tailchat 的 Node 18.18.0 却不认识它，会拒绝连接。`,
      '请为服务端设置 NODE_EXTRA_CA_CERTS，指向含有其根证书的文件。',
    ),
    'older-authority': paragraph(
      `${server(facts)}的证书由 ${authority} 签发：Tailchat 的 Node 18.18.0 仍然信任它，新版程序已不再信任。`,
      'Tailchat 目前可以发信，但请尽早更换证书。',
    ),
    'authority-of-shell': paragraph(
      `${server(facts)}的证书在这里受信任，只是因为当前 shell 设置了 NODE_EXTRA_CA_CERTS（${authority}）：`,
      'Tailchat 自己的配置里没有它，会拒绝这个证书。',
      '请在设置 SMTP_URI 的地方同样设置 NODE_EXTRA_CA_CERTS，并填写容器内的路径。',
    ),
    'authorities-unreadable': paragraph(
      `${inPlace('NODE_EXTRA_CA_CERTS', facts)}指向 ${authority}，这个文件在这里读不到，因此无法判断 Tailchat 是否信任这个服务器。`,
      '请在有这个文件的地方运行检查。',
    ),
  });
}

function sender(facts: WarningOf<'sender-read-otherwise'>): string {
  const { senderDifference, mailbox, envLine, envPlace, below } = facts;
  const taken = known(mailbox.name, (name) => `${name} <${mailbox.address}>`, mailbox.address);
  const variable = inPlace('SMTP_SENDER', facts);
  const what = {
    group: `${variable}中有冒号，Tailchat 会把它当成一个群组，而服务器可能拒收群组发出的邮件。`,
    cut: `${variable}中有不在引号内的逗号或分号，Tailchat 只取其中的 ${taken}。`,
    parted: `${variable}中有一个没有配对的引号，把地址截断了，Tailchat 读出的是 ${taken}。`,
    'wide-domain': `${variable}的域名中有不常用的字符，Tailchat 读出的域名和看上去的不一样。`,
  }[senderDifference];
  return paragraph(
    what,
    known(
      envLine,
      (line) => `请写成：${line}${heldBy({ envPlace, below })}`,
      '请只写一个地址，名称中有这类符号时放在引号里。',
    ),
  );
}

function option(facts: WarningOf<'option-unchecked'>): string {
  const { optionDoubt } = facts;
  const name = optionDoubt.option;
  const uri = inPlace('SMTP_URI', facts);
  return tell(optionDoubt, {
    'short-wait': ({ ms }) =>
      paragraph(
        `${uri}中的 ${name}=${ms} 以毫秒为单位：服务器稍慢一点，Tailchat 就会放弃。`,
        `如果本意是秒，请写成 ${name}=${ms * 1000}。`,
      ),
    service: paragraph(
      `${uri}里有选项 service：Tailchat 的 nodemailer 如果认得这个名称，就改用该服务自己的服务器、端口和加密方式，不理会 URI 里写的。`,
      '本次检查没有尝试这种情况。请删除这个选项，直接写服务器。',
    ),
    unchecked: paragraph(
      `${uri}中的选项 ${name} 不在检查范围内：Tailchat 会如何处理，这里没有试过。`,
      '如非必要，请去掉它。',
    ),
  });
}

/** The Chinese texts of the warnings about what Tailchat's own server does otherwise. */
export const serverWarnings = {
  'pool-keeps-connections': (facts) =>
    paragraph(
      `使用 pool=true 时，Tailchat 每发一封邮件，都会留下一个到 ${facts.host} 的连接，几分钟后才关闭：`,
      '如果服务器限制连接数，之后的邮件会被拒绝或丢失。',
      `请从 ${spaceAfter(inPlace('SMTP_URI', facts).trimEnd())}中去掉 pool=true。`,
    ),
  'slow-reply': (facts) =>
    paragraph(
      `${server(facts)}用了 ${facts.seconds} 秒${known(facts.secondsOfMail, (all) => `，发完一封邮件约需 ${all} 秒`)}。Tailchat 发信最多等待 10 秒：`,
      '超过后用户会看到错误，即使邮件随后送达，其中的验证码也无效。',
      '请改用应答更快的服务器或端口。',
    ),
  'server-differs': difference,
  'trust-differs': trust,
  'sender-read-otherwise': sender,
  'option-unchecked': option,
} satisfies Partial<WarningTexts>;
