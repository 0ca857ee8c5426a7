// Proves the package as a user gets it: packs it, looks at what is inside, installs the tarball into
// an empty folder and runs the command and the library from there.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const folder = mkdtempSync(join(tmpdir(), 'tailchat-package-'));

const ALLOWED =
  /^(bin\/(tailchat\.js|package\.json)|dist\/(.+\.(js|cjs|d\.ts)|types\/package\.json|inside\.json|locales\/\w+\.json|THIRD-PARTY-LICENSES\.txt|tailchat-smtp\.1)|schema\/(report|explanation|domain|providers)\.schema\.json|docs\/(\w[\w-]*\/)?[\w.-]+\.(md|svg|yml|service|timer)|package\.json|action\.yml|Dockerfile|LICENSE|(README|README\.zh-CN|CHANGELOG|CONTRIBUTING|SECURITY)\.md)$/;
const NEEDED = [
  'bin/tailchat.js',
  'bin/package.json',
  'dist/cli.cjs',
  'dist/start.cjs',
  'dist/index.js',
  'dist/index.cjs',
  'dist/index.d.ts',
  'dist/types/package.json',
  'dist/tailchat-smtp.1',
  'docs/causes/README.md',
  'docs/domain/README.md',
  'schema/explanation.schema.json',
  'schema/report.schema.json',
  'LICENSE',
];

/** What a host is to do as our own command does: help, errors, results, exit codes. */
const AS_IN_OUR_BIN = [
  ['smtp'],
  ['smtp', '--help'],
  ['smtp', 'verify', '--help'],
  ['smtp', 'bogus'],
  ['smtp', 'verify', '--bogus'],
  ['smtp', 'verify', '--report', 'junit'],
  ['smtp', 'verify', '--timeout', '0'],
  [
    'smtp',
    'verify',
    '--offline',
    '--json',
    '--uri',
    'smtp://a:b@x.org',
    '--sender',
    '007 <a@x.org>',
  ],
  ['smtp', 'verify', '--json', '--no-suggest', '--uri', 'smtp://127.0.0.1:1/'],
  ['smtp', 'explain', '--', '550 5.1.1 --no such user'],
  [
    'smtp',
    'test',
    '--quiet',
    '--sandbox',
    '--to',
    'a@x.org',
    '--subject',
    '1e3',
    '--lang',
    'zh-CN',
  ],
];

/**
 * @param {string} command
 * @param {string[]} args
 * @param {string} cwd
 */
function run(command, args, cwd) {
  return execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

/**
 * @param {boolean} isTrue
 * @param {string} message
 */
function expect(isTrue, message) {
  if (!isTrue) throw new Error(message);
}

/**
 * Somebody in a hurry runs it with npx: it is to be there soon.
 * @param {number} packedBytes
 * @param {string} folder
 */
function expectSmall(packedBytes, folder) {
  const lock = readFileSync(join(folder, 'node_modules/.package-lock.json'), 'utf8');
  const packages = Object.keys(JSON.parse(lock).packages);
  const files = packages.flatMap((name) =>
    readdirSync(join(folder, name), { recursive: true, withFileTypes: true }).filter(
      (entry) =>
        entry.isFile() &&
        !entry.parentPath.slice(folder.length + name.length).includes('node_modules'),
    ),
  );
  const bytes = files.reduce(
    (sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size,
    0,
  );
  const sizes = `packed ${packedBytes}, installed ${packages.length} packages with ${bytes} bytes`;
  const isSmall = packedBytes <= 960_000 && packages.length <= 60 && bytes <= 9_300_000;
  expect(isSmall, `grown too large: ${sizes}`);
  console.log(sizes);
}

/**
 * What README, help and reports point to is there for whoever has only the package.
 * @param {readonly string[]} files
 */
function expectNoDeadLinks(files) {
  for (const file of files.filter((name) => name.endsWith('.md'))) {
    const text = readFileSync(join(root, file), 'utf8').replace(/```.*?```/gs, '');
    for (const [, target = ''] of text.matchAll(/\]\(([^)\s#]+)[^)]*\)/g)) {
      if (/^[a-z]+:/.test(target)) continue;
      const path = posix.join(posix.dirname(file), target);
      expect(files.includes(path), `${file} points to ${target}, which is not in the package`);
    }
  }
}

/**
 * Yarn 1 refuses a package where any below it asks for another Node, where npm only warns.
 * @param {string} tarball
 */
function installWithYarn(tarball) {
  const folder = mkdtempSync(join(tmpdir(), 'tailchat-yarn-'));
  try {
    writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
    // A cache of its own: the name and version are those of the last build, too.
    const cache = ['--cache-folder', join(folder, 'cache')];
    run('npx', ['--yes', 'yarn@1.22.22', ...cache, 'add', tarball], folder);
    const tailchat = join(folder, 'node_modules', '.bin', 'tailchat');
    expect(run(tailchat, ['--version'], folder).trim() === version, 'with yarn: another version');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Compiles who uses the package, as TypeScript 4.6, 4.9 and 7 resolve modules. The host is tailchat-cli's way:
 * `module: commonjs`.
 * @param {string} folder
 */
function compileConsumers(folder) {
  const consumer = `import yargs from 'yargs';
    import { explain, sendTest, smtpCommand, verify, type Report, type Cause } from 'tailchat-cli-smtp';
    yargs([]).command(smtpCommand);
    export async function main(signal: AbortSignal): Promise<Cause | undefined> {
      const report: Report = await verify({ env: process.env, signal, onEvent: (event) => console.log(event.type) });
      const sent = await sendTest({ to: ['a@x.org'], uri: 'smtp://127.0.0.1/' });
      // @ts-expect-error there is no such option
      await verify({ uris: '' });
      const { findings } = await explain('535 Login fail');
      return sent.ok ? findings[0]?.cause : report.failure?.cause;
    }`;
  for (const name of ['consumer.ts', 'consumer.mts', 'consumer.cts']) {
    writeFileSync(join(folder, name), consumer);
  }
  const cases = /** @type {const} */ ([
    ['4.6.4', 'consumer.ts', 'commonjs', 'node'],
    ['4.9.5', 'consumer.ts', 'commonjs', 'node'],
    ['4.9.5', 'consumer.mts', 'node16', 'node16'],
    ['4.9.5', 'consumer.cts', 'node16', 'node16'],
    ['7', 'consumer.mts', 'nodenext', 'nodenext'],
    ['7', 'consumer.cts', 'node16', 'node16'],
    ['7', 'consumer.ts', 'esnext', 'bundler'],
  ]);
  let installed = '';
  for (const [version, file, module, resolution] of cases) {
    if (installed !== version) {
      // Newer types of Node are written in words that an older TypeScript cannot read.
      const node = version.startsWith('4.') ? '18.18.14' : '20';
      const types = ['@types/yargs@17', `@types/node@${node}`];
      const packages = [`typescript@${version}`, ...types, 'yargs@17'];
      run('npm', ['install', '--no-audit', '--no-fund', ...packages], folder);
      installed = version;
    }
    const tsc = join(folder, 'node_modules', '.bin', 'tsc');
    const options = ['--noEmit', '--strict', '--esModuleInterop', '--target', 'es2022'];
    const modules = ['--module', module, '--moduleResolution', resolution, '--types', 'node'];
    const libraries = version === '7' ? [] : ['--skipLibCheck'];
    const words = [...options, ...modules, ...libraries, file];
    try {
      run(tsc, words, folder);
    } catch (error) {
      const { stdout } = /** @type {{ stdout: string }} */ (error);
      throw new Error(`TypeScript ${version} with ${resolution}, ${file}: ${stdout}`);
    }
  }
}

try {
  const [pack] = JSON.parse(run('npm', ['pack', '--json', '--pack-destination', folder], root));
  /** @type {string[]} */
  const files = pack.files.map((/** @type {{ path: string }} */ file) => file.path);
  const odd = files.filter((file) => !ALLOWED.test(file));
  const missing = NEEDED.filter((file) => !files.includes(file));
  expect(odd.length === 0, `these do not belong into the package: ${odd.join(', ')}`);
  expect(missing.length === 0, `missing from the package: ${missing.join(', ')}`);
  expectNoDeadLinks(files);

  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
  run('npm', ['install', '--no-audit', '--no-fund', join(folder, pack.filename)], folder);
  expectSmall(pack.size, folder);
  installWithYarn(join(folder, pack.filename));
  const tailchat = join(folder, 'node_modules', '.bin', 'tailchat');
  expect(run(tailchat, ['--version'], folder).trim() === version, 'the version is another');
  const report = JSON.parse(run(tailchat, ['smtp', 'verify', '--sandbox', '--json'], folder));
  expect(report.ok === true && report.exitCode === 0, 'verify --sandbox failed');

  const script = `import { verify, smtpCommand } from 'tailchat-cli-smtp';
    const report = await verify({ uri: 'smtp://127.0.0.1:1/' });
    console.log(report.failure.cause, smtpCommand.command);`;
  writeFileSync(join(folder, 'library.js'), script);
  const said = run(process.execPath, ['library.js'], folder).trim();
  expect(said === 'connection-refused smtp', `the library said: ${said}`);
  // A host as tailchat-cli is one: CommonJS, with its own yargs and commands of its own.
  const host = `process.on('warning', (warning) => { throw warning; });
    const yargs = require('yargs');
    const { smtpCommand } = require('tailchat-cli-smtp');
    yargs(process.argv.slice(2)).command('other', 'another', {}, () => console.log('other ran'))
      .command(smtpCommand).strict().demandCommand().parseAsync().then(() => {
        // What a command leaves behind would disturb whatever the host does next.
        const left = ['SIGINT', 'SIGTERM', 'SIGHUP', 'uncaughtException', 'unhandledRejection']
          .filter((name) => process.listenerCount(name) > 0);
        if (left.length > 0) throw new Error('listeners left: ' + left);
      });`;
  writeFileSync(join(folder, 'host.cjs'), host);
  for (const major of [17, 18]) {
    run('npm', ['install', '--no-audit', '--no-fund', `yargs@${major}`], folder);
    const asHost = (/** @type {string[]} */ ...words) =>
      run(process.execPath, ['host.cjs', ...words], folder);
    const runIt = (/** @type {string[]} */ ...words) => {
      const { status, stdout, stderr } = spawnSync(process.execPath, words, {
        cwd: folder,
        encoding: 'utf8',
      });
      return JSON.stringify({ status, stdout, stderr }).replace(/"ms\\*": \d+/g, '');
    };
    for (const words of AS_IN_OUR_BIN) {
      const [own, hosted] = [runIt(tailchat, ...words), runIt('host.cjs', ...words)];
      expect(own === hosted, `yargs ${major}, ${words.join(' ')}: ${hosted} in place of ${own}`);
    }
    expect(asHost('other').trim() === 'other ran', `yargs ${major} ran no other command`);
  }
  compileConsumers(folder);
  console.log(
    `package ${pack.filename}: ${files.length} files, ${pack.size} bytes, works when installed`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
