import { describe, expect, it } from 'vitest';
import { FLOORS } from './helpers/floors.js';
import { codeOf, exists, filesIn, importsOf, read } from './helpers/sources.js';

/** In lines. */
const LONGEST_FILE = 250;
const LONGEST_TEST = 300;
const LONGEST_BIN = 8;

const sources = filesIn('src');

describe('the source', () => {
  it('is where this test looks for it', () => {
    expect(sources).toContain('src/main.ts');
    expect(importsOf('src/main.ts')).toContain('src/context.js');
    expect(importsOf('src/main.ts')).toContain('src/parser.js');
    expect(sources.length).toBeGreaterThan(50);
  });

  // What it holds is a program that runs elsewhere.
  const here = sources.filter((file) => file !== 'src/inside/bootstrap.ts');

  it.each(here)('%s ends no process', (file) => {
    expect(codeOf(file)).not.toMatch(/\b(?:process|node)\s*\.\s*(exit|abort|kill|reallyExit)\s*\(/);
  });

  it.each(here.filter((file) => file !== 'src/context.ts'))(
    '%s does not know the process',
    (file) => {
      expect(codeOf(file)).not.toMatch(/(?<![.\w$'-])process\s*[.[;,)]/);
      expect(importsOf(file)).not.toContain('node:process');
      expect(importsOf(file)).not.toContain('process');
    },
  );

  it.each(sources)('%s writes to no console', (file) => {
    expect(codeOf(file)).not.toMatch(/\bconsole\s*\./);
  });
});

describe('the core', () => {
  const FOLDERS = [
    'report',
    'providers',
    'mail',
    'diagnosis',
    'imap',
    'smtp',
    'search',
    'explain',
    'dns',
    'domain',
    'words',
    'settings',
    'language',
    'safety',
    'sandbox',
  ];
  const core = sources.filter((file) => FOLDERS.includes(file.split('/')[1] ?? ''));

  it('is not empty', () => {
    for (const folder of FOLDERS) {
      expect(core.some((file) => file.startsWith(`src/${folder}/`))).toBe(true);
    }
  });

  it.each(core)('%s knows no command line and no terminal', (file) => {
    const forbidden = importsOf(file).filter(
      (name) =>
        /^(yargs|ora|chalk|inquirer|@inquirer)(\/|$)/.test(name) ||
        /^src\/(output|prompts|commands|parser|main|context)\b/.test(name),
    );
    expect(forbidden).toEqual([]);
  });
});

const FOLDERS = FLOORS.filter((name) => sources.some((file) => file.startsWith(`src/${name}/`)));

/** The floor of a file of ours, by its path with or without an ending; -1 where it has none. */
function floorOf(path: string): number {
  const [, name = ''] = /^src\/([\w-]+)/.exec(path) ?? [];
  return FLOORS.indexOf(name);
}

describe('the floors', () => {
  it('are known of every file', () => {
    const hasNone = (file: string) => !file.endsWith('.d.ts') && floorOf(file) < 0;
    expect(sources.filter(hasNone)).toEqual([]);
  });

  it.each(sources)('%s imports nothing from above', (file) => {
    const ours = importsOf(file).filter((name) => name.startsWith('src/'));
    expect(ours.filter((name) => floorOf(name) > floorOf(file))).toEqual([]);
  });

  it('are those that the linter names', () => {
    const { overrides } = JSON.parse(read('biome.json'));
    const named = overrides.flatMap(({ includes, linter }: Override) => {
      const { patterns } = linter.rules?.style?.noRestrictedImports?.options ?? {};
      return patterns ? [[includes[0], patterns[0]?.group]] : [];
    });
    const above = (folder: string) => FOLDERS.slice(FOLDERS.indexOf(folder) + 1);
    const anyOf = (names: string[]) => (names.length > 1 ? `{${names.join(',')}}` : names[0]);
    const expected = FOLDERS.slice(0, -1).map((folder) => [
      `src/${folder}/**`,
      [`{../,../../,../../../}${anyOf(above(folder))}/**`],
    ]);
    expect(named).toEqual(expected);
  });
});

/** What of the linter's settings for some files is looked at here. */
interface Override {
  includes: string[];
  linter: {
    rules?: {
      style?: { noRestrictedImports?: { options: { patterns?: { group: string[] }[] } } };
    };
  };
}

describe('the imports', () => {
  it('go round in no circle', () => {
    const known = new Set(sources);
    const next = (file: string) =>
      importsOf(file)
        .map((name) => name.replace(/\.js$/, '.ts'))
        .filter((name) => known.has(name));
    const finished = new Set<string>();
    /** The files of a circle that begins below one, if there is one. */
    const circleFrom = (file: string, path: readonly string[]): string[] => {
      if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
      if (finished.has(file)) return [];
      const circle = next(file)
        .map((name) => circleFrom(name, [...path, file]))
        .find((found) => found.length > 0);
      finished.add(file);
      return circle ?? [];
    };
    expect(sources.flatMap((file) => circleFrom(file, []))).toEqual([]);
  });
});

describe('what is shipped', () => {
  const ENTRIES = ['cli', 'start', 'index', 'commonjs', 'inside/serve'].map(
    (name) => `src/${name}.ts`,
  );

  // Knip takes the tests for users, too.
  it('is all that there is: no source is called by tests alone', () => {
    const reached = new Set<string>();
    const left = [...ENTRIES];
    for (let file = left.pop(); file !== undefined; file = left.pop()) {
      if (reached.has(file)) continue;
      reached.add(file);
      const next = importsOf(file).map((name) => name.replace(/\.js$/, '.ts'));
      left.push(...next.filter((name) => sources.includes(name)));
    }
    expect(sources.filter((file) => !reached.has(file) && !file.endsWith('.d.ts'))).toEqual([]);
  });
});

// What is found is data; words are made of it in src/words.
describe('what is found', () => {
  const SPEAKERS = ['language', 'words', 'output', 'prompts', 'commands', 'library'];
  // The parser, and what hands the command line to it: help and wrong use are words.
  const ROOT_SPEAKERS = ['src/hosted-command.ts', 'src/main.ts', 'src/parser.ts'];
  const found = sources.filter(
    (file) => !SPEAKERS.includes(file.split('/')[1] ?? '') && !ROOT_SPEAKERS.includes(file),
  );

  it.each(found)('%s knows no words', (file) => {
    expect(importsOf(file).filter((name) => /^src\/(language|words)\//.test(name))).toEqual([]);
  });
});

describe('explain', () => {
  it.each(sources.filter((file) => file.startsWith('src/explain/')))(
    '%s opens no connection',
    (file) => {
      const opens = importsOf(file).filter((name) =>
        /^(src\/(imap|smtp|search|sandbox)\/|node:(net|tls|dns|http|https|http2|dgram)$)/.test(
          name,
        ),
      );
      // Whether a text is an address is asked of node:net, too.
      const isAskedOnly = read(file).includes("import { isIP } from 'node:net'");
      expect(opens.filter((name) => name !== 'node:net' || !isAskedOnly)).toEqual([]);
    },
  );
});

// A setting is a secret until somebody has understood it: these know what they show of one, or show nothing.
describe('a secret', () => {
  const OPENERS = [
    'src/diagnosis/credential-oddities.ts',
    'src/diagnosis/reply.ts',
    'src/imap/imap-uri.ts',
    'src/imap/log-in.ts',
    'src/inside/fingerprint.ts',
    'src/output/diff.ts',
    'src/output/without-secrets.ts',
    'src/safety/redactor.ts',
    'src/safety/secret.ts',
    'src/settings/addresses/is-plain-sender.ts',
    'src/settings/addresses/mail-address.ts',
    'src/settings/addresses/repair-sender.ts',
    'src/settings/addresses/sender-difference.ts',
    'src/settings/found-values.ts',
    'src/settings/pasted-settings.ts',
    'src/settings/saving/set-in-env-file.ts',
    'src/settings/shown-settings.ts',
    'src/settings/uri/change-uri.ts',
    'src/settings/uri/describe-bad-uri.ts',
    'src/settings/uri/mask-uri.ts',
    'src/settings/uri/meant-uri.ts',
    'src/settings/uri/repair-uri.ts',
    'src/settings/uri/smtp-uri.ts',
    'src/settings/uri/uri-options.ts',
    'src/settings/values.ts',
    'src/settings/withhold-from.ts',
    'src/smtp/steps/log-in.ts',
    'src/smtp/warnings/server-reading-warnings.ts',
    'src/smtp/warnings/uri-warnings.ts',
    'src/smtp/warnings/value-warnings.ts',
  ];

  it('is opened in few places', () => {
    expect(sources.filter((file) => /\breveal\(/.test(codeOf(file)))).toEqual(OPENERS);
  });
});

describe('the documents', () => {
  const DOCUMENTS = ['docs/architecture.md', 'docs/extending.md', 'CONTRIBUTING.md'];

  it.each(DOCUMENTS)('%s names nothing that is not there', (document) => {
    const named = read(document).match(/\b(?:src|test|scripts|schema|docs)\/[\w./-]*\w/g) ?? [];
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((path) => !exists(path))).toEqual([]);
  });

  it('say what each folder of the source is for', () => {
    const table = read('CONTRIBUTING.md');
    const folders = sources.map((file) => file.split('/').slice(1, -1).slice(0, 2));
    const names = new Set(folders.flat());
    expect(names.size).toBeGreaterThan(30);
    expect([...names].filter((name) => !new RegExp(`\\b${name}\``).test(table))).toEqual([]);
  });

  it('name the floors in their order', () => {
    const [line = ''] = /\(`safety` < [^)]*\)/.exec(read('docs/architecture.md')) ?? [];
    expect([...line.matchAll(/`(\w+)`/g)].map(([, name]) => name)).toEqual(FOLDERS);
  });
});

describe('the length', () => {
  it('of the program’s entry is that of a shim', () => {
    expect(read('bin/tailchat.js').trimEnd().split('\n').length).toBeLessThanOrEqual(LONGEST_BIN);
    expect(read('bin/tailchat.js')).toMatch(/^#!\/usr\/bin\/env node\n/);
  });

  it.each(sources)('of %s is bearable', (file) => {
    expect(read(file).trimEnd().split('\n').length).toBeLessThanOrEqual(LONGEST_FILE);
  });

  it.each([...filesIn('test'), ...filesIn('scripts')])('of %s is bearable, too', (file) => {
    expect(read(file).trimEnd().split('\n').length).toBeLessThanOrEqual(LONGEST_TEST);
  });
});
