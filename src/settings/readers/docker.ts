import type { EnvAssignment, EnvFileReader } from './reader.js';

/**
 * As `docker run --env-file` reads: everything behind the first `=` as it stands, quotes and comments
 * included; a name by itself is taken from the environment. Docker's `docker run` reference describes it.
 */
export const readAsDocker: EnvFileReader = (text, lookup) => {
  const assignments: EnvAssignment[] = [];
  for (const [index, content] of text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .entries()) {
    const line = index + 1;
    const written = content.replace(/^\s+/, '');
    if (written === '' || written.startsWith('#')) continue;
    const equals = written.indexOf('=');
    const name = equals < 0 ? written.trimEnd() : written.slice(0, equals);
    if (name === '') return { ok: false, line, problem: 'no-name' };
    if (/\s/.test(name)) return { ok: false, line, problem: 'bad-name' };
    const value = equals < 0 ? lookup(name) : written.slice(equals + 1);
    if (value !== undefined) assignments.push({ name, value, line, endLine: line });
  }
  return { ok: true, assignments };
};
