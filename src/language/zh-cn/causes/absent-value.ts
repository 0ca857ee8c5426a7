import type { AbsentValue } from '../../../report/facts.js';
import type { CauseText } from '../../texts.js';
import { place } from '../phrases.js';
import { notGivenText } from './not-given.js';
import { repairHeld } from './repair-held.js';

/** The words for a value that stands somewhere and does not reach Tailchat. */
export function absentText(variable: string, absent: AbsentValue): CauseText {
  const { why, service, other = '', by, heldIn, heldAs } = absent;
  const where = place(absent);
  const title = `${where} 中有 ${variable}，但 ${service} 的容器得不到它`;
  const after = '然后运行 `docker compose up -d`：`restart` 不会重新读取这些文件';
  switch (why) {
    case 'dot-env':
      return {
        title,
        explanation: `Docker Compose 只用 .env 替换自己文件中 \${名称} 这样的写法，里面的内容不会自动进入任何容器。`,
        nextSteps: [...addLine(absent), after],
      };
    case 'unused-file':
      return {
        title,
        explanation: `${by.file} 中没有服务引用 ${absent.file}，所以没有程序会读它。`,
        nextSteps: [...addLine(absent), after],
      };
    case 'taken-away':
      return {
        title: `${place(by)} 取消了 ${where} 中的 ${variable}`,
        explanation: 'environment: 下面的内容优先于所有 env 文件，没有写值也一样。',
        nextSteps: [`从 ${place(by)} 中删掉 ${variable}，或者把值写在那里`, after],
      };
    case 'unmounted':
      return {
        title,
        explanation: `它在 ${other} 中，而容器的 envFrom 和 env 都没有引用 ${other}。`,
        nextSteps: [...addLine(absent), '然后应用清单：kubectl apply -f 文件'],
      };
    case 'not-given':
      return notGivenText(variable, absent);
    case 'wrong-key':
      return {
        title: `${where} 中的 ${variable} 写在了另一个键 ${heldAs} 下`,
        explanation: `${service} 的容器按键名得到 ${other} 中的内容，而 Tailchat 只读取 ${variable}。`,
        nextSteps: heldIn ? repairHeld(heldIn) : [],
      };
    case 'inactive':
      return {
        title: `${where} 中的 ${variable} 属于 ${other}，而 Compose 不会启动它`,
        explanation: `服务 ${other} 所属的 profile 没有启用。`,
        nextSteps: [
          `给发信的服务 ${service} 写上 ${variable}`,
          `如果发信的其实是 ${other}，就用 --service 指定它`,
        ],
      };
    case 'other-service':
      return {
        title: `${where} 中的 ${variable} 属于 ${other}，不属于发信的 ${service}`,
        explanation: `在 Tailchat 中，运行 core/user 的服务负责发信，这里就是 ${service}。`,
        nextSteps: [
          `给 ${service} 设置同样的 ${variable}`,
          `如果发信的其实是 ${other}，就用 --service 指定它`,
          after,
        ],
      };
  }
}

function addLine({ add, service, by }: AbsentValue): string[] {
  if (!add) return [];
  const below = add.under === '' ? `服务 ${service}` : `${service} 的 ${add.under}:`;
  return [`在 ${by.file} 中${below}下面加上这一行：${add.line}`];
}
