import type { CommandLineTexts, HelpTexts, UsageTexts } from '../interface-texts.js';

/** Chinese `--help`. */
const help: HelpTexts = {
  group: 'SMTP 服务',
  verify: '检查 SMTP 发信服务',
  test: '用 SMTP 服务发送测试邮件',
  explain: '解释一条报错、一份日志或一封退信，不访问网络',
  domain: '检查 DNS 中与某域名发信有关的记录：SPF、DKIM、DMARC',
  providers: '列出邮箱和邮件服务商，以及各自要求的配置，不访问网络',
  more: '更多信息见 man tailchat-smtp，以及项目 docs/causes 中每个原因的说明页。',
  completion: '输出在 bash、zsh 或 fish 中补全本命令的脚本',
  shell: '哪种 shell [默认值：取自 SHELL]',
  options: {
    uri: '用它代替 SMTP_URI；“-”表示从标准输入读取一行。命令行中的 URI 会被本机的其他用户看到',
    sender: '用它代替 SMTP_SENDER',
    envFile:
      '从哪里读取这两个变量；可以是 env 文件、compose 文件或 Kubernetes 清单。可多次使用，以最后一个含有该变量的文件为准 [默认值：有 compose 文件时，取 Compose 交给服务的值；否则依次取 .env、docker-compose.env]',
    service:
      'compose 文件中负责发信的服务 [默认值：运行 core/user 的服务，其次是 service-core，再次是唯一设置了这两个变量的服务]',
    envFormat:
      '按哪个程序的规则读取 env 文件 [默认值：auto，根据文件名和同目录的 compose 文件判断]',
    container:
      '在正在运行的容器里检查，即 Tailchat 服务端所在的位置；可写容器名、ID、Compose 服务名或 kubernetes:<类型/名称> [不写名称时：本目录项目中负责发信的服务]',
    compare: '在本机也检查一遍，用一张表列出不同之处；要与 --in 一起用',
    timeout: '整个检查最多用这么多秒',
    wait: '失败可能自行恢复时反复重试，最多这么多秒',
    suggest: '不去寻找可用的配置；不再建立其他连接',
    controlHost:
      '所有端口都连不上时，再试试这台主机；以便判断是网络拦截了发信端口，还是对方服务器有问题。例如 smtp.gmail.com',
    write: '找到可用的配置后直接写入它所在的 env 文件，不再询问；原文件保留在旁边',
    strict: '把警告也算作失败',
    offline: '只检查配置，不访问网络',
    sandbox: '不用 SMTP_URI，改用本进程内的临时 SMTP 服务器（沙盒）',
    json: '只在标准输出打印一个 JSON 文档',
    report:
      '同时把报告写入文件；格式为 html、junit、github 或 prometheus。可多次使用。“-”表示标准输出，此时结论输出到标准错误',
    verbose: '在标准错误打印 SMTP 对话，密码会隐去',
    quiet: '只打印结论',
    interactive: '逐项询问；找到的值作为默认值',
    input: '从不询问',
    showSecrets: '在 URI 和建议的配置行中显示真实密码；--json 也是如此',
    lang: '消息的语言 [默认值：取自 LC_ALL、LC_MESSAGES、LANG、LANGUAGE]',
    color: '不使用颜色；NO_COLOR 和 TERM=dumb 效果相同。设置 FORCE_COLOR 则在管道中也使用颜色',
    to: '测试邮件的收件人；可多次使用，也可用英文逗号分隔多个地址',
    subject: '邮件主题',
    text: '邮件正文',
    html: '含有邮件 HTML 部分的文件',
    await:
      '发信后在收件邮箱里等待邮件，最多这么多秒；要与 --imap 一起用。垃圾邮件文件夹也会查看，邮件保持未读',
    imap: '收件邮箱；写成 imaps://user:password@host/，“-”表示从标准输入读取一行。不写则取 SMTP_TEST_IMAP_URI。命令行中的 URI 会被本机的其他用户看到',
    message: '报错信息，或文件名；不写则读取标准输入',
    file: '读取这份日志或信件；可以是退信、mbox、Maildir、存放信件的目录，也可以是 .gz。可多次使用',
    domainName: '域名，或该域名下的地址 [默认值：SMTP_SENDER 的域名]',
    providerWords: '名称的一部分、主机或邮箱地址；不写则全部列出',
    selector: '要查看的 DKIM 选择器；即已送达邮件的 DKIM-Signature 中 s= 的值。可多次使用',
    recipient: '同时检查该收件人的域名',
    blocklists: '同时查询域名和地址是否在黑名单上；黑名单由 Spamhaus 等第三方提供',
    ip: '邮件从哪个 IP 地址发出；用于自建服务器',
    dns: '要查询的 DNS 服务器；写成 192.0.2.1 或 192.0.2.1:53 [默认值：系统设置]',
    domainOffline: '只根据配置判断，不访问网络',
    domainTimeout: '整个检查最多用这么多秒',
    version: '显示版本号',
    help: '显示帮助；-h 为简短版，--help 为完整版',
  },
  groups: {
    settings: '配置：',
    message: '邮件：',
    check: '检查：',
    output: '输出：',
    examples: '示例：',
  },
  headings: {
    usage: '用法：',
    commands: '命令：',
    words: '参数：',
    options: '选项：',
    start: '从这里开始：',
  },
  anyOptions: '[选项]',
  byDefault: (value) => `[默认值：${value}]`,
  oneOf: (choices) => `[可选值：${choices.join('、')}]`,
  wholeHelp: (command) => `${command} --help 列出每个选项的详细说明、示例和退出码。`,
  start: {
    verify: '检查 Tailchat 服务端的配置，请在 docker-compose.yml 或 env 文件所在的目录运行',
    explain: '看懂一条报错、一份日志或一封退信',
    sandbox: '没有账号也能看看一切正常时的样子',
  },
  examples: {
    verify: '检查环境变量或 env 文件中的配置',
    envFile: '检查这个文件中的配置',
    json: '用于脚本：打印一个 JSON 文档，结果看退出码',
    wait: '服务器正在启动时，最多等一分钟',
    verifySandbox: '不需要任何账号，看看一切正常时的样子',
    test: '检查之后真正发送一封邮件',
    several: '发给多人，并自定主题',
    testSandbox: '发给本进程内的服务器，并打印收到的邮件',
    explainText: '解释看到的一条报错',
    explainLetter: '解释一封退信',
    explainLog: '在 Tailchat 服务端日志里找出并解释邮件错误',
    explainJson: '用于脚本：打印一个 JSON 文档，列出每处发现及其行号',
    domain: '检查 SMTP_SENDER 的域名与 SMTP_URI 的服务商是否匹配',
    domainName: '检查另一个域名',
    domainSelector: '查看你的邮件所用的 DKIM 公钥',
    providers: '列出所有已知的服务商',
    providerName: '查看其中一家的详情：SMTP_URI、要用哪种密码、在哪里获取',
    providerAddress: '按邮箱地址查找服务商',
    domainRecipient: '看看收件人的域名是否接收邮件',
  },
  epilogue: [
    '退出码：0 通过，64 用法错误，65 地址或邮件有误，66 文件无法读取，67 收件人有误，',
    '68 找不到服务器，69 服务不可用，70 程序缺陷，75 稍后重试，76 TLS 或协议错误，',
    '77 被拒绝，78 配置有误，130 被中断。',
  ].join('\n'),
  explainEpilogue:
    '退出码：0 有所发现，1 没有识别出任何内容，64 用法错误，66 文件无法读取，130 被中断。',
  providersEpilogue: '退出码：0 已找到，1 没有这家服务商，64 用法错误。',
  domainEpilogue: [
    '退出码：0 正常，64 用法错误，68 域名不存在，75 DNS 没有答复，',
    '78 记录缺失或有误，邮件会被拒收或当作垃圾邮件，130 被中断。',
  ].join('\n'),
};

/** Chinese words about wrong use of the command line. */
const usage: UsageTexts = {
  didYouMean: (word) => `你是不是想输入 ${word}？`,
  unknownCommand: (words) => `没有 ${words} 这个命令`,
  unknownOption: (options) => `这里没有选项 ${options}`,
  notAmong: (option, value, choices) => `${option} 只能是 ${choices.join('、')}，不能是 ${value}`,
  seeHelp: (command) => `用法见 \`${command} --help\`。`,
  repeated: (option) => `${option} 只能使用一次`,
  noWords: (words) => `这个命令只接受选项，并且选项要写在“--”之前。无法识别：${words}`,
  notAHost: (option) => `${option} 需要主机名或 IP 地址，不带端口`,
  nobodyToAsk: (option) =>
    `${option} 不起作用：这里无法提问（标准输入和标准错误必须是终端，并且未设置 CI）。`,
  noValue: (option) => `${option} 后面不带值`,
  noFormat: (option, formats) => `${option} 需要 ${formats.join('、')} 之一和一个文件名`,
  onlyWith: (option, other) => `${option} 要与 ${other} 一起使用`,
  notAMailbox: (option) =>
    `${option} 需要 imaps://user:password@host/ 这样的值（imap:// 则要求 STARTTLS），特殊字符要做百分号编码`,
  optionForFile: (option, file) =>
    `${option}：${file} 看起来像选项；如果文件真叫这个名字，请写成 ./${file}`,
  blank: (option) => `${option} 的值不能为空`,
  controlCharacter: (option) =>
    `${option} 的值里有换行或其他控制字符，可能借此夹带邮件头或 SMTP 命令`,
  notANumber: (option) => `${option} 的值必须是数字，单位为秒`,
  outOfRange: (option, min, max) => `${option} 的值必须在 ${min} 到 ${max} 秒之间`,
  together: (first, second) => `${first} 和 ${second} 不能同时使用`,
  notADomain: (option) => `${option} 需要一个域名（如 example.com）或该域名下的地址`,
  notAnAddress: (option) => `${option} 需要一个 IP 地址，例如 192.0.2.1`,
  readsFile: (path) => `正在读取文件 ${path}`,
  noSuchFile: (path) => `没有找到文件 ${path}，把它当作报错文字来解释`,
  reportOverRead: (option, path) =>
    `${option} 会覆盖本次运行要读取的文件 ${path}，请给报告换一个文件名`,
  unreadableFile: (option, path) => `${option}：无法读取文件 ${path}`,
  interrupted: '已中断。',
  bug: (message) =>
    `这是 tailchat smtp 自身的缺陷，不是你的配置问题：${message}\n` +
    '请反馈此问题，并附上使用 --verbose 时的输出。',
};

/** What the command line says in Chinese. */
export const commandLine: CommandLineTexts = { help, usage };
