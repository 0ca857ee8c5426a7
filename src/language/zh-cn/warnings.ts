import { HOST_GATEWAY, SERVICE_NAME } from '../examples.js';
import { known, say, tell } from '../plans/plan.js';
import { othersThan } from '../plans/readers.js';
import {
  notRead,
  ofShell,
  purposeOfPort,
  remarksOnLoopback,
  wayOfPlainLogin,
  whatLeavesUnchecked,
  whoTookIt,
} from '../plans/warnings.js';
import type { WarningOf, WarningTexts } from '../texts.js';
import { unmask, writeHeld } from './causes/repair-held.js';
import { notEnvFile } from './file-forms.js';
import { lines, list, paragraph, spaceAfter, spaceAround } from './grammar.js';
import { inPlace, named } from './phrases.js';
import { oddities } from './provider.js';
import { READERS } from './readers.js';
import { serverWarnings } from './server-warnings.js';
import { settingWarnings } from './setting-warnings.js';

/** Who reads the suggested line alike. */
function readers({ holders }: WarningOf<'readers-disagree'>): string {
  const others = othersThan(holders).map((name) => READERS[name]);
  return known(others, (names) => `除了 ${list(names)}，其他程序`, '所有程序');
}

/** Which files nearby hand the env file to a reader that sees another value. */
function handedOn({ nearby }: WarningOf<'readers-disagree'>): string {
  const all = nearby.map(({ reader, file, line }) => `${file}:${line}（${READERS[reader]}）`);
  return known(all, (files) => `${list(files)}就会让这样的程序读取它。`);
}

/** How a `$` is written in an env file that means itself. */
const LITERAL_DOLLAR = {
  percent: '如果 $ 是密码的一部分，请写成 %24。',
  quotes: '如果 $ 就是值的一部分，请用单引号把整个值括起来。',
};

export const warnings: WarningTexts = {
  ...serverWarnings,
  ...settingWarnings,
  'credentials-untested': (facts) =>
    paragraph(
      `${facts.host} 没有提供登录，因此用户名和密码并未经过验证。`,
      tell(purposeOfPort(facts), {
        login: '请询问服务器的管理员，这里到底要不要登录。',
        other: '请检查端口是否正确：登录后发信用 465 或 587。',
      }),
    ),
  'plaintext-credentials': (facts) =>
    tell(wayOfPlainLogin(facts), {
      here: '用户名和密码以明文发送，但没有离开本机。如果服务器不在本机，请启用 TLS。',
      network: paragraph(
        `用户名和密码以明文发送到 ${facts.host}，途中任何人都能读到。`,
        '如果服务器支持，请改用 smtps:// 和 465 端口；如果不支持，只有服务器的管理员才能为它启用 TLS。',
      ),
      ignored: paragraph(
        `用户名和密码以明文发送到 ${facts.host}，途中任何人都能读到。`,
        '服务器提供 STARTTLS：请把 ignoreTLS=true 换成 requireTLS=true。',
      ),
    }),
  'tls-verification-off': (facts) =>
    paragraph(
      `设置了 ${known(facts.variable, (variable) => inPlace(`${variable}=0`, facts).trimEnd(), 'tls.rejectUnauthorized=false')}：不会检查对方是否真的是` +
        ` ${facts.host}，途中任何人都可能窃取密码。`,
      `证书恢复正常后，请尽快${tell(whatLeavesUnchecked(facts), { variable: '', uri: '从 SMTP_URI 中' })}去掉它。`,
    ),
  'certificate-expires-soon': (facts) =>
    paragraph(
      `${facts.host} 的证书将于 ${facts.validTo.slice(0, 10)} 到期（还有 ${facts.days} 天）。`,
      '到期后如不更新，Tailchat 将无法发信。',
    ),
  'credentials-unlikely': (facts) => paragraph(oddities(facts), '这样的登录一般会被拒绝。'),
  'sender-mismatch-likely': (facts) =>
    paragraph(
      `SMTP_SENDER 中的地址不是登录的账号（${facts.user}）。`,
      `${spaceAfter(facts.provider.name)}只接受以登录地址作为发件人的邮件。`,
    ),
  'sender-unaligned-likely': ({ domain, host, owner, provider }) => {
    const through = known(provider?.name, (name) => name, host);
    return paragraph(
      `SMTP_SENDER 是 ${domain} 的地址，而只有${spaceAround(owner.name)}能代表该域名发信：` +
        `经${spaceAround(through)}发出时，SPF 和 DKIM 都与发件人不一致，收件方会把这样的邮件放进垃圾邮件文件夹或直接拒收。`,
      `请改用${spaceAround(owner.name)}自己的服务器和账号，或者改用自己域名的地址作为发件人。`,
    );
  },
  'readers-disagree': (facts) =>
    paragraph(
      `${inPlace(facts.variable, facts)}：不同的程序读这个文件，得到的值并不相同。`,
      handedOn(facts),
      known(
        facts.envLine,
        (line) => `这样写，${readers(facts)}读到的都一样：${line}${unmask(facts)}`,
        '请不要使用引号、$、# 和 \\，或者在 URI 中对它们做百分号编码。',
      ),
    ),
  'shell-unsafe': (facts) =>
    paragraph(
      `${known(facts.by, (one) => `${one.file}:${one.line} 会用 source 读取这个文件`, '这个文件按 shell 的规则读取')}，` +
        `而 ${facts.shell} 读到的 ${spaceAfter(inPlace(facts.variable, facts))}就不一样了：` +
        tell(ofShell(facts), {
          'line-end': '它会保留 Windows 换行（CRLF）里的回车符。',
          sign: ({ sign }) => `引号以外的${named(sign)}在 shell 里有特殊含义。`,
          any: '空格、& ; | < > ( ) $ 和引号在 shell 里都有特殊含义。',
        }),
      known(
        facts.envLine,
        (line) => `请写成 ${line}${unmask(facts)}`,
        tell(ofShell(facts), {
          'line-end': "请把文件的换行改成 Linux 格式（LF），例如用 sed -i 's/\\r$//'",
          sign: '请在 URI 中对它们做百分号编码。',
          any: '请在 URI 中对它们做百分号编码。',
        }),
      ),
    ),
  'line-end-kept': ({ variable, heldIn, ...facts }) =>
    paragraph(
      `${inPlace(variable, facts)}的末尾有一个换行，不带 -n 的 echo 或 Windows 编辑器就会这样。Tailchat 服务端会忽略它，其他读取这个值的程序未必。`,
      known(heldIn, (held) => `去掉它：${writeHeld(held)}`, '请去掉这个换行。'),
    ),
  'misspelt-variable': (facts) => {
    const variable = inPlace(facts.variable, facts);
    const uri = inPlace('SMTP_URI', facts);
    return tell(notRead(facts), {
      'unset-in-pod': ({ name }) =>
        paragraph(
          `${spaceAfter(variable.trimEnd())}里有 ${known(name, (one) => `$(${one})`, '$(…)')}，而容器的 env: 里，在它上面没有这个变量：Kubernetes 会把这几个字符当作值的一部分。`,
          '请在 env: 里它的上面设置这个变量，或者改正名称；如果 $( 就是密码的一部分，请写成 $$(。',
        ),
      unset: ({ name }) =>
        paragraph(
          `${variable}引用了变量 ${name}，但没有任何地方设置它：Compose 会把它替换为空。`,
          `请在 compose 文件旁边的 .env 里写上 ${name}=…，或改正变量名。`,
        ),
      'stray-dollar': paragraph(
        `${variable}里有 $：Compose 把后面的字符当成变量名，而这个变量没有设置，于是换成了空。`,
        '如果 $ 是密码的一部分，请写成 $$。',
      ),
      'unset-in-file': ({ name, reader, literal }) =>
        paragraph(
          `${variable}引用了变量 ${name}，但没有任何地方设置它，这里会变成空（${READERS[reader]}）。`,
          `请在文件里它的上面写上 ${name}=…，或改正变量名。`,
          LITERAL_DOLLAR[literal],
        ),
      'dollar-in-file': ({ reader, literal }) =>
        paragraph(
          `${variable}里有 $，后面的字符被当成变量名，而这个变量未设置，这里会变成空（${READERS[reader]}）。`,
          LITERAL_DOLLAR[literal],
        ),
      option: ({ effect, remedy }) =>
        paragraph(
          tell(effect, {
            unknown: `Tailchat 服务端不认识${uri}中的选项 ${facts.variable}，它不起任何作用。`,
            none: `${uri}中的选项 ${facts.variable} 在 Tailchat 中不起作用。`,
          }),
          tell(remedy, {
            write: ({ meant }) => `如果本意是 ${meant}，请照此书写，大小写也要一致。`,
            login:
              '用户名和密码要写在主机前面，后面加 @：smtps://user:password@smtp.example.com:465/',
            'leave-out': '请去掉这个选项。',
            scheme:
              '是否加密由 URI 的开头决定：smtps:// 从一开始就使用 TLS，smtp:// 在服务器支持时使用 STARTTLS；' +
              '加上 requireTLS=true 则强制使用。',
          }),
        ),
      variable: ({ name, remedy }) =>
        paragraph(
          `Tailchat 不会读取 ${inPlace(name, facts).trimEnd()}。`,
          tell(remedy, {
            'full-width': ({ meant }) => `${meant} 后面是全角符号，请改成半角的 =。`,
            'other-form': ({ form, meant, at }) => `${notEnvFile(form, meant, at)}。`,
            blank: ({ meant }) =>
              `它的名称在 ${meant} 旁边多了空格或看不见的字符：请去掉，= 前面也不要留空格。`,
            'look-alike': ({ meant }) => `其中有字母只是看起来与 ${meant} 一样：请重新输入名称。`,
            rename: ({ meant }) => `如果本意是 ${meant}，请改名。`,
          }),
        ),
    });
  },
  'duplicate-variable': (facts) =>
    paragraph(
      `${spaceAfter(facts.variable)}在 ${spaceAfter(facts.file)}中设置了多次，以最后一次为准（第 ${facts.line} 行）。`,
      `请删除${lines(facts.otherLines)}。`,
    ),
  'loopback-in-container': (facts) =>
    paragraph(
      ...say(remarksOnLoopback(facts), facts, {
        pod: `在 Pod 里，${facts.host} 指的是 Pod 自己。`,
        'write-service': `请写邮件服务器的 Service 名称；在另一个命名空间时写 ${SERVICE_NAME}。`,
        container: `在容器里，${facts.host} 指的是容器自己，而不是宿主机。`,
        'write-name':
          '如果邮件服务器是同一个 Compose 项目里的服务，请写它的服务名；如果在宿主机上，请写 host.docker.internal，' +
          `并且在 Linux 上还要给 Tailchat 的服务加上 ${HOST_GATEWAY}。`,
      }),
    ),
  'address-unreachable': (facts) =>
    paragraph(
      `${spaceAfter(list(facts.addresses))}连不上，${spaceAfter(list(facts.others))}可以。`,
      'Tailchat 会随机选用一个 IPv4 地址，所以发信会时好时坏。请让管理员把失效的地址从 DNS 中删除。',
    ),
  'ipv6-unreachable': (facts) =>
    paragraph(
      `${spaceAfter(list(facts.addresses))}无法通过 IPv6 访问，IPv4 正常。`,
      '这不影响 Tailchat：只要主机有 IPv4 地址，它就用 IPv4；但其他程序可能会白白等待。',
    ),
  'uri-on-command-line': () =>
    paragraph(
      '命令行中的 URI 会被本机的其他用户看到，也会留在 shell 历史记录里。',
      '请改用 env 文件，或者用 --uri - 从标准输入读取。',
    ),
  'accepted-not-delivered': (facts) =>
    tell(whoTookIt(facts), {
      sandbox: '邮件只到了本进程内的沙盒，没有别人会收到。',
      server: paragraph(
        `${facts.host} 已接受邮件，但是否送达要以收件箱为准。`,
        known(facts.doubt, (words) => `服务器自己说邮件可能不会送达：${words}`),
        '请到收件箱里查看，也看看垃圾邮件文件夹。',
      ),
    }),
};
