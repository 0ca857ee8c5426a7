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

/** Merge keys, overrides, and which files and services count. */
export const MERGE_CASES: readonly ComposeCase[] = [
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
    name: 'an override of a service with nothing below it',
    files: {
      'docker-compose.yml': compose(service(`environment:\n  SMTP_URI: ${URI}`)),
      'docker-compose.override.yml': 'services:\n  tailchat:\n    # environment:\ninclude:\n',
    },
    values: { uri: URI },
    v1: 'unknown',
  },
  {
    name: 'a service with nothing below it, which an override describes',
    files: {
      'docker-compose.yml': 'services:\n  tailchat:\n',
      'docker-compose.override.yml': compose(service(`environment:\n  SMTP_URI: ${URI}`)),
    },
    values: 'bad-structure',
    v1: { uri: URI },
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
