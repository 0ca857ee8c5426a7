import { namedAtAll, stepsOfUnknown } from '../../plans/manifests.js';
import { known, say, tell } from '../../plans/plan.js';
import { misfit, type ProblemTexts, unknownKey } from '../../plans/settings.js';
import { list } from '../grammar.js';
import { place } from '../phrases.js';
import { ASK_COMPOSE } from './ask-compose.js';

const REFUSED = 'Docker Compose 会因此拒绝整个项目，所有服务都得不到配置。';

const VARIABLE_KEYS = '给容器设置变量的键是 environment 和 env_file。';
const CORRECT_KEY = '改正这个键的名称或缩进';

/** What Compose refuses in a compose file. */
export const COMPOSE_REFUSALS: ProblemTexts = {
  'bad-structure': (facts) => ({
    title: tell(misfit(facts), {
      place: `${place(facts)} 的结构不对：Compose 在这里要的不是这种内容`,
      both: ({ about }) => `${place(facts)} 处的 ${about} 不能同时设置`,
      value: ({ about }) => `${place(facts)} 处 ${about} 的值不是 Compose 接受的形式`,
    }),
    explanation: REFUSED,
    nextSteps: [
      tell(misfit(facts), {
        place: '检查那里的缩进和短横线',
        both: '删掉其中一个',
        value: ({ example }) =>
          known(
            example,
            (line) => `写成这种形式：${line}`,
            '检查那里的缩进和短横线，或者给数字加上引号',
          ),
      }),
      ASK_COMPOSE,
    ],
  }),
  'bad-entry': (facts) => ({
    title: `${place(facts)} 不是“- 名称=值”的形式`,
    explanation: `${REFUSED}写成列表时，名称和值之间用 =，不用冒号。`,
    nextSteps: ['写成“- 名称=值”；或者去掉列表的所有短横线，写成“名称: 值”', ASK_COMPOSE],
  }),
  'space-in-name': (facts) => ({
    title: `${place(facts)} 的 = 前面有空格`,
    explanation: `${REFUSED}这个空格会算进名称里。`,
    nextSteps: ['写成“- 名称=值”，= 两边不留空格', ASK_COMPOSE],
  }),
  'unknown-key': (facts) => ({
    title: `${place(facts)} 中的 ${unknownKey(facts).key} 不是 Compose 认识的键`,
    explanation: `${REFUSED}${tell(unknownKey(facts), {
      meant: VARIABLE_KEYS,
      unknown: VARIABLE_KEYS,
      characters: '服务的名称只能用 a-z、A-Z、0-9、.、_ 和 -。',
    })}`,
    nextSteps: [
      tell(unknownKey(facts), {
        meant: ({ meant }) => `如果指的是 ${meant}，就在那里写 ${meant}`,
        unknown: CORRECT_KEY,
        characters: CORRECT_KEY,
      }),
      ASK_COMPOSE,
    ],
  }),
  'unknown-format': (facts) => ({
    title: `${place(facts)} 指定了 Compose 不认识的格式 ${facts.about ?? ''}`,
    explanation: `${REFUSED}除了自己的规则，它只认识 raw。`,
    nextSteps: ['删掉 format: 那一行', ASK_COMPOSE],
  }),
  'unknown-service': (facts) => ({
    title: tell(namedAtAll(facts), {
      services: `${known(facts.file, (file) => `${place({ ...facts, file })} 所指的`)}服务 ${facts.about ?? ''} 不存在`,
      workloads: `清单里没有名为 ${facts.about ?? ''} 的工作负载或容器`,
      nothing: '清单里没有工作负载，--service 没有可以指定的对象',
    }),
    explanation: tell(namedAtAll(facts), {
      services: known(
        facts.services,
        (services) => `现有的服务：${list(services)}。`,
        '没有找到这个名称的服务。',
      ),
      workloads: known(facts.services, (workloads) => `现有的工作负载：${list(workloads)}。`),
      nothing: '没有工作负载时，检查的是 ConfigMap 和 Secret 里的值。',
    }),
    nextSteps: say(stepsOfUnknown(facts), facts, {
      'check-name': '检查名称，包括 --service 后面的名称',
      'leave-out': '去掉 --service，或者把工作负载的清单也一起指定：--settings FILE',
      'ask-compose': ASK_COMPOSE,
    }),
  }),
  'other-chosen': (facts) => ({
    title: `Docker Compose 读取的是 ${place(facts)}，而不是同一目录里的 ${facts.about ?? ''}`,
    explanation: `同一目录里有几个 compose 文件时，它取 ${place(facts)}，而里面没有要启动的 Tailchat 服务。`,
    nextSteps: [
      `如果 Tailchat 的服务写在 ${facts.about ?? ''} 里，就删除 ${place(facts)}，或者给它改名`,
      `或者指定那个文件，检查时用 --settings ${facts.about ?? ''}，启动时用 docker compose -f ${facts.about ?? ''}`,
    ],
  }),
  'not-defined': (facts) => ({
    title: `${place(facts)} 引用了 ${facts.about ?? ''}，但没有定义它`,
    explanation: REFUSED,
    nextSteps: [
      `在 compose 文件中定义 ${facts.about ?? ''}，启用它的 profile，或者去掉这个名称`,
      ASK_COMPOSE,
    ],
  }),
  'no-image': (facts) => ({
    title: `${place(facts)} 中的服务 ${facts.about ?? ''} 既没有 image，也没有 build`,
    explanation: REFUSED,
    nextSteps: ['在该服务下写上 image: moonrailgun/tailchat', ASK_COMPOSE],
  }),
  'file-missing': (facts) => ({
    title: `${place(facts)} 指定的 ${facts.about ?? '文件'} 不存在`,
    explanation: `${REFUSED}相对路径从 compose 文件所在的目录算起。`,
    nextSteps: [
      `创建 ${facts.about ?? '这个文件'}，或者改正路径`,
      `如果它是可有可无的 env_file，就写 env_file: [{ path: ${facts.about ?? 'FILE'}, required: false }]`,
      ASK_COMPOSE,
    ],
  }),
  circle: (facts) => ({
    title: `${place(facts)} 的 include、extends 或 depends_on 绕回了自己`,
    explanation: REFUSED,
    nextSteps: ['删掉这一项，或者这个环里的另一项', ASK_COMPOSE],
  }),
};
