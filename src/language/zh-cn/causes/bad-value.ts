import type { Facts, PastedForm } from '../../../report/facts.js';
import type { CauseText } from '../../texts.js';
import { paragraph } from '../phrases.js';
import { heldBy } from '../readers.js';
import { repairHeld } from './repair-held.js';

const PASTED: Record<PastedForm, string> = {
  shell: '这是在 shell 里设置变量的命令。Tailchat 只要等号后面的内容。',
  'docker-flags':
    '这是 docker run 用来给容器设置变量的参数。Tailchat 只要等号后面的内容；写进 env 文件时不能带这些参数。',
  assignment: '这是 env 文件或 compose 文件里的整行内容。Tailchat 只要变量名后面的值。',
};

/** A text about a bad value with what is known of this very value: what the server does, the right line. */
export function aboutValue(facts: Facts, text: CauseText): CauseText {
  const steps = facts.heldIn ? repairHeld(facts.heldIn, facts) : writeLine(facts);
  const what = facts.pasted ? PASTED[facts.pasted] : undefined;
  return {
    ...text,
    explanation: paragraph(what ?? text.explanation, lengthOf(facts), serverWould(facts)),
    nextSteps: [...steps, ...text.nextSteps],
  };
}

/** The character that is at fault, and where it stands. */
export function culprit({ character, part }: Facts): string | undefined {
  if (!character) return undefined;
  return `${part === 'user' ? '用户名' : '密码'}中的 ${character} `;
}

/** All that is told of a value that was not understood: it may be a password from one end to the other. */
export function lengthOf({ valueLength }: Facts): string {
  return valueLength === undefined ? '' : `这个值共 ${valueLength} 个字符。`;
}

function serverWould({ serverDoes }: Facts): string {
  switch (serverDoes) {
    case 'takes-localhost':
      return 'Tailchat 服务端从中找不到服务器，会试着把邮件交给它自己所在的机器（localhost）。';
    case 'throws':
      return 'Tailchat 服务端会因此报错并停下：“URIError: URI malformed”。';
    case 'reads-it':
      return 'Tailchat 服务端会忽略它，但其他程序不会，最好不要指望这一点。';
    case 'asks-for-user':
      return 'Tailchat 服务端会把用户名的一部分当成服务器名，并在尝试连接时发给 DNS。';
    case 'asks-for-password':
      return 'Tailchat 服务端会把密码的一部分当成服务器名，并在尝试连接时发给 DNS。';
    case 'asks-for-host':
      return 'Tailchat 服务端看不出这个问题，会去连接它从中认出的那个“服务器名”。';
    default:
      return '';
  }
}

function writeLine({ envLine, isMasked, holders }: Facts): string[] {
  if (!envLine) return [];
  const write = `写成 ${envLine}${heldBy({ holders })}`;
  if (!isMasked || !envLine.includes('***')) return [write];
  const what = envLine.includes('***:***') ? '用户名和密码' : '密码';
  return [`${write}，其中 *** 换成百分号编码后的${what}（--show-secrets 会直接显示）`];
}
