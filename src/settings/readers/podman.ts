import { goLines, LongLine } from './go-lines.js';
import type { EnvAssignment, EnvFileReader } from './reader.js';

/**
 * As `podman run --env-file` and a Quadlet's `EnvironmentFile=` read: like Docker, but a name may hold spaces,
 * which nobody will ever look up, and no byte-order mark is passed over.
 */
export const podman: EnvFileReader = {
  name: 'podman',
  isForContainer: true,
  read: (text, lookup) => {
    const assignments: EnvAssignment[] = [];
    for (const [index, content] of goLines(text).entries()) {
      const line = index + 1;
      if (content === LongLine) return { ok: false, line, problem: 'line-too-long' };
      const written = content.replace(/^[ \t]+/, '');
      if (written === '' || written.startsWith('#')) continue;
      const equals = written.indexOf('=');
      if (equals === 0) return { ok: false, line, problem: 'no-name' };
      const name = equals < 0 ? written : written.slice(0, equals);
      const value = equals < 0 ? lookup(name) : written.slice(equals + 1);
      if (value !== undefined) assignments.push({ name, value, line, endLine: line });
    }
    return { ok: true, assignments };
  },
};
