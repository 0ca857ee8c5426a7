import { known, say, tell } from '../plans/plan.js';
import {
  misuseOfPort,
  notEncoded,
  oddityOfSender,
  remarksOnNoSender,
  whoUsesIt,
  whyUnused,
} from '../plans/warnings.js';
import type { WarningOf, WarningTexts } from '../texts.js';
import { absentText } from './causes/absent-value.js';
import { unmask } from './causes/repair-held.js';
import { paragraph, spaceAfter, spaceAround } from './grammar.js';
import { inPlace, place } from './phrases.js';
import { heldBy } from './readers.js';

/** Where the value comes from that is used instead of the one in the file. */
function otherValue(facts: WarningOf<'env-overrides-file'>): string {
  const { by, variable } = facts;
  const origin = known(by.file, (file) => ` ${place({ ...by, file })}`, '当前命令的环境变量');
  return `${spaceAfter(variable)}取自${origin}，${spaceAfter(place(facts))}中不同的值在这里没有使用。`;
}

/** Chinese warnings that need only the URI and the sender. */
export const settingWarnings: Pick<
  WarningTexts,
  | 'env-overrides-file'
  | 'env-file-unused'
  | 'port-unlikely'
  | 'host-unlikely'
  | 'sender-unlikely'
  | 'sender-untested'
  | 'not-percent-encoded'
> = {
  'env-overrides-file': (facts) =>
    tell(whoUsesIt(facts), {
      container: paragraph(
        `容器里的${spaceAround(facts.variable)}与 ${spaceAfter(place(facts))}中的值不同：容器一直沿用创建时的值。`,
        '如果文件里的值才是对的，请重新创建容器：docker compose up -d',
      ),
      server: paragraph(otherValue(facts), 'Tailchat 也不会用到它。如果它已经过时，请删掉。'),
      check: paragraph(otherValue(facts), 'Tailchat 实际用的可能是另一个值。'),
    }),
  'env-file-unused': (facts) =>
    tell(whyUnused(facts), {
      'other-project': ({ variable, by, ...at }) =>
        paragraph(
          `Compose 从 ${by} 启动的容器都不会得到${spaceAround(place(at))}中的 ${variable}。`,
          '要看 Tailchat 的容器会得到什么，请用 --settings 指定它的 compose 文件。',
        ),
      'no-container': ({ service, ...at }) =>
        paragraph(
          `Compose 不会启动 ${service} 的容器：${place(at)} 把容器数设成了 0。`,
          `请在那里写 1，或者用 docker compose up -d --scale ${service}=1 启动。`,
        ),
      'no-pod': ({ service, ...at }) =>
        paragraph(
          `Kubernetes 不会启动 ${service} 的 Pod：${place(at)} 把副本数设成了 0。`,
          '请在那里写 1，再应用清单。',
        ),
      'defined-twice': (at) =>
        paragraph(
          `Docker Compose 5 之前的版本什么都不会启动：${place(at)} 重复定义了 include 的文件里已有的内容。`,
          '请把它写进被 include 的文件，或者写进 docker-compose.override.yml。',
        ),
      stack: ({ variable, by, ...at }) =>
        paragraph(
          `${place(by)} 会启动一个 stack，而 docker stack deploy 不读取 .env：${place(at)} 中的 ${variable} 在那里是空的。`,
          '请在那一行之前导出其中的变量，在 bash 里：set -a && source ./.env && set +a',
        ),
    }),
  'port-unlikely': (facts) =>
    paragraph(
      tell(misuseOfPort(facts), {
        fetching: ({ protocol }) =>
          `${inPlace('SMTP_URI', facts)}写的是 ${facts.port} 端口，这个端口用来收信（${protocol}），不能发信。`,
        tls: `${inPlace('SMTP_URI', facts)}写的是 smtps:// 和 ${facts.port} 端口，而这个端口上的连接通常先是明文，之后才切换到 TLS。`,
        plain: `${inPlace('SMTP_URI', facts)}写的是 smtp:// 和 ${facts.port} 端口，而这个端口的服务器通常要求直接使用 TLS。`,
      }),
      known(
        facts.envLine,
        (line) => `请写成：${line}${heldBy(facts)}${unmask(facts)}`,
        '请写 smtps:// 和 465 端口，或者 smtp:// 和 587 端口。',
      ),
    ),
  'host-unlikely': (facts) =>
    paragraph(
      known(
        facts.domain,
        (domain) =>
          `@${domain} 的邮箱一般不在${inPlace(' SMTP_URI', facts)}中的 ${facts.host} 登录。`,
        `${inPlace('SMTP_URI', facts)}中的 ${facts.host} 从名字看是收信用的服务器，不是发信用的。`,
      ),
      `请填写发信服务器，通常是 ${facts.meant}。`,
    ),
  'sender-unlikely': (facts) => {
    const { name, address } = facts.mailbox;
    const variable = inPlace('SMTP_SENDER', facts);
    const instead = known(
      facts.envLine,
      (line) => `请写成：${line}${heldBy(facts)}`,
      '请填写自己的、能够发信的地址。',
    );
    return tell(oddityOfSender(facts), {
      'holds-password': paragraph(
        `SMTP_URI 中的密码（或其中一部分）也出现在 ${variable}里，因此这里把它显示为 ***。`,
        '收到邮件的人都能看到发件人，请换一个密码或换一个发件人。',
      ),
      local: paragraph(
        `${variable}中的发件地址 ${address}，其域名只在自己的机器或网络里有意义。`,
        '外面的服务器大多会拒绝这样的发件人，对方也无法回信。请填写自己域名下能收信的地址。',
      ),
      unclosed: paragraph(`${variable}里的 < 后面缺少 >。`, instead),
      'address-alone': paragraph(
        `Tailchat 服务端从 ${variable}中取得的发件地址是 ${address}。`,
        instead,
      ),
      'odd-name': paragraph(
        `Tailchat 服务端从 ${variable}中取得的名称是 ${name}，地址是 ${address}，这恐怕不是你的本意。`,
        instead,
      ),
    });
  },
  'sender-untested': (facts) =>
    paragraph(
      known(
        facts.absent,
        (absent) => `${absentText('SMTP_SENDER', absent).title}。`,
        '未设置 SMTP_SENDER：Tailchat 发信时不会带发件人。',
      ),
      ...say(remarksOnNoSender(facts), facts, {
        'mostly-refused': '多数服务器会拒绝没有发件人的邮件。',
        'taken-here': '这个服务器允许没有发件人的邮件，许多服务器会拒绝。',
        'give-sender': '发件人保存在集群里，用 --sender 给出即可检查。',
        'set-sender': '请设置 SMTP_SENDER；用 --sender 可以检查某个发件人。',
      }),
    ),
  'not-percent-encoded': (facts) => {
    const uri = inPlace('SMTP_URI', facts);
    return tell(notEncoded(facts), {
      entity: paragraph(
        `${uri}含有网页写法的字符，例如用 &amp; 代替 &，服务端会原样使用。`,
        '如果是从网页源代码复制来的，请改成字符本身：选项之间写 &，密码中写百分号编码 %26。',
      ),
      'second-server': ({ host }) =>
        paragraph(
          `${uri}在看起来已是服务器的部分后面还有一个 @：服务端会把最后一个 @ 之前的全部内容当作登录信息，并连接 ${host}。`,
          '如果 URI 后面跟着别的内容（例如发件人），请删去：每个配置各占一行。如果这些都是密码，请把其中每个 @ 写成 %40。',
        ),
      percent: paragraph(
        `${uri}的密码里有一个 % 和两个字符，服务端会把它们还原成另一个字符，而那个字符几乎没有人会去编码。`,
        '如果 % 就是密码的一部分，请写成 %25。',
      ),
    });
  },
};
