import { GO_SPACE_START, goLines, LongLine } from './go-lines.js';
import type { EnvAssignment, EnvFileReader } from './reader.js';

/**
 * As `docker run --env-file` reads: everything behind the first `=` as it stands, quotes and comments
 * included; a name by itself is taken from the environment. Docker's `docker run` reference describes it.
 */
export const docker: EnvFileReader = {
  name: 'docker',
  isForContainer: true,
  read: (text, lookup) => {
    const assignments: EnvAssignment[] = [];
    for (const [index, content] of goLines(text).entries()) {
      const line = index + 1;
      if (content === LongLine) return { ok: false, line, problem: 'line-too-long' };
      if (content.includes('\ufffd')) return { ok: false, line, problem: 'not-utf8' };
      const unmarked = index === 0 ? content.replace(/^\ufeff/, '') : content;
      const written = unmarked.replace(GO_SPACE_START, '');
      if (written === '' || written.startsWith('#')) continue;
      const equals = written.indexOf('=');
      const name = equals < 0 ? written : written.slice(0, equals);
      if (/[ \t]/.test(name)) return { ok: false, line, problem: 'bad-name' };
      if (name === '') return { ok: false, line, problem: 'no-name' };
      const value = equals < 0 ? lookup(name) : written.slice(equals + 1);
      if (value !== undefined) assignments.push({ name, value, line, endLine: line });
    }
    return { ok: true, assignments };
  },
};
