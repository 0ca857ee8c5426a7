import type { DkimKeyProblem } from '../../../report/dkim-key-problem.js';
import type { SpfProblem, SpfSyntaxError } from '../../../report/domain-finding.js';
import { known, tell } from '../../plans/plan.js';

/** Joined by the comma of lists. */
export const list = (items: readonly string[]) => items.join('、');

/** A policy, or that there is none. */
export const quoted = (policy: string | null) => known(policy, (one) => `p=${one}`, '没有任何策略');

/** What is wrong with a DKIM key. */
export const dkimProblems: Readonly<Record<DkimKeyProblem, string>> = {
  'no-tags': '该名称下的文本不是 DKIM 记录。',
  'wrong-version': '记录必须以 v=DKIM1 开头。',
  'unknown-key-type': 'k= 只能是 rsa 或 ed25519。',
  'no-key': '缺少存放公钥的 p=。',
  revoked: 'p= 为空。',
  'not-base64': '公钥里有不该出现的字符，例如引号或误输入的空格。',
  'not-a-key': 'p= 里不是完整的公钥：可能被截断或改动过。',
  'too-short': '公钥不足 1024 位，收件方不得接受（RFC 8301）。',
  'no-sha256': 'h= 中没有如今签名所用的 sha256，所有签名都会验证失败（RFC 8301）。',
  'not-for-mail': 's= 表明该公钥不用于邮件。',
  quoted: '文本里有引号：引号属于 DNS 面板的写法，不属于记录本身。',
  'several-records': '该名称下有不止一条记录，例如把长公钥拆成了多条：哪一条有效无法确定。',
};

/** What is wrong with an SPF record. */
export function spfProblem(problem: SpfProblem): string {
  return tell(problem, {
    'too-many-lookups': '需要的 DNS 查询超过 10 次。',
    'too-many-void-lookups': '有两个以上的条目指向不存在的名称。',
    'too-many-names': ({ domain }) => `${domain} 的 MX 主机超过 10 个。`,
    'no-record': ({ domain }) => `其中引用的 ${domain} 没有 SPF 记录。`,
    loop: ({ domain }) => `${domain} 的记录又绕回自身，查询没有尽头。`,
    'several-records': ({ domain, records }) =>
      `其中 include 的 ${domain} 有 ${records.length} 条 SPF 记录。`,
    syntax: ({ domain, error }) =>
      `${syntaxProblems[error.problem]}：${error.term}（${domain} 的记录）。`,
    'dns-error': ({ name, code }) => `查询 ${name} 没有得到答复（${code}）。`,
    unaskable: ({ name }) => `无法查询 ${name} 这个名称。`,
  });
}

const syntaxProblems: Readonly<Record<SpfSyntaxError['problem'], string>> = {
  'unknown-term': '有 SPF 不认识的条目',
  'bad-term': '有写法错误的条目',
  'bad-address': '有无效的 IP 地址',
  'bad-prefix': '有无效的前缀长度',
  'bad-domain': '有无效的域名',
  'foreign-sign': '有不该出现的字符（例如全角冒号）',
  repeated: '有只能出现一次却重复的条目',
};
