import { readdirSync, readFileSync } from 'node:fs';
import type { Cause } from '../../src/report/causes.js';
import type { StepName } from '../../src/report/report.js';

/** A real reply with what an experienced postmaster says of it, see `test/corpus/README.md`. */
export interface CorpusReply {
  id: string;
  provider: string;
  host: string;
  step: StepName;
  reply: string;
  cause: Cause;
  alsoOk: Cause[];
  retryable: boolean;
  source: string;
}

const FOLDER = new URL('../corpus/', import.meta.url);

/** All replies of the corpus. */
export function readCorpus(): CorpusReply[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .flatMap((name) => readFileSync(new URL(name, FOLDER), 'utf8').trimEnd().split('\n'))
    .map((line) => JSON.parse(line) as CorpusReply);
}

/** Whether a cause is one that the corpus takes for right. */
export function isRight({ cause, alsoOk }: CorpusReply, named: Cause | undefined): boolean {
  return named !== undefined && (named === cause || alsoOk.includes(named));
}

/** A table of shares in per cent, one line for each group of the replies. */
export function formatAccuracy(
  replies: readonly CorpusReply[],
  groupOf: (reply: CorpusReply) => string,
  isGood: (reply: CorpusReply) => boolean,
): string {
  const groups = [...new Set(replies.map(groupOf))].sort();
  const lines = groups.map((group) => {
    const members = replies.filter((reply) => groupOf(reply) === group);
    return formatLine(group, members.filter(isGood).length, members.length);
  });
  const all = formatLine('all', replies.filter(isGood).length, replies.length);
  return [...lines, all].join('\n');
}

function formatLine(name: string, good: number, all: number): string {
  const share = ((100 * good) / all).toFixed(1);
  return `${name.padEnd(10)} ${String(good).padStart(4)} of ${String(all).padStart(4)}  ${share.padStart(5)} %`;
}
