import type { Facts } from '../../../report/facts.js';
import type { CauseText } from '../../texts.js';
import { paragraph } from '../phrases.js';
import { heldBy } from '../readers.js';

/** A text about a bad value with what is known of this very value: what the server does, the right line. */
export function aboutValue(facts: Facts, text: CauseText): CauseText {
  return {
    ...text,
    explanation: paragraph(text.explanation, serverWould(facts)),
    nextSteps: [...writeLine(facts), ...text.nextSteps],
  };
}

/** The character that is at fault, and where it stands. */
export function culprit({ character, part }: Facts): string | undefined {
  if (!character) return undefined;
  return `${part === 'user' ? '用户名' : '密码'}中的 ${character} `;
}

function serverWould({ serverDoes, serverHost = '' }: Facts): string {
  switch (serverDoes) {
    case 'takes-localhost':
      return 'Tailchat 服务端从中找不到服务器，会试着把邮件交给它自己所在的机器（localhost）。';
    case 'throws':
      return 'Tailchat 服务端会因此报错并停下：“URIError: URI malformed”。';
    case 'reads-it':
      return 'Tailchat 服务端会忽略它，但其他程序不会，最好不要指望这一点。';
    case 'asks-for-user':
      return `Tailchat 服务端会去连接一台名叫“${serverHost}”的服务器，也就是把用户名的这一部分发给 DNS。`;
    case 'asks-for-password':
      return 'Tailchat 服务端会把密码的一部分当成服务器名，并在尝试连接时发给 DNS。';
    case 'asks-for-host':
      return `Tailchat 服务端会去连接一台名叫“${serverHost}”的服务器。`;
    default:
      return '';
  }
}

function writeLine({ envLine, isMasked, holders }: Facts): string[] {
  if (!envLine) return [];
  const masked = isMasked && envLine.includes('***');
  return [
    `写成 ${envLine}${heldBy({ holders })}${masked ? '，其中 *** 换成百分号编码后的密码（--show-secrets 会直接显示）' : ''}`,
  ];
}
