import type { ApplicationFacts } from '../../report/application-facts.js';
import type { StepName, ValueSource } from '../../report/report.js';
import type { FileErrorCode, LastWords, OutputTexts } from '../interface-texts.js';
import { outcome, serverOf, shown } from '../plans/outcomes.js';
import { known, say, tell } from '../plans/plan.js';
import {
  type Belonging,
  belongingOf,
  type Proof,
  partOf,
  proofOf,
  toFillIn,
} from '../plans/suggestion.js';
import type { SuggestionWords } from '../suggestion-words.js';
import { FILE_ERRORS } from './file-errors.js';
import { list, spaceAfter } from './grammar.js';
import { lastWords } from './last-words.js';
import { place as placeInFile, whereItStands } from './phrases.js';
import { heldBy, IN_ENTRY, READERS } from './readers.js';
import { TROUBLES } from './step-troubles.js';

const STEPS: Record<StepName, string> = {
  settings: '配置',
  dns: 'DNS',
  connect: '连接',
  tls: 'TLS',
  greeting: '问候',
  ehlo: 'EHLO',
  starttls: 'STARTTLS',
  auth: '登录',
  'mail-from': '发件人',
  'rcpt-to': '收件人',
  data: '邮件',
};

/** How far the suggestion was tried. The words promise nothing beyond that. */
function proof(suggestion: SuggestionWords): string {
  return tell<Proof, string>(proofOf(suggestion), {
    untried: '下面的写法很可能有效，但没有试过。',
    'login-and-sender': '下面的写法已经试过：服务器接受登录，也接受发件人（没有真的发信）。',
    'login-alone':
      '下面的写法已经试过：服务器接受登录。未设置 SMTP_SENDER，因此没有向服务器确认发件人。',
    'login-of-two': '下面的登录信息已经试过，服务器接受登录；发件人还没有试。',
    'sender-alone': '下面的写法已经试过：服务器不用登录就接受发件人（没有真的发信）。',
    refused: ({ how, step, reply }) =>
      `下面的写法有响应，${HOW[how]}，但这还不够：试用时在这一步失败：${STEPS[step]}${known(reply, (words) => `（${words}）`)}。`,
    answers: ({ how, untried }) =>
      `下面的写法有响应，${HOW[how]}；${known(
        untried,
        (some) => `没有试过${some.map((one) => UNTRIED[one]).join('和')}`,
        '没有再往下试',
      )}。`,
  });
}

const HOW = { encrypted: '已加密，证书有效', plain: '未加密' };
const UNTRIED = { login: '登录', sender: '发件人' };

/** The place for the suggestion: where the checked value stands. */
function home(suggestion: SuggestionWords): string {
  return tell<Belonging, string>(belongingOf(suggestion), {
    written: ({ file }) => `现在已写在 ${file} 里`,
    file: ({ source, below }) =>
      `请写入${place(source)}${tell(below, {
        stringData: '（放在 Secret 的 stringData: 下面，data: 下面是 base64）',
        entry: IN_ENTRY,
        anything: '',
      })}`,
    refused: ({ otherHost }) =>
      known(
        otherHost,
        (host) => `请先确认 ${host} 是你的邮件服务器，并解决这个问题，再使用这种写法`,
        '请先解决这个问题，再使用这种写法',
      ),
    pod: '请写到这个 Pod 取得环境变量的地方：它的 Secret、ConfigMap 或清单文件',
    environment: '请写到设置本命令环境变量的地方',
    given: '请用它替换你给出的值，并写到 Tailchat 读取配置的地方',
    'own-file': `请写入 ${placeInFile({})}`,
  });
}

export const output: OutputTexts = {
  steps: STEPS,
  from: (value, variable, source) => `${value}（${variable} 来自${place(source)}）`,
  hidden: (variable, source) => `${variable} 来自${place(source)}（可能含有密码，不显示）`,
  join: (parts) => parts.join('，'),
  noUri: '未设置 SMTP_URI',
  notRead: '无法读取',
  noSender: '未设置 SMTP_SENDER',
  resolved: (addresses) => addresses.join('、'),
  usesIpv4: 'Tailchat 只用 IPv4',
  connected: (address, port) => `${address} 端口 ${port}`,
  encrypted: (protocol, cipher, certificate) => `${protocol} ${cipher}；${certificate}`,
  certificate: (names, issuer, validTo) =>
    `证书名称 ${names.join('、')}，颁发者 ${issuer}，有效期至 ${validTo.slice(0, 10)}`,
  noCertificate: '没有证书',
  ehlo: (clientName, extensions) =>
    `本机自称 ${clientName}；` +
    known(extensions, (some) => `服务器支持 ${some.join('、')}`, '服务器不支持任何扩展'),
  took: (ms) => `（${ms} ms）`,
  loggedIn: (mechanism) => `使用 ${mechanism} 方式`,
  loginRefused: (mechanism) => `使用 ${mechanism} 方式被拒绝`,
  troubles: TROUBLES,
  troubled: (shown, trouble) => `${shown}：${trouble}`,
  skipped: {
    address: '填写的是 IP 地址，无需查询',
    offline: '离线，未检查',
    elsewhere: 'SMTP_URI 的选项让邮件走别的途径，没有试过',
    starttlsNotOffered: '服务器没有提供',
    starttlsIgnored: '配置中写明不使用（ignoreTLS）',
    starttlsRefused: '被拒绝，按配置不加密继续（opportunisticTLS）',
    noCredentials: 'SMTP_URI 中没有用户名和密码',
    authNotOffered: '服务器没有提供登录，用户名和密码未经验证',
    noSender: '未设置 SMTP_SENDER，无从确认',
  },
  verifyPassed: (server, isLoggedIn, isSenderTaken) =>
    say(shown(isLoggedIn, isSenderTaken), server, {
      answers: (name) => `${name} 应答正常`,
      login: '登录成功',
      sender: '发件人被接受',
    }).join('，'),
  offlinePassed: '配置可以读取；离线模式，其余项目未检查',
  elsewherePassed: '配置可以读取；其余项目无法检查，也没有发送邮件',
  offlineUnchecked:
    '以下项目需要联网，没有检查：服务器域名、端口、加密、登录，以及服务器是否接受发件人。',
  testPassed: (recipients, isSandbox) =>
    tell(serverOf(isSandbox), {
      sandbox: `沙盒已接受发给 ${recipients.join('、')} 的邮件，对方不会收到`,
      own: `服务器已接受发给 ${recipients.join('、')} 的邮件`,
    }),
  nothingSent: '没有发送邮件。',
  ...lastWords,
  testNext: (messageId, look) => [
    '已接受不等于已送达。请到收件箱里查看，也看看垃圾邮件文件夹。',
    `如果都没有，在服务商的发信日志里搜索 ${messageId}，`,
    `看看发件人的邮箱里有没有退信，再用 ${look} 查看发件人域名的 DNS 记录。`,
  ],
  spellingHolds: (holders) => `各程序读到的都一样${heldBy({ holders })}。`,
  suggestion: (about) =>
    `${tell(partOf(about), { first: proof(about), another: '' })}${home(about)}${tell(toFillIn(about), { password: '，其中 *** 换成百分号编码后的密码', nothing: '' })}：`,
  failedAt: (headline, step) => `${headline}（失败的步骤：${step}）`,
  foundAt: (headline, step, line) =>
    `${headline}（${known(line, (one) => `第 ${one} 行，`)}步骤：${step}）`,
  nothingFound: (lines, elsewhere, application, cutAt) => [
    ['在这段文字里没有识别出 SMTP 错误。'],
    [
      `共读取 ${lines} 行。${known(cutAt, (bytes) => `过长的行只读了前 ${bytes} 个字节：请给出其中报错的那一段。`)}`,
    ],
    ...known<readonly string[], LastWords[]>(
      elsewhere,
      (names) => [[`其中有 ${spaceAfter(list(names))}的报错，与邮件无关。`]],
      [],
    ),
    [
      '需要的是以 Error: 开头的那一行，或服务器的回复（535 之类的数字加文字）；只有调用栈看不出原因。' +
        'Tailchat 在启动和发信时把它写进 core 服务的日志：',
      'docker compose logs --no-color service-core | tailchat smtp explain',
    ],
    ...known<ApplicationFacts, LastWords[]>(
      application,
      (one) => [[`${whereItStands(one)}。`]],
      [],
    ),
    ['要直接检查配置：', 'tailchat smtp verify'],
  ],
  gotOver: '服务器起初拒绝过，但同一次对话后来通过了。',
  pasteText: '请粘贴报错信息、日志或退信，然后在新的一行按 Ctrl-D：',
  serverSaid: '服务器的回复：',
  whatToDo: '解决办法：',
  warning: (message, code) => `警告：${message} [${code}]`,
  readers: READERS,
  valueLength: (length) => known(length, (characters) => `${characters} 个字符`, '没有值'),
  readerProblems: {
    'not-set': '不把这一行当作配置',
    'file-refused': '因为这一行而拒绝整个文件',
    'quotes-kept': '把引号当成值的一部分',
    'backslashes-kept': '把反斜杠当成值的一部分',
    'escapes-replaced': '替换反斜杠后面的字符',
    'comment-kept': '把注释当成值的一部分',
    'cut-at-hash': '把 # 之后的内容当成注释',
    'dollar-replaced': '把 $ 及其后的文字当成变量并替换掉',
    'dollar-kept': '$ 原样保留',
    differs: '读到的是别的内容',
  },
  readAsMeant: '与本意一致',
  accepted: (address) => `${address}：已接受`,
  rejected: (address, reply) => `${address}：被拒绝：${reply}`,
  supposed: '这里没有服务器的回复，也没有错误代码，以上只是从字面推断的，也可能另有原因。',
  beforePlainLogin: '接下来以明文登录：Tailchat 在同样的配置下也是如此。',
  recipientsAnswered: (answered, count) =>
    `${STEPS['rcpt-to']}：共 ${count} 个，已答复 ${answered} 个`,
  awaiting: '正在邮箱里等待邮件',
  searching: '正在寻找可用的配置',
  retry: (title, seconds) => `${title}，最迟 ${seconds} 秒后重试`,
  transcriptNotice:
    '以下是与服务器的对话，可以粘贴到 issue 里：密码已隐去，名称已缩短。公开之前仍请检查一遍：主机名会保留，' +
    '最后的结论里地址是完整的。',
  sandboxMail: '沙盒收到的邮件：',
  summary: (command, isOk) =>
    `tailchat smtp ${command}：${tell(outcome(isOk), { passed: '通过', failed: '失败' })}`,
  reportFailed: (file, code) =>
    `无法把报告写入 ${file}：${known(FILE_ERRORS[code as FileErrorCode], (why) => `${why}（${code}）`, code)}`,
  summaryFailed: (why) => `无法写入任务摘要：${why}`,
  more: (count) => `另有 ${count} 项`,
};

/** Where a value came from, with the space that parts a Latin name from the Chinese word before. */
function place(source: ValueSource): string {
  return tell<ValueSource, string>(source, {
    flag: '命令行',
    env: '环境变量',
    file: (spot) => ` ${placeInFile(spot)}`,
    prompt: '你的输入',
    stdin: '标准输入',
    sandbox: '沙盒',
  });
}
