import { GO_SPACE_START, goLines, LongLine } from './go-lines.js';
import type { EnvAssignment, EnvFileReader } from './reader.js';

const NAME = /^[-._a-zA-Z][-._a-zA-Z0-9]*$/;

/**
 * As `kubectl create secret generic --from-env-file` reads: everything behind the first `=` as it stands. A name
 * that Kubernetes does not know, and one that stands twice, refuse the file; a line over 64 KiB ends it unsaid.
 */
export const kubectl: EnvFileReader = {
  name: 'kubectl',
  isForContainer: true,
  read: (text, lookup) => {
    const assignments: EnvAssignment[] = [];
    const seen = new Set<string>();
    for (const [index, content] of goLines(text).entries()) {
      const line = index + 1;
      if (content === LongLine) break;
      if (content.includes('\ufffd')) return { ok: false, line, problem: 'not-utf8' };
      const unmarked = index === 0 ? content.replace(/^\ufeff/, '') : content;
      const written = unmarked.replace(GO_SPACE_START, '');
      if (written === '' || written.startsWith('#')) continue;
      const equals = written.indexOf('=');
      const name = equals < 0 ? written : written.slice(0, equals);
      // Names of folders are none.
      if (!NAME.test(name) || name === '.' || name.startsWith('..')) {
        return { ok: false, line, problem: 'bad-name' };
      }
      if (seen.has(name)) return { ok: false, line, problem: 'name-twice' };
      seen.add(name);
      const value = equals < 0 ? (lookup(name) ?? '') : written.slice(equals + 1);
      assignments.push({ name, value, line, endLine: line });
    }
    return { ok: true, assignments };
  },
};
