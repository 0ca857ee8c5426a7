import {
  faultOfAnswer,
  kindOfUnknown,
  sortedOutTo,
  stepsOfFaultyAnswer,
  stepsOfSortedOut,
  stepsOfUnknown,
} from '../../plans/other.js';
import { known, say, tell } from '../../plans/plan.js';
import { stepsOfServerError, whyServerError } from '../../plans/server.js';
import type { CauseTexts } from '../../texts.js';
import { paragraph } from '../grammar.js';
import {
  code,
  LATER_BY_HAND,
  logOfApplication,
  SHOW_CONVERSATION,
  server,
  serverWithin,
  withRecipients,
} from '../phrases.js';

const WHERE_IT_STANDS =
  '把前后几行也贴进来：带有“Caused by”“--->”“nested exception”的行，以及服务器的回复；' +
  'PHPMailer 设置 SMTPDebug = 2 可显示，WordPress 见邮件插件日志';

/** The texts of the causes that belong nowhere else. */
export const other = {
  'server-error': (facts) => ({
    title: `${server(facts)}${say(whyServerError(facts), facts, {
      'takes-no-mail': '表示自己不收邮件',
      'forgot-login': '在登录成功之后又要求登录',
      'its-fault': '自身出了故障',
    }).join('')}`,
    explanation: paragraph(
      ...say(whyServerError(facts), facts, {
        'takes-no-mail':
          '它只回复说这里不提供服务，可能对所有客户端都如此，也可能只针对它不认识的客户端。',
        'forgot-login':
          '它在这个连接上已经接受了用户名和密码，随后又要求登录。问题出在服务器，或者它前面的代理。',
        'its-fault': '问题出在服务器一方，你的配置很可能没有错。',
      }),
    ),
    nextSteps: say(stepsOfServerError(facts), facts, {
      'check-server': '检查 SMTP_URI 中的地址和端口：应填写服务商给出的发信服务器',
      'later-by-hand': LATER_BY_HAND,
      later: '过几分钟再试，或者让检查自动重试：tailchat smtp verify --wait 300',
      ask: '联系邮件服务器的管理员，并附上服务器的回复',
      'show-conversation': SHOW_CONVERSATION,
    }),
  }),
  'protocol-error': (facts) => ({
    title: tell(faultOfAnswer(facts), {
      'blank-line': `${server(facts)}的应答中夹有空行`,
      command: `${server(facts)}不接受某条 SMTP 命令`,
      typed: `${server(facts)}不接受某条手工输入的命令`,
      any: `${server(facts)}的应答不合规范`,
    }),
    explanation: tell(faultOfAnswer(facts), {
      'blank-line':
        'Tailchat 使用的 nodemailer 6.7.8 会把每个空行当成一条应答，因此每封邮件都会失败。',
      command:
        '它不认识这条命令或其写法，或者要求先发别的命令。Tailchat 发的是通用的命令，顺序也正常。',
      typed: '命令拼写有误、写法不完整，或者先后顺序不对。这与 Tailchat 的配置无关。',
      any: '应答不符合 SMTP 协议，或者与请求对不上。',
    }),
    nextSteps: say(stepsOfFaultyAnswer(facts), facts, {
      'type-in-order': '先输入 EHLO 加一个主机名，再依次输入后面的命令',
      'check-host': '检查 SMTP_URI 中的地址和端口是否属于用来发信的邮件服务器',
      'show-conversation': SHOW_CONVERSATION,
      'find-filter': '检查中间有没有防火墙、杀毒软件或代理改动了对话',
    }),
  }),
  'strict-warnings': ({ strictWarnings = [] }) => ({
    title: `检查已通过，但 --strict 把警告也算作失败${known(strictWarnings, (codes) => `：${codes.join('、')}`)}`,
    explanation: '没有哪一步失败，但使用 --strict 时，有警告就算失败。',
    nextSteps: ['按各条警告的说明逐一处理', '去掉 --strict，有警告也算通过'],
  }),
  'not-arrived': (facts) => ({
    title: withRecipients(facts, '邮件没有送达', '所查看的邮箱没有收到邮件'),
    explanation: paragraph(
      '服务器接受了邮件，但在限定的时间内，收件邮箱里能打开的文件夹都没有收到。',
      '邮件可能还在途中，也可能被扣留或丢弃了。',
    ),
    nextSteps: [
      '看看发件人的邮箱里有没有退信：用 tailchat smtp explain 可以查出退信的含义',
      '在邮件服务器的日志里，或者在服务商的网页上查找这封邮件',
      '多等一会儿：灰名单和排队会耽误几分钟到一小时',
      '查看发件人域名的 SPF、DKIM 和 DMARC 记录，以及该添加什么：tailchat smtp domain',
    ],
  }),
  'arrived-in-spam': (facts) => ({
    title: tell(sortedOutTo(facts), {
      spam: withRecipients(facts, '邮件进了垃圾邮件文件夹', '邮件已送达，但进了垃圾邮件文件夹'),
      held: withRecipients(facts, '邮件被隔离', '邮件已送达，但被隔离'),
      trash: withRecipients(facts, '邮件进了已删除文件夹', '邮件已送达，但进了已删除文件夹'),
    }),
    explanation: tell(sortedOutTo(facts), {
      spam: '配置没有问题，邮件也已送达，但收件邮箱把它当成了垃圾邮件。其他邮箱很可能也会这样。',
      held: '配置没有问题，邮件也已送达，但它在存放危险或可疑邮件的文件夹里，收件人很少会去那里看。',
      trash:
        '配置没有问题，邮件也已送达，但它在已删除文件夹里：可能是收信规则、发件人黑名单所致，也可能是有人手动删除。收件人很少会去那里看，许多邮箱还会自动清空该文件夹。',
    }),
    nextSteps: say(stepsOfSortedOut(facts), facts, {
      records:
        '查看发件人域名的 SPF、DKIM 和 DMARC 记录（缺少这些记录是最常见的原因）：tailchat smtp domain',
      headers: '查看该文件夹里那封邮件的邮件头：Authentication-Results，以及过滤器自己加的内容',
      'move-out': '把邮件移出垃圾邮件文件夹：邮箱会据此学习',
      release: '把邮件从隔离中放行，并在过滤器的设置里允许该发件人；这可能需要由管理员操作',
      rules: '检查该邮箱的收信规则、过滤器和黑名单，去掉拦下这封邮件的那一项',
      'records-else': '如果都不是，查看发件人域名的 SPF、DKIM 和 DMARC 记录：tailchat smtp domain',
    }),
  }),
  unknown: (facts) => ({
    title: tell(kindOfUnknown(facts), {
      summary: '邮件没有发出，这段文字没有说明原因',
      seen: `对${serverWithin(facts)}的检查失败，原因不明`,
    }),
    explanation: tell(kindOfUnknown(facts), {
      summary: '这只是一句总结：端口不通、证书有问题、密码错误时，程序都这么说。',
      seen: `已有的信息不足以确定原因${code(facts)}。`,
    }),
    nextSteps: say(stepsOfUnknown(facts), facts, {
      'log-of-application': logOfApplication,
      'where-it-stands': WHERE_IT_STANDS,
      'read-words': '如果服务器有回复，用其中的文字在服务商的帮助页面里搜索',
      'show-conversation': SHOW_CONVERSATION,
    }),
  }),
} satisfies Pick<
  CauseTexts,
  | 'server-error'
  | 'protocol-error'
  | 'strict-warnings'
  | 'not-arrived'
  | 'arrived-in-spam'
  | 'unknown'
>;
