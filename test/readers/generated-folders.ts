import fc from 'fast-check';

// Values as YAML writes them, and what Compose replaces in them.
const VALUES = [
  ...[
    'smtps://u:p@h.c:465',
    'smtp://a%40b:p$$w@h',
    'a b',
    'a #c',
    'a#c',
    'T <a@b.c>',
    'p$1x',
    'p$',
  ],
  ...['""', "''", '"q"', "'it''s'", '"\\u0041\\tb"', `"$$A"`, `'$FOO'`, '"a\n        b"', '='],
  ...[
    '~',
    'null',
    'true',
    'yes',
    '587',
    '0587',
    '017',
    '1.0',
    '1e3',
    '-5',
    '+5',
    '0x1f',
    '1_0',
    '.inf',
  ],
  ...['12:30:45', '!!str 5', '|\n        x\n        y', '>-\n        x\n        y', '$FOO', '$NO'],
  ...[`\${FOO}`, `\${FOO:-d}`, `\${NO:-\${FOO}}`, `\${EMPTY:-x}`, `\${EMPTY-x}`, `\${FOO:+y}`],
  ...[`\${NO+z}`, `\${FOO}}`, `\${NO:-{x}`, `\${NO:-a{b}c}`, `\${NO:-a}b\${FOO}}`],
];
// What Compose refuses, most of it.
const FAULTS = [
  ...['{ a: b }', '- a', 'a: b', '2026-01-01', '@x', '*x', '&x y', '%x', 'x:', '!!int "5"'],
  ...[`\${NO:?no}`, `\${FOO?}`, `\${}`, `\${FOO`, `\${NO:-\n        x}`],
];
const LINES = [
  ...['SMTP_URI=smtps://x', 'SMTP_URI=$FOO', `SMTP_URI=\${NO:-n}`, 'SMTP_URI', 'SMTP_URI: y'],
  ...[
    'SMTP_URI =z',
    'SMTP_URI=',
    'SMTP_URI="a\nb"',
    'SMTP_URI=a$$b',
    'SMTP_URI="a\\$b"',
    '# c',
    '',
  ],
  ...["SMTP_SENDER='T <a@b>'", 'SMTP_SENDER=T <a@b> # c', 'SMTP_SENDER', 'export SMTP_SENDER=x'],
  ...['SMTP_SENDER=""', 'SMTP_SENDER=$SMTP_URI', 'OTHER=file', '1X=2', 'SMTP_SENDER=$OTHER'],
];

const sometimes = <T>(weight: number, usual: fc.Arbitrary<T>, seldom: fc.Arbitrary<T>) =>
  fc.oneof({ arbitrary: usual, weight }, { arbitrary: seldom, weight: 1 });
const of = (...all: string[]) => fc.constantFrom(...all);

const value = sometimes(60, of(...VALUES), of(...FAULTS));
const envFile = fc
  .tuple(
    fc.array(sometimes(60, of(...LINES), of('SMTP_SENDER="T" <a@b>', 'X Y=1', '=x')), {
      maxLength: 4,
    }),
    of('\n', '\n', '\r\n'),
    of('\n', '\n', ''),
  )
  .map(([lines, between, end]) => lines.join(between) + end);

const NAMES = ['SMTP_URI', 'SMTP_SENDER', 'OTHER'];
const asMap = fc
  .tuple(fc.subarray(NAMES, { minLength: 1 }), fc.array(value, { minLength: 3, maxLength: 3 }))
  .map(([names, values]) => names.map((name, at) => `      ${name}: ${values[at]}`).join('\n'));
const entry = sometimes(
  40,
  fc
    .tuple(of(...NAMES), of('=x', `=\${FOO}`, '', '=a b', '=a=b', '='))
    .map((parts) => parts.join('')),
  of('SMTP_URI = x', 'SMTP_URI: x', '5', '"SMTP_URI=q r"', "'SMTP_URI=$FOO'"),
);
const asList = fc
  .uniqueArray(entry, { minLength: 1, maxLength: 3 })
  .map((all) => all.map((one) => `      - ${one}`).join('\n'));
const environment = sometimes(
  30,
  fc.oneof(asMap, asList).map((text) => `\n${text}`),
  of(' {}', ' []', '', ' *e', '\n      <<: *e'),
);
const envFiles = sometimes(
  12,
  of(
    ...[' a.env', ' ./b.env', ' [a.env, b.env]', ' [b.env, a.env]', ` \${DIR:-.}/a.env`, ' []'],
    ...[' [{ path: a.env, format: raw }]', ' [{ path: gone.env, required: false }, b.env]'],
    ...[' sub/a.env', '\n      - a.env\n      - path: b.env\n        required: true'],
  ),
  of(' gone.env', '', ' { path: a.env }', ' [~]', ' [5]'),
);
const tag = sometimes(3, fc.constant(''), of(' !override', ' !reset'));

const part = (name: string, text: fc.Arbitrary<string>, isTagged: boolean) =>
  fc
    .tuple(isTagged ? tag : fc.constant(''), fc.option(text))
    .map(([tagged, one]) => (one === null ? '' : `    ${name}:${tagged}${one}\n`));
const body = (isTagged = false) =>
  fc
    .tuple(part('environment', environment, isTagged), part('env_file', envFiles, isTagged))
    .map((parts) => parts.join(''));

const folder = fc.record({
  anchors: of('', 'x-e: &e\n  SMTP_URI: anchored\n  OTHER: anchored\n'),
  own: body(),
  base: body(),
  extending: of(
    '',
    '',
    '    extends: base\n',
    '    extends: { file: sub/base.yml, service: base }\n',
  ),
  over: fc.option(body(true)),
  dotEnv: fc.option(envFile),
  a: envFile,
  b: envFile,
});

/** The same folders with a compose file in every run: env files, extends, overrides, interpolation. */
export function generatedFolders(count: number): Record<string, string>[] {
  return fc.sample(folder, { numRuns: count, seed: 17 }).map((parts) => {
    const image = '    image: moonrailgun/tailchat\n';
    const base = `  base:\n${image}${parts.base}`;
    const tailchat = `  tailchat:\n${image}${parts.own}${parts.extending}`;
    return {
      'compose.yaml': `${parts.anchors}services:\n${tailchat}${base}`,
      'sub/base.yml': `services:\n${base.replaceAll('<<: *e', 'X: y').replaceAll('*e', '{}')}`,
      ...(parts.over === null
        ? {}
        : {
            'compose.override.yaml': `services:\n  tailchat:\n    hostname: x\n${parts.over}`
              .replaceAll('*e', '{}')
              .replaceAll('<<: {}', 'X: y'),
          }),
      ...(parts.dotEnv === null ? {} : { '.env': parts.dotEnv }),
      ...{ 'a.env': parts.a, 'b.env': parts.b, 'sub/a.env': parts.b },
    };
  });
}
