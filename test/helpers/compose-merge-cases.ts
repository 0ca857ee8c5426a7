import {
  BOTH,
  type ComposeCase,
  compose,
  EMPTY,
  FULL,
  OTHER,
  service,
  URI,
} from './compose-case.js';

const SENDER = 'a@mail.example';

/** Files laid over each other: include, extends, merge keys, overrides, profiles. */
export const MERGE_CASES: readonly ComposeCase[] = [
  {
    name: 'extends a chain over three files',
    files: {
      'docker-compose.yml': `services:\n  tailchat:\n    extends: { file: a/mid.yml, service: mid }\n    environment:\n      SMTP_SENDER: ${SENDER}\n`,
      'a/mid.yml':
        'services:\n  mid:\n    extends: { file: ../b/base.yml, service: base }\n    env_file: mid.env\n',
      'a/mid.env': 'SMTP_SENDER=b@mail.example\n',
      'b/base.yml': 'services:\n  base:\n    image: moonrailgun/tailchat\n    env_file: base.env\n',
      'b/base.env': `SMTP_URI=${URI}\nSMTP_SENDER=c@mail.example\n`,
    },
    values: BOTH,
    v1: 'unknown',
  },
  {
    name: 'extends by name alone',
    files: {
      'docker-compose.yml': `services:\n${service('env_file: mail.env', 'base')}  tailchat:\n    extends: base\n`,
      'mail.env': FULL,
    },
    service: 'tailchat',
    values: BOTH,
    v1: 'unknown',
  },
  {
    name: 'extends a service that is not there',
    files: { 'docker-compose.yml': 'services:\n  tailchat:\n    extends: base\n    image: x\n' },
    values: 'unknown-service',
    v1: 'refused',
  },
  {
    name: 'extends in a circle',
    files: {
      'docker-compose.yml':
        'services:\n  tailchat:\n    image: x\n    extends: base\n  base:\n    image: x\n    extends: tailchat\n',
    },
    values: 'circle',
    v1: 'refused',
  },
  {
    name: 'extends, and an override of what was extended',
    files: {
      'docker-compose.yml': `services:\n${service(`environment:\n  SMTP_URI: ${OTHER}\n  SMTP_SENDER: ${SENDER}`, 'base')}  tailchat:\n    extends: base\n`,
      'docker-compose.override.yml': `services:\n  base:\n    environment:\n      SMTP_URI: ${URI}\n`,
    },
    service: 'tailchat',
    values: { uri: OTHER, sender: SENDER },
    v1: 'unknown',
  },
  {
    name: 'extends with environment as a list over a map',
    files: {
      'docker-compose.yml': `services:\n${service(`environment:\n  SMTP_URI: ${OTHER}\n  SMTP_SENDER: ${SENDER}`, 'base')}  tailchat:\n    extends: base\n    environment:\n      - SMTP_URI=${URI}\n`,
    },
    service: 'tailchat',
    values: BOTH,
    v1: 'unknown',
  },
  {
    name: 'extends takes an empty variable over a full one',
    files: {
      'docker-compose.yml': `services:\n${service(`environment:\n  SMTP_URI: ${URI}`, 'base')}  tailchat:\n    extends: base\n    environment:\n      SMTP_URI:\n`,
    },
    service: 'tailchat',
    values: {},
    v1: 'unknown',
  },
  {
    name: 'extends: the env files of both, the own last',
    files: {
      'docker-compose.yml': `services:\n${service('env_file: [a.env, b.env]', 'base')}  tailchat:\n    extends: base\n    env_file: a.env\n`,
      'a.env': `SMTP_URI=${OTHER}\n`,
      'b.env': `SMTP_URI=${URI}\n`,
    },
    service: 'tailchat',
    values: { uri: URI },
    v1: 'unknown',
  },
  {
    name: 'extends names a file with a name in it',
    files: {
      'docker-compose.yml': `services:\n  tailchat:\n    extends:\n      file: \${DIR:-common}/base.yml\n      service: base\n`,
      'common/base.yml': `services:\n${service(`environment:\n  SMTP_URI: \${MAIL}`, 'base')}`,
      'common/.env': `MAIL=${OTHER}\n`,
      '.env': `MAIL=${URI}\n`,
    },
    values: { uri: URI },
    v1: 'unknown',
  },
  {
    name: 'include with the environment of the including project',
    files: {
      'compose.yaml': 'include: [sub/compose.yaml]\n',
      'sub/compose.yaml': compose(service(`environment:\n  SMTP_URI: \${MAIL}`)),
      '.env': `MAIL=${URI}\n`,
      'sub/.env': `MAIL=${OTHER}\n`,
    },
    values: { uri: URI },
    v1: 'unknown',
  },
  {
    name: 'include with env_file and project_directory',
    files: {
      'compose.yaml':
        'include:\n  - path: sub/compose.yaml\n    project_directory: conf\n    env_file: conf/names.env\n',
      'sub/compose.yaml': compose(
        service(`env_file: mail.env\nenvironment:\n  SMTP_SENDER: \${FROM}`),
      ),
      'conf/names.env': `FROM=${SENDER}\n`,
      'conf/mail.env': `SMTP_URI=${URI}\n`,
      'sub/mail.env': `SMTP_URI=${OTHER}\n`,
    },
    values: BOTH,
    v1: 'unknown',
  },
  {
    name: 'include of several paths that are laid over each other',
    files: {
      'compose.yaml': 'include:\n  - path:\n      - sub/compose.yaml\n      - over.yaml\n',
      'sub/compose.yaml': compose(
        service(`environment:\n  SMTP_URI: ${OTHER}\n  SMTP_SENDER: ${SENDER}`),
      ),
      'over.yaml': `services:\n  tailchat:\n    environment:\n      SMTP_URI: ${URI}\n`,
    },
    values: BOTH,
    v1: 'unknown',
  },
  {
    name: 'include of a service that the file has, too',
    // Compose takes this from version 5 on.
    v2: 'refused',
    files: {
      'compose.yaml': `include: [sub/compose.yaml]\n${compose(service(`environment:\n  SMTP_URI: ${URI}`))}`,
      'sub/compose.yaml': compose(
        service(`environment:\n  SMTP_URI: ${OTHER}\n  SMTP_SENDER: ${SENDER}`),
      ),
    },
    values: BOTH,
    v1: 'unknown',
  },
  {
    name: 'include of a service that only an override has, too',
    files: {
      'compose.yaml': 'include: [sub/compose.yaml]\n',
      'compose.override.yaml': `services:\n  tailchat:\n    environment:\n      SMTP_URI: ${URI}\n`,
      'sub/compose.yaml': compose(
        service(`environment:\n  SMTP_URI: ${OTHER}\n  SMTP_SENDER: ${SENDER}`),
      ),
    },
    values: BOTH,
    v1: 'unknown',
  },
  {
    name: 'include of a file that is not there',
    files: {
      'compose.yaml': `include: [gone.yaml]\n${compose(service(`environment:\n  SMTP_URI: ${URI}`))}`,
    },
    values: 'file-missing',
    v1: 'unknown',
  },
  {
    name: 'include of a file that includes',
    files: {
      'compose.yaml': 'include: [a/compose.yaml]\n',
      'a/compose.yaml': 'include: [b/compose.yaml]\n',
      'a/b/compose.yaml': compose(service('env_file: mail.env')),
      'a/b/mail.env': FULL,
    },
    values: BOTH,
    v1: 'unknown',
  },
  {
    name: 'a list of merge keys, the first of which wins',
    files: {
      'docker-compose.yml': `x-a: &a\n  SMTP_URI: ${URI}\nx-b: &b\n  SMTP_URI: ${OTHER}\n  SMTP_SENDER: ${SENDER}\n${compose(service('environment:\n  <<: [*a, *b]')).replace('version: "3.3"\n', '')}`,
    },
    values: BOTH,
    v1: 'unknown',
  },
  {
    name: 'a merge key behind the entry that it may not change',
    files: {
      'docker-compose.yml': `x-a: &a\n  SMTP_URI: ${OTHER}\n  SMTP_SENDER: ${SENDER}\n${compose(service(`environment:\n  SMTP_URI: ${URI}\n  <<: *a`)).replace('version: "3.3"\n', '')}`,
    },
    values: BOTH,
    v1: 'unknown',
  },
  {
    name: 'a merge key for a whole service, whose environment is replaced',
    files: {
      'docker-compose.yml': `x-base: &base\n  image: moonrailgun/tailchat\n  environment:\n    SMTP_URI: ${OTHER}\n    SMTP_SENDER: ${SENDER}\nservices:\n  tailchat:\n    <<: *base\n    environment:\n      SMTP_URI: ${URI}\n`,
    },
    values: { uri: URI },
    v1: 'unknown',
  },
  {
    name: 'anchors in a list of variables',
    files: {
      'docker-compose.yml': compose(
        service(`environment:\n  - &uri SMTP_URI=${URI}\n  - SMTP_SENDER=${SENDER}`),
        service('environment:\n  - *uri', 'other'),
      ),
    },
    service: 'other',
    values: { uri: URI },
  },
  {
    name: 'anchors for a list of env files',
    files: {
      'docker-compose.yml': `x-files: &files\n  - docker-compose.env\n  - mail.env\n${compose(service('env_file: *files')).replace('version: "3.3"\n', '')}`,
      'docker-compose.env': EMPTY,
      'mail.env': FULL,
    },
    values: BOTH,
    v1: 'unknown',
  },
  {
    name: 'an override with !override for env_file',
    files: {
      'docker-compose.yml': compose(service('env_file: [a.env, b.env]')),
      'docker-compose.override.yml':
        'services:\n  tailchat:\n    env_file: !override\n      - c.env\n',
      'a.env': `SMTP_URI=${OTHER}\n`,
      'b.env': `SMTP_SENDER=${SENDER}\n`,
      'c.env': `SMTP_URI=${URI}\n`,
    },
    values: { uri: URI },
    v1: 'unknown',
  },
  {
    name: 'an override with !reset for env_file',
    files: {
      'docker-compose.yml': compose(service('env_file: gone.env')),
      'docker-compose.override.yml': `services:\n  tailchat:\n    env_file: !reset []\n    environment:\n      SMTP_URI: ${URI}\n`,
    },
    values: { uri: URI },
    v1: 'unknown',
  },
  {
    name: 'an override with !reset of a whole service',
    files: {
      'docker-compose.yml': compose(
        service('env_file: mail.env'),
        service(`environment:\n  SMTP_URI: ${OTHER}`, 'old'),
      ),
      'docker-compose.override.yml': 'services:\n  old: !reset null\n',
      'mail.env': FULL,
    },
    service: 'tailchat',
    values: BOTH,
    v1: 'unknown',
  },
  {
    name: 'an override with an empty environment',
    files: {
      'docker-compose.yml': compose(service(`environment:\n  SMTP_URI: ${URI}`)),
      'docker-compose.override.yml':
        'services:\n  tailchat:\n    environment: {}\n    env_file: []\n',
    },
    values: { uri: URI },
    v1: 'unknown',
  },
  {
    name: 'an override that names the variable alone',
    files: {
      'docker-compose.yml': compose(service(`environment:\n  - SMTP_URI=${URI}`)),
      'docker-compose.override.yml': 'services:\n  tailchat:\n    environment:\n      - SMTP_URI\n',
    },
    values: {},
    v1: 'unknown',
  },
  {
    name: 'an override of the older name beside the newer main file',
    files: {
      'compose.yaml': compose(service(`environment:\n  SMTP_URI: ${URI}`)),
      'docker-compose.override.yml': `services:\n  tailchat:\n    environment:\n      SMTP_URI: ${OTHER}\n`,
    },
    values: { uri: OTHER },
    v1: 'unknown',
  },
  {
    name: 'two override files',
    files: {
      'docker-compose.yml': compose(service(`environment:\n  SMTP_URI: ${OTHER}`)),
      'compose.override.yaml': `services:\n  tailchat:\n    environment:\n      SMTP_URI: ${URI}\n`,
      'docker-compose.override.yml': `services:\n  tailchat:\n    environment:\n      SMTP_SENDER: ${SENDER}\n`,
    },
    values: { uri: URI },
    v1: 'unknown',
  },
  {
    name: 'two documents in a compose file',
    files: {
      'docker-compose.yml': `services:\n${service(`environment:\n  SMTP_URI: ${OTHER}\n  SMTP_SENDER: ${SENDER}`)}---\nservices:\n  tailchat:\n    environment:\n      SMTP_URI: ${URI}\n`,
    },
    values: BOTH,
    v1: 'unknown',
  },
  {
    name: 'COMPOSE_FILE with a separator of its own, in .env',
    files: {
      '.env': 'COMPOSE_PATH_SEPARATOR=,\nCOMPOSE_FILE=a.yml,conf/b.yml\n',
      'a.yml': compose(service('env_file: mail.env')),
      'conf/b.yml': `services:\n  tailchat:\n    env_file: over.env\n`,
      'mail.env': FULL,
      'over.env': `SMTP_SENDER=${SENDER}\n`,
      'conf/over.env': 'SMTP_URI=smtp://wrong.example\n',
    },
    values: BOTH,
    v1: 'unknown',
  },
  {
    name: 'COMPOSE_FILE that names a file that is not there',
    files: { 'docker-compose.yml': compose(service('env_file: mail.env')), 'mail.env': FULL },
    env: { COMPOSE_FILE: 'gone.yml' },
    values: 'not-found',
  },
  {
    name: 'COMPOSE_PROJECT_DIRECTORY is no project folder',
    files: {
      'docker-compose.yml': compose(service('env_file: mail.env')),
      'mail.env': FULL,
      'other/mail.env': `SMTP_URI=${OTHER}\n`,
    },
    env: { COMPOSE_PROJECT_DIRECTORY: 'other' },
    values: BOTH,
    v1: 'unknown',
  },
  {
    name: 'COMPOSE_ENV_FILES in place of .env',
    files: {
      'docker-compose.yml': compose(service(`environment:\n  SMTP_URI: \${MAIL}`)),
      '.env': `MAIL=${OTHER}\n`,
      'a.env': 'MAIL=smtp://first.example\n',
      'b.env': `MAIL=${URI}\n`,
    },
    env: { COMPOSE_ENV_FILES: 'a.env,b.env' },
    values: { uri: URI },
    v1: 'unknown',
  },
  {
    name: 'COMPOSE_DISABLE_ENV_FILE',
    files: {
      'docker-compose.yml': compose(service(`environment:\n  SMTP_URI: \${MAIL:-${URI}}`)),
      '.env': `MAIL=${OTHER}\n`,
    },
    env: { COMPOSE_DISABLE_ENV_FILE: 'true' },
    values: { uri: URI },
    v1: 'unknown',
  },
  {
    name: 'COMPOSE_PROFILES in .env',
    files: {
      'docker-compose.yml': `services:\n${service('profiles: [mail, "x"]\nenv_file: mail.env')}`,
      'mail.env': FULL,
      '.env': 'COMPOSE_PROFILES=a,mail\n',
    },
    values: BOTH,
    v1: 'unknown',
  },
  {
    name: 'a profile that is not active, whose env file is not there',
    files: {
      'docker-compose.yml': `services:\n${service('env_file: mail.env')}${service('profiles: [debug]\nenv_file: gone.env', 'debug')}`,
      'mail.env': FULL,
    },
    service: 'tailchat',
    values: BOTH,
    v1: 'unknown',
  },
  {
    name: 'a service without an image',
    files: {
      'docker-compose.yml': compose(service('env_file: mail.env').replace(/ *image.*\n/, '')),
      'mail.env': FULL,
    },
    values: 'no-image',
  },
  {
    name: 'an empty compose file',
    files: { 'docker-compose.yml': '', '.env': FULL },
    values: 'bad-structure',
    v1: 'refused',
  },
  {
    name: 'a compose file without services, for whoever runs the server from source',
    v2: 'unknown',
    files: { 'docker-compose.yml': 'version: "3.3"\nvolumes:\n  data:\n', '.env': FULL },
    values: BOTH,
    v1: 'unknown',
  },
  {
    name: 'a .env of its own below a project, as the server has it in its source',
    v2: 'unknown',
    cwd: 'deep',
    files: {
      'compose.yml': compose(service(`environment:\n  SMTP_URI: \${MAIL}`)),
      'deep/.env': `MAIL=${URI}\n`,
      '.env': `MAIL=${OTHER}\n`,
    },
    values: {},
    v1: 'unknown',
  },
  {
    name: 'an env file whose path goes back and forth',
    files: {
      'compose.yaml': compose(service('env_file: ./conf/../conf/mail.env')),
      'conf/mail.env': FULL,
    },
    values: BOTH,
    v1: 'unknown',
  },
];
