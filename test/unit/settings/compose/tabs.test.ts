import { describe, expect, it } from 'vitest';
import { parseYaml } from '../../../../src/settings/yaml/parse-yaml.js';

const LINES = ['services:', '  core:', '    image: x', '    environment:', '      - A=b', ''];
const read = (lines: readonly string[], end = '\n') => parseYaml(lines.join(end), 'f');

// What Compose 2.40.3 says of each, asked with `config`.
describe('a tab in a YAML file', () => {
  it.each(['\t', '  \t', '      \t  ', '\t# note', '  \t # note'])(
    'is refused in the white space of a line: %j',
    (line) => {
      for (const at of [0, 1, 3, 5]) {
        for (const end of ['\n', '\r\n']) {
          const lines = [...LINES.slice(0, at), line, ...LINES.slice(at)];
          expect(() => read(lines, end)).toThrow('bad-yaml');
        }
      }
    },
  );

  it.each(['      -\tA=b', '      - \tA=b'])('is refused behind a dash: %j', (line) => {
    expect(() => read([...LINES.slice(0, 4), line, ''])).toThrow('bad-yaml');
  });

  it.each([
    ['behind a value', '      - A=b\t'],
    ['before a note', '      - A=b\t# note'],
    ['behind a colon', '      - A:\tb'],
    ['in a text of several lines', '      - |\n        a\n        \t\n        b'],
    ['in brackets', '      - [ a,\n        \tb ]'],
  ])('may stand %s', (_, line) => {
    expect(read([...LINES.slice(0, 4), line, ''])).toHaveLength(1);
  });
});
