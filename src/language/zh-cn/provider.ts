import type { CredentialOddity } from '../../report/credential-oddity.js';
import type { Facts, ProviderFacts } from '../../report/facts.js';
import { known, tell } from '../plans/plan.js';
import type { HomeFacts } from '../texts.js';
import { spaceAfter, spaceAround, spaceBefore } from './grammar.js';

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
  return tell(oddity, {
    'white-space': `${name}的开头或结尾有空格或换行，这些字符也会发给服务器。`,
    swapped: '用户名和密码似乎写反了。',
    refused: ({ expected }) => `${who}${expected}。`,
    'no-address': `用户名不是完整的邮箱地址，而${spaceBefore(who)}要求完整地址，例如 me%40example.com。`,
    'whole-address': `用户名是完整的邮箱地址，而${spaceBefore(who)}只要 @ 前面的部分。`,
    'not-fixed': ({ expected }) => `${who}的用户名固定是 ${expected}。`,
    mistake: ({ looksLike }) => `${name}看起来是${spaceBefore(looksLike)}。`,
    shape: ({ value, expected, length }) =>
      `${name}${known(length, (count) => `（${count} 个字符）`)}不符合${wanted(value, provider)}应有的形式：${expected}。`,
  });
}

function wanted(value: 'user' | 'password', provider: ProviderFacts | undefined): string {
  const what: string = tell(value, { user: '用户名', password: provider?.passwordName ?? '密码' });
  return `${spaceAround(provider?.name ?? '服务商')}的${spaceAround(what)}`;
}

/** How to get the password that the provider wants, where it is not the account's own. */
export function getPassword({ provider }: Facts): string {
  const where = known(provider?.passwordSource, (source) => `：${source}`);
  return `获取${nameOf(provider)}的“${provider?.passwordName}”${where}`;
}

/** How to set the account's own password anew, where that is what the provider wants. */
export const renewPassword = ({ provider }: Facts) =>
  `不确定时可以重设密码：${provider?.passwordSource}`;

/** How the user is written. */
export const WRITE_USER = {
  'write-address': '用户名写完整的邮箱地址，其中的 @ 写成 %40：me%40example.com',
  'write-name': '用户名只写邮箱地址中 @ 前面的部分',
  'write-fixed': ({ provider }: Facts) =>
    `用户名写 ${provider?.userWords}：${spaceAfter(provider?.name ?? '')}的所有账号都用它`,
  'write-issued': ({ provider }: Facts) =>
    `用户名写${nameOf(provider)}分配的：${provider?.userWords}`,
};

function nameOf(provider: ProviderFacts | undefined): string {
  return spaceAround(provider?.name ?? '');
}

/** The step to the server where the address of a login is at home. */
export function goHome(home: HomeFacts): string {
  const { scheme, host, port, domain, name, passwordName } = home;
  const write = `把 SMTP_URI 改为 ${scheme} 和 ${host}:${port}`;
  const wants = known(passwordName, (password) => `，密码用它的${password}`);
  return tell(home, {
    elsewhere: `${write}${wants}：@${domain} 属于${spaceAround(name).trimEnd()}`,
    sister: `${write}：@${domain} 的邮箱应使用这台服务器`,
    business: `如果你的域名邮箱开在${spaceAround(name).trimEnd()}，请${write}${wants}`,
  });
}

/** The steps with the provider's own advice first, and its help page last. */
export function withProvider(steps: string[], provider: ProviderFacts | undefined): string[] {
  return [
    ...known(provider?.advice, (advice) => [advice], []),
    ...steps,
    ...known(provider?.page, (page) => [`查看${nameOf(provider)}的说明：${page}`], []),
  ];
}
