import type { ApplicationFacts } from '../../report/application-facts.js';
import type { Facts } from '../../report/facts.js';
import {
  codeToSearch,
  patience,
  place,
  type ServerName,
  serverName,
  signOf,
} from '../plans/phrases.js';
import { known, tell } from '../plans/plan.js';
import { list, spaceAfter } from './grammar.js';

export { place } from '../plans/phrases.js';

/** The characters that must be percent-encoded in a password, and how. */
export const ENCODING = '#→%23，/→%2F，?→%3F，\\→%5C，%→%25，@→%40，:→%3A，$→%24';

/** The step that asks for more evidence. */
export const SHOW_CONVERSATION = '查看双方的完整对话：tailchat smtp verify --verbose';

/** The step where a login failed for now. */
export const LATER_BY_HAND = '过几分钟再手动试一次：每试一次就是一次登录，次数太多账号可能会被锁定';

/** The step for a scheme and a port that may not belong together. */
export const SCHEME_AND_PORT = '检查协议和端口是否匹配：smtps:// 配 465，smtp:// 配 587';

/** `host:port` at the beginning of a sentence, as far as it is known; otherwise the words given. */
export function server(facts: Facts, otherwise = '邮件服务器'): string {
  return tell<ServerName, string>(serverName(facts), {
    address: ({ name }) => `${name} `,
    provider: ({ name }) => spaceAfter(name),
    unknown: otherwise,
  });
}

/** `host:port` within a sentence, with a space on both sides; otherwise the words given. */
export function serverWithin(facts: Facts, otherwise = '邮件服务器'): string {
  return tell<ServerName, string>(serverName(facts), {
    address: ({ name }) => ` ${name} `,
    provider: otherwise,
    unknown: otherwise,
  });
}

/** A variable with the place where it stands: `SMTP_URI（docker-compose.env:20）`. */
export function inPlace(variable: string, facts: Pick<Facts, 'file' | 'line'>): string {
  return known(
    facts.file,
    (file) => `${variable}（${place({ ...facts, file })}）`,
    spaceAfter(variable),
  );
}

/** The error's own code in parentheses, to be searched for, or nothing. */
export function code(facts: Facts): string {
  const toSearch = codeToSearch(facts);
  return known(toSearch, (words) => `（${words}）`);
}

/** The words with the recipients after a colon, or other words where none are known. */
export function withRecipients(facts: Facts, words: string, otherwise = words): string {
  return known(facts.recipients, (some) => `${words}：${list(some)}`, otherwise);
}

/** The words with whom the mail was for, where they are about somebody else. */
export function mailTo(facts: Facts, words: string): string {
  return known(
    facts.recipients,
    (some) => `${words}（发给 ${spaceAfter(list(some))}的邮件）`,
    words,
  );
}

/** `在检查限定的 30 秒内`, or nothing. */
export function within(facts: Facts): string {
  return tell(patience(facts), {
    waited: ({ seconds }) => `在 ${seconds} 秒内`,
    allowed: ({ seconds }) => `在检查限定的 ${seconds} 秒内`,
    unknown: '',
  });
}

/** Where an application writes why a mail was not sent. */
export function whereItStands({ name, log, more }: ApplicationFacts): string {
  return `到 ${name} 写日志的地方找原因（${log}）${known(more, (option) => `，${option} 会给出更多内容`)}`;
}

/** The same of the application that said that it failed. */
export function logOfApplication({ application }: Facts): string {
  return known(application, (one) => whereItStands(one));
}

/** A sign in a sentence. */
export const named = (sign: string): string =>
  tell(signOf(sign), { space: '空格', sign: (one) => ` ${one.sign} ` });
