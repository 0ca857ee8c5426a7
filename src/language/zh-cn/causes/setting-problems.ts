import { URI_FORM } from '../../examples.js';
import { say, tell } from '../../plans/plan.js';
import { uriLine } from '../../plans/setting-line.js';
import {
  formOf,
  kindOfOption,
  optionAtFault,
  type ProblemTexts,
  stepsOfBadOption,
} from '../../plans/settings.js';
import { ENCODING, inPlace } from '../phrases.js';
import { inForm } from '../readers.js';
import { culprit } from './bad-value.js';

/** What can be wrong with `SMTP_URI`. */
export const URI_PROBLEMS: ProblemTexts = {
  'no-scheme': (facts) => ({
    title: `${inPlace('SMTP_URI', facts)}开头缺少 smtp:// 或 smtps://`,
    explanation: '没有这个开头，就无法判断哪一部分是服务器，邮件会发到错误的地方。',
    nextSteps: [`按完整格式填写：${URI_FORM}`, '465 端口写 smtps://，587 端口写 smtp://'],
  }),
  'wrong-scheme': (facts) => ({
    title: `${inPlace('SMTP_URI', facts)}的开头不是 smtp:// 或 smtps://`,
    explanation: 'Tailchat 只通过 SMTP 发送邮件，URI 必须以 smtp:// 或 smtps:// 开头。',
    nextSteps: ['465 端口写 smtps://，587 端口写 smtp://', `对照完整格式检查：${URI_FORM}`],
  }),
  'no-host': (facts) => ({
    title: `${inPlace('SMTP_URI', facts)}没有写邮件服务器`,
    explanation: '缺少服务器地址，也就是 @ 后面的部分。',
    nextSteps: [
      `在 @ 后面写上服务器地址：${URI_FORM}`,
      '在邮箱服务商的帮助页面里查找“SMTP 服务器”或“发送邮件服务器”',
    ],
  }),
  'bad-host': (facts) => ({
    title: `${inPlace('SMTP_URI', facts)}中的服务器地址不合法`,
    explanation: '@ 与端口之间的部分含有域名中不允许出现的字符。',
    nextSteps: [
      `在 @ 后面只写服务器的域名：${URI_FORM}`,
      `对密码中的特殊字符做百分号编码：${ENCODING}`,
    ],
  }),
  'bad-port': (facts) => ({
    title: `${inPlace('SMTP_URI', facts)}中的端口不是 1 到 65535 之间的数字`,
    explanation: '端口是最后一个冒号后面的数字，决定连接服务器上的哪一个服务。',
    nextSteps: [
      'smtps:// 配 :465，smtp:// 配 :587，服务商另有说明的除外',
      `对密码中的特殊字符做百分号编码：${ENCODING}`,
    ],
  }),
  'server-left-out': (facts) => ({
    title: `${inPlace('SMTP_URI', facts)}只写了邮箱地址，没有写邮件服务器`,
    explanation: '@ 后面是邮箱地址的后半部分，占了服务器的位置；端口的位置上也是别的内容。',
    nextSteps: [
      `依次写上地址（@ 写成 %40）、密码、@ 和服务器：${formOf(facts)}`,
      '查看服务商的服务器：tailchat smtp providers',
    ],
  }),
  'scheme-as-host': (facts) => ({
    title: `${inPlace('SMTP_URI', facts)}的服务器位置上又写了一个协议`,
    explanation: '@ 后面只写服务器的域名，不要 https:// 之类的前缀。',
    nextSteps: [`在 @ 后面只写服务器的域名：${URI_FORM}`],
  }),
  'two-schemes': (facts) => ({
    title: `${inPlace('SMTP_URI', facts)}开头写了两个协议`,
    explanation: '开头只能有一个协议。Tailchat 会把第二个当成服务器名。',
    nextSteps: [
      '只保留一个：465 端口用 smtps://，587 端口用 smtp://',
      `对照完整格式检查：${URI_FORM}`,
    ],
  }),
  example: (facts) => ({
    title: `${inPlace('SMTP_URI', facts)}还是示例`,
    explanation: '里面的服务器和密码是示例中的文字，不是你自己的。',
    nextSteps: [
      '换成自己的服务器、用户名和密码；各家的服务器见 tailchat smtp providers',
      `对密码中的特殊字符做百分号编码：${ENCODING}`,
    ],
  }),
  hidden: (facts) => ({
    title: `${inPlace('SMTP_URI', facts)}中本该是用户名和密码的地方写着 ***`,
    explanation: '这一行是从隐去了密码的地方复制来的。Tailchat 会拿这几个星号去登录。',
    nextSteps: [
      `在那里写上自己的用户名和密码，并做百分号编码：${ENCODING}`,
      '到文件的备份（.bak）里找原来的密码，或者在邮箱服务商那里重新获取',
    ],
  }),
  'no-brackets': (facts) => ({
    title: `${inPlace('SMTP_URI', facts)}中的 IPv6 地址没有方括号`,
    explanation: '没有方括号时，地址中的冒号和端口前的冒号无法区分。',
    nextSteps: ['给地址加上方括号：smtps://user:password@[2001:db8::1]:465/'],
  }),
  'text-behind-port': (facts) => ({
    title: `${inPlace('SMTP_URI', facts)}的端口后面还有别的内容`,
    explanation: '读取配置的程序把端口数字后面的内容也算进了值里，例如 # 后面的注释。',
    nextSteps: ['删除端口后面的内容；注释请单独写一行'],
  }),
  'text-behind-uri': (facts) => ({
    title: `${inPlace('SMTP_URI', facts)}的 URI 后面还有别的内容`,
    explanation: 'URI 后面跟着不属于它的内容，例如写在同一行的另一项设置、第二个 URI 或注释。',
    nextSteps: ['删除 URI 的端口和选项之后的内容；每项设置单独写一行'],
  }),
  'bad-option': (facts) => ({
    title: `${inPlace('SMTP_URI', facts)}中选项 ${optionAtFault(facts)} 的值无法使用`,
    explanation: tell(kindOfOption(facts), {
      authorities:
        '这里要写证书的内容，不能写文件路径：否则 Tailchat 不信任任何颁发机构，会拒绝所有证书。',
      file: '这里要写文件的内容，不能写文件路径，因此无法建立加密连接。',
      object: '这个选项要的是程序里的对象，URI 里写不了，因此每封邮件都会失败。',
      tls: 'Node 不认识这个值，因此无法建立加密连接。',
      proxy:
        'Tailchat 只带有 http:// 和 https:// 代理的模块，用其他代理时会报“Socks module not loaded”。',
      time: 'Tailchat 的服务端把它当作毫秒数：只能是不带单位的整数。',
      other: 'Tailchat 的服务端在连接邮件服务器之前就会因此出错。',
    }),
    nextSteps: say(stepsOfBadOption(facts), optionAtFault(facts), {
      'write-number': (option) => `写成数字，例如 ${option}=30000（半分钟），或者去掉 ${option}`,
      'leave-out': (option) => `如果不确定是否需要，就从 SMTP_URI 中去掉 ${option}`,
      'name-authority':
        '如果要信任自己的颁发机构，在 Tailchat 的环境变量 NODE_EXTRA_CA_CERTS 中写它的 PEM 文件路径',
      'check-value':
        '检查它的写法：例如 tls.minVersion=TLSv1.2；tls.ciphers 要用 OpenSSL 认识的名称',
    }),
  }),
  'cut-in-quotes': (facts) => ({
    title: `${inPlace('SMTP_URI', facts)}的值在引号闭合之前就断了`,
    explanation: '配置是按行读取的：写在下面几行的内容不属于这个值。',
    nextSteps: [`把整个值写成一行，不要引号：${inForm(uriLine(facts))}`],
  }),
  'curly-quotes': (facts) => ({
    title: `${inPlace('SMTP_URI', facts)}的值带着弯引号（“ ”）`,
    explanation: '程序不会去掉弯引号，它们会成为值的一部分。',
    nextSteps: ['删除 “ 和 ”：这个值不需要引号'],
  }),
  'wide-signs': (facts) => ({
    title: `${inPlace('SMTP_URI', facts)}里有全角字符（： ／ ＠ ？）`,
    explanation: '它们是中文输入法输入的，URI 里要用半角的 : / @ ?。',
    nextSteps: ['把 ： ／ ＠ ？ 改成半角的 : / @ ?'],
  }),
  'quotes-kept': (facts) => ({
    title: `${inPlace('SMTP_URI', facts)}的值里带着引号`,
    explanation: '读取配置时引号被当成了值的一部分。',
    nextSteps: [
      `去掉引号：${inForm(uriLine(facts))}`,
      '在 `docker run --env-file` 使用的文件里，或 environment: 下的列表里，= 后面不要加引号',
    ],
  }),
  'white-space-kept': (facts) => ({
    title: `${inPlace('SMTP_URI', facts)}的值里有空白字符`,
    explanation: '值里留有空格或换行，常见于复制粘贴。',
    nextSteps: ['删除 URI 前后和中间的所有空格', '如果密码本身含有空格，写成 %20'],
  }),
  'control-character': (facts) => ({
    title: `${inPlace('SMTP_URI', facts)}的值里有不可见字符`,
    explanation: '值里有一个看不见的字符，例如 Windows 的换行符。',
    nextSteps: ['手动重新输入这一行，不要粘贴', '把文件保存为 Unix 换行符（LF）'],
  }),
  'escape-read': (facts) => ({
    title: `${inPlace('SMTP_URI', facts)}里的反斜杠和后面的字母被读成了一个字符`,
    explanation:
      '在双引号里，\\n 表示换行，\\t 表示制表符，依此类推：两个字符变成了一个看不见的字符。',
    nextSteps: ['用户名和密码里的每个反斜杠都写成 %5C'],
  }),
  'cut-short': (facts) => ({
    title: `${inPlace('SMTP_URI', facts)}被${culprit(facts, '密码中的特殊字符')}截断了`,
    explanation:
      'URI 里的 #、/、?、\\ 有特殊含义。不编码的话，URI 会在那里断开，别的部分会被误当成服务器地址。',
    nextSteps: [
      `只对用户名和密码中的特殊字符做百分号编码：${ENCODING}`,
      '值的外面不要加引号：编码之后不需要引号，有的程序还会把引号当成值的一部分',
    ],
  }),
  'bare-percent': (facts) => ({
    title: `${inPlace('SMTP_URI', facts)}里${culprit(facts, '有一个 % ')}没有编码`,
    explanation: '% 在 URI 里表示后面是编码过的字符。',
    nextSteps: ['把密码中的每个 % 写成 %25', `同样编码以下字符：${ENCODING}`],
  }),
  'trailing-punctuation': (facts) => ({
    title: `${inPlace('SMTP_URI', facts)}末尾多了一个字符`,
    explanation: '行尾的逗号或分号会成为值的一部分。',
    nextSteps: ['删除值的最后一个字符'],
  }),
};
