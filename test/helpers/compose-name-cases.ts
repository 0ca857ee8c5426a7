import { BOTH, type ComposeCase, compose, FULL, service, URI } from './compose-case.js';

const SENDER = 'a@mail.example';
/** A folder whose one service has these variables. */
const variables = (text: string) => ({
  'docker-compose.yml': compose(service(`environment:\n${text.replace(/^/gm, '  ')}`)),
});
/** A folder whose one service has this env file. */
const envFile = (text: string) => ({
  'docker-compose.yml': compose(service('env_file: mail.env')),
  'mail.env': text,
});

/** What is put in the place of names, in compose files and in env files, and how those are read. */
export const NAME_CASES: readonly ComposeCase[] = [
  {
    name: 'nested defaults',
    files: variables(`SMTP_URI: \${A:-\${B:-\${C-${URI}}}}\nSMTP_SENDER: \${A-\${D:-${SENDER}}}`),
    env: { A: '', B: '' },
    values: { uri: URI },
    v1: { uri: `\${B:-\${C-${URI}}}`, sender: '}' },
  },
  {
    name: 'another in its place where it is set',
    files: variables(`SMTP_URI: \${A:+${URI}}\nSMTP_SENDER: \${B:+x}\${A+${SENDER}}`),
    env: { A: '1', B: '' },
    values: BOTH,
    v1: 'refused',
  },
  {
    name: 'a required name that is not there',
    files: variables(`SMTP_URI: \${MAIL:?set MAIL}`),
    values: 'required-variable',
  },
  {
    name: 'a required name that is there',
    files: variables(`SMTP_URI: \${MAIL?set MAIL}`),
    env: { MAIL: URI },
    values: { uri: URI },
  },
  {
    name: 'a name with a character that is none',
    files: variables(`SMTP_URI: \${MAIL-URI.x}\nSMTP_SENDER: \${MAIL.URI}`),
    values: 'bad-interpolation',
  },
  {
    name: 'a brace that nobody closes',
    files: variables(`SMTP_URI: smtps://u:p\${x@mail.example`),
    values: 'bad-interpolation',
  },
  {
    name: 'a dollar before what is no name',
    files: variables('SMTP_URI: smtps://u:p$1$-$@mail.example\nSMTP_SENDER: "$ a"'),
    values: { uri: 'smtps://u:p$1$-$@mail.example', sender: '$ a' },
    v1: 'refused',
  },
  {
    name: 'three and four dollars',
    files: variables('SMTP_URI: smtps://u:p$$$$w@mail.example\nSMTP_SENDER: $$$x@mail.example'),
    env: { x: 'a' },
    values: { uri: 'smtps://u:p$$w@mail.example', sender: '$a@mail.example' },
  },
  {
    name: 'braces within a default',
    files: variables(`SMTP_URI: \${A:-smtps://u:p{w}@mail.example}`),
    values: { uri: 'smtps://u:p{w}@mail.example' },
    v1: { uri: 'smtps://u:p{w@mail.example}' },
  },
  {
    name: 'a name that stands for itself in .env',
    files: {
      ...variables(`SMTP_URI: \${MAIL}`),
      '.env': `HOST=mail.example\nMAIL=smtps://u:p@$HOST\nHOST=other.example\n`,
    },
    values: { uri: 'smtps://u:p@mail.example' },
    v1: { uri: 'smtps://u:p@$HOST' },
  },
  {
    name: 'single quotes in .env keep a dollar',
    files: { ...variables(`SMTP_URI: \${MAIL}`), '.env': "MAIL='smtps://u:p$w@mail.example'\n" },
    values: { uri: 'smtps://u:p$w@mail.example' },
  },
  {
    name: 'an env file with names of environment',
    files: {
      'docker-compose.yml': compose(
        service('env_file: mail.env\nenvironment:\n  HOST: mail.example'),
      ),
      'mail.env': 'SMTP_URI=smtps://u:p@$HOST\n',
    },
    values: { uri: 'smtps://u:p@mail.example' },
    v1: { uri: 'smtps://u:p@$HOST' },
    v2_26: { uri: 'smtps://u:p@' },
  },
  {
    name: 'an env file with a name of the file before it',
    files: {
      'docker-compose.yml': compose(service('env_file: [a.env, b.env]')),
      'a.env': 'HOST=mail.example\n',
      'b.env': `SMTP_URI=smtps://u:p@\${HOST}\n`,
    },
    values: { uri: 'smtps://u:p@mail.example' },
    v1: { uri: 'smtps://u:p@' },
  },
  {
    name: 'an env file that sets a name anew before it uses it',
    files: {
      'docker-compose.yml': compose(service('env_file: [a.env, b.env]')),
      'a.env': 'HOST=other.example\n',
      'b.env': `HOST=mail.example\nSMTP_URI=smtps://u:p@\${HOST}\n`,
    },
    values: { uri: 'smtps://u:p@mail.example' },
    v1: { uri: 'smtps://u:p@mail.example' },
    v2_26: { uri: 'smtps://u:p@other.example' },
  },
  {
    name: 'an env file that empties a variable and then only names it',
    files: {
      'docker-compose.yml': compose(service('env_file: [a.env, b.env]')),
      'a.env': `SMTP_URI=${URI}\n`,
      'b.env': 'SMTP_URI=\nSMTP_URI\n',
    },
    values: {},
    v2_26: { uri: URI },
  },
  {
    name: 'an env file with a name of .env',
    files: { ...envFile('SMTP_URI=smtps://u:$PASS@mail.example\n'), '.env': 'PASS=abcd\n' },
    values: { uri: 'smtps://u:abcd@mail.example' },
    v1: { uri: 'smtps://u:$PASS@mail.example' },
  },
  {
    name: 'an env file that only names the variable',
    files: { ...envFile('SMTP_URI\nSMTP_SENDER\n'), '.env': FULL },
    values: BOTH,
  },
  {
    name: 'an env file with export, colons and spaces',
    files: envFile(`export SMTP_URI = ${URI}\nSMTP_SENDER: ${SENDER}\n`),
    values: BOTH,
    v1: { uri: URI },
  },
  {
    name: 'format: raw keeps dollars and quotes',
    files: {
      'docker-compose.yml': compose(
        service('env_file:\n  - path: a.env\n    format: raw\n  - b.env'),
      ),
      'a.env': `SMTP_URI='smtps://u:p$w@mail.example'\nSMTP_SENDER="a" # b\n`,
      'b.env': 'LOGGER=true\n',
    },
    values: { uri: "'smtps://u:p$w@mail.example'", sender: '"a" # b' },
    v1: 'refused',
    v2_26: 'refused',
  },
  {
    name: 'format: raw with export and a name alone',
    files: {
      'docker-compose.yml': compose(service('env_file:\n  - path: a.env\n    format: raw')),
      'a.env': `export SMTP_URI=${URI}\nSMTP_SENDER\n`,
    },
    env: { SMTP_SENDER: SENDER },
    values: 'odd-name',
    v1: 'refused',
  },
  {
    name: 'a format that nobody knows',
    files: {
      'docker-compose.yml': compose(service('env_file:\n  - path: a.env\n    format: json')),
      'a.env': FULL,
    },
    values: 'unknown-format',
    v1: 'refused',
  },
  {
    name: 'required: false for a file that is there',
    files: {
      'docker-compose.yml': compose(
        service(
          'env_file:\n  - { path: a.env, required: false }\n  - { path: b.env, required: "false" }',
        ),
      ),
      'a.env': FULL,
    },
    values: BOTH,
    v1: 'refused',
  },
  {
    name: 'an env file that is a folder',
    files: {
      ...envFile(FULL),
      'docker-compose.yml': compose(service('env_file: conf')),
      'conf/x': '',
    },
    values: 'is-a-folder',
  },
  {
    name: 'an env file whose name is empty',
    files: { 'docker-compose.yml': compose(service(`env_file: \${NONE}`)), '.env': FULL },
    values: 'is-a-folder',
  },
  {
    name: 'env_file without a value',
    files: {
      'docker-compose.yml': compose(service(`env_file:\nenvironment:\n  SMTP_URI: ${URI}`)),
    },
    values: 'bad-structure',
    v1: 'refused',
  },
  {
    name: 'a misspelt env_file',
    files: { 'docker-compose.yml': compose(service('env_files: mail.env')), 'mail.env': FULL },
    values: 'unknown-key',
  },
];
