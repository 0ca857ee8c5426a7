import type { AbsentValue } from '../../../report/absent-value.js';
import {
  type Absence,
  absence,
  commandForKeys,
  keyOf,
  leftAbove,
  shareTaken,
  shellFault,
  sourceOf,
  stepsOfAbsent,
  takenBy,
} from '../../plans/absent.js';
import { known, say, tell } from '../../plans/plan.js';
import type { CauseText } from '../../texts.js';
import { named, place } from '../phrases.js';
import { belowWhat } from './below-what.js';
import { repairHeld } from './repair-held.js';

/** The words for a value that stands somewhere and does not reach Tailchat. */
export function absentText(variable: string, absent: AbsentValue): CauseText {
  const { service, other = '', by, heldIn, heldAs } = absent;
  const where = place(absent);
  const title = `${where} 中有 ${variable}，但 ${service} 的容器得不到它`;
  return {
    ...tell<Absence, Omit<CauseText, 'nextSteps'>>(absence(absent), {
      'dot-env': {
        title,
        explanation: `Docker Compose 只用 .env 替换自己文件中 \${名称} 这样的写法，里面的内容不会自动进入任何容器。`,
      },
      'unused-file': {
        title,
        explanation: `${by.file} 中没有服务引用 ${absent.file}，所以它根本没有用到。`,
      },
      'files-overridden': {
        title,
        explanation: `${place(by)} 用 !override 或 !reset 取代了前面文件里 ${service} 的 env_file，所以 ${absent.file} 没有用到。`,
      },
      'taken-away': {
        title: `${place(by)} 把 ${variable} 留空，${where} 中的值因此不起作用`,
        explanation: tell(takenBy(absent), {
          environment: 'environment: 下面的内容优先于所有 env 文件，没有写值也一样。',
          'env-file': '有几个 env 文件时，以最后一个为准，没有写值也一样。',
          container: '容器的 env: 优先于 envFrom，没有写值也一样。',
        }),
      },
      'other-namespace': {
        title: `${where} 中的 ${variable} 在命名空间 ${other} 里，而 ${service} 的容器在 ${namespaceOf(absent)} 里`,
        explanation: `Pod 只能使用自己命名空间里的 ConfigMap 和 Secret。如果 ${namespaceOf(absent)} 里没有 ${source(absent)}，容器就启动不了（CreateContainerConfigError）。`,
      },
      shell: {
        title: tell(shellFault(absent), {
          ends: ({ name, line }) =>
            `${name} 读到 ${place({ ...absent, line })} 就停了，读不到 ${where} 中的 ${variable}`,
          blank: ({ name }) => `${where} 中有 ${variable}，但 ${name} 没有把这一行读成设置`,
          sign: ({ name }) => `${where} 中有 ${variable}，但 ${name} 没有把这一行读成设置`,
          unknown: ({ name }) => `${where} 中有 ${variable}，但 ${name} 没有把这一行读成设置`,
        }),
        explanation: tell(shellFault(absent), {
          ends: 'source 读取的文件就是脚本：空格、& ; | < > ( ) $ 和引号都有特殊含义。',
          blank: 'source 读取的文件就是脚本：= 旁边有空格时，这一行的一部分会被当成命令。',
          sign: ({ sign }) =>
            `source 读取的文件就是脚本，引号以外的${named(sign)}有特殊含义：值到那里就结束了。`,
          unknown: 'source 读取的文件就是脚本：空格、& ; | < > ( ) $ 和引号都有特殊含义。',
        }),
      },
      renamed: {
        title: `${where} 中有 ${variable}，但 ${service} 的容器得到的名称是 ${heldAs}`,
        explanation: `这个名称来自 ${place(by)}，而 Tailchat 只读取 ${variable}。`,
      },
      unmounted: {
        title,
        explanation: `它在 ${other} 中，而容器的 envFrom 和 env 都没有引用 ${other}。`,
      },
      'not-given': {
        title: tell(shareTaken(absent), {
          whole: `${service} 的容器取用整个 ${source(absent)}，而给出的文件里没有它`,
          key: `${where} 中的 ${variable} 取自 ${source(absent)} 的键 ${absent.source?.key}，而给出的文件里没有它`,
        }),
        explanation: `从这些文件看不出 ${variable} 对不对：它的值在集群里，或者在别的文件里。`,
      },
      'wrong-key': {
        title: `${where} 中的 ${variable} 写在了另一个键 ${heldAs} 下`,
        explanation: `${service} 的容器按键名得到 ${other} 中的内容，而 Tailchat 只读取 ${variable}。`,
      },
      inactive: {
        title: `${where} 中的 ${variable} 属于 ${other}，而 Compose 不会启动它`,
        explanation: `服务 ${other} 所属的 profile 没有启用。`,
      },
      'other-service': {
        title: `${where} 中的 ${variable} 属于 ${other}，不属于发信的 ${service}`,
        explanation: `在 Tailchat 中，运行 core/user 的服务负责发信，这里就是 ${service}。`,
      },
    }),
    nextSteps: say(stepsOfAbsent(absent), absent, {
      'add-line': ({ add }) =>
        known(add, (toWrite) =>
          tell(toWrite, {
            below: (spot) =>
              `在 ${by.file} 中${belowWhat({ ...spot, service })}加上这一行：${spot.line}`,
            instead: ({ at, line }) => `把 ${place(at)} 改成：${line}`,
            variable: ({ at, value }) =>
              `在服务 ${service} 的环境变量（${place(at)}）中按原有的写法加上 ${variable}，值为 '${value}'`,
            source: (spot) =>
              `在${belowWhat({ ...spot, service })}（${place(spot.at)}）按原有的写法加上 ${spot.item}`,
            'env-file': ({ at, name }) =>
              `在服务 ${service} 的 env_file（${place(at)}）中按原有的写法加上 ${name}`,
          }),
        ),
      'up-again': '然后运行 `docker compose up -d`：`docker compose restart` 不会重新读取这些文件',
      'give-back': ({ remove }) =>
        known(
          remove,
          (entry) =>
            `从 ${place(entry)} 中删掉 ${variable}，或者把值写在那里${tell(leftAbove(entry), {
              nothing: '；下面不再有内容的键要写上 {}，例如 environment: {}',
              others: '',
            })}`,
        ),
      activate: ({ profile }) =>
        `在 .env 的 COMPOSE_PROFILES 中加上 ${profile}，让 Compose 启动 ${other}：COMPOSE_PROFILES=${profile}`,
      apply: `然后应用清单：kubectl apply -f ${by.file}`,
      'name-manifest': `把 ${source(absent)} 的清单文件也一起指定：--settings ${absent.file} --settings FILE`,
      'check-in-pod':
        '或者在 Pod 里检查，那里有这个值：tailchat smtp verify --in kubernetes:deploy/NAME',
      'see-key': `查看它有没有 ${keyOf(absent, variable)} 这个键（不会显示值）：${commandForKeys(absent)}`,
      'same-namespace': `在 ${source(absent)}（${absent.file}）的 metadata: 下面写上 namespace: ${namespaceOf(absent)}，或者把工作负载移到命名空间 ${other}`,
      rename: `修改 ${place(by)}：去掉 prefix:，或者写上 Tailchat 读取的名称`,
      'close-up': `去掉 ${where} 中 = 前后的空格`,
      quote: `给 ${where} 的整个值加上单引号，或者对这个符号做百分号编码`,
      'mend-line': () =>
        known(
          absent.shell?.endsAt,
          (line) => `修正 ${place({ ...absent, line })}：给它的值加上单引号`,
        ),
      'repair-held': () => known(heldIn, (held) => repairHeld(held, {}), []),
      'write-for-service': `给发信的服务 ${service} 写上 ${variable}`,
      'name-other': `如果发信的其实是 ${other}，就用 --service 指定它`,
      'give-the-same': `给 ${service} 设置同样的 ${variable}`,
    }),
  };
}

/** The namespace of the container. */
const namespaceOf = ({ source }: AbsentValue) => source?.namespace ?? 'default';

/** The ConfigMap or Secret that no given file holds. */
function source(absent: AbsentValue): string {
  const { kind, name } = sourceOf(absent);
  return `${kind} ${name}`;
}
