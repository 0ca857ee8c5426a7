import type { SettingProblem } from '../../report/setting-problem.js';
import { GO_SPACE_START, goLines, LongLine } from './go-lines.js';
import type { EnvAssignment, EnvFileReading, Lookup } from './reader.js';

/** Rules by which the programs differ. */
export interface GoEnvRules {
  /** Only UTF-8 is accepted, and a byte-order mark and all white space are skipped. Otherwise only blanks and tabs are. */
  isUnicode: boolean;
  /** The effect of a line of 64 KiB. */
  longLine: 'is-refused' | 'ends-unsaid';
  /** @param seen the names before it */
  problemOfName: (name: string, seen: ReadonlySet<string>) => SettingProblem | undefined;
  /** The fate of a bare name that has no value anywhere. */
  loneName: 'is-passed-over' | 'is-empty';
}

/**
 * An env file as Go programs without quotes read it: everything behind the first `=` as it stands. A bare name takes its value
 * from the environment.
 */
export function readGoEnvFile(text: string, lookup: Lookup, rules: GoEnvRules): EnvFileReading {
  const assignments: EnvAssignment[] = [];
  const seen = new Set<string>();
  for (const [index, content] of goLines(text).entries()) {
    const line = index + 1;
    if (content === LongLine) {
      if (rules.longLine === 'is-refused') return { ok: false, line, problem: 'line-too-long' };
      break;
    }
    if (rules.isUnicode && content.includes('\ufffd')) {
      return { ok: false, line, problem: 'not-utf8' };
    }
    const written = withoutStart(content, rules.isUnicode, index === 0);
    if (written === '' || written.startsWith('#')) continue;
    const equals = written.indexOf('=');
    const name = equals < 0 ? written : written.slice(0, equals);
    const problem = rules.problemOfName(name, seen);
    if (problem) return { ok: false, line, problem };
    seen.add(name);
    const lone = rules.loneName === 'is-empty' ? '' : undefined;
    const value = equals < 0 ? (lookup(name) ?? lone) : written.slice(equals + 1);
    if (value !== undefined) assignments.push({ name, value, line, endLine: line });
  }
  return { ok: true, assignments };
}

function withoutStart(content: string, isUnicode: boolean, isFirst: boolean): string {
  if (!isUnicode) return content.replace(/^[ \t]+/, '');
  const unmarked = isFirst ? content.replace(/^\ufeff/, '') : content;
  return unmarked.replace(GO_SPACE_START, '');
}
