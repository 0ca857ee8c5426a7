import type { SettingProblem } from '../../report/setting-problem.js';
import { GO_SPACE_START, goLines, LongLine } from './go-lines.js';
import type { EnvAssignment, EnvFileReading, Lookup } from './reader.js';

/** What each of the programs does in its own way. */
export interface GoEnvRules {
  /** Only UTF-8 is taken, a byte-order mark and all white space passed over; otherwise blanks and tabs alone. */
  isUnicode: boolean;
  /** What a line of 64 KiB does. */
  longLine: 'is-refused' | 'ends-unsaid';
  /** @param seen the names before it */
  problemOfName: (name: string, seen: ReadonlySet<string>) => SettingProblem | undefined;
  /** What becomes of a name by itself that stands nowhere else. */
  loneName: 'is-passed-over' | 'is-empty';
}

/**
 * An env file as Go programs read it that know no quotes: everything behind the first `=` as it stands, and a name by
 * itself from the environment.
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
