import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { main } from '../../src/main.js';
import type { Report } from '../../src/report/report.js';
import { createFakeContext } from '../helpers/fake-context.js';

const PASSWORD = 'Wq7Zx9/Kv3Tn5';
const GOOD = { SMTP_URI: 'smtps://me@x.org:Wq7Zx9Kv3Tn5@smtp.x.org:465/', SMTP_SENDER: 'a@x.org' };
type Name = keyof typeof GOOD;

/** A file with one entry that is at fault, and where the entry stands. */
interface Place {
  file: string;
  text: string;
  /** The entry, wholly and literally. */
  entry: string;
  others?: Record<string, string>;
}

const core = (rest: string) => `services:\n  core:\n    image: tailchat\n${rest}`;
const base64 = (text: string) => Buffer.from(text).toString('base64');
const other = (name: Name): Name => (name === 'SMTP_URI' ? 'SMTP_SENDER' : 'SMTP_URI');
const quoted = (text: string) => `'${text}'`;
const json = (...parts: string[]) => parts.map((part) => JSON.stringify(part)).join(': ');

/** Every form that an entry of a file has, with a value that is at fault. */
function placesOf(name: Name, value: string): [form: string, place: Place][] {
  const good = `${other(name)}: ${GOOD[other(name)]}`;
  const listed = `- ${other(name)}=${GOOD[other(name)]}`;
  const flow = json(other(name), GOOD[other(name)]);
  const own = `${name}: ${quoted(value)}`;
  const item = `- '${name}=${value}'`;
  const compose = (text: string, entry: string): Place => ({
    file: 'docker-compose.yml',
    text: text.includes('services:') ? text : core(text),
    entry,
  });
  const below = (...entries: string[]) =>
    `    environment:\n${entries.map((one) => `      ${one}\n`).join('')}`;
  const kubernetes = (text: string, entry: string, file = 'm.yaml'): Place => ({
    ...{ file, entry },
    text: text.startsWith('{') ? text : `apiVersion: v1\nmetadata: { name: mail }\n${text}`,
  });
  const pod = (env: string) =>
    `kind: Pod\nspec:\n  containers:\n    - name: core\n      image: tailchat\n      env:${env}`;
  const extending = (base: string, over: string) =>
    `services:\n  base:\n    image: x\n${base}  core:\n    image: tailchat\n    extends: base\n${over}`;
  const encoded = `${name}: ${base64(value)}`;
  return [
    ['a map', compose(below(good, own), own)],
    ['a map, named first', compose(below(own, good), own)],
    ['a list', compose(below(listed, item), item)],
    ['braces', compose(`    environment: { ${flow}, ${own} }\n`, own)],
    ['braces on lines', compose(`    environment: {\n      ${own},\n      ${flow} }\n`, own)],
    [
      'brackets',
      compose(
        `    environment: ["${name}=${value}", '${listed.slice(2)}']\n`,
        `"${name}=${value}"`,
      ),
    ],
    [
      'a folded text',
      compose(below(`${name}: >-\n        ${value}`, good), `${name}: >-\n        ${value}`),
    ],
    [
      'a text in two lines',
      compose(below(good, `${name}: '\n        ${value}'`), `${name}: '\n        ${value}'`),
    ],
    [
      'an item that is folded',
      compose(below(listed, `- >-\n        ${name}=${value}`), `- >-\n        ${name}=${value}`),
    ],
    ['a merged anchor', compose(`x-e: &e\n  ${own}\n${core(below('<<: *e', good))}`, own)],
    [
      'a merged anchor in braces',
      compose(`x-e: &e { ${own} }\n${core(below('<<: *e', good))}`, own),
    ],
    ['an alias', compose(`x-e: &e\n  ${own}\n  ${good}\n${core('    environment: *e\n')}`, own)],
    [
      'an alias in a list',
      compose(`x-e: &e\n  - A=b\n  ${item}\n  ${listed}\n${core('    environment: *e\n')}`, item),
    ],
    ['a map that extends a list', compose(extending(below('- A=b', listed), below(own)), own)],
    ['a list that extends a map', compose(extending(below('A: b', good), below(item)), item)],
    ['a map that a list extends', compose(extending(below(own), below(listed)), own)],
    ['a list that a map extends', compose(extending(below(item), below(good)), item)],
    [
      'a list that braces extend',
      compose(extending(below(item), `    environment: { ${flow} }\n`), item),
    ],
    [
      'an override of another form',
      {
        file: 'docker-compose.override.yml',
        text: `services:\n  core:\n${below(item)}`,
        entry: item,
        others: { 'docker-compose.yml': core(below(good)) },
      },
    ],
    [
      'an env file',
      {
        file: 'docker-compose.env',
        text: `${name}='${value}'\n${other(name)}=${GOOD[other(name)]}\n`,
        entry: `${name}='${value}'`,
        others: { 'docker-compose.yml': core('    env_file: docker-compose.env\n') },
      },
    ],
    [
      'a name of .env',
      {
        file: '.env',
        text: `A=1\nMAIL='${value}'\n`,
        entry: `MAIL='${value}'`,
        others: { 'docker-compose.yml': core(below(`${name}: \${MAIL}`, good)) },
      },
    ],
    ['stringData', kubernetes(`kind: Secret\nstringData:\n  ${good}\n  ${own}\n`, own)],
    ['stringData in braces', kubernetes(`kind: Secret\nstringData: { ${flow}, ${own} }\n`, own)],
    [
      'stringData, literally',
      kubernetes(
        `kind: Secret\nstringData:\n  ${name}: |-\n    ${value}\n  ${good}\n`,
        `${name}: |-\n    ${value}`,
      ),
    ],
    [
      'data of a Secret',
      kubernetes(`kind: Secret\nstringData:\n  ${good}\ndata:\n  A: YQ==\n  ${encoded}\n`, encoded),
    ],
    [
      'data of a Secret in braces',
      kubernetes(`kind: Secret\nstringData:\n  ${good}\ndata: { A: YQ==, ${encoded} }\n`, encoded),
    ],
    ['a ConfigMap', kubernetes(`kind: ConfigMap\ndata:\n  ${good}\n  ${own}\n`, own)],
    [
      'a List in JSON',
      kubernetes(
        `{"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "x"}, "data": {${flow}, ${json(name, value)}}}\n`,
        json(name, value),
        'm.json',
      ),
    ],
    [
      'a container',
      kubernetes(
        pod(
          `\n        - name: ${other(name)}\n          value: ${GOOD[other(name)]}\n        - name: ${name}\n          value: '${value}'\n`,
        ),
        `value: '${value}'`,
      ),
    ],
    [
      'a container, the value first',
      kubernetes(
        pod(
          `\n        - name: ${other(name)}\n          value: ${GOOD[other(name)]}\n        - value: '${value}'\n          name: ${name}\n`,
        ),
        `value: '${value}'`,
      ),
    ],
    [
      'a container in braces',
      kubernetes(
        pod(
          ` [{ name: ${other(name)}, value: "${GOOD[other(name)]}" }, { name: ${name}, value: '${value}' }]\n`,
        ),
        `value: '${value}'`,
      ),
    ],
  ];
}

const FAULTS: [name: Name, fault: string, value: string][] = [
  ['SMTP_SENDER', 'a name alone', 'Tailchat'],
  ['SMTP_SENDER', 'a URI', 'smtps://smtp.x.org:465'],
  ['SMTP_SENDER', 'a group', 'Team: a@x.org, b@x.org;'],
  ['SMTP_SENDER', 'an encoded @', 'a%40x.org'],
  ['SMTP_SENDER', 'two addresses', 'a@x.org, b@x.org'],
  ['SMTP_SENDER', 'a full-width @', 'a＠x.org'],
  ['SMTP_SENDER', 'nothing', ''],
  ['SMTP_URI', 'a slash', `smtps://me:${PASSWORD}@smtp.x.org:465`],
  ['SMTP_URI', 'no scheme', 'smtp.x.org:465'],
  ['SMTP_URI', 'nothing', ''],
];

const CASES = FAULTS.flatMap(([name, fault, value]) =>
  placesOf(name, value)
    // Nothing has no second line.
    .filter(([, { entry }]) => value !== '' || !entry.includes('\n'))
    .map(([form, place]) => ({ name, fault, form, place })),
);

/** The text that a step has written, and whether it takes the place of more or less than a line. */
const WRITTEN =
  /(- '(?:SMTP_\w+)=.+?'(?![\w'])|(?:SMTP_\w+|value): '(?:[^']|'')*'|"(?:SMTP_\w+|value)": "(?:[^"\\]|\\.)*"|"SMTP_\w+=(?:[^"\\]|\\.)*"|\b(?:SMTP_\w+|MAIL)=(?:'[^']*'|\w+ <\S+>|[^\s,，；：（]+))/g;

async function verify(cwd: string, file: string, lang = 'en'): Promise<Report> {
  const named = file.startsWith('m.') ? ['--settings', file] : ['--service', 'core'];
  const argv = ['smtp', 'verify', '--offline', '--json', '--lang', lang, ...named];
  const context = createFakeContext({ argv, cwd });
  await main(context);
  expect(context.out + context.err).not.toContain(PASSWORD.slice(0, 6));
  return JSON.parse(context.out) as Report;
}

/** The file after a line was written in the place of its entry, or below `stringData:`. */
function withLine({ text, entry }: Place, line: string, step: string): string {
  const written = line
    .replace('***', 'Wq7Zx9Kv3Tn5')
    .replace('password@smtp.example.com', 'Wq7Zx9Kv3Tn5@smtp.x.org');
  if (/stringData:/.test(step)) {
    const gone = text.includes(`, ${entry}`) ? `, ${entry}` : `  ${entry}\n`;
    return text.replace(gone, () => '').replace('stringData:\n', (all) => `${all}  ${written}\n`);
  }
  const isWholeLine = text.split('\n').some((one) => one.trim() === entry);
  if (isWholeLine) expect(step).not.toContain('whole entry');
  else expect(step).toContain('in place of the whole entry there');
  return text.replace(entry, () => written);
}

describe('a line that is advised is of the form of its place', () => {
  it.each(CASES)('$name: $fault in $form', async ({ name, place }) => {
    const cwd = await mkdtemp(join(tmpdir(), 'tailchat-smtp-written-'));
    const { file, text, others = {} } = place;
    for (const [path, content] of Object.entries({ ...others, [file]: text })) {
      await writeFile(join(cwd, path), content);
    }
    const { failure, warnings } = await verify(cwd, file);
    const steps = failure?.nextSteps ?? warnings.map(({ message }) => message);
    const zh = (await verify(cwd, file, 'zh-CN')).failure?.nextSteps ?? [];
    let followed = 0;
    for (const [n, step] of steps.entries()) {
      for (const line of step.match(WRITTEN) ?? []) {
        if (line.includes('<SMTP_')) continue;
        const held = step.includes('whole entry') || /^In \S+, remove/.test(step);
        const first = steps.find((one) => one.includes('whole entry') || /stringData:/.test(one));
        const after = withLine(place, line, held ? step : (first ?? step));
        await writeFile(join(cwd, file), after);
        const report = await verify(cwd, file);
        const { sender, host } = report.settings;
        expect({ step, after, failure: report.failure?.title, sender, host }).toMatchObject({
          ...(name === 'SMTP_SENDER' ? { sender: expect.stringContaining('@') } : {}),
          host: expect.stringMatching(/\w/),
          failure: undefined,
        });
        expect(zh[n] ?? zh.join()).toContain(line);
        followed += 1;
      }
    }
    if (failure && !/full-width|scheme|begin/.test(failure.title)) {
      expect({ steps, followed }).not.toMatchObject({ followed: 0 });
    }
    await rm(cwd, { recursive: true });
  });
});
