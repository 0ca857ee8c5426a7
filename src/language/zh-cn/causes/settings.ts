import type { AbsentValue } from '../../../report/absent-value.js';
import type { Facts } from '../../../report/facts.js';
import type { MissingValue } from '../../../report/setting-problem.js';
import { QUOTED_SENDER, URI_FORM } from '../../examples.js';
import { stepsTogether } from '../../plans/absent.js';
import {
  type BothMissing,
  type Home,
  type Missing,
  type MissingPlan,
  planMissing,
} from '../../plans/missing.js';
import { known, say, tell } from '../../plans/plan.js';
import { namedSender, senderLine } from '../../plans/setting-line.js';
import { exact, lackOfLogin, stepsOfLogin } from '../../plans/settings.js';
import type { CauseText, CauseTexts } from '../../texts.js';
import { list, paragraph, spaceAfter } from '../grammar.js';
import { ENCODING, inPlace, place } from '../phrases.js';
import { heldBy, inForm } from '../readers.js';
import { absentText } from './absent-value.js';
import { aboutValue, lengthOf, lostParts } from './bad-value.js';
import { belowWhat } from './below-what.js';
import { FILE_PROBLEMS } from './file-problems.js';
import { rename } from './misspellings.js';
import { askReader, REFUSALS, refused } from './refusals.js';
import { SENDER_PROBLEMS } from './sender-problems.js';
import { URI_PROBLEMS } from './setting-problems.js';
import { severalServices } from './several-services.js';
import { whereSearched } from './where-searched.js';

const NAMES: Record<MissingValue, string> = {
  uri: 'SMTP_URI',
  sender: 'SMTP_SENDER',
  recipient: '--to（收件人）',
};

/** Where to write a missing value, and how. */
function write({ line, home }: { line: string; home: Home }): string {
  return tell(home, {
    add: (spot) => `在 ${spot.file} 中${belowWhat(spot)}加一行：${line}`,
    beside: ({ at, service, name, value }) =>
      `在服务 ${service} 的环境变量（${place(at)}）中按原有的写法加上 ${name}，值为 ${value}`,
    place: (spot) => `在 ${place(spot)} 中写上 ${line}${heldBy({ below: spot.below })}`,
    elsewhere: `在 Tailchat 的服务取得环境变量的地方写上 ${line}`,
    pod: ({ held, item }) =>
      `在 Pod 通过 envFrom 取用的 Secret 的 stringData: 下面（ConfigMap 则是 data: 下面）写上 ${held}，或者在容器的 env: 下面写上 ${item}`,
  });
}

/** How a missing value is given. */
function give(value: Missing | BothMissing): string {
  return tell(value, {
    uri: (missing) =>
      `${write(missing)}${tell(missing.or, { option: '，或用 --uri', none: '' })}；写法见 tailchat smtp providers`,
    sender: (missing) =>
      `${write(missing)}${tell(missing.or, { option: '，或用 --sender', none: '' })}`,
    both: (missing) =>
      `${write(missing)}${tell(missing.or, { option: '，或用 --uri 和 --sender', none: '' })}；写法见 tailchat smtp providers`,
    recipient: '指定测试邮件的收件人：--to you@example.com',
  });
}

/** Names everything that is missing; the value the cause is about may stand somewhere, empty. */
function missing(facts: Facts, about: MissingValue, explanation: string): CauseText {
  return tell<MissingPlan, CauseText>(planMissing(facts, about), {
    'several-services': ({ services }) => severalServices(services),
    absent: ({ absent, sender }) => {
      const text = absentText(NAMES[about], absent);
      const steps = text.nextSteps;
      const ofSender = (it: AbsentValue) => ({
        absent: it,
        steps: absentText(NAMES.sender, it).nextSteps,
      });
      return {
        ...text,
        nextSteps: known(sender, (it) => stepsTogether({ absent, steps }, ofSender(it)), steps),
      };
    },
    missing: (plan) => {
      const names = list(plan.named.map((name) => NAMES[name]));
      return {
        title: tell(plan.title, {
          empty: `${inPlace(names, facts)}是空的`,
          missing: `未设置 ${names}`,
        }),
        explanation,
        nextSteps: say(plan.nextSteps, plan, {
          foreign: ({ foreignNames }) =>
            `${spaceAfter(list(foreignNames))}是其他应用的配置：Tailchat 只读取 SMTP_URI 和 SMTP_SENDER。结尾处已据此写好`,
          rename: ({ misspellings }) => misspellings.map(rename),
          write: ({ writes }) => writes.map(give),
          'create-anew': ({ container, create, held }) =>
            `重新创建容器 ${container}${known(create, (words) => `（${words}）`)}：它没有得到 ${list(held.map(({ name, at }) => `${place(at)} 中的 ${name}`))}`,
          'give-file': ({ heldFiles }) =>
            `如果还是没有，把 ${list(heldFiles)} 加到这个服务的 env_file（docker run 则用 --env-file）`,
          'name-likely': ({ likelyFile }) =>
            known(
              likelyFile,
              (found) =>
                `${place(found)} 中有 SMTP_URI。如果 Tailchat 用的就是这个文件，就指定它：--settings ${found.file}`,
            ),
          'go-there':
            '先进入 docker-compose.yml 所在的目录再运行，或者指定文件：--settings ' +
            '/path/to/docker-compose.env',
          'answer-questions': '还没有配置？回答几个问题即可：tailchat smtp verify --interactive',
          'name-compose':
            '在 Tailchat 的 compose 文件所在的目录里运行，或者指定那个文件：--settings /path/to/docker-compose.yml',
          'name-file':
            '在 docker-compose.env 所在的目录里运行，或者指定文件：--settings ' +
            '/path/to/docker-compose.env',
        }),
      };
    },
  });
}

/** The texts of the causes that lie in the settings. */
export const settings = {
  'uri-missing': (facts) =>
    missing(
      facts,
      'uri',
      paragraph(
        'SMTP_URI 告诉 Tailchat 用哪个邮件服务器、怎样登录。没有它就无法发送邮件。',
        whereSearched(facts),
      ),
    ),
  'uri-invalid': (facts) =>
    aboutValue(
      facts,
      exact(URI_PROBLEMS, facts, {
        title: `${inPlace('SMTP_URI', facts)}不是可用的 URI`,
        explanation: '无法从中分出用户名、密码、服务器和端口。',
        nextSteps: [`按这个格式填写：${URI_FORM}`, `对密码中的特殊字符做百分号编码：${ENCODING}`],
      }),
    ),
  'uri-placeholder': (facts) =>
    exact(URI_PROBLEMS, facts, {
      title: `${inPlace('SMTP_URI', facts)}里还留有占位符`,
      explanation: paragraph(
        `<username>、<password>、<host> 之类的文字只是示意，需要换成自己的值；$NAME、{{ name }} 之类的名称本应由别的程序` +
          '填上，这里却没有。',
        lengthOf(facts),
      ),
      nextSteps: ['把每个占位符连同括号一起换成自己的值', `对照完整格式检查：${URI_FORM}`],
    }),
  'uri-damaged': (facts) =>
    aboutValue(
      facts,
      exact(URI_PROBLEMS, facts, {
        title: `${inPlace('SMTP_URI', facts)}的值已损坏`,
        explanation: '值在传给 Tailchat 的途中丢失了一部分，或者多出了内容。',
        nextSteps: [`对密码中的特殊字符做百分号编码：${ENCODING}`, '去掉混进值里的引号和空格'],
      }),
    ),
  'credentials-missing': (facts) => ({
    title: tell(lackOfLogin(facts), {
      user: `${inPlace('SMTP_URI', facts)}里有密码，没有用户名`,
      password: `${inPlace('SMTP_URI', facts)}里有用户名，没有密码`,
      'a-part': `${inPlace('SMTP_URI', facts)}里的登录信息不完整`,
    }),
    explanation: paragraph('登录需要用户名和密码，中间用冒号隔开。', lostParts(facts)),
    nextSteps: say(stepsOfLogin(facts), facts, {
      'set-name': '设置这个变量；如果 $ 就是密码的一部分，请按下面的警告书写',
      'write-both': ({ uriForm = URI_FORM }) => `两者都要写：${uriForm}`,
      encode: '用户名中的 @ 写成 %40，冒号写成 %3A',
      'leave-out': '如果服务器不需要登录，把用户名、密码和后面的 @ 都去掉：smtp://host:25',
    }),
  }),
  'sender-missing': (facts) =>
    missing(facts, 'sender', '每封邮件都要有发件人地址，Tailchat 使用 SMTP_SENDER 中的地址。'),
  'recipient-missing': (facts) =>
    missing(facts, 'recipient', '测试邮件会真正发出，因此必须有收件人。'),
  'sender-invalid': (facts) =>
    aboutValue(
      facts,
      exact(SENDER_PROBLEMS, facts, {
        title: `${inPlace('SMTP_SENDER', facts)}里没有可用的邮箱地址`,
        explanation: '发件人必须是一个邮箱地址，前面可以加上名称。',
        nextSteps: [
          `填写自己的地址：${inForm(senderLine(facts))}`,
          `需要显示名称时这样写：${inForm(namedSender(facts))}`,
        ],
      }),
    ),
  'env-file-unreadable': (facts) =>
    exact(FILE_PROBLEMS, facts, {
      title: `无法读取 ${facts.file ?? 'env 文件'}`,
      explanation: '保存配置的文件读不出来。',
      nextSteps: ['检查 --settings 后面的路径，以及当前用户有没有读取权限'],
    }),
  'env-file-invalid': (facts) =>
    exact(REFUSALS, facts, {
      title: `${spaceAfter(place(facts, 'env 文件'))}的格式有误`,
      explanation: refused(facts),
      nextSteps: [
        `含有空格、引号或 $ 的值用单引号括起来：${QUOTED_SENDER}`,
        '检查每一行是否都是“名称=值”，引号是否成对',
        ...askReader(facts),
      ],
    }),
} satisfies Pick<
  CauseTexts,
  | 'uri-missing'
  | 'uri-invalid'
  | 'uri-placeholder'
  | 'uri-damaged'
  | 'credentials-missing'
  | 'sender-missing'
  | 'recipient-missing'
  | 'sender-invalid'
  | 'env-file-unreadable'
  | 'env-file-invalid'
>;
