import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { createNodeResolver } from '../../src/dns/node-resolver.js';
import { checkDomainOf } from '../../src/domain/check-domain.js';
import type { DomainQuestion } from '../../src/domain/question.js';
import type { Provider } from '../../src/providers/provider.js';
import { codeOf } from '../../src/report/domain-finding.js';
import { startBind } from './bind.js';
import { CLIENT, mailauthJudge, openDmarcJudge, rspamdJudge } from './judges.js';
import { type ZoneOfCase, zoneLines } from './zone-lines.js';

/** A mail, what DNS holds, and what real programs and we make of it. */
interface DmarcCase extends Record<'opendmarc' | 'rspamd' | 'mailauth', string> {
  what: string;
  /** The domain of From. */
  from: string;
  /** The domain of the envelope sender, for which SPF passes; a stranger's where none is named. */
  envelope?: string;
  /** The domain of From has no address record. */
  isGone?: true;
  records: ZoneOfCase;
  /** The code of what we find or `ok`, the policy, and what else we say. */
  ours: string;
  /** Why we say nothing where they do not agree. */
  why?: string;
}

const CASES: DmarcCase[] = JSON.parse(
  readFileSync(new URL('dmarc-cases.json', import.meta.url), 'utf8'),
);
/** BIND listens here beside the name servers of the other tests. */
const SERVER = '127.0.0.3';
const STRANGER = 'bounce.stranger.net';
const PROGRAMS = ['opendmarc', 'rspamd', 'mailauth'] as const;

/** A provider that sends with an envelope sender of the domain itself, or of one below it. */
function providerOf({ from, envelope }: DmarcCase): Provider | undefined {
  const value =
    envelope === from ? 'sender' : envelope?.endsWith(`.${from}`) ? 'subdomain' : undefined;
  return (
    value && {
      ...{ id: 'x', kind: 'mailbox', name: { en: 'X', 'zh-CN': 'X' }, checked: '', servers: [] },
      delivery: { envelope: { value, source: '', checked: '' } },
    }
  );
}

async function oursOf(one: DmarcCase): Promise<string> {
  const resolver = createNodeResolver({
    servers: [SERVER],
    signal: new AbortController().signal,
  });
  const provider = providerOf(one);
  const question: DomainQuestion = {
    domain: one.from.toLowerCase(),
    provider,
    addresses: provider ? [CLIENT] : [],
    ...{ selectors: [], asksBlocklists: false },
  };
  const { findings, policy, alignment, receiversDiffer } = await checkDomainOf(question, resolver);
  const gone = findings.find(({ facts }) => facts.kind === 'domain-unknown');
  const facts = (gone ?? findings.find(({ name }) => name === 'dmarc'))?.facts;
  const said = facts?.kind === 'dmarc-invalid' ? [`(${facts.problem.kind})`] : [];
  const differences = receiversDiffer.map(({ kind }) => `+ ${kind}`);
  return [
    ...[(facts && codeOf(facts)) ?? 'ok', policy ?? 'none at all', ...said, ...differences],
    ...(provider ? [`SPF ${alignment.spf}`] : []),
  ].join(' ');
}

const answers = new Map<string, string[]>();
beforeAll(async () => {
  const zone = CASES.flatMap(({ from, isGone, envelope, records }) => [
    ...zoneLines(records),
    ...(isGone ? [] : [`${from.toLowerCase()}. A 192.0.2.1`]),
    ...(isGone || envelope === from
      ? []
      : [`${from.toLowerCase()}. TXT "v=spf1 ip4:198.51.100.99 -all"`]),
    ...(envelope === undefined ? [] : [`${envelope}. TXT "v=spf1 ip4:${CLIENT} -all"`]),
  ]);
  await startBind([...new Set([...zone, `${STRANGER}. TXT "v=spf1 ip4:${CLIENT} -all"`])], {
    address: SERVER,
    port: 53,
  });
  const mails = CASES.map(({ from, envelope = STRANGER }) => ({ from, envelope }));
  answers.set('opendmarc', await (await openDmarcJudge(SERVER))(mails));
  answers.set('rspamd', await (await rspamdJudge(SERVER))(mails));
  answers.set('mailauth', await mailauthJudge(SERVER)(mails));
  answers.set('ours', await Promise.all(CASES.map(oursOf)));
});

describe('DMARC, as real programs and we read it', () => {
  it('is a table of at least sixty cases', () => {
    expect(CASES.length).toBeGreaterThanOrEqual(60);
  });

  it.each(CASES.map((one, at) => [one.what, one, at] as const))('%s', (_, one, at) => {
    const said = ['ours', ...PROGRAMS].map((name) => [name, answers.get(name)?.[at]]);
    const { ours, opendmarc, rspamd, mailauth } = one;
    expect(Object.fromEntries(said)).toEqual({ ours, opendmarc, rspamd, mailauth });
  });

  it('is no secret of ours where they do not agree', () => {
    const silent = CASES.filter((one) => {
      const isOneWord = new Set(PROGRAMS.map((name) => one[name])).size === 1;
      return !isOneWord && /^(?:ok|dmarc-missing)(?!.*\+)/.test(one.ours);
    });
    expect(silent.filter(({ why }) => !why).map(({ what }) => what)).toEqual([]);
  });
});
