import type { Facts } from '../../../report/facts.js';
import { NAMED_SENDER } from '../../examples.js';
import { say, tell } from '../../plans/plan.js';
import {
  formsOfPair,
  formsOfSender,
  type ProblemTexts,
  readerOfYaml,
  stepsOfBadYaml,
  whomToAsk,
} from '../../plans/settings.js';
import { place } from '../phrases.js';
import { READERS } from '../readers.js';
import { ASK_COMPOSE } from './ask-compose.js';
import { COMPOSE_REFUSALS } from './compose-refusals.js';
import { MANIFEST_REFUSALS } from './manifests.js';

/** What it means that a reader refuses a file. */
export function refused({ reader = 'compose' }: Pick<Facts, 'reader'>): string {
  return `只要有一行无法解析，${READERS[reader]} 就会拒绝整个文件，服务也就得不到任何配置。`;
}

/** Where to see the reader's own words: of Compose, they are a command away. */
export function askReader(facts: Pick<Facts, 'reader'>): string[] {
  return say(whomToAsk(facts), facts, { 'ask-compose': ASK_COMPOSE });
}

const NOT_APPLIED = 'kubectl 无法解析这个文件，因此其中的内容都不会生效。';

/** Why the reader of an env file or of a compose file refuses it. */
export const REFUSALS: ProblemTexts = {
  'no-name': (facts) => ({
    title: `${place(facts)} 在 = 前面没有名称`,
    explanation: `${refused(facts)}每一行都应当是“名称=值”。`,
    nextSteps: ['在 = 前面写上名称；如果是注释，就在行首加上 #', ...askReader(facts)],
  }),
  'bad-name': (facts) => ({
    title: `${READERS[facts.reader ?? 'compose']} 无法解析 ${place(facts)}`,
    explanation: `${refused(facts)}在应当是名称的地方出现了别的内容，往往是引号闭合得太早，剩下了半截值。`,
    nextSteps: [
      `结束引号后面不要写任何内容；带名称的发件人不用引号：${NAMED_SENDER}`,
      '如果这一行是注释，就在行首加上 #',
      ...askReader(facts),
    ],
  }),
  'odd-name': (facts) => ({
    title: `${place(facts)} 不是“名称=值”的形式`,
    explanation: `${refused(facts)}名称的中间和两边都不能有空格。`,
    nextSteps: [
      '写成 名称=值，名称只用字母、数字和 _',
      '如果这一行是注释，就在行首加上 #',
      ...askReader(facts),
    ],
  }),
  'wide-sign': (facts) => ({
    title: `${place(facts)} 的名称后面是全角符号，不是 =`,
    explanation: `${refused(facts)}中文输入法会打出这样的符号。`,
    nextSteps: ['切换到英文输入法，把它改成半角的 =', ...askReader(facts)],
  }),
  'unseen-sign': (facts) => ({
    title: `${place(facts)} 的名称里或名称旁边有看不见的字符`,
    explanation: `${refused(facts)}复制文字时容易带上这样的字符。`,
    nextSteps: ['把名称和 = 重新输入一遍，不要粘贴', ...askReader(facts)],
  }),
  'quote-not-closed': (facts) => ({
    title: `${place(facts)} 有一个引号没有闭合`,
    explanation: `${refused(facts)}引号之后的全部内容都会被当成同一个值。`,
    nextSteps: ['在值的末尾补上引号，或者去掉开头的引号', ...askReader(facts)],
  }),
  'bad-interpolation': (facts) => ({
    title: `${place(facts)} 中有 Compose 无法替换的 \${`,
    explanation: `${refused(facts)}它会把 $ 之后的文字当成变量名。`,
    nextSteps: [
      '如果 $ 只是普通字符，写成 $$；在 SMTP_URI 中写成 %24，所有程序读到的都一样',
      ...askReader(facts),
    ],
  }),
  'required-variable': (facts) => ({
    title: `${place(facts)} 要求的一个变量未设置`,
    explanation: `${refused(facts)}\${名称:?文字} 的意思是必须设置这个变量。`,
    nextSteps: ['在 compose 文件旁的 .env 或环境变量中设置它', ...askReader(facts)],
  }),
  'bad-yaml': (facts) => ({
    title: `${place(facts)} 不是有效的 YAML`,
    explanation: tell(readerOfYaml(facts), {
      compose: 'Docker Compose 无法解析这个文件，因此不知道服务会得到哪些配置。',
      kubectl: NOT_APPLIED,
    }),
    nextSteps: say(stepsOfBadYaml(facts), facts, {
      look: '检查那一行的缩进（只能用空格，不能用制表符）、冒号和引号',
      'ask-compose': ASK_COMPOSE,
      'check-alone': '如果配置写在别的文件里，可以单独检查那个文件：--settings FILE',
      'ask-kubectl': ({ file }) =>
        `运行 \`kubectl apply --dry-run=client -f ${file}\`，看 kubectl 怎么说`,
    }),
  }),
  'no-pair': (facts) => ({
    title: `${place(facts)} 不是 NAME: value 的形式`,
    explanation: tell(readerOfYaml(facts), { compose: refused(facts), kubectl: NOT_APPLIED }),
    nextSteps: [
      ...say(formsOfPair(facts), facts, {
        map: '把那一行和类似的行写成 NAME: value，冒号用半角，后面留一个空格',
        list: '如果是列表（每行以短横线开头），写成 - NAME=value',
      }),
      ...askReader(facts),
    ],
  }),
  'text-behind-quote': (facts) => ({
    title: `${place(facts)} 的值在结束引号后面还有文字`,
    explanation:
      '在 YAML 里，用引号括起来的值到结束引号为止，因此整个文件都会被拒绝。在 env 文件里，能接受 "Tailchat" a@x.org 的程序也很少。',
    nextSteps: say(formsOfSender(facts), facts, {
      'in-yaml': '不要用引号，把地址写在尖括号里：SMTP_SENDER: Tailchat <tailchat@example.com>',
      'in-env-file': `在 env 文件里这样写：${NAMED_SENDER}`,
    }),
  }),
  'not-utf8': (facts) => ({
    title: `${place(facts)} 含有不是 UTF-8 的字节`,
    explanation: `${refused(facts)}编辑器用了别的编码保存，例如 GBK。`,
    nextSteps: ['把文件另存为 UTF-8，或者重新写一遍那里的注释', ...askReader(facts)],
  }),
  'line-too-long': (facts) => ({
    title: `${place(facts)} 超过了 64 KiB`,
    explanation: refused(facts),
    nextSteps: ['把过长的内容移出这个文件', ...askReader(facts)],
  }),
  'name-twice': (facts) => ({
    title: `${place(facts)} 第二次设置了同一个名称`,
    explanation: `${refused(facts)}同一个名称只能出现一次。`,
    nextSteps: ['删掉其中一行', ...askReader(facts)],
  }),
  'bad-shell': (facts) => ({
    title: `${place(facts)} 是 shell 无法解析的一行`,
    explanation:
      '用 source 读取的文件就是脚本：引号、括号、< 和 > 在其中都有含义。遇到这样的行，shell 就会停下。',
    nextSteps: ['用单引号把整个值括起来'],
  }),
  ...COMPOSE_REFUSALS,
  ...MANIFEST_REFUSALS,
};
