import type { ApplicationFacts, Facts } from '../../report/facts.js';
import { OWN_ENV_FILE } from '../../settings/env-files/own-env-file.js';
import { formatHostPort } from '../../settings/uri/host-port.js';

/** The characters that must be percent-encoded in a password, and how. */
export const ENCODING = '# → %23，/ → %2F，? → %3F，\\ → %5C，% → %25';

/** The step that asks for more evidence. */
export const SHOW_CONVERSATION = '查看双方的完整对话：tailchat smtp verify --verbose';

/** The step for a scheme and a port that may not belong together. */
export const SCHEME_AND_PORT = '检查协议和端口是否匹配：smtps:// 配 465，smtp:// 配 587';

/** Joins sentences to a paragraph, leaving out those that do not apply. */
export function paragraph(...sentences: (string | false)[]): string {
  return sentences.filter(Boolean).join('');
}

/** Names at most three of several things. */
export function list(items: readonly string[]): string {
  const shown = items.slice(0, 3).join('、');
  return items.length > 3 ? `${shown} 等 ${items.length} 个` : shown;
}

/** Adds the space that parts a Latin word from the Chinese one after it. */
export function spaceAfter(text: string): string {
  return /[!-~]$/.test(text) ? `${text} ` : text;
}

/** Adds the space that parts a Chinese word from the Latin one after it. */
export function spaceBefore(text: string): string {
  return /^[!-~]/.test(text) ? ` ${text}` : text;
}

/** Adds the spaces that part a Latin word from the Chinese ones on both sides. */
export function spaceAround(text: string): string {
  return spaceBefore(spaceAfter(text));
}

/** `host:port` at the beginning of a sentence, as far as it is known; otherwise the words given. */
export function server(facts: Facts, otherwise = '邮件服务器'): string {
  if (!facts.host) {
    const { provider } = facts;
    return provider && provider.kind !== 'software' ? spaceAfter(provider.name) : otherwise;
  }
  if (facts.port === undefined) return `${facts.host} `;
  return `${formatHostPort(facts.host, facts.port)} `;
}

/** `host:port` within a sentence, with a space on both sides; otherwise the words given. */
export function serverWithin(facts: Facts, otherwise = '邮件服务器'): string {
  return facts.host ? ` ${server(facts)}` : otherwise;
}

/** `host:port` at the end of a sentence or before Chinese punctuation, with a space before it; otherwise the words given. */
export function serverAtEnd(facts: Facts): string {
  return serverWithin(facts).trimEnd();
}

/** Where a setting stands: `docker-compose.env:20`. */
export function place(facts: Pick<Facts, 'file' | 'line'>, otherwise = OWN_ENV_FILE): string {
  if (!facts.file) return otherwise;
  return facts.line === undefined ? facts.file : `${facts.file}:${facts.line}`;
}

/** A variable with the place where it stands: `SMTP_URI（docker-compose.env:20）`. */
export function inPlace(variable: string, facts: Pick<Facts, 'file' | 'line'>): string {
  return facts.file ? `${variable}（${place(facts)}）` : spaceAfter(variable);
}

/** The error's own code in parentheses, to be searched for, or nothing. */
export function code(facts: Facts): string {
  return facts.errorCode && !facts.isCodeInferred ? `（${facts.errorCode}）` : '';
}

/** The words with the recipients after a colon, or other words where none are known. */
export function withRecipients(facts: Facts, words: string, otherwise = words): string {
  return facts.recipients?.length ? `${words}：${list(facts.recipients)}` : otherwise;
}

/** The words with whom the mail was for, where they are about somebody else. */
export function mailTo(facts: Facts, words: string): string {
  return facts.recipients?.length ? `${words}（发给 ${list(facts.recipients)} 的邮件）` : words;
}

/** `在检查限定的 30 秒内`, or nothing. */
export function within(facts: Facts): string {
  if (facts.waitedSeconds !== undefined) return `在 ${facts.waitedSeconds} 秒内`;
  return facts.timeoutSeconds === undefined ? '' : `在检查限定的 ${facts.timeoutSeconds} 秒内`;
}

/** Where an application writes why a mail was not sent. */
export function whereItStands({ name, log, more }: ApplicationFacts): string {
  return `到 ${name} 写日志的地方找原因（${log}）${more === undefined ? '' : `，${more} 会给出更多内容`}`;
}

/** The same of the application that said that it failed. */
export function logOfApplication({ application }: Facts): string {
  return application === undefined ? '' : whereItStands(application);
}
