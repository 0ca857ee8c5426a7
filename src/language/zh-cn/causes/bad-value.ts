import type { PastedForm, ServerDeed } from '../../../report/bad-uri-facts.js';
import type { Facts } from '../../../report/facts.js';
import { known, say, tell } from '../../plans/plan.js';
import { lengthToTell, lostName, serverBeside, stepsOfBadValue } from '../../plans/settings.js';
import type { CauseText } from '../../texts.js';
import { paragraph } from '../grammar.js';
import { named } from '../phrases.js';
import { heldBy } from '../readers.js';
import { repairHeld, unmask } from './repair-held.js';

const PASTED: Record<PastedForm, string> = {
  shell: '这是在 shell 里设置变量的命令。Tailchat 只需要等号后面的内容。',
  'docker-flags':
    '这是 docker run 的选项。Tailchat 只需要等号后面的内容；这些选项不能写进 env 文件。',
  assignment: '这是 env 文件或 compose 文件里的整行内容。Tailchat 只需要变量名后面的值。',
};

const PARTS = { user: '用户名', password: '密码' };

/** What Tailchat's server would do with the value. */
const DEEDS: Record<ServerDeed, string> = {
  'takes-localhost': 'Tailchat 服务端从中找不到服务器，会把邮件发给自己所在的机器（localhost）。',
  throws: 'Tailchat 服务端会报“URIError: URI malformed”并失败。',
  refuses: 'Tailchat 服务端会报“Invalid URL”并失败。',
  'reads-it': 'Tailchat 服务端会忽略它，但其他程序不会，最好不要依赖这一点。',
  'takes-usual-port': 'Tailchat 服务端读不出端口，会改用默认的：smtp:// 用 587，smtps:// 用 465。',
  'damages-login': 'Tailchat 服务端不会发现问题，而是用错误的用户名或密码去登录。',
  'refuses-port': 'Tailchat 服务端会报“Port should be >= 0 and < 65536”并失败。',
  'asks-for-user': 'Tailchat 服务端会把用户名的一部分当成服务器名，并拿它去查询 DNS。',
  'asks-for-password': 'Tailchat 服务端会把密码的一部分当成服务器名，并拿它去查询 DNS。',
  'asks-for-host': 'Tailchat 服务端不会发现问题，而是去连接它当成服务器名的那一段。',
};

/** A text about a bad value with what is known of this very value: what the server does, the right line. */
export function aboutValue(facts: Facts, text: CauseText): CauseText {
  return {
    ...text,
    explanation: paragraph(
      known(facts.pasted, (form) => PASTED[form], text.explanation),
      lengthOf(facts),
      lostPart(facts),
      known(facts.serverDoes, (deed) => DEEDS[deed]),
    ),
    nextSteps: [
      ...say(stepsOfBadValue(facts), facts, {
        'repair-held': ({ heldIn }) => known(heldIn, (held) => repairHeld(held, facts), []),
        quote: '给整个值加上单引号',
        'write-line': ({ envLine }) => `写成 ${envLine}${heldBy(facts)}${unmask(facts)}`,
      }),
      ...text.nextSteps,
    ],
  };
}

/** The character that is at fault, and where it stands. */
export function culprit({ character, part }: Facts, otherwise: string): string {
  return known(character, (one) => `${PARTS[part ?? 'password']}中的 ${one} `, otherwise);
}

/** The text for a value that was not understood. Little is told, since the whole value may be a password. */
export function lengthOf(facts: Facts): string {
  return tell(lengthToTell(facts), {
    none: '',
    length: ({ length }) =>
      `这个值共 ${length} 个字符，可能含有密码，加上 --show-secrets 才会显示。`,
  });
}

/** The same for a login, with which the server may be missing. */
export function lostParts(facts: Facts): string {
  return paragraph(
    tell(serverBeside(facts), {
      none: '邮件服务器也没有写：@ 后面是邮箱地址的后半部分。',
      any: '',
    }),
    lostPart(facts),
  );
}

/** What is missing from a value, and why. */
function lostPart(facts: Facts): string {
  return tell(lostName(facts), {
    name: ({ name }) => `值里引用了变量 ${name}，而它没有设置，所以那里是空的。`,
    dollar: '值里有 $，后面的字符被当成变量名，而这个变量没有设置，所以那里是空的。',
    cut: ({ shell, sign }) =>
      `用 source 读取这个文件时，${shell} 读到引号以外的${named(sign)}就认为值结束了。`,
    none: '',
  });
}
