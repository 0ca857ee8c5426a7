import type { CredentialOddity } from '../../report/credential-oddity.js';
import type { Facts, ProviderFacts } from '../../report/facts.js';
import { isUserInForm } from '../facts.js';
import { spaceAfter } from './phrases.js';

/** The name of the value in `SMTP_URI`. */
const NAME = { user: '用户名', password: '密码' } as const;

/** What is odd about the credentials, a sentence each. */
export function oddities({
  oddities = [],
  provider,
}: Pick<Facts, 'oddities' | 'provider'>): string {
  return oddities.map((oddity) => describe(oddity, provider)).join('');
}

function describe(oddity: CredentialOddity, provider: ProviderFacts | undefined): string {
  const who = spaceAfter(provider?.name ?? '服务商');
  const name = NAME[oddity.value];
  switch (oddity.kind) {
    case 'white-space':
      return `${name}的开头或结尾有空格或换行，这些字符也会发给服务器。`;
    case 'swapped':
      return '密码的位置上写的是用户名：两者似乎写反了。';
    case 'no-address':
      return `用户名不是完整的邮箱地址，而${spaceBefore(who)}要求完整地址，例如 me%40example.com。`;
    case 'whole-address':
      return `用户名是完整的邮箱地址，而${spaceBefore(who)}只要 @ 前面的部分。`;
    case 'not-fixed':
      return `${who}的用户名固定是 ${oddity.expected}。`;
    case 'mistake':
      return `${name}看起来是${spaceBefore(oddity.looksLike)}。`;
    case 'shape':
      return `${name}有 ${oddity.length} 个字符，而${wanted(oddity.value, provider)}应为${spaceBefore(oddity.expected)}。`;
  }
}

function wanted(value: 'user' | 'password', provider: ProviderFacts | undefined): string {
  const who = spaceBefore(spaceAfter(provider?.name ?? '服务商'));
  const what = value === 'user' ? '用户名' : (provider?.passwordName ?? '密码');
  return `${who}的${spaceBefore(spaceAfter(what))}`;
}

/** Adds the space that parts a Chinese word from the Latin one after it. */
function spaceBefore(text: string): string {
  return /^[!-~]/.test(text) ? ` ${text}` : text;
}

/** How to get the password that the provider wants; nothing where it is the account's own. */
export function getPassword(facts: Facts): string[] {
  const { name = '', passwordName, passwordSource } = facts.provider ?? {};
  if (!passwordName) return [];
  const where = passwordSource ? `：${passwordSource}` : '';
  return [`获取${spaceBefore(spaceAfter(name))}的“${passwordName}”${where}`];
}

/** How to set the account's own password anew, where that is what the provider wants. */
export function renewPassword({ provider }: Facts): string[] {
  const { passwordName, passwordSource, advice } = provider ?? {};
  return passwordSource && !passwordName && !advice
    ? [`不确定时可以重设密码：${passwordSource}`]
    : [];
}

/** How the user is written; nothing where that is not known. */
export function writeUser(facts: Facts): string[] {
  if (isUserInForm(facts)) return [];
  const { name = '', userForm, userWords } = facts.provider ?? {};
  switch (userForm) {
    case 'address':
      return ['用户名写完整的邮箱地址，其中的 @ 写成 %40：me%40example.com'];
    case 'address-or-name':
      return [];
    case 'name':
      return ['用户名只写邮箱地址中 @ 前面的部分'];
    case 'fixed':
      return [`用户名写 ${userWords}：${spaceAfter(name)}的所有账号都用它`];
    case 'issued':
      return userWords ? [`用户名写${spaceBefore(spaceAfter(name))}分配的：${userWords}`] : [];
    default:
      return [];
  }
}

/** The steps with the provider's own advice first, and its help page last. */
export function withProvider(steps: string[], provider: ProviderFacts | undefined): string[] {
  if (!provider) return steps;
  const { advice, page, name } = provider;
  return [
    ...(advice ? [advice] : []),
    ...steps,
    ...(page ? [`查看${spaceBefore(spaceAfter(name))}的说明：${page}`] : []),
  ];
}
