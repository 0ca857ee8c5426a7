import type { DmarcProblem } from '../../report/domain-finding.js';

const POLICY = /^(?:none|quarantine|reject)$/i;
/** The tags that a record keeps, and what each may say. */
const TAGS: Readonly<Record<string, RegExp>> = {
  p: POLICY,
  sp: POLICY,
  np: POLICY,
  adkim: /^[rs]$/i,
  aspf: /^[rs]$/i,
  psd: /^[ynu]$/i,
  t: /^[yn]$/i,
  pct: /^(?:100|\d{1,2})$/,
  fo: /^[01ds](?::[01ds])*$/i,
  rua: /^[a-z][\w+.-]*:\S+$/i,
  ruf: /^[a-z][\w+.-]*:\S+$/i,
};

/**
 * A record as everybody reads it: what can be understood of the one that stands there, and `p=none` without a policy.
 *
 * @returns undefined where only its owner knows what was meant
 */
export function repairedDmarc(text: string, problem: DmarcProblem): string | undefined {
  if (problem.kind === 'repeated') return undefined;
  const kept = new Map<string, string>();
  // No tag has a blank, a quotation mark or another letter than those of ASCII.
  for (const part of text
    .normalize('NFKC')
    .replace(/[^!-~]|["\\]/g, '')
    .split(';')) {
    const at = part.indexOf('=');
    const name = part.slice(0, Math.max(at, 0)).toLowerCase();
    const value = part.slice(at + 1);
    if (TAGS[name]?.test(value)) kept.set(name, value);
  }
  // The separators are missing or wrong, so the policy may stand anywhere.
  const [, written = 'none'] =
    /\bp[^\w=]*=\W*(none|quarantine|reject)\b/i.exec(text.normalize('NFKC')) ?? [];
  const { p = written, ...others } = Object.fromEntries(kept);
  const tags = Object.entries(others).map(([name, value]) => `${name}=${value}`);
  return ['v=DMARC1', `p=${p.toLowerCase()}`, ...tags].join('; ');
}
